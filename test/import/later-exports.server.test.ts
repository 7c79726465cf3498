import { afterAll, beforeAll, expect, test } from "vitest";
import { type ImportRealm, openImportRealm } from "./import-realm.ts";
import { importRows, type Row } from "./import-rows.ts";
import { storedAs } from "./old-passwords.ts";
import { credentialsOf, type RealmAccount, readAccount, readAccounts } from "./realm-accounts.ts";

/* What a school's next export says of people who are there: it is added, and nothing is lost. */

const [before, after] = ["Minou-2012", "motdepasse"].map((clear) => storedAs("crypt $6$", clear));
const hashBefore = before?.hash ?? "";
const clearBefore = before?.clear ?? "";

let realm: ImportRealm;
beforeAll(async () => {
  realm = await openImportRealm([{ id: "demo" }, { id: "autre" }]);
}, 240_000);
afterAll(() => realm?.[Symbol.asyncDispose]());

const person = (name: string, more: Row = {}): Row => ({
  email: `${name}@example.org`,
  first_name: "Claire",
  last_name: "Dubois",
  legacy_username: name,
  legacy_password_hash: hashBefore,
  person_id: `D-${name}`,
  language: "fr",
  ...more,
});

async function accountOf(username: string): Promise<RealmAccount> {
  const account = await readAccount(realm.admin, username);
  if (!account) throw new Error(`nobody is ${username}`);
  return account;
}

async function withoutAddress(oldName: string): Promise<RealmAccount[]> {
  const all = await readAccounts(realm.admin);
  return all.filter(
    ({ email, attributes }) => !email && attributes["demo.username"]?.includes(oldName),
  );
}

test("another old password takes the place of the one before", async () => {
  await importRows(realm, "demo", [person("changed")]);
  const [first] = await credentialsOf(realm.admin, (await accountOf("changed@example.org")).id);
  const next = person("changed", { legacy_password_hash: after?.hash ?? "" });
  const { report } = await importRows(realm, "demo", [next]);
  expect(report).toMatchObject({ rows: { imported: 1 }, accounts: { changed: 1 }, passwords: 1 });
  const { id } = await accountOf("changed@example.org");
  expect(await credentialsOf(realm.admin, id)).toEqual([first]);
  expect(await realm.comesIn("demo", "changed", after?.clear ?? "")).toBe(true);
  expect(await realm.comesIn("demo", "changed", clearBefore)).toBe(false);
});

test("an old user name, a number and a school more are added", async () => {
  await importRows(realm, "demo", [person("more")]);
  const more = person("more", { legacy_username: "more2", person_id: "D2", first_name: "Clara" });
  await importRows(realm, "demo", [more]);
  await importRows(realm, "autre", [person("more", { legacy_username: "ailleurs" })]);
  const account = await accountOf("more@example.org");
  // One school alone knew her then, so that its names are hers.
  expect(account).toMatchObject({ firstName: "Clara", schools: ["autre", "demo"] });
  expect(account.attributes).toMatchObject({
    "demo.username": ["more", "more2"],
    "demo.person": ["D-more", "D2"],
    "autre.username": ["ailleurs"],
  });
  for (const [school, name] of [
    ["demo", "more"],
    ["demo", "more2"],
    ["autre", "ailleurs"],
  ] as const) {
    expect(await realm.comesIn(school, name, clearBefore)).toBe(true);
  }
});

test("the address that an export brings becomes that of the account without one", async () => {
  await importRows(realm, "demo", [person("late", { email: "" })]);
  const [nobody] = await withoutAddress("late");
  const { ended, report } = await importRows(realm, "demo", [
    person("late", { legacy_password_hash: "" }),
  ]);
  expect(ended.exitCode).toBe(0);
  expect(report.table("demo", "without-email.csv")).toEqual([]);
  const account = await accountOf("late@example.org");
  expect(account).toMatchObject({ id: nobody?.id, email: "late@example.org", isVerified: false });
  expect(await withoutAddress("late")).toEqual([]);
  expect(await realm.comesIn("demo", "late", clearBefore)).toBe(true);
});

test("an account without an address is merged into the one that has the address", async () => {
  await importRows(realm, "demo", [person("merged", { email: "" })]);
  await importRows(realm, "autre", [person("merged", { legacy_username: "m-ailleurs" })]);
  const { id } = await accountOf("merged@example.org");
  const withoutHash = person("merged", { legacy_password_hash: "" });
  const held = await importRows(realm, "demo", [withoutHash]);
  expect(held.report).toMatchObject({
    rows: { held: 1 },
    findings: expect.arrayContaining([expect.objectContaining({ kind: "password-needed" })]),
  });
  expect(await withoutAddress("merged")).toHaveLength(1);
  expect(await realm.comesIn("demo", "merged", clearBefore)).toBe(true);

  const { ended } = await importRows(realm, "demo", [person("merged")]);
  expect(ended.exitCode).toBe(0);
  expect(await withoutAddress("merged")).toEqual([]);
  expect(await accountOf("merged@example.org")).toMatchObject({ id, schools: ["autre", "demo"] });
  expect(await realm.comesIn("demo", "merged", clearBefore)).toBe(true);
  expect(await realm.comesIn("autre", "m-ailleurs", clearBefore)).toBe(true);
});

test("a changed address waits for somebody to confirm it, and is then the account's", async () => {
  await importRows(realm, "demo", [person("moved")]);
  const { id } = await accountOf("moved@example.org");
  const row = person("moved", { email: "moved.away@example.org" });
  const held = await importRows(realm, "demo", [row]);
  expect(held.report).toMatchObject({ rows: { held: 1 }, findings: [{ kind: "address-changed" }] });
  expect((await accountOf("moved@example.org")).id).toBe(id);

  const confirmed = await importRows(realm, "demo", [row], "--update-addresses", "--yes");
  expect(confirmed.ended.exitCode).toBe(0);
  expect(await accountOf("moved.away@example.org")).toMatchObject({ id, isVerified: false });
  expect(await readAccount(realm.admin, "moved@example.org")).toBeUndefined();
  expect(await realm.comesIn("demo", "moved", clearBefore)).toBe(true);
});

test("a dry run finds the same, and writes nothing to anybody", async () => {
  await importRows(realm, "demo", [person("dry")]);
  const account = await accountOf("dry@example.org");
  const rows = [
    person("dry", { legacy_username: "dry2" }),
    person("dry", { email: "dry.away@example.org" }),
    person("new-in-dry-run"),
    person("not an address"),
  ];
  const dry = await importRows(realm, "demo", rows, "--dry-run");
  expect(await accountOf("dry@example.org")).toEqual(account);
  expect(await readAccount(realm.admin, "new-in-dry-run@example.org")).toBeUndefined();
  const real = await importRows(realm, "demo", rows);
  expect(real.ended.exitCode).toBe(2);
  expect(dry.ended.exitCode).toBe(2);
  expect(dry.report.findings).toEqual(real.report.findings);
  expect(dry.report.rows).toEqual(real.report.rows);
});
