import type UserRepresentation from "@keycloak/keycloak-admin-client/lib/defs/userRepresentation.js";
import pMap from "p-map";
import { enduring } from "../load/endurance.ts";
import type { RealmAccess } from "../load/realm-access.ts";
import type { Mentions } from "../rows/mentions.ts";
import { type KnownAccount, knownAccount } from "./known-account.ts";
import { KnownPeople } from "./known-people.ts";

/** Larger pages are no faster, and each is one answer that has to be held. */
const pageSize = 500;

/** So many readers keep a server on two cores busy. */
const readers = 3;

/** How many accounts of a list are read in the time of a question for one. */
const listedPerQuestion = 30;

/**
 * Reads those accounts of the realm that the files may have to do with: the members of their schools,
 * and whoever has one of their addresses. What there is besides is not looked at.
 */
export async function readKnown(access: RealmAccess, mentions: Mentions): Promise<KnownPeople> {
  const known = new KnownPeople();
  for (const school of mentions.schools) {
    for await (const accounts of members(access, school)) known.addMembers(school, accounts);
  }
  const unknown = function* () {
    for (const address of mentions.addresses()) {
      if (!known.withAddress(address)) yield address;
    }
  };
  let unknowns = 0;
  for (const _ of unknown()) unknowns += 1;
  const total = await enduring(access, () => access.client.users.count());
  if (unknowns * listedPerQuestion > total) {
    for await (const accounts of everybody(access, total)) {
      for (const account of accounts) {
        if (mentions.rowsAt(account.address) > 0) known.add(account);
      }
    }
  } else {
    await pMap(unknown(), (address) => ask(access, address, known), { concurrency: readers });
  }
  return known;
}

async function ask(access: RealmAccess, address: string, known: KnownPeople): Promise<void> {
  const users = await enduring(access, () =>
    access.client.users.find({ email: address, exact: true }),
  );
  for (const user of users) known.add(knownAccount(user, [], false));
}

function members(access: RealmAccess, school: string): AsyncGenerator<KnownAccount[]> {
  const id = access.groups.get(school) ?? "";
  return pagesAtOnce(
    (first) =>
      enduring(access, () =>
        access.client.groups.listMembers({ id, first, max: pageSize, briefRepresentation: false }),
      ),
    (user) => knownAccount(user, [school], false),
  );
}

/** Without attributes: who is no member of a school of the files has nothing of theirs. */
function everybody(access: RealmAccess, total: number): AsyncGenerator<KnownAccount[]> {
  const max = Math.min(Math.max(total, 1), 2_000);
  return pagesAtOnce(
    (first) =>
      enduring(access, () => access.client.users.find({ first, max, briefRepresentation: true })),
    (user) => knownAccount(user, [], false),
    max,
  );
}

/** Reads some pages ahead, until one is empty. */
async function* pagesAtOnce(
  read: (first: number) => Promise<UserRepresentation[]>,
  account: (user: UserRepresentation) => KnownAccount,
  max = pageSize,
): AsyncGenerator<KnownAccount[]> {
  const ahead: Promise<UserRepresentation[]>[] = [];
  for (let first = 0; ; first += max) {
    while (ahead.length < readers) {
      const page = read(first + ahead.length * max);
      // It is awaited in its turn; if an earlier one fails, nobody asks for it any more.
      page.catch(() => {});
      ahead.push(page);
    }
    const users = await ahead.shift();
    if (!users || users.length === 0) return;
    yield users.map(account);
  }
}
