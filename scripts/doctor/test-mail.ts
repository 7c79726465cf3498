import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import { NetworkError } from "@keycloak/keycloak-admin-client";
import type UserRepresentation from "@keycloak/keycloak-admin-client/lib/defs/userRepresentation.js";
import { UserError } from "../errors.ts";
import type { Connection } from "../keycloak/connection.ts";

/**
 * Has Keycloak send its test mail with a realm's own settings. Keycloak sends it to the address of
 * the account that asks, and to no other; an account without one, as service accounts are, has the
 * given address for that moment.
 *
 * @param keycloak for the realm whose mails are tested
 * @param home the same account for the realm that knows it
 * @param credentials that account's
 * @param to the address
 * @throws {UserError} `TEST_MAIL_ADDRESS`, `TEST_MAIL_FAILED`
 */
export async function sendTestMail(
  keycloak: KeycloakAdminClient,
  home: KeycloakAdminClient,
  credentials: Connection["credentials"],
  to: string,
): Promise<void> {
  const { realmName: realm } = keycloak;
  const settings = (await keycloak.realms.findOne({ realm }))?.smtpServer ?? {};
  const account = await ownAccount(home, credentials);
  const id = account.id ?? "";
  // One that a service account has was left by a test that was killed.
  const isPerson = "user" in credentials;
  if (account.email && isPerson) {
    if (account.email.toLowerCase() === to.toLowerCase()) return request(keycloak, settings);
    throw new UserError(
      "TEST_MAIL_ADDRESS",
      `Keycloak sends test mails to the address of the account that asks, ${account.email}`,
      "Name that one.",
    );
  }
  await lend(to, () => home.users.update({ id }, { ...account, email: to }));
  try {
    await request(keycloak, settings);
  } finally {
    await home.users.update({ id }, { ...account, email: "" });
  }
}

/** The token of a person at a command line does not say whose it is. */
async function ownAccount(
  home: KeycloakAdminClient,
  credentials: Connection["credentials"],
): Promise<UserRepresentation> {
  if ("user" in credentials) {
    const [user] = await home.users.find({ username: credentials.user, exact: true });
    return user ?? {};
  }
  const [client] = await home.clients.find({ clientId: credentials.clientId });
  return home.clients.getServiceAccountUser({ id: client?.id ?? "" });
}

/** Keycloak puts in the password that it has when it is sent what it shows in its place. */
async function request(
  keycloak: KeycloakAdminClient,
  settings: Record<string, string>,
): Promise<void> {
  try {
    await keycloak.realms.testSMTPConnection({ realm: keycloak.realmName }, settings);
  } catch (error) {
    if (!(error instanceof NetworkError) || error.response.status !== 500) throw error;
    throw new UserError(
      "TEST_MAIL_FAILED",
      `Keycloak could not hand a mail to ${settings.host}:${settings.port ?? 25}`,
      "Its log has the reason; check mail in portal.yaml, and that a firewall lets Keycloak out.",
      { cause: error },
    );
  }
}

async function lend(email: string, update: () => Promise<void>): Promise<void> {
  try {
    await update();
  } catch (error) {
    if (!(error instanceof NetworkError) || ![400, 409].includes(error.response.status))
      throw error;
    throw new UserError(
      "TEST_MAIL_ADDRESS",
      `a test mail can't go to ${email}: it is no address, or somebody's in the realm`,
      "Name another.",
      { cause: error },
    );
  }
}
