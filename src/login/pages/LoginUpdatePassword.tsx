import { Form } from "../components/Form.tsx";
import { ServerMessage } from "../components/Notice.tsx";
import { PasswordField } from "../components/PasswordField.tsx";
import { Switch } from "../components/Switch.tsx";
import { If, usePage } from "../freemarker/page-model.tsx";

/** A new password, typed twice; ends the sessions on other devices unless that is switched off. */
export function LoginUpdatePassword() {
  const page = usePage<"login-update-password.ftl">();
  const isRefused = page.equals((kc) => kc.message?.type, "error");
  const isConfirmationRefused = page.has((kc) => kc.messagesPerField.get("password-confirm"));
  // Keycloak ties a breach of the password policy to no field; it can only be about the password.
  const isPasswordRefused = page.all(isRefused, page.not(isConfirmationRefused));
  return (
    <>
      <If test={page.not(isRefused)}>
        <ServerMessage />
      </If>
      <h1>{page.msg("updatePasswordTitle")}</h1>
      <If test={page.has((kc) => kc.passwordPolicies?.length)}>
        <p>{page.msgWith("passwordHint", (kc) => kc.passwordPolicies?.length)}</p>
      </If>
      <Form action={page.text((kc) => kc.url.loginAction)}>
        <PasswordField
          name="password-new"
          label={page.msg("passwordNew")}
          autoComplete="new-password"
          invalid={isPasswordRefused}
          error={{
            test: isPasswordRefused,
            text: page.text((kc) => kc.message?.summary),
          }}
        />
        <PasswordField
          name="password-confirm"
          label={page.msg("passwordConfirm")}
          autoComplete="new-password"
          invalid={isConfirmationRefused}
          error={{
            test: isConfirmationRefused,
            text: page.text((kc) => kc.messagesPerField.get("password-confirm")),
          }}
        />
        <Switch name="logout-sessions" label={page.msg("logoutOtherSessions")} isOn={true} />
        <button type="submit" className="main-action">
          {page.msg("doSubmit")}
        </button>
        <If test={page.flag((kc) => kc.isAppInitiatedAction)}>
          <button
            type="submit"
            className="second-action"
            name="cancel-aia"
            value="true"
            formNoValidate
          >
            {page.msg("doCancel")}
          </button>
        </If>
      </Form>
    </>
  );
}
