import { EmailField } from "../components/EmailField.tsx";
import { Form } from "../components/Form.tsx";
import { IdentityProviderLogo } from "../components/IdentityProviderLogo.tsx";
import { Notice, ServerMessage } from "../components/Notice.tsx";
import { PasskeySignIn } from "../components/PasskeySignIn.tsx";
import { PasswordField } from "../components/PasswordField.tsx";
import { Switch } from "../components/Switch.tsx";
import { Each, If, usePage } from "../freemarker/page-model.tsx";

/** The sign-in page: e-mail and password, or an identity provider. */
export function Login() {
  const page = usePage<"login.ftl">();
  const isRefused = page.has((kc) => kc.messagesPerField.getFirstError("username", "password"));
  const refusal = page.text((kc) => kc.messagesPerField.getFirstError("username", "password"));
  // Somebody who is signed in and must prove it again is not asked who they are.
  const isKnown = page.has((kc) => kc.usernameHidden);
  const hasProviders = page.has((kc) => kc.social?.providers);
  // Keycloak also says it is on for somebody known who has none; then there is nothing to sign.
  const offersPasskeys = page.all(
    page.flag((kc) => kc.enableWebAuthnConditionalUI),
    page.has((kc) => kc.challenge),
  );
  const [beforeLink, afterLink] = page.msgAround("firstSignInText");
  const forgottenUrl = page.text((kc) => kc.url.loginResetCredentialsUrl);

  return (
    <>
      <If test={page.not(isRefused)}>
        <ServerMessage />
      </If>
      <If
        test={page.all(
          page.flag((kc) => kc.realm.resetPasswordAllowed),
          page.not(isKnown),
        )}
      >
        <Notice kind="information">
          <h2>{page.msg("firstSignInTitle")}</h2>
          <p>
            {beforeLink}
            <a href={forgottenUrl}>{page.msg("doForgotPassword")}</a>
            {afterLink}
          </p>
        </Notice>
      </If>
      <h1>{page.msg("loginAccountTitle")}</h1>
      <If test={isKnown}>
        <p className="known-user">
          <strong>{page.text((kc) => kc.auth?.attemptedUsername)}</strong>{" "}
          <a href={page.text((kc) => kc.url.loginRestartFlowUrl)}>
            {page.msg("restartLoginTooltip")}
          </a>
        </p>
      </If>
      <Form action={page.text((kc) => kc.url.loginAction)}>
        <If test={page.not(isKnown)}>
          <EmailField
            label={page.msg("email")}
            invalid={isRefused}
            error={{ test: isRefused, text: refusal }}
            autoComplete={page.choose(offersPasskeys, "username webauthn", "username")}
            defaultValue={page.text((kc) => kc.login.username)}
          />
        </If>
        <PasswordField
          name="password"
          label={page.msg("password")}
          autoComplete="current-password"
          invalid={isRefused}
          error={{ test: page.all(isRefused, isKnown), text: refusal }}
        />
        <If test={page.flag((kc) => kc.realm.resetPasswordAllowed)}>
          <p className="forgotten">
            <a href={forgottenUrl}>{page.msg("doForgotPassword")}</a>
          </p>
        </If>
        <input
          type="hidden"
          name="credentialId"
          defaultValue={page.text((kc) => kc.auth?.selectedCredential)}
        />
        <button type="submit" className="main-action">
          {page.msg("doLogIn")}
        </button>
        <If
          test={page.all(
            page.flag((kc) => kc.realm.rememberMe),
            page.not(isKnown),
          )}
        >
          <If
            test={page.has((kc) => kc.login.rememberMe)}
            otherwise={<Switch name="rememberMe" label={page.msg("rememberMe")} isOn={false} />}
          >
            <Switch name="rememberMe" label={page.msg("rememberMe")} isOn={true} />
          </If>
        </If>
      </Form>
      <If test={page.any(hasProviders, offersPasskeys)}>
        {/* Without JavaScript a passkey can't be asked for, and there is nothing to choose from. */}
        <p className={page.choose(hasProviders, "or", "or needs-script")}>
          <span>{page.msg("identity-provider-login-label")}</span>
        </p>
      </If>
      <If test={hasProviders}>
        <ul className="providers">
          <Each page={page} of={(kc) => kc.social?.providers}>
            {(provider) => (
              <li>
                <a className="second-action" href={provider.text((p) => p.loginUrl)}>
                  <IdentityProviderLogo provider={provider} />
                  {provider.text((p) => p.displayName)}
                </a>
              </li>
            )}
          </Each>
        </ul>
      </If>
      <If test={offersPasskeys}>
        <PasskeySignIn />
      </If>
    </>
  );
}
