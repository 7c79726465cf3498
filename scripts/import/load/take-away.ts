import type UserRepresentation from "@keycloak/keycloak-admin-client/lib/defs/userRepresentation.js";
import { belgianDay } from "../../belgian-day.ts";
import { legacyPasswords } from "../../legacy/legacy-password.ts";
import { lastLegacySignInAttribute, passwordsAttribute } from "../../realm/legacy.ts";
import { leavingAttribute } from "../../realm/people.ts";
import { leftAttribute, personAttribute, usernameAttribute } from "../../realm/school.ts";
import { fingerprinted } from "../fingerprint.ts";
import { membershipOf } from "../known/known-account.ts";
import { enduring } from "./endurance.ts";
import { profileOf } from "./profile.ts";
import { readAccount } from "./read-account.ts";
import type { RealmAccess } from "./realm-access.ts";

/** What of a school's is taken away from an account. */
export interface TakenAway {
  readonly school: string;
  readonly usernames: readonly string[];
  readonly personIds: readonly string[];
  /** Whether it stays a member of the school though nothing else of it is left. */
  readonly stays: boolean;
}

/**
 * Takes old user names and numbers of a school away from an account, with their passwords; where nothing
 * of the school is left, the membership too. Sessions end. The account stays.
 *
 * Keycloak changes one thing at a time, so the order is one that can be interrupted anywhere: as long as
 * something is left to do, the account says so by what it still has, or by `portail.leaving`.
 *
 * @param id the account's
 */
export async function takeAway(access: RealmAccess, id: string, taken: TakenAway): Promise<void> {
  const { client } = access;
  const { school } = taken;
  const read = await readAccount(access, id);
  if (!read?.known.schools.has(school)) return;
  const has = membershipOf(read.known, school);
  const usernames = without(has.usernames, taken.usernames);
  const personIds = without(has.personIds, taken.personIds);
  const leaves = usernames.length + personIds.length === 0 && !taken.stays;

  await enduring(access, () => client.users.logout({ id }));
  await deletePasswords(access, id, school, usernames);
  const attributes: Record<string, readonly string[]> = {
    ...read.known.attributes,
    [usernameAttribute(school)]: usernames,
    [personAttribute(school)]: personIds,
    [passwordsAttribute(school)]: has.fingerprints.filter((one) =>
      usernames.includes(fingerprinted(one)),
    ),
    ...(leaves
      ? {
          [lastLegacySignInAttribute(school)]: [],
          [leavingAttribute]: [
            ...new Set([...(read.known.attributes[leavingAttribute] ?? []), school]),
          ],
        }
      : {}),
  };
  await write(access, id, read.user, attributes);
  if (leaves) await leave(access, id, school);
  await enduring(access, () => client.users.logout({ id }));
}

/**
 * Finishes what an interrupted import began: accounts that were about to leave a school leave it. There
 * are no more of them than are changed at once.
 */
export async function finishLeaving(access: RealmAccess, school: string): Promise<void> {
  const users = await enduring(access, () =>
    access.client.users.find({ q: `${leavingAttribute}:${school}`, max: 100 }),
  );
  for (const { id = "" } of users) {
    await leave(access, id, school);
    await enduring(access, () => access.client.users.logout({ id }));
  }
}

async function leave(access: RealmAccess, id: string, school: string): Promise<void> {
  const { client, groups } = access;
  const groupId = groups.get(school) ?? "";
  await enduring(access, () => client.users.delFromGroup({ id, groupId }));
  const read = await readAccount(access, id);
  if (!read) return;
  const { [leavingAttribute]: leaving = [], ...attributes } = read.known.attributes;
  await write(access, id, read.user, {
    ...attributes,
    [leavingAttribute]: without(leaving, [school]),
    ...(read.known.schools.size === 0 ? { [leftAttribute]: [belgianDay()] } : {}),
  });
}

async function deletePasswords(
  access: RealmAccess,
  id: string,
  school: string,
  kept: readonly string[],
): Promise<void> {
  const { client } = access;
  const credentials = await enduring(access, () => client.users.getCredentials({ id }));
  for (const password of legacyPasswords(credentials)) {
    if (password.school !== school || kept.includes(password.username)) continue;
    await enduring(access, () => client.users.deleteCredential({ id, credentialId: password.id }));
  }
}

/** Keycloak takes the attributes as a whole, and keeps none that is empty. */
async function write(
  access: RealmAccess,
  id: string,
  user: UserRepresentation,
  attributes: Readonly<Record<string, readonly string[]>>,
): Promise<void> {
  const filled = Object.entries(attributes).filter(([, values]) => values.length > 0);
  await enduring(access, () =>
    access.client.users.update(
      { id },
      { ...profileOf(user), attributes: Object.fromEntries(filled) },
    ),
  );
}

function without(values: readonly string[], taken: readonly string[]): string[] {
  return values.filter((value) => !taken.includes(value));
}
