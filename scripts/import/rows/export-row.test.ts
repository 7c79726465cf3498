import { expect, test } from "vitest";
import { personRow } from "../../../test/support/export-row.ts";
import type { Column } from "../../exports/columns.ts";
import type { PersonRow } from "../../exports/people-file.ts";
import { exportRow, isRejected, type RowRules } from "./export-row.ts";

const rules: RowRules = {
  schools: new Set(["demo", "saint-exupery"]),
  open: new Set(["demo", "saint-exupery"]),
};
const read = (row: PersonRow, change: Partial<RowRules> = {}) =>
  exportRow(row, "people.csv", { ...rules, ...change });

test("address and old user name are compared in one form, names are kept as they are", () => {
  const name = `<script>alert(1)</script> "O'Brien & fils"`;
  const row = personRow({
    email: " Zoe@Example.org\u00a0",
    legacy_username: "ZOE\u0301",
    first_name: name,
    language: "NL",
  });
  expect(read(row)).toEqual({
    file: "people.csv",
    line: 2,
    school: "demo",
    address: "zoe@example.org",
    firstName: name,
    lastName: "Dubois",
    username: "zo\u00e9",
    personId: "",
    language: "nl",
    leftOut: [],
  });
});

test.each<[Column, string, string]>([
  ["email", "", "nobody"],
  ["email", "claire.dubois", "address-invalid"],
  ["email", "claire@dubois@example.org", "address-invalid"],
  ["email", "claire dubois@example.org", "address-invalid"],
  ["email", "claire@localhost", "address-invalid"],
  ["email", "claire..dubois@example.org", "address-invalid"],
  ["email", "a@example.org,b@example.org", "address-invalid"],
  ["email", "claire@example.org\u0000", "address-invalid"],
  ["email", "claire\u200b@example.org", "address-invalid"],
  ["email", "zo\u00e9@example.org", "address-invalid"],
  ["email", "\u0441laire@example.org", "address-invalid"],
  ["email", `claire@${"x".repeat(64)}.org`, "address-invalid"],
  ["email", "claire@example.org-", "address-invalid"],
  ["first_name", "Claire\r\nBcc: all@example.org", "control-characters"],
  ["school", "", "school-missing"],
  ["school", "athenee", "school-unknown"],
  ["school", "__proto__", "school-unknown"],
  ["last_name", "x".repeat(256), "too-long"],
])("a row whose %s is %j is rejected: %s", (column, value, reason) => {
  const row = personRow({ [column]: value }, 17);
  expect(read(row)).toEqual({ file: "people.csv", line: 17, cells: row.cells, column, reason });
});

test("a row of another school is none of the one that the import is for", () => {
  const row = personRow({ school: "saint-exupery" });
  expect(read(row, { school: "demo" })).toMatchObject({ reason: "school-other" });
});

test("somebody without an address goes by the old user name", () => {
  const row = personRow({ email: "", legacy_username: "duboisc" });
  expect(read(row)).toMatchObject({ address: "", username: "duboisc" });
});

test.each([
  ["fr-BE", "fr"],
  ["Nederlands", "nl"],
  ["DE", "de"],
  ["", ""],
])("the language %j is %j", (cell, language) => {
  expect(read(personRow({ language: cell }))).toMatchObject({ language, leftOut: [] });
});

test("a language that the portal does not speak keeps nobody out", () => {
  expect(read(personRow({ language: "it" }))).toMatchObject({
    language: "",
    leftOut: [{ kind: "language-unknown" }],
  });
});

const bcrypt = "$2y$10$abcdefghijklmnopqrstuuBCDEFGHIJKLMNOPQRSTUVWXYZabcde.";
const digits = "5f4dcc3b5aa765d61d8327deb882cf99";

test("an old password is taken over with its user name", () => {
  const row = personRow({ legacy_username: "duboisc", legacy_password_hash: bcrypt });
  expect(read(row)).toMatchObject({ password: { is: "hash", hash: bcrypt }, leftOut: [] });
});

test.each<[string, Partial<Record<Column, string>>, Partial<RowRules>, string]>([
  [
    "of which nobody says what it is",
    { legacy_password_hash: digits, legacy_username: "d" },
    {},
    "--hash-format",
  ],
  ["without a user name", { legacy_password_hash: bcrypt }, {}, "there is no user name"],
  [
    "of an old method that is over",
    { legacy_password_hash: bcrypt, legacy_username: "d" },
    { open: new Set() },
    "is over",
  ],
])("an old password %s is left out, and its row is taken over", (_, cells, change, why) => {
  const row = read(personRow(cells), change);
  expect(row).toMatchObject({
    leftOut: [{ kind: "password-not-taken", detail: expect.stringContaining(why) }],
  });
  expect(row).not.toHaveProperty("password");
});

test("a row with what may be a password itself is rejected", () => {
  const row = read(personRow({ legacy_password_hash: "Minou-2012" }));
  expect(row).toMatchObject({ column: "legacy_password_hash", reason: "plain-password" });
});

test("a row with a comma too many is rejected, so that no password becomes a person's number", () => {
  const row = read({ ...personRow({ person_id: bcrypt }), hasSurplusCells: true });
  expect(isRejected(row) && row.reason).toBe("surplus-cells");
});
