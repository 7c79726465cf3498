import { randomUUID } from "node:crypto";
import type CredentialRepresentation from "@keycloak/keycloak-admin-client/lib/defs/credentialRepresentation.js";
import type UserRepresentation from "@keycloak/keycloak-admin-client/lib/defs/userRepresentation.js";
import { legacyCredentialType, passwordsAttribute } from "../../realm/legacy.ts";
import { addresslessUsername } from "../../realm/people.ts";
import { personAttribute, schoolGroupPath, usernameAttribute } from "../../realm/school.ts";
import type { UsablePassword } from "../../users/old-password.ts";
import { wrapped } from "../../users/weak-hash.ts";
import type { Account } from "../decide/account.ts";
import type { Fingerprint } from "../fingerprint.ts";

/**
 * A new account in Keycloak's terms. Its user name is the address, or a random one: no id is made of
 * an address, which may pass to another person. Only a mailbox proves the address.
 *
 * @param realm the realm's name
 */
export async function newUser(
  account: Account,
  realm: string,
  fingerprint: Fingerprint,
): Promise<UserRepresentation> {
  const attributes: Record<string, string[]> = {};
  if (account.language) attributes.locale = [account.language];
  for (const [school, { usernames, personIds, passwords }] of account.memberships) {
    if (usernames.length > 0) attributes[usernameAttribute(school)] = [...usernames];
    if (personIds.length > 0) attributes[personAttribute(school)] = [...personIds];
    if (passwords.size > 0) {
      attributes[passwordsAttribute(school)] = [...passwords].map(([username, password]) =>
        fingerprint(school, username, password),
      );
    }
  }
  return {
    username: account.address || `${addresslessUsername}${randomUUID()}`,
    ...(account.address ? { email: account.address } : {}),
    emailVerified: false,
    enabled: true,
    ...(account.firstName ? { firstName: account.firstName } : {}),
    ...(account.lastName ? { lastName: account.lastName } : {}),
    attributes,
    credentials: await legacyCredentials(account.memberships),
    groups: [...account.memberships.keys()].map(schoolGroupPath),
    // An import gives no role by itself, not even those everybody has.
    realmRoles: [`default-roles-${realm}`],
  };
}

/**
 * The credentials of old passwords in Keycloak's terms. Weak hashes are wrapped in strong ones, which
 * takes about 10 ms each.
 *
 * @param memberships by school id
 */
export async function legacyCredentials(
  memberships: ReadonlyMap<string, { readonly passwords: ReadonlyMap<string, UsablePassword> }>,
): Promise<CredentialRepresentation[]> {
  return Promise.all(
    [...memberships].flatMap(([school, { passwords }]) =>
      [...passwords].map(async ([username, password]) => ({
        type: legacyCredentialType,
        credentialData: JSON.stringify({ school, username }),
        secretData: JSON.stringify(
          password.is === "weak" ? await wrapped(password.weak) : { hash: password.hash },
        ),
      })),
    ),
  );
}
