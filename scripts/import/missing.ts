import pMap from "p-map";
import { UserError } from "../errors.ts";
import { type KnownAccount, membershipOf } from "./known/known-account.ts";
import type { KnownPeople } from "./known/known-people.ts";
import type { RealmAccess } from "./load/realm-access.ts";
import { takeAway } from "./load/take-away.ts";
import { readAgain } from "./moves.ts";
import type { ImportReport } from "./reports/report.ts";
import type { Mentions } from "./rows/mentions.ts";

/** What becomes of people of a school whom none of its rows mentions. */
export type MissingOrder =
  /** They are listed. */
  | "report"
  /** The school no longer knows them; asked for each school with how many of how many there are. */
  | { readonly leave: (school: string, missing: number, members: number) => Promise<boolean> };

/** Accounts are changed by a few requests each. */
const atOnce = 4;

/** Somebody of a school whom none of its rows mentions. */
export interface MissingPerson {
  readonly school: string;
  readonly account: KnownAccount;
  readonly kind: "missing" | "left";
}

/**
 * Settles who is in the realm but no longer in a school's export. Nobody is deleted (design, rule 8).
 *
 * @throws {UserError} `IMPORT_STOPPED` when nobody agrees to it
 */
export async function settleMissing(
  order: MissingOrder,
  access: RealmAccess,
  mentions: Mentions,
  known: KnownPeople,
  isDryRun: boolean,
): Promise<MissingPerson[]> {
  const all: MissingPerson[] = [];
  for (const school of mentions.schools) {
    const members = [...known.members(school)];
    const missing = members.filter(
      (account) => !mentions.isMentioned(school, { ...account, ...membershipOf(account, school) }),
    );
    const stay = order === "report" || mentions.isUnclear(school);
    const kind = stay ? "missing" : "left";
    all.push(...missing.map((account) => ({ school, account, kind }) as const));
    if (order !== "report" && stay && missing.length > 0) {
      access.teller.warn(
        `Nobody leaves ${school}: it can't be told whom all of the rejected rows are about. Correct them first.`,
      );
    }
    if (stay || isDryRun || missing.length === 0) continue;
    if (!(await order.leave(school, missing.length, members.length))) throw stopped(school);
    await pMap(missing, (account) => leaveSchool(access, account, school), {
      concurrency: atOnce,
    });
  }
  if (order !== "report" && !isDryRun) {
    await readAgain(
      all.map(({ account }) => account),
      access,
      known,
    );
  }
  return all;
}

/** Tells of them. */
export async function tellMissing(
  missing: readonly MissingPerson[],
  reports: readonly ImportReport[],
): Promise<void> {
  for (const { school, account, kind } of missing) {
    const person = { ...account, ...membershipOf(account, school) };
    for (const report of reports) await report.missing(school, person, kind);
  }
}

function leaveSchool(access: RealmAccess, account: KnownAccount, school: string): Promise<void> {
  const { usernames, personIds } = membershipOf(account, school);
  return takeAway(access, account.id, { school, usernames, personIds, stays: false });
}

function stopped(school: string): UserError {
  return new UserError(
    "IMPORT_STOPPED",
    `nothing was imported, and nobody has left ${school}`,
    "Run the command again with --missing report to see who is no longer in the export.",
  );
}
