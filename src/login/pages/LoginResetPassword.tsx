import { EmailField } from "../components/EmailField.tsx";
import { Form } from "../components/Form.tsx";
import { ServerMessage } from "../components/Notice.tsx";
import { If, usePage } from "../freemarker/page-model.tsx";

/** Forgotten password: asks for the address to which the way back in is sent. */
export function LoginResetPassword() {
  const page = usePage<"login-reset-password.ftl">();
  const isRefused = page.has((kc) => kc.messagesPerField.get("username"));
  return (
    <>
      <h1>{page.msg("emailForgotTitle")}</h1>
      <If test={page.not(isRefused)}>
        <ServerMessage />
      </If>
      <h2>{page.msg("forgotEmailHeading")}</h2>
      <p>{page.msg("emailInstruction")}</p>
      <Form action={page.text((kc) => kc.url.loginAction)}>
        <EmailField
          label={page.msg("forgotEmailLabel")}
          invalid={isRefused}
          error={{ test: isRefused, text: page.text((kc) => kc.messagesPerField.get("username")) }}
        />
        <button type="submit" className="main-action">
          {page.msg("doSubmit")}
        </button>
        <a className="second-action" href={page.text((kc) => kc.url.loginUrl)}>
          {page.msg("doCancel")}
        </a>
      </Form>
    </>
  );
}
