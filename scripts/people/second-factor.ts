import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import type CredentialRepresentation from "@keycloak/keycloak-admin-client/lib/defs/credentialRepresentation.js";
import { patientlyIfThere } from "../keycloak/patiently.ts";
import type { Person } from "./person.ts";

/** What goes with a lost phone, a passkey that opens the account by itself included. */
const lostTypes: ReadonlySet<string> = new Set([
  "otp",
  "recovery-authn-codes",
  "webauthn",
  "webauthn-passwordless",
]);

/** What a second factor's last use may have left to be done; without a second factor it is pointless. */
const leftActions: ReadonlySet<string> = new Set(["CONFIGURE_RECOVERY_AUTHN_CODES"]);

/** What Keycloak asks of somebody who has to show that the mailbox is theirs. */
const provingAction = "VERIFY_EMAIL";

/** Whether a credential is a second factor, or a passkey. */
export function isLost({ type = "" }: CredentialRepresentation): boolean {
  return lostTypes.has(type);
}

/**
 * Takes every second factor and passkey of a person away. From then on nobody gets in, whichever way
 * they come, before the mailbox has said yes.
 *
 * That comes first, then the sessions end, so that at no moment of an interrupted run the password
 * alone is enough. What is interrupted can simply be run again.
 *
 * @param tell tells the person; done while they still have what goes, so that no interrupted run
 *   leaves them without a word
 * @returns what `tell` has said
 */
export async function takeSecondFactorAway<Told>(
  client: KeycloakAdminClient,
  { id }: Pick<Person, "id">,
  tell: () => Promise<Told>,
): Promise<Told> {
  const endSessions = () => patientlyIfThere(() => client.users.logout({ id }));
  await askForMailbox(client, id);
  await endSessions();
  const told = await tell();
  const credentials = (await patientlyIfThere(() => client.users.getCredentials({ id }))) ?? [];
  for (const { id: credentialId = "" } of credentials.filter(isLost)) {
    await patientlyIfThere(() => client.users.deleteCredential({ id, credentialId }));
  }
  // Whoever stood before their last page at the beginning may have got in meanwhile.
  await endSessions();
  return told;
}

/** Nothing else of the account is sent, so that nothing else changes. */
async function askForMailbox(client: KeycloakAdminClient, id: string): Promise<void> {
  await patientlyIfThere(async () => {
    const user = await client.users.findOne({ id });
    if (!user) return;
    const others = (user.requiredActions ?? []).filter((action) => !leftActions.has(action));
    const requiredActions = [...new Set([...others, provingAction])];
    await client.users.update({ id }, { emailVerified: false, requiredActions });
  });
}
