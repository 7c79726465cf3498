import { expect, test } from "vitest";
import type { Column } from "../exports/columns.ts";
import type { PersonRow } from "../exports/people-file.ts";
import { accountsFrom } from "./accounts.ts";

const schools = ["demo", "saint-exupery"];

function row(cells: Partial<Record<Column, string>>, line = 2): PersonRow {
  return {
    line,
    hasSurplusCells: false,
    cells: {
      school: "demo",
      email: "claire.dubois@example.org",
      first_name: "Claire",
      last_name: "Dubois",
      legacy_username: "",
      legacy_password_hash: "",
      person_id: "",
      language: "fr",
      ...cells,
    },
  };
}

test("the same address in two schools is one account with both memberships", async () => {
  const { accounts, rejections } = await accountsFrom(
    [
      row({ legacy_username: "DuboisC", person_id: "D1" }),
      row({ school: "saint-exupery", email: "Claire.Dubois@Example.org ", person_id: "7" }),
      row({ legacy_username: "duboisc2", person_id: "D1" }),
    ],
    schools,
  );
  expect(rejections).toEqual([]);
  expect(accounts).toEqual([
    {
      email: "claire.dubois@example.org",
      firstName: "Claire",
      lastName: "Dubois",
      language: "fr",
      memberships: new Map([
        ["demo", { usernames: ["duboisc", "duboisc2"], personIds: ["D1"], passwords: new Map() }],
        ["saint-exupery", { usernames: [], personIds: ["7"], passwords: new Map() }],
      ]),
    },
  ]);
});

test("the same letters written in two ways are the same address and user name", async () => {
  const { accounts } = await accountsFrom(
    [
      row({ email: "zoé@example.org", legacy_username: "zoé" }),
      row({ email: "zoe\u0301@example.org", legacy_username: "ZOE\u0301" }),
    ],
    schools,
  );
  expect(accounts).toHaveLength(1);
  expect(accounts[0]?.memberships.get("demo")?.usernames).toEqual(["zoé"]);
});

test("names and language are those of the first row that has them", async () => {
  const { accounts } = await accountsFrom(
    [
      row({ first_name: "", last_name: "", language: "" }),
      row({ language: "NL" }),
      row({ first_name: "Clara", language: "de" }),
    ],
    schools,
  );
  expect(accounts[0]).toMatchObject({ firstName: "Claire", lastName: "Dubois", language: "nl" });
});

test.each<[Column, string, string]>([
  ["email", "", "is empty"],
  ["email", "claire.dubois", "is not an e-mail address"],
  ["email", "claire@dubois@example.org", "is not an e-mail address"],
  ["email", "claire dubois@example.org", "is not an e-mail address"],
  ["email", "claire@localhost", "is not an e-mail address"],
  ["email", "claire..dubois@example.org", "is not an e-mail address"],
  ["email", "a@example.org,b@example.org", "is not an e-mail address"],
  ["email", "claire@example.org\u0000", "is not an e-mail address"],
  ["email", "claire\u200b@example.org", "is not an e-mail address"],
  ["first_name", "Claire\r\nBcc: all@example.org", "has control characters"],
  ["school", "", "is empty"],
  ["school", "athenee", "is not one of demo, saint-exupery"],
  ["language", "it", "is not one of fr, nl, de, en"],
  ["last_name", "x".repeat(256), "is longer than 255 characters"],
])(
  "a row whose %s is %j is rejected with its line and the reason",
  async (column, value, reason) => {
    const good = row({ email: "marc.lambert@example.org" });
    const { accounts, rejections } = await accountsFrom(
      [row({ [column]: value }, 17), good],
      schools,
    );
    expect(rejections).toEqual([{ line: 17, column, reason }]);
    expect(accounts.map(({ email }) => email)).toEqual(["marc.lambert@example.org"]);
  },
);

const bcrypt = "$2y$10$abcdefghijklmnopqrstuuBCDEFGHIJKLMNOPQRSTUVWXYZabcde.";

test("each old user name has its own password, the first that a row gives it", async () => {
  const other = bcrypt.replace(/e\.$/, "f.");
  const { accounts, passwordsLeftOut } = await accountsFrom(
    [
      row({ legacy_username: "DuboisC" }),
      row({ legacy_username: "duboisc", legacy_password_hash: bcrypt }),
      row({ legacy_username: "duboisc", legacy_password_hash: other }),
      row({ legacy_username: "duboisc2", legacy_password_hash: other }),
    ],
    schools,
  );
  expect(accounts[0]?.memberships.get("demo")?.passwords).toEqual(
    new Map([
      ["duboisc", { is: "hash", hash: bcrypt, kind: "$2y$10$" }],
      ["duboisc2", { is: "hash", hash: other, kind: "$2y$10$" }],
    ]),
  );
  expect(passwordsLeftOut).toEqual(new Map());
});

test("a password that can't be taken over is told by its lines, and its row is taken over", async () => {
  const digits = "5f4dcc3b5aa765d61d8327deb882cf99";
  const result = await accountsFrom(
    [
      row({ legacy_username: "one", legacy_password_hash: digits }, 2),
      row({ legacy_username: "two", legacy_password_hash: digits }, 3),
      row({ legacy_password_hash: bcrypt }, 4),
    ],
    schools,
  );
  expect(result.passwordsLeftOut).toEqual(
    new Map([
      [expect.stringContaining("--hash-format"), [2, 3]],
      ["there is no user name for it", [4]],
    ]),
  );
  expect(result.accounts[0]?.memberships.get("demo")).toEqual({
    usernames: ["one", "two"],
    personIds: [],
    passwords: new Map(),
  });
});

test("a row with what may be a password itself is rejected, and the cell goes nowhere", async () => {
  const result = await accountsFrom([row({ legacy_password_hash: "Minou-2012" }, 9)], schools);
  expect(result.accounts).toEqual([]);
  expect(result.rejections).toMatchObject([{ line: 9, column: "legacy_password_hash" }]);
  expect(JSON.stringify([result, [...result.passwordsLeftOut]])).not.toContain("Minou");
});

test("a row with a comma too many is rejected, so that no password becomes a person's number", async () => {
  const hash = "$2y$10$abcdefghijklmnopqrstuv";
  const shifted = { ...row({ last_name: "Marie", person_id: hash }), hasSurplusCells: true };
  const { accounts, rejections } = await accountsFrom([shifted], schools);
  expect(accounts).toEqual([]);
  expect(rejections).toMatchObject([{ line: 2, column: "row" }]);
});

test("odd names are kept as they are", async () => {
  const name = `<script>alert(1)</script> "O'Brien & fils"`;
  const { accounts } = await accountsFrom([row({ first_name: name })], schools);
  expect(accounts[0]?.firstName).toBe(name);
});
