import { belgianTime } from "../belgian-day.ts";
import type { FindingKind } from "../import/report-format.ts";
import type { DatedFinding } from "./import-findings.ts";

/** What each kind means to support. */
const meanings: Readonly<Record<FindingKind, string>> = {
  rejected: "the row was rejected",
  "address-changed": "held: the old user name or number is on an account of another address",
  "address-updated": "moved from another address, as --update-addresses asks",
  "username-twice": "held: the school's rows have the old user name with two addresses",
  "number-twice": "held: the school's rows have the number with two addresses",
  contradiction: "held: the row's old user name and number lead to different accounts",
  "password-needed":
    "held: an account without address can't be merged without the row's old password",
  "password-not-taken": "taken over without the old password",
  "name-conflict": "the school has another name for this address",
  "language-unknown": "taken over without the language",
  "without-email": "no address: only the old method opens the account",
  missing: "no longer in the school's export",
  left: "no longer in the school's export, and no longer known to the school",
  "account-unclear": "rejected: Keycloak did not take the account",
};

/**
 * A finding in one line, e.g. `2026-11-23 09:00, "École A", a.csv:12: rejected …`.
 *
 * It has what stands in a school's file: whoever shows it makes it printable.
 *
 * @param schoolName how a school is called, by its id
 */
export function findingText(
  { kind, school, importedAt, file, line, column, username, personId, detail }: DatedFinding,
  schoolName: (id: string) => string,
): string {
  const place = file === undefined ? [] : [`${file}${line === undefined ? "" : `:${line}`}`];
  const at = [belgianTime(new Date(importedAt)), `"${schoolName(school)}"`, ...place].join(", ");
  const about = [
    ...(column === undefined ? [] : [`column ${column}`]),
    ...(username === undefined ? [] : [`old user name ${username}`]),
    ...(personId === undefined ? [] : [`number ${personId}`]),
    ...(detail === undefined ? [] : [detail]),
  ].join("; ");
  return `${at}: ${kind}: ${meanings[kind]}${about === "" ? "" : ` (${about})`}`;
}
