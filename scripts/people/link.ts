import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import { patientlyIfThere } from "../keycloak/patiently.ts";
import type { Person } from "./person.ts";

/** An account elsewhere by which somebody gets in. */
export interface Link {
  /** The identity provider's alias, e.g. `microsoft`. */
  readonly provider: string;
  /** What the account is called there: at Microsoft its address when it was linked. */
  readonly name: string;
}

/** The accounts that somebody is linked with, at most one of each provider. */
export async function readLinks(
  client: KeycloakAdminClient,
  { id }: Pick<Person, "id">,
): Promise<Link[]> {
  const links = await client.users.listFederatedIdentities({ id });
  return links.map(({ identityProvider: provider = "", userName: name = "" }) => {
    return { provider, name };
  });
}

/**
 * Takes a link away and ends every session of the person: which of them the link began, Keycloak does
 * not say, and somebody else may be in one. What is interrupted can simply be run again.
 *
 * Sessions are ended before as well: were it interrupted once the link is gone, nobody would come
 * back for them.
 *
 * @param provider the identity provider's alias
 */
export async function takeLinkAway(
  client: KeycloakAdminClient,
  { id }: Person,
  provider: string,
): Promise<void> {
  const endSessions = () => patientlyIfThere(() => client.users.logout({ id }));
  await endSessions();
  await patientlyIfThere(() =>
    client.users.delFromFederatedIdentity({ id, federatedIdentityId: provider }),
  );
  await endSessions();
}
