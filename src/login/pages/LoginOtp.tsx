import { CodeField } from "../components/CodeField.tsx";
import { Form } from "../components/Form.tsx";
import { ServerMessage } from "../components/Notice.tsx";
import { OtherFactor } from "../components/OtherFactor.tsx";
import { RememberDevice } from "../components/RememberDevice.tsx";
import { Each, If, type PageModel, usePage } from "../freemarker/page-model.tsx";

/**
 * Asks for the code of an authenticator app. Who is signing in is not said: after a school's old
 * password the address is none of the page's business.
 */
export function LoginOtp() {
  const page = usePage<"login-otp.ftl">();
  const isRefused = page.has((kc) => kc.messagesPerField.get("totp"));
  return (
    <>
      <If test={page.not(isRefused)}>
        <ServerMessage />
      </If>
      <h1>{page.msg("otpHeading")}</h1>
      <p>{page.msg("otpText")}</p>
      <Form action={page.text((kc) => kc.url.loginAction)}>
        <If test={page.several((kc) => kc.otpLogin.userOtpCredentials)}>
          <Devices />
        </If>
        <CodeField
          name="otp"
          kind="digits"
          label={page.msg("loginOtpOneTime")}
          invalid={isRefused}
          error={{ test: isRefused, text: page.text((kc) => kc.messagesPerField.get("totp")) }}
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

/** Which of several devices the code is read from. */
function Devices() {
  const page = usePage<"login-otp.ftl">();
  return (
    <fieldset className="choices">
      <legend>{page.msg("otpDevice")}</legend>
      <Each page={page} of={(kc) => kc.otpLogin.userOtpCredentials}>
        {(device) => (
          <If
            test={device.same(
              (d) => d.id,
              page,
              (kc) => kc.otpLogin.selectedCredentialId,
            )}
            otherwise={<Device device={device} isChosen={false} />}
          >
            <Device device={device} isChosen />
          </If>
        )}
      </Each>
    </fieldset>
  );
}

function Device(props: {
  device: PageModel<{ id: string; userLabel: string }>;
  isChosen: boolean;
}) {
  const { device, isChosen } = props;
  const page = usePage();
  return (
    <label className="choice">
      <input
        type="radio"
        name="selectedCredentialId"
        value={device.text((d) => d.id)}
        defaultChecked={isChosen}
      />
      <bdi>
        {/* What Keycloak calls a device that was given no name. */}
        <If
          test={device.equals((d) => d.userLabel, "unnamed")}
          otherwise={device.text((d) => d.userLabel)}
        >
          {page.msg("otpUnnamedDevice")}
        </If>
      </bdi>
    </label>
  );
}
