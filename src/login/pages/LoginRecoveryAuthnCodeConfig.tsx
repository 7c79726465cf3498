import { CancelAction } from "../components/CancelAction.tsx";
import { Form } from "../components/Form.tsx";
import { Notice, ServerMessage } from "../components/Notice.tsx";
import { RecoveryCodes } from "../components/RecoveryCodes.tsx";
import { If, usePage } from "../freemarker/page-model.tsx";

/** Shows recovery codes, once. Whoever goes on says that they are kept. */
export function LoginRecoveryAuthnCodeConfig() {
  const page = usePage<"login-recovery-authn-code-config.ftl">();
  return (
    <>
      {/* That codes are due needs no box of its own above the one that says what they are. */}
      <If test={page.equals((kc) => kc.message?.type, "error")}>
        <ServerMessage />
      </If>
      <h1>{page.msg("recovery-code-config-header")}</h1>
      <Notice kind="warning">
        <p>
          <strong>{page.msg("recovery-code-config-warning-title")}</strong>
        </p>
        <p>{page.msg("recovery-code-config-warning-message")}</p>
      </Notice>
      <RecoveryCodes />
      <Form action={page.text((kc) => kc.url.loginAction)}>
        <input
          type="hidden"
          name="generatedRecoveryAuthnCodes"
          defaultValue={page.text(
            (kc) => kc.recoveryAuthnCodesConfigBean.generatedRecoveryAuthnCodesAsString,
          )}
        />
        <input
          type="hidden"
          name="generatedAt"
          defaultValue={page.number((kc) => kc.recoveryAuthnCodesConfigBean.generatedAt)}
        />
        <input
          type="hidden"
          name="userLabel"
          defaultValue={page.msg("recovery-codes-label-default")}
        />
        {/* The browser itself asks for it, also without JavaScript; the server has no use for it. */}
        <label className="confirmed">
          <input type="checkbox" required />
          <span>{page.msg("recovery-codes-confirmation-message")}</span>
        </label>
        <button type="submit" className="main-action">
          {page.msg("recovery-codes-action-complete")}
        </button>
        <CancelAction />
      </Form>
    </>
  );
}
