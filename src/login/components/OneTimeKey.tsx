import { useRef } from "react";
import { If, usePage } from "../freemarker/page-model.tsx";
import { keyAddress } from "../second-factor/key-address.ts";
import { CopyButton } from "./CopyButton.tsx";

/** The key of an authenticator app for whoever cannot scan it: to type, to copy, or to hand over. */
export function OneTimeKey() {
  const page = usePage<"login-config-totp.ftl">();
  const shown = useRef<HTMLElement>(null);
  const key = {
    secret: page.text((kc) => kc.totp.totpSecretEncoded),
    issuer: page.msg("brandName"),
    account: page.text((kc) => kc.totp.username),
    type: page.text((kc) => kc.totp.policy.type),
    algorithm: page.text((kc) => kc.totp.policy.getAlgorithmKey()),
    digits: page.number((kc) => kc.totp.policy.digits),
    period: page.number((kc) => kc.totp.policy.period),
    counter: page.number((kc) => kc.totp.policy.initialCounter),
  };
  return (
    <>
      <p>{page.msg("totpKeyText")}</p>
      <p className="key">
        <code ref={shown}>{key.secret}</code>
      </p>
      <CopyButton
        label={page.msg("totpCopyKey")}
        from={shown}
        text={(element) => (element.textContent ?? "").replaceAll(/\s/g, "")}
      />
      <button
        type="button"
        className="second-action needs-script needs-touch"
        onClick={() => location.assign(keyAddress(key))}
      >
        {page.msg("totpOpenApp")}
      </button>
      <details className="more">
        <summary>{page.msg("totpSettings")}</summary>
        <dl>
          <dt>{page.msg("loginTotpType")}</dt>
          <dd>{page.msgNamed((kc) => kc.totp.policy.type, "loginTotp.")}</dd>
          <dt>{page.msg("loginTotpAlgorithm")}</dt>
          <dd>{key.algorithm}</dd>
          <dt>{page.msg("loginTotpDigits")}</dt>
          <dd>{key.digits}</dd>
          <If
            test={page.equals((kc) => kc.totp.policy.type, "hotp")}
            otherwise={
              <>
                <dt>{page.msg("loginTotpInterval")}</dt>
                <dd>{key.period}</dd>
              </>
            }
          >
            <dt>{page.msg("loginTotpCounter")}</dt>
            <dd>{key.counter}</dd>
          </If>
        </dl>
      </details>
    </>
  );
}
