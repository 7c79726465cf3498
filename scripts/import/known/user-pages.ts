import type UserRepresentation from "@keycloak/keycloak-admin-client/lib/defs/userRepresentation.js";
import { enduring } from "../load/endurance.ts";
import type { RealmAccess } from "../load/realm-access.ts";
import { brieflyKnown, type KnownAccount, knownAccount } from "./known-account.ts";

/** Keycloak takes longer for each account of a page, the larger the page is. */
const pageSize = 500;

/** So many requests at once keep a server on two cores busy. */
export const readers = 3;

/**
 * The members of a school, page by page.
 *
 * @param isBrief without attributes, which takes Keycloak a fraction of the time
 */
export function members(
  access: RealmAccess,
  school: string,
  isBrief: boolean,
): AsyncGenerator<KnownAccount[]> {
  const id = access.groups.get(school) ?? "";
  return pagesAhead(
    (first) =>
      enduring(access, () =>
        access.client.groups.listMembers({
          id,
          first,
          max: pageSize,
          briefRepresentation: isBrief,
        }),
      ),
    (user) => (isBrief ? brieflyKnown(user, [school]) : knownAccount(user, [school])),
  );
}

/** Everybody in the realm, without attributes. */
export function everybody(access: RealmAccess): AsyncGenerator<KnownAccount[]> {
  return pagesAhead(
    (first) =>
      enduring(access, () =>
        access.client.users.find({ first, max: pageSize, briefRepresentation: true }),
      ),
    (user) => brieflyKnown(user, []),
  );
}

/** Reads some pages ahead, until one is empty. */
async function* pagesAhead(
  read: (first: number) => Promise<UserRepresentation[]>,
  account: (user: UserRepresentation) => KnownAccount,
): AsyncGenerator<KnownAccount[]> {
  const ahead: Promise<UserRepresentation[]>[] = [];
  for (let first = 0; ; first += pageSize) {
    while (ahead.length < readers) {
      const page = read(first + ahead.length * pageSize);
      // It is awaited in its turn; if an earlier one fails, nobody asks for it any more.
      page.catch(() => {});
      ahead.push(page);
    }
    const users = await ahead.shift();
    if (!users || users.length === 0) return;
    yield users.map(account);
  }
}
