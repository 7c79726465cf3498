import type { UsablePassword } from "../../users/old-password.ts";
import type { ExportRow } from "../rows/export-row.ts";

/** One person, with everything the rows say of them. */
export interface Account {
  /** The identity, normalized; "" for somebody whose address no school knows. */
  readonly address: string;
  readonly firstName: string;
  readonly lastName: string;
  /** `fr`, `nl`, `de` or `en`; "" where no row says it. */
  readonly language: string;
  /** By school id. */
  readonly memberships: ReadonlyMap<string, Membership>;
}

/** What one school's rows say of a person. */
export interface Membership {
  /** User names before the portal, normalized. */
  readonly usernames: readonly string[];
  /** The school's own numbers for the person. */
  readonly personIds: readonly string[];
  /** The passwords before the portal, by user name. */
  readonly passwords: ReadonlyMap<string, UsablePassword>;
}

/** The person that some rows are about. Names and language are those of the first row that has them. */
export function accountOf(address: string, rows: readonly ExportRow[]): Account {
  const named = rows.find(({ firstName, lastName }) => firstName !== "" || lastName !== "");
  const schools = [...new Set(rows.map(({ school }) => school))];
  return {
    address,
    firstName: named?.firstName ?? "",
    lastName: named?.lastName ?? "",
    language: rows.find(({ language }) => language !== "")?.language ?? "",
    memberships: new Map(
      schools.map((school) => [school, membership(rows.filter((row) => row.school === school))]),
    ),
  };
}

function membership(rows: readonly ExportRow[]): Membership {
  const passwords = new Map<string, UsablePassword>();
  for (const { username, password } of rows) {
    if (password && !passwords.has(username)) passwords.set(username, password);
  }
  const distinct = (texts: readonly string[]) => [...new Set(texts.filter((text) => text !== ""))];
  return {
    usernames: distinct(rows.map(({ username }) => username)),
    personIds: distinct(rows.map(({ personId }) => personId)),
    passwords,
  };
}
