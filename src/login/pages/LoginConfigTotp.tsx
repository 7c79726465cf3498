import { CancelAction } from "../components/CancelAction.tsx";
import { CodeField } from "../components/CodeField.tsx";
import { DeviceNameField } from "../components/DeviceNameField.tsx";
import { Form } from "../components/Form.tsx";
import { ServerMessage } from "../components/Notice.tsx";
import { OneTimeKey } from "../components/OneTimeKey.tsx";
import { Switch } from "../components/Switch.tsx";
import { Each, If, usePage } from "../freemarker/page-model.tsx";

/**
 * Sets up an authenticator app. The picture to scan and the key to type stand on the same page: a
 * parent whose app is on the phone that shows the page cannot scan it.
 */
export function LoginConfigTotp() {
  const page = usePage<"login-config-totp.ftl">();
  const isRefused = page.has((kc) => kc.messagesPerField.getFirstError("totp", "userLabel"));
  return (
    <>
      <If test={page.not(isRefused)}>
        <ServerMessage />
      </If>
      <h1>{page.msg("loginTotpTitle")}</h1>
      <ol className="steps">
        <li>
          {page.msg("loginTotpStep1")}
          <ul>
            <Each page={page} of={(kc) => kc.totp.supportedApplications}>
              {(app) => <li>{app.msgNamed((name) => name)}</li>}
            </Each>
          </ul>
        </li>
        <li>
          {page.msg("loginTotpStep2")}
          <img
            className="qr-code"
            src={`data:image/png;base64,${page.text((kc) => kc.totp.totpSecretQrCode)}`}
            alt={page.msg("totpQrCode")}
            width={246}
            height={246}
          />
          <OneTimeKey />
        </li>
        <li>{page.msg("loginTotpStep3")}</li>
      </ol>
      <Confirmation />
    </>
  );
}

/** The first code, which proves that the app has the key; and what the person calls the device. */
function Confirmation() {
  const page = usePage<"login-config-totp.ftl">();
  const isCodeRefused = page.has((kc) => kc.messagesPerField.get("totp"));
  const isNameRefused = page.has((kc) => kc.messagesPerField.get("userLabel"));
  const name = {
    name: "userLabel",
    label: page.msg("loginTotpDeviceName"),
    invalid: isNameRefused,
    error: {
      test: isNameRefused,
      text: page.text((kc) => kc.messagesPerField.get("userLabel")),
    },
  };
  return (
    <Form action={page.text((kc) => kc.url.loginAction)}>
      <input type="hidden" name="totpSecret" defaultValue={page.text((kc) => kc.totp.totpSecret)} />
      <CodeField
        name="totp"
        kind="digits"
        label={page.msg("loginOtpOneTime")}
        isFocused={false}
        invalid={isCodeRefused}
        error={{ test: isCodeRefused, text: page.text((kc) => kc.messagesPerField.get("totp")) }}
      />
      <If
        test={page.has((kc) => kc.totp.otpCredentials)}
        otherwise={
          <DeviceNameField {...name} hint={page.msg("totpDeviceHint")} isRequired={false} />
        }
      >
        <DeviceNameField {...name} hint={page.msg("totpDeviceHintRequired")} isRequired />
      </If>
      <Switch name="logout-sessions" label={page.msg("logoutOtherSessions")} isOn={true} />
      <button type="submit" className="main-action">
        {page.msg("doSubmit")}
      </button>
      <CancelAction />
    </Form>
  );
}
