import type UserRepresentation from "@keycloak/keycloak-admin-client/lib/defs/userRepresentation.js";
import { passwordsAttribute } from "../../realm/legacy.ts";
import { leftAttribute, personAttribute, usernameAttribute } from "../../realm/school.ts";
import type { Account } from "../decide/account.ts";
import { areNone, type Changes, changesTo } from "../decide/changes.ts";
import { enduring } from "./endurance.ts";
import { profileOf } from "./profile.ts";
import { readAccount } from "./read-account.ts";
import type { RealmAccess } from "./realm-access.ts";
import { legacyCredentials } from "./representation.ts";

/** What was written to an account. */
export interface Changed {
  readonly isChanged: boolean;
  /** Old passwords that were set or replaced. */
  readonly passwords: number;
}

/**
 * Gives an account all that the rows say and it lacks by now. What it has it keeps; what is interrupted
 * is finished by doing it again.
 *
 * @param id the account's
 * @returns none where the account is gone
 */
export async function changeAccount(
  access: RealmAccess,
  id: string,
  account: Account,
): Promise<Changed | undefined> {
  const { client, groups } = access;
  const read = await readAccount(access, id);
  if (!read) return undefined;
  const { known, user } = read;
  const changes = changesTo(known, account, access.fingerprint);
  if (areNone(changes)) return { isChanged: false, passwords: 0 };

  const representation = await changedUser(user, changes);
  if (representation) {
    await enduring(access, () => client.users.update({ id }, representation));
  }
  for (const [joined, { joins }] of changes.memberships) {
    const groupId = groups.get(joined) ?? "";
    if (joins) await enduring(access, () => client.users.addToGroup({ id, groupId }));
  }
  const passwords = [...changes.memberships.values()].map((one) => one.passwords.size);
  return { isChanged: true, passwords: passwords.reduce((sum, count) => sum + count, 0) };
}

/** Keycloak takes the attributes as a whole: those that are not sent are lost. */
async function changedUser(
  user: UserRepresentation,
  { address, names, language, memberships }: Changes,
): Promise<UserRepresentation | undefined> {
  const { [leftAttribute]: left, ...kept } = (user.attributes ?? {}) as Record<string, string[]>;
  const attributes = { ...kept };
  if (language) attributes.locale = [language];
  for (const [school, { usernames, personIds, fingerprints }] of memberships) {
    addTo(attributes, usernameAttribute(school), usernames);
    addTo(attributes, personAttribute(school), personIds);
    if (fingerprints) attributes[passwordsAttribute(school)] = [...fingerprints];
  }
  const credentials = await legacyCredentials(memberships);
  const changed = {
    ...names,
    // An address that another person may have had before is proven by nothing.
    ...(address ? { username: address, email: address, emailVerified: false } : {}),
    ...(credentials.length > 0 ? { credentials } : {}),
  };
  const isSame = JSON.stringify(attributes) === JSON.stringify(user.attributes ?? {});
  if (isSame && left === undefined && Object.keys(changed).length === 0) return undefined;
  return { ...profileOf(user), attributes, ...changed };
}

function addTo(
  attributes: Record<string, string[]>,
  name: string,
  values: readonly string[],
): void {
  if (values.length > 0) attributes[name] = [...(attributes[name] ?? []), ...values];
}
