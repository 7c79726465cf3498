import { ServerMessage } from "../components/Notice.tsx";
import { OtherFactor } from "../components/OtherFactor.tsx";
import { PasskeyForm, proofFields, valuesOf } from "../components/PasskeyForm.tsx";
import { RememberDevice } from "../components/RememberDevice.tsx";
import { Each, If, usePage } from "../freemarker/page-model.tsx";
import { askForPasskey } from "../second-factor/passkey.ts";

/** Asks for one of the person's passkeys. */
export function WebauthnAuthenticate() {
  const page = usePage<"webauthn-authenticate.ftl">();
  const asked = {
    challenge: page.text((kc) => kc.challenge),
    rpId: page.text((kc) => kc.rpId),
    userVerification: page.text((kc) => kc.userVerification),
    timeoutS: page.number((kc) => kc.createTimeout),
  };
  return (
    <>
      <ServerMessage />
      <h1>{page.msg("webauthn-login-title")}</h1>
      <p>{page.msg("passkeyAskText")}</p>
      <If
        test={page.all(
          page.flag((kc) => kc.shouldDisplayAuthenticators),
          page.has((kc) => kc.authenticators?.authenticators),
        )}
      >
        <Passkeys />
      </If>
      <PasskeyForm
        action={page.text((kc) => kc.url.loginAction)}
        fields={proofFields}
        ask={(form) => askForPasskey({ ...asked, allowed: valuesOf(form, "allowedCredential") })}
        refusals={{
          leftOff: page.msg("passkeyNotUsed"),
          unknown: page.msg("webauthn-unsupported-browser-text"),
        }}
        submit={page.msg("webauthn-doAuthenticate")}
        isFirst
      >
        <Each page={page} of={(kc) => kc.authenticators?.authenticators}>
          {(passkey) => (
            <input
              type="hidden"
              name="allowedCredential"
              value={passkey.text((p) => p.credentialId)}
            />
          )}
        </Each>
        <RememberDevice />
      </PasskeyForm>
      <OtherFactor />
    </>
  );
}

/** Which passkeys the person has, by the names they gave them. */
function Passkeys() {
  const page = usePage<"webauthn-authenticate.ftl">();
  return (
    <>
      <h2>{page.msg("webauthn-available-authenticators")}</h2>
      <ul className="passkeys">
        <Each page={page} of={(kc) => kc.authenticators?.authenticators}>
          {(passkey) => (
            <li>
              <bdi>{passkey.text((p) => p.label)}</bdi>
              <small>
                {page.msg("webauthn-createdAt-label")} {passkey.text((p) => p.createdAt)}
              </small>
            </li>
          )}
        </Each>
      </ul>
    </>
  );
}
