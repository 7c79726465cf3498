import type UserRepresentation from "@keycloak/keycloak-admin-client/lib/defs/userRepresentation.js";
import { enduring } from "../load/endurance.ts";
import type { RealmAccess } from "../load/realm-access.ts";
import { brieflyKnown, type KnownAccount, knownAccount } from "./known-account.ts";

/** So many requests at once keep a server on two cores busy. */
export const readers = 3;

/**
 * How many members a page has. From the second page on, Keycloak counts the group each time, which takes
 * PostgreSQL seconds until it has looked through accounts that were made a moment ago.
 */
const membersPage = 10_000;

/**
 * The members of a school.
 *
 * @param isBrief without attributes, which takes Keycloak a fraction of the time
 */
export async function members(
  access: RealmAccess,
  school: string,
  isBrief: boolean,
): Promise<KnownAccount[]> {
  const id = access.groups.get(school) ?? "";
  const accounts: KnownAccount[] = [];
  for (let first = 0; ; first += membersPage) {
    const page = { first, max: membersPage, briefRepresentation: isBrief };
    const users = await enduring(access, () => access.client.groups.listMembers({ id, ...page }));
    for (const user of users) {
      accounts.push(isBrief ? brieflyKnown(user, [school]) : knownAccount(user, [school]));
    }
    // Whoever may see a group's members may see all of them: only the last page is short.
    if (users.length < membersPage) return accounts;
  }
}

/** Of the whole realm, Keycloak takes longer for each account of a page, the larger the page is. */
const everybodyPage = 500;

/** Everybody in the realm, without attributes, page by page. Some are read ahead, until one is empty. */
export async function* everybody(access: RealmAccess): AsyncGenerator<KnownAccount[]> {
  const read = (first: number) =>
    enduring(access, () =>
      access.client.users.find({ first, max: everybodyPage, briefRepresentation: true }),
    );
  const ahead: Promise<UserRepresentation[]>[] = [];
  for (let first = 0; ; first += everybodyPage) {
    while (ahead.length < readers) {
      const page = read(first + ahead.length * everybodyPage);
      // It is awaited in its turn; if an earlier one fails, nobody asks for it any more.
      page.catch(() => {});
      ahead.push(page);
    }
    const users = await ahead.shift();
    if (!users || users.length === 0) return;
    yield users.map((user) => brieflyKnown(user, []));
  }
}
