import { CancelForm } from "../components/CancelAction.tsx";
import { DeviceNameField } from "../components/DeviceNameField.tsx";
import { ServerMessage } from "../components/Notice.tsx";
import { PasskeyForm, registrationFields, valuesOf } from "../components/PasskeyForm.tsx";
import { Switch } from "../components/Switch.tsx";
import { Each, If, usePage } from "../freemarker/page-model.tsx";
import { makePasskey } from "../second-factor/passkey.ts";

/** Makes a passkey, and asks what the person calls it before the browser asks for anything. */
export function WebauthnRegister() {
  const page = usePage<"webauthn-register.ftl">();
  const asked = {
    challenge: page.text((kc) => kc.challenge),
    rpId: page.text((kc) => kc.rpId),
    rpName: page.text((kc) => kc.rpEntityName),
    userId: page.text((kc) => kc.userid),
    userName: page.text((kc) => kc.username),
    attestation: page.text((kc) => kc.attestationConveyancePreference),
    attachment: page.text((kc) => kc.authenticatorAttachment),
    residentKey: page.text((kc) => kc.residentKey),
    requireResidentKey: page.text((kc) => kc.requireResidentKey),
    userVerification: page.text((kc) => kc.userVerificationRequirement),
    timeoutS: page.number((kc) => kc.createTimeout),
    excluded: page.text((kc) => kc.excludeCredentialIds),
  };
  return (
    <>
      <ServerMessage />
      <h1>{page.msg("webauthn-registration-title")}</h1>
      <p>{page.msg("passkeyText")}</p>
      <PasskeyForm
        action={page.text((kc) => kc.url.loginAction)}
        fields={registrationFields}
        ask={(form) => makePasskey({ ...asked, algorithms: valuesOf(form, "signatureAlgorithm") })}
        refusals={{
          leftOff: page.msg("passkeyNotMade"),
          unknown: page.msg("webauthn-unsupported-browser-text"),
          thereAlready: page.msg("passkeyKnown"),
        }}
        submit={page.msg("doRegisterSecurityKey")}
      >
        <PasskeyName />
        <Switch name="logout-sessions" label={page.msg("logoutOtherSessions")} isOn={true} />
        <Each page={page} of={(kc) => kc.signatureAlgorithms}>
          {(algorithm) => (
            <input
              type="hidden"
              name="signatureAlgorithm"
              value={algorithm.number((identifier) => identifier)}
            />
          )}
        </Each>
      </PasskeyForm>
      <If test={page.not(page.has((kc) => kc.isSetRetry))}>
        <CancelForm />
      </If>
    </>
  );
}

/** Keycloak takes no two passkeys of one name: whoever has one names the next. */
function PasskeyName() {
  const page = usePage<"webauthn-register.ftl">();
  const field = {
    name: "authenticatorLabel",
    label: page.msg("passkeyName"),
    hint: page.msg("passkeyNameHint"),
    isRequired: true,
  };
  return (
    <If
      test={page.has((kc) => kc.excludeCredentialIds)}
      otherwise={
        <DeviceNameField {...field} defaultValue={page.msg("webauthn-registration-init-label")} />
      }
    >
      <DeviceNameField {...field} />
    </If>
  );
}
