import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import type CredentialRepresentation from "@keycloak/keycloak-admin-client/lib/defs/credentialRepresentation.js";
import { patientlyIfThere } from "../keycloak/patiently.ts";

/** Ways to sign in that don't go by an old password. */
const ownCredentials: ReadonlySet<string | undefined> = new Set([
  "password",
  "webauthn-passwordless",
]);

/** Whether there is anything that accounts of this realm could be linked with. */
export async function canLink(client: KeycloakAdminClient): Promise<boolean> {
  return (await client.identityProviders.find()).length > 0;
}

/**
 * Whether somebody has come in by the new method: has a password of their own, a passkey, or a linked
 * account such as Microsoft's. At most one request.
 *
 * @param person Keycloak's id of the account, and its credentials
 * @param isLinkable from `canLink`
 */
export async function hasMoved(
  client: KeycloakAdminClient,
  { id, credentials }: { id: string; credentials: readonly CredentialRepresentation[] },
  isLinkable: boolean,
): Promise<boolean> {
  if (credentials.some(({ type }) => ownCredentials.has(type))) return true;
  if (!isLinkable) return false;
  const links = await patientlyIfThere(() => client.users.listFederatedIdentities({ id }));
  return links !== undefined && links.length > 0;
}
