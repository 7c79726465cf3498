import pMap, { pMapIterable } from "p-map";
import { enduring } from "../load/endurance.ts";
import type { RealmAccess } from "../load/realm-access.ts";
import { type ExportRow, isRejected, type RejectedRow } from "../rows/export-row.ts";
import type { Mentions } from "../rows/mentions.ts";
import { brieflyKnown } from "./known-account.ts";
import { KnownPeople } from "./known-people.ts";
import { readDoubtful } from "./read-doubtful.ts";
import { everybody, members, readers } from "./user-pages.ts";

/** How many accounts of a list are read in the time of a question for one. */
const listedPerQuestion = 20;

/** What an import asks the realm by. */
export interface Asked {
  readonly mentions: Mentions;
  /** The schools whose rows are those of the last import. */
  readonly trusted: ReadonlySet<string>;
  /** All rows, from the beginning. */
  rows(): AsyncIterable<ExportRow | RejectedRow>;
}

/**
 * Reads those accounts of the realm that the files may have to do with: the members of their schools,
 * and whoever has one of their addresses. What there is besides is not looked at.
 *
 * Reading accounts with their attributes is most of what a second import takes. Of schools whose rows
 * are those of the last import, only people are read so of whom the rows say something else than who
 * they are.
 */
export async function readKnown(access: RealmAccess, asked: Asked): Promise<KnownPeople> {
  const { mentions } = asked;
  const known = new KnownPeople();
  const perSchool = pMapIterable(
    mentions.schools,
    async (school) => ({
      school,
      accounts: await members(access, school, asked.trusted.has(school)),
    }),
    { concurrency: readers },
  );
  for await (const { school, accounts } of perSchool) known.addMembers(school, accounts);
  if (asked.trusted.size > 0) await readDoubtful(access, asked, known);
  await readStrangers(access, asked, known);
  return known;
}

/** Whoever has an address of the files and is known to none of their schools. */
async function readStrangers(
  access: RealmAccess,
  { mentions, rows }: Asked,
  known: KnownPeople,
): Promise<void> {
  let strangers = mentions.addressCount;
  for (const { address } of known.all()) {
    if (mentions.rowsAt(address) > 0) strangers -= 1;
  }
  if (strangers <= 0) return;
  const total = await enduring(access, () => access.client.users.count());
  if (strangers * listedPerQuestion > total) {
    for await (const accounts of everybody(access)) {
      for (const account of accounts) if (mentions.rowsAt(account.address) > 0) known.add(account);
    }
    return;
  }
  const isAsked = new Set<string>();
  const addresses = async function* () {
    for await (const row of rows()) {
      if (isRejected(row) || row.address === "" || known.withAddress(row.address)) continue;
      if (isAsked.has(row.address)) continue;
      isAsked.add(row.address);
      yield row.address;
    }
  };
  await pMap(
    addresses(),
    async (email) => {
      const users = await enduring(access, () => access.client.users.find({ email, exact: true }));
      for (const user of users) known.add(brieflyKnown(user, []));
    },
    { concurrency: readers },
  );
}
