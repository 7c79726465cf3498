import type { Column } from "../../scripts/exports/columns.ts";
import type { FindingKind } from "../../scripts/import/report-format.ts";
import { normalized } from "../../scripts/users/normalized.ts";
import type { BareHash } from "../../scripts/users/weak-hash.ts";
import type { Draw } from "./draw.ts";
import * as hard from "./hard-cells.ts";
import {
  drawPassword,
  plainPasswords,
  type StoredPassword,
  unusableHash,
} from "./old-passwords.ts";

/*
 * What exports hold, case by case, and what must come of it. Written from the rules of an import
 * alone: nothing here asks the import what it would do.
 */

/** A row before it stands in a file. */
export interface CaseRow {
  readonly cells: Readonly<Record<Column, string>>;
  /** More cells than the header has columns. */
  readonly surplus?: readonly string[];
  readonly outcome: "imported" | "held" | "rejected";
  readonly findings: readonly FindingKind[];
  /** A rejected row's right cells, as a school's secretary corrects them, and whose account it then is. */
  readonly correction?: { readonly cells: Partial<Record<Column, string>>; account: KnownAccount };
}

/** What a school knows of somebody. */
export interface KnownMembership {
  readonly usernames: Set<string>;
  readonly personIds: Set<string>;
  /** By user name: as typed, and what signs in with it. */
  readonly passwords: Map<string, { readonly typed: string; readonly password: StoredPassword }>;
}

/** An account that must be there. */
export interface KnownAccount {
  /** None where only the old method opens it. */
  readonly address?: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly language: string;
  readonly memberships: Map<string, KnownMembership>;
}

/** Rows that belong together, in the order in which they stand in the files. */
export interface Case {
  readonly rows: readonly CaseRow[];
  readonly accounts: readonly KnownAccount[];
}

/** Where cases are drawn from. */
export interface Circumstances {
  readonly draw: Draw;
  readonly schools: readonly string[];
  /** A school whose old method is over. */
  readonly closedSchool: string;
  readonly hashFormat: BareHash;
  readonly formats: readonly string[];
  /** Another number each time. */
  next(): number;
}

type Cells = Record<Column, string>;

/** Rules in words, each with what makes one case of it. */
export const cases: Readonly<Record<string, (among: Circumstances) => Case>> = {
  "one row is one account": (among) => {
    const row = anyRow(among);
    return { rows: [taken(row)], accounts: [accountOf([row])] };
  },

  "an address that two schools know is one account": (among) => {
    const [one, other] = twoSchools(among);
    const first = anyRow(among, { school: one });
    const second = sameAddress(among, first, { school: other });
    return { rows: [taken(first), taken(second)], accounts: [accountOf([first, second])] };
  },

  "an address that three schools know is one account": (among) => {
    const [first, ...more] = among.schools.map((school) => anyRow(among, { school }));
    if (!first) throw new Error("no school");
    const rows = [first, ...more.map(({ school }) => sameAddress(among, first, { school }))];
    return { rows: rows.map((row) => taken(row)), accounts: [accountOf(rows)] };
  },

  "a row that is there twice": (among) => {
    const row = anyRow(among);
    return { rows: [taken(row), taken(row)], accounts: [accountOf([row])] };
  },

  "another name for the address at another school": (among) => {
    const [one, other] = twoSchools(among);
    const first = anyRow(among, { school: one });
    const second = sameAddress(among, first, { school: other, last_name: "D'un autre nom" });
    return {
      rows: [taken(first), taken(second, "name-conflict")],
      accounts: [accountOf([first, second])],
    };
  },

  "another name for the address at the same school": (among) => {
    const first = anyRow(among);
    const second = sameAddress(among, first, { first_name: "D'un autre prénom" });
    return {
      rows: [taken(first), taken(second, "name-conflict")],
      accounts: [accountOf([first, second])],
    };
  },

  "two old user names with passwords of their own at one school": (among) => {
    const first = withPassword(among, anyRow(among));
    const second = withPassword(among, sameAddress(among, first, {}));
    return { rows: [taken(first), taken(second)], accounts: [accountOf([first, second])] };
  },

  "an old user name without an address": (among) => {
    const row = addressless(among);
    return { rows: [taken(row, "without-email")], accounts: [accountOf([row])] };
  },

  "an old user name without an address, in two rows": (among) => {
    const first = addressless(among);
    const second = { ...first, legacy_username: hard.respelled(among.draw, first.legacy_username) };
    return {
      rows: [taken(first, "without-email"), taken(second, "without-email")],
      accounts: [accountOf([first])],
    };
  },

  "the same old user name without an address at two schools is two people": (among) => {
    const [one, other] = twoSchools(among);
    const first = { ...addressless(among), school: one };
    const second = { ...first, school: other, first_name: "Quelqu'un d'autre" };
    return {
      rows: [taken(first, "without-email"), taken(second, "without-email")],
      accounts: [accountOf([first]), accountOf([second])],
    };
  },

  "an old user name whose address another row gives": (among) => {
    const row = withPassword(among, anyRow(among));
    const without = { ...row, email: "", person_id: "" };
    const rows = among.draw.percent(50) ? [row, without] : [without, row];
    return { rows: rows.map((each) => taken(each)), accounts: [accountOf([row])] };
  },

  // A family's number may be several people's: without an address, the old user name alone counts.
  "a number with an address, and without one at another old user name": (among) => {
    const row = { ...withPassword(among, anyRow(among)), person_id: newNumber(among) };
    const without = { ...row, email: "", legacy_username: newUsername(among) };
    const both = [taken(row), taken(without, "without-email")];
    return {
      rows: among.draw.percent(50) ? both : both.toReversed(),
      accounts: [accountOf([row]), accountOf([without])],
    };
  },

  "one old user name with two addresses": (among) => {
    const first = withPassword(among, anyRow(among));
    const second = { ...first, email: newAddress(among), person_id: "" };
    return { rows: [held(first, "username-twice"), held(second, "username-twice")], accounts: [] };
  },

  "one number with two addresses": (among) => {
    const first = { ...anyRow(among), person_id: newNumber(among) };
    const second = { ...anyRow(among, { school: first.school }), person_id: first.person_id };
    return { rows: [held(first, "number-twice"), held(second, "number-twice")], accounts: [] };
  },

  "one old user name with two addresses, of which another school knows one": (among) => {
    const [one, other] = twoSchools(among);
    const first = withPassword(among, anyRow(among, { school: one }));
    const second = { ...first, email: newAddress(among), person_id: "" };
    const elsewhere = sameAddress(among, first, { school: other });
    return {
      rows: [held(first, "username-twice"), held(second, "username-twice"), taken(elsewhere)],
      accounts: [accountOf([elsewhere])],
    };
  },

  "one old user name at two schools is two people": (among) => {
    const [one, other] = twoSchools(among);
    const first = withPassword(among, anyRow(among, { school: one }));
    const second = { ...anyRow(among, { school: other }), legacy_username: first.legacy_username };
    return {
      rows: [taken(first), taken(second)],
      accounts: [accountOf([first]), accountOf([second])],
    };
  },

  "an old user name that is another's address": (among) => {
    const [one, other] = twoSchools(among);
    const first = anyRow(among, { school: one });
    const second = {
      ...withPassword(among, anyRow(among, { school: other })),
      legacy_username: first.email.trim(),
    };
    return {
      rows: [taken(first), taken(second)],
      accounts: [accountOf([first]), accountOf([second])],
    };
  },

  "addresses that are nearly the same are several people": (among) => {
    const n = among.next();
    const rows = among.draw
      .of([
        [`parent${n}@example.org`, `parent${n}+ecole@example.org`, `parent${n}+@example.org`],
        [`ibra${n}@example.org`, `lbra${n}@example.org`, `1bra${n}@example.org`],
        [`claire${n}@example.org`, `claire.${n}@example.org`],
        [`p${n}@école.example`, `p${n}@xn--cole-9oa.example`, `p${n}@ecole.example`],
        [`pass${n}@straße.example`, `pass${n}@strasse.example`],
      ])
      .map((email) => anyRow(among, { email }));
    return { rows: rows.map((row) => taken(row)), accounts: rows.map((row) => accountOf([row])) };
  },

  "a language that the portal does not speak": (among) => {
    const row = anyRow(among, { language: among.draw.of(hard.unknownLanguages) });
    return { rows: [taken(row, "language-unknown")], accounts: [accountOf([row])] };
  },

  "a hash that nobody can sign in with": (among) => {
    const row = {
      ...anyRow(among),
      legacy_username: newUsername(among),
      legacy_password_hash: unusableHash(among.draw, among.hashFormat),
      password: undefined,
    };
    return { rows: [taken(row, "password-not-taken")], accounts: [accountOf([row])] };
  },

  "a hash without an old user name": (among) => {
    const { hash } = drawPassword(among.draw, among.formats);
    const without = { legacy_username: "", legacy_password_hash: hash, password: undefined };
    const row = { ...anyRow(among), ...without };
    return { rows: [taken(row, "password-not-taken")], accounts: [accountOf([row])] };
  },

  "a hash of a school whose old method is over": (among) => {
    const row = withPassword(among, anyRow(among, { school: among.closedSchool }));
    const account = accountOf([{ ...row, password: undefined }]);
    return { rows: [taken(row, "password-not-taken")], accounts: [account] };
  },

  "an address that is none": (among) =>
    rejected(among, (row) => ({ ...row, email: among.draw.of(hard.badAddresses) })),

  "a school that is none": (among) =>
    rejected(among, (row) => ({
      ...row,
      school: among.draw.of(["", "inconnue", "../athenee", "__proto__", "constructor", "/", "*"]),
    })),

  "neither an address nor an old user name": (among) =>
    rejected(among, (row) => ({ ...row, email: "", legacy_username: "" })),

  "a password in clear": (among) =>
    rejected(among, (row) => ({ ...row, legacy_password_hash: among.draw.of(plainPasswords) })),

  "a cell with control characters or with too much": (among) =>
    rejected(among, (row) => ({
      ...row,
      [among.draw.of(["first_name", "last_name", "legacy_username", "person_id"])]: among.draw.of([
        "Claire\nBcc: tous@example.org",
        "Claire\u001b[2J",
        "Claire\u0085Dubois",
        "x".repeat(256),
        "é".repeat(256),
        "🦄".repeat(300),
      ]),
    })),

  "a comma too many": (among) => {
    const { rows, accounts } = rejected(among, (row) => row);
    return { rows: rows.map((row) => ({ ...row, surplus: ["", "fr"] })), accounts };
  },
};

type Row = Cells & { readonly password?: StoredPassword | undefined };

function taken(row: Row, ...findings: FindingKind[]): CaseRow {
  return { cells: cellsOf(row), outcome: "imported", findings };
}

function held(row: Row, ...findings: FindingKind[]): CaseRow {
  return { cells: cellsOf(row), outcome: "held", findings };
}

/** A row that is refused for one mistake, and what it is without it. */
function rejected(among: Circumstances, spoilt: (row: Row) => Row): Case {
  const row = { ...anyRow(among), person_id: newNumber(among) };
  const cells = cellsOf(spoilt(row));
  const account = accountOf([row]);
  return {
    rows: [
      {
        cells,
        outcome: "rejected",
        findings: ["rejected"],
        correction: { cells: cellsOf(row), account },
      },
    ],
    accounts: [],
  };
}

function cellsOf({ password: _, ...cells }: Row): Cells {
  return cells;
}

function anyRow(among: Circumstances, cells: Partial<Cells> = {}): Row {
  const { draw } = among;
  const row: Row = {
    school: draw.of(among.schools),
    email: hard.respelled(draw, newAddress(among)),
    first_name: draw.of(hard.names),
    last_name: draw.of(hard.names),
    legacy_username: draw.percent(30) ? hard.respelled(draw, newUsername(among)) : "",
    legacy_password_hash: "",
    person_id: draw.percent(60) ? newNumber(among) : "",
    language: draw.of(hard.languages)[0],
    ...cells,
  };
  return draw.percent(35) ? withPassword(among, row) : row;
}

function withPassword(among: Circumstances, row: Row): Row {
  const password = drawPassword(among.draw, among.formats);
  return {
    ...row,
    legacy_username: row.legacy_username || newUsername(among),
    legacy_password_hash: password.hash,
    password,
  };
}

/** What another row says of the same person, by the same name. */
function sameAddress(among: Circumstances, row: Row, cells: Partial<Cells>): Row {
  const { draw } = among;
  return anyRow(among, {
    school: row.school,
    email: hard.respelled(draw, normalized(row.email)),
    first_name: row.first_name,
    last_name: row.last_name,
    ...cells,
  });
}

function addressless(among: Circumstances): Row {
  const row = anyRow(among, {
    email: among.draw.of(["", " "]),
    legacy_username: newUsername(among),
  });
  return among.draw.percent(80) ? withPassword(among, row) : row;
}

function twoSchools({ draw, schools }: Circumstances): [string, string] {
  const one = draw.of(schools);
  return [one, draw.of(schools.filter((school) => school !== one))];
}

function newAddress(among: Circumstances): string {
  return among.draw.of(hard.addresses)(among.next());
}

function newUsername(among: Circumstances): string {
  return among.draw.of(hard.usernames)(among.next());
}

function newNumber(among: Circumstances): string {
  return among.draw.of(hard.numbers)(among.next());
}

const meanings = new Map(hard.languages);

/** The account that rows with one address, or one old user name, must come to. */
function accountOf(rows: readonly Row[]): KnownAccount {
  const named = rows.find(({ first_name, last_name }) => first_name || last_name);
  const memberships = new Map<string, KnownMembership>();
  for (const row of rows) {
    const membership = memberships.get(row.school) ?? {
      usernames: new Set(),
      personIds: new Set(),
      passwords: new Map(),
    };
    memberships.set(row.school, membership);
    const username = normalized(row.legacy_username);
    if (username) membership.usernames.add(username);
    if (row.person_id.trim()) membership.personIds.add(row.person_id.trim());
    if (row.password && !membership.passwords.has(username)) {
      membership.passwords.set(username, { typed: row.legacy_username, password: row.password });
    }
  }
  const address = normalized(rows[0]?.email ?? "");
  return {
    ...(address ? { address } : {}),
    firstName: named?.first_name ?? "",
    lastName: named?.last_name ?? "",
    language: rows.map(({ language }) => meanings.get(language) ?? "").find((each) => each) ?? "",
    memberships,
  };
}
