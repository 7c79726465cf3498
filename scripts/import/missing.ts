import pMap from "p-map";
import { UserError } from "../errors.ts";
import type { Circumstances } from "./decide/decide.ts";
import { type KnownAccount, membershipOf } from "./known/known-account.ts";
import type { RealmAccess } from "./load/realm-access.ts";
import { takeAway } from "./load/take-away.ts";
import type { ImportReport } from "./reports/report.ts";

/** What becomes of people of a school whom none of its rows mentions. */
export type MissingOrder =
  /** They are listed. */
  | "report"
  /** The school no longer knows them; asked for each school with how many of how many there are. */
  | { readonly leave: (school: string, missing: number, members: number) => Promise<boolean> };

/** Accounts are changed by a few requests each. */
const atOnce = 4;

/**
 * Settles who is in the realm but no longer in a school's export. Nobody is deleted (design, rule 8).
 *
 * @throws {UserError} `IMPORT_STOPPED` when nobody agrees to it
 */
export async function settleMissing(
  order: MissingOrder,
  access: RealmAccess,
  { known, mentions }: Circumstances,
  isDryRun: boolean,
  reports: readonly ImportReport[],
): Promise<void> {
  for (const school of mentions.schools) {
    const members = [...known.members(school)];
    const missing = members.filter(
      (account) => !mentions.isMentioned(school, mentionable(account, school)),
    );
    const leaves = order !== "report";
    if (leaves && !isDryRun && missing.length > 0) {
      if (!(await order.leave(school, missing.length, members.length))) throw stopped(school);
      await pMap(missing, (account) => leaveSchool(access, account, school), {
        concurrency: atOnce,
      });
    }
    for (const account of missing) {
      const person = { ...account, ...mentionable(account, school) };
      for (const report of reports) {
        await report.missing(school, person, leaves ? "left" : "missing");
      }
    }
  }
}

function leaveSchool(access: RealmAccess, account: KnownAccount, school: string): Promise<void> {
  const { usernames, personIds } = membershipOf(account, school);
  return takeAway(access, account.id, { school, usernames, personIds, stays: false });
}

function mentionable(account: KnownAccount, school: string) {
  const { usernames, personIds } = membershipOf(account, school);
  return { address: account.address, usernames, personIds };
}

function stopped(school: string): UserError {
  return new UserError(
    "IMPORT_STOPPED",
    `everybody was imported, and nobody has left ${school}`,
    "Run the command again with --missing report to see who is no longer in the export.",
  );
}
