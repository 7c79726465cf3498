import { Greeting, type Mail, Note, Paragraph, words } from "../layout.tsx";
import type { EmailMessageKey } from "../messages/index.ts";

const when = "event.date?datetime?string.long_short";
const where = '(event.ipAddress)!"?"';

/** What kind of credential, in words where we have them. */
const credential = `((event.getDetail("credential_type"))!"?")`;
const credentialName = `["password", "otp", "webauthn", "webauthn-passwordless", "recovery-authn-codes"]?seq_contains(${credential})?then(msg("credentialType." + ${credential}), ${credential})`;

/** Something happened on the account that its owner did, or should know of at once. */
function changed(event: string, text: EmailMessageKey, ...more: string[]): Mail {
  return {
    name: `event-${event}`,
    body: (
      <>
        <Greeting />
        <Paragraph>{words(text, when, where, ...more)}</Paragraph>
        <Note>{words("eventNotYou")}</Note>
      </>
    ),
  };
}

/** Too many failed attempts: its owner may be the one who failed. */
function lockedOut(event: string, text: EmailMessageKey): Mail {
  return {
    name: `event-${event}`,
    body: (
      <>
        <Greeting />
        <Paragraph>{words(text, when)}</Paragraph>
        <Note>{words("eventLockedOut")}</Note>
      </>
    ),
  };
}

export const accountEvents: Mail[] = [
  changed("login_error", "eventLoginErrorText"),
  changed("update_password", "eventUpdatePasswordText"),
  changed("update_totp", "eventUpdateTotpText"),
  changed("remove_totp", "eventRemoveTotpText"),
  changed("update_credential", "eventUpdateCredentialText", credentialName),
  changed("remove_credential", "eventRemoveCredentialText", credentialName),
  lockedOut("user_disabled_by_temporary_lockout", "eventUserDisabledByTemporaryLockoutText"),
  lockedOut("user_disabled_by_permanent_lockout", "eventUserDisabledByPermanentLockoutText"),
];
