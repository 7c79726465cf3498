import { CancelForm } from "../components/CancelAction.tsx";
import { Form } from "../components/Form.tsx";
import { Notice } from "../components/Notice.tsx";
import { AnotherWay } from "../components/OtherFactor.tsx";
import { usePage } from "../freemarker/page-model.tsx";

/** A passkey that Keycloak could not take, and the way back to try again. */
export function WebauthnError() {
  const page = usePage<"webauthn-error.ftl">();
  return (
    <>
      <h1>{page.msg("webauthn-error-title")}</h1>
      <Notice kind="error" role="alert">
        <p>{page.text((kc) => kc.message?.summary)}</p>
      </Notice>
      <Form action={page.text((kc) => kc.url.loginAction)}>
        <input
          type="hidden"
          name="authenticationExecution"
          defaultValue={page.text((kc) => kc.execution)}
        />
        <button type="submit" className="main-action" name="isSetRetry" value="retry">
          {page.msg("doTryAgain")}
        </button>
      </Form>
      <CancelForm />
      <AnotherWay />
    </>
  );
}
