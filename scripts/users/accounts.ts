import { languages } from "../config/schema.ts";
import type { Column } from "../exports/columns.ts";
import type { PersonRow } from "../exports/people-file.ts";
import { normalized } from "./normalized.ts";
import { type OldPassword, oldPassword, type UsablePassword } from "./old-password.ts";
import type { BareHash } from "./weak-hash.ts";

/** One person, with everything the rows say of them. */
export interface Account {
  /** The identity: in Unicode NFC and small letters. */
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  /** `fr`, `nl`, `de` or `en`; "" where no row says it. */
  readonly language: string;
  /** By school id. */
  readonly memberships: ReadonlyMap<string, Membership>;
}

/** What one school knows of a person. */
export interface Membership {
  /** User names before the portal, in Unicode NFC and small letters. */
  readonly usernames: readonly string[];
  /** The school's own numbers for the person. */
  readonly personIds: readonly string[];
  /** The passwords before the portal, by user name. */
  readonly passwords: ReadonlyMap<string, UsablePassword>;
}

/** A row that was not taken over. Cells are not repeated: a shifted column may hold a secret. */
export interface Rejection {
  readonly line: number;
  /** The cell at fault, or the row as a whole. */
  readonly column: Column | "row";
  readonly reason: string;
}

/** What the rows of a file come to. */
export interface Accounts {
  /** How many rows there were. */
  readonly rows: number;
  readonly accounts: readonly Account[];
  readonly rejections: readonly Rejection[];
  /** Why passwords of the old method are not taken over, though their rows are: with their lines. */
  readonly passwordsLeftOut: ReadonlyMap<string, readonly number[]>;
}

/**
 * Turns rows into accounts: rows with the same address are one account, and what they say of it
 * adds up. Names and language are those of the first row that has them.
 *
 * @param schools the ids of the schools there are
 * @param bare which hash bare hexadecimal digits are
 */
export async function accountsFrom(
  rows: AsyncIterable<PersonRow> | Iterable<PersonRow>,
  schools: readonly string[],
  bare?: BareHash,
): Promise<Accounts> {
  const accounts = new Map<string, Account>();
  const rejections: Rejection[] = [];
  const passwordsLeftOut = new Map<string, number[]>();
  let count = 0;
  for await (const row of rows) {
    count += 1;
    const { line, cells } = row;
    const email = normalized(cells.email);
    const password = cells.legacy_password_hash
      ? oldPassword(cells.legacy_password_hash, bare)
      : undefined;
    const mistake = mistakeIn(row, email, schools, password);
    if (mistake) {
      rejections.push({ line, ...mistake });
      continue;
    }
    const taken = takenOver(password, cells);
    if (typeof taken === "string") {
      passwordsLeftOut.set(taken, [...(passwordsLeftOut.get(taken) ?? []), line]);
    }
    const usable = typeof taken === "string" ? undefined : taken;
    accounts.set(email, withRow(accounts.get(email) ?? nobodyYet(email), cells, usable));
  }
  return { rows: count, accounts: [...accounts.values()], rejections, passwordsLeftOut };
}

type Cells = PersonRow["cells"];

function mistakeIn(
  { cells, hasSurplusCells }: PersonRow,
  email: string,
  schools: readonly string[],
  password: OldPassword | undefined,
): Omit<Rejection, "line"> | undefined {
  // A comma too many moves every cell behind it: a password would become a person's number.
  if (hasSurplusCells) {
    return { column: "row", reason: "has more cells than the first line; quote cells with commas" };
  }
  if (!cells.school) return { column: "school", reason: "is empty" };
  if (!schools.includes(cells.school)) {
    return { column: "school", reason: `is not one of ${schools.join(", ")}` };
  }
  if (!email) return { column: "email", reason: "is empty" };
  if (!isAddress(email)) return { column: "email", reason: "is not an e-mail address" };
  if (cells.language && !(languages as readonly string[]).includes(cells.language.toLowerCase())) {
    return { column: "language", reason: `is not one of ${languages.join(", ")}` };
  }
  for (const column of ["first_name", "last_name", "legacy_username", "person_id"] as const) {
    if (cells[column].length > 255) return { column, reason: "is longer than 255 characters" };
    if (/\p{Cc}/u.test(cells[column])) return { column, reason: "has control characters" };
  }
  if (password?.is === "plain") {
    return { column: "legacy_password_hash", reason: "is no hash, perhaps a password itself" };
  }
  return undefined;
}

/** The password of a row, or why it is left out. */
function takenOver(
  password: OldPassword | undefined,
  { legacy_username }: Cells,
): UsablePassword | string | undefined {
  if (password === undefined || password.is === "plain") return undefined;
  if (!normalized(legacy_username)) return "there is no user name for it";
  return password.is === "unusable" ? password.why : password;
}

/**
 * One `@`, a local part of at most 64 characters without spaces or anything invisible (two addresses
 * that look the same would be two accounts), and a domain with a dot whose labels are letters, digits
 * and hyphens.
 */
function isAddress(email: string): boolean {
  return (
    email.length <= 254 &&
    /^[^\s@,:;<>()[\]\\"\p{C}]{1,64}@([\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,}$/u.test(
      email,
    ) &&
    !/^\.|\.\.|\.@/.test(email)
  );
}

function nobodyYet(email: string): Account {
  return { email, firstName: "", lastName: "", language: "", memberships: new Map() };
}

function withRow(account: Account, cells: Cells, password: UsablePassword | undefined): Account {
  const known = account.memberships.get(cells.school);
  const username = normalized(cells.legacy_username);
  const passwords = new Map(known?.passwords);
  if (password && !passwords.has(username)) passwords.set(username, password);
  const membership: Membership = {
    usernames: adding(known?.usernames, username),
    personIds: adding(known?.personIds, cells.person_id),
    passwords,
  };
  const isNamed = account.firstName !== "" || account.lastName !== "";
  return {
    ...account,
    firstName: isNamed ? account.firstName : cells.first_name,
    lastName: isNamed ? account.lastName : cells.last_name,
    language: account.language || cells.language.toLowerCase(),
    memberships: new Map(account.memberships).set(cells.school, membership),
  };
}

function adding(list: readonly string[] = [], item: string): readonly string[] {
  return item === "" || list.includes(item) ? list : [...list, item];
}
