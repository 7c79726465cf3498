import { CodeField } from "../components/CodeField.tsx";
import { Form } from "../components/Form.tsx";
import { ServerMessage } from "../components/Notice.tsx";
import { OtherFactor } from "../components/OtherFactor.tsx";
import { RememberDevice } from "../components/RememberDevice.tsx";
import { If, usePage } from "../freemarker/page-model.tsx";

/** Asks for the next of the recovery codes, by its number. */
export function LoginRecoveryAuthnCodeInput() {
  const page = usePage<"login-recovery-authn-code-input.ftl">();
  // Keycloak tells of a locked account at another field, in the words of a wrong password.
  const isRefused = page.has((kc) =>
    kc.messagesPerField.getFirstError("recoveryCodeInput", "username"),
  );
  return (
    <>
      <If test={page.not(isRefused)}>
        <ServerMessage />
      </If>
      <h1>{page.msg("auth-recovery-code-header")}</h1>
      <p>{page.msgWith("recoveryCodeText", (kc) => kc.recoveryAuthnCodesInputBean.codeNumber)}</p>
      <Form action={page.text((kc) => kc.url.loginAction)}>
        <CodeField
          name="recoveryCodeInput"
          kind="letters"
          label={page.msgWith(
            "auth-recovery-code-prompt",
            (kc) => kc.recoveryAuthnCodesInputBean.codeNumber,
          )}
          invalid={isRefused}
          error={{ test: isRefused, text: page.msg("recovery-codes-error-invalid") }}
        />
        <RememberDevice />
        <button type="submit" className="main-action">
          {page.msg("doSubmit")}
        </button>
      </Form>
      <OtherFactor />
    </>
  );
}
