import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { columns } from "../../scripts/exports/columns.ts";
import { type ImportRealm, openImportRealm } from "./import-realm.ts";
import { readImportReport } from "./import-report.ts";
import { type Imported, importRows, type Row } from "./import-rows.ts";
import { storedAs } from "./old-passwords.ts";
import {
  credentialsOf,
  type RealmAccount,
  type RealmCredential,
  readAccount,
  readAccounts,
} from "./realm-accounts.ts";

/*
 * The school beta attacks what the school alpha uses, by what it writes into its own export. It may add
 * its own membership to an address that it knows; it changes nothing else, and learns nothing.
 */

const alphas = storedAs("bcrypt $2y$", "Minou-2012");
const betas = storedAs("bcrypt $2y$", "motdepasse");

/** What alpha knows of its people, and nobody else may. */
const secretName = { first_name: "Zéphyrine", last_name: "Quintefeuille" };

function addressOf(name: string): string {
  return name === "accent" ? "accent@école.example" : `${name}@example.org`;
}

function victim(name: string): Row {
  return {
    email: addressOf(name),
    ...secretName,
    legacy_username: `alpha-${name}`,
    legacy_password_hash: alphas.hash,
    person_id: `NA-${name}`,
    language: "nl",
  };
}

const victims = [
  ...[
    "renamed",
    "capital",
    "accent",
    "disabled",
    "verified",
    "signed-in",
    "twin1",
    "twin2",
    "twin3",
  ],
  ...["shared-moves", "left-behind", "target", "administrator", "same-name", "kept-first"],
];

let realm: ImportRealm;

beforeAll(async () => {
  realm = await openImportRealm([{ id: "alpha" }, { id: "beta" }]);
  const without = { ...victim("no-address"), email: "" };
  const done = await importFor("alpha", [...victims.map(victim), without]);
  expect(done.ended).toMatchObject({ exitCode: 0 });
}, 300_000);
afterAll(() => realm?.[Symbol.asyncDispose]());

function importFor(school: string, rows: readonly Row[], ...words: string[]): Promise<Imported> {
  return importRows(realm, school, rows, ...words);
}

interface Whole extends RealmAccount {
  readonly credentials: readonly RealmCredential[];
}

/** The accounts that are there of these addresses. */
async function accountsOf(...addresses: string[]): Promise<Whole[]> {
  const found = await Promise.all(addresses.map((address) => readAccount(realm.admin, address)));
  return Promise.all(
    found
      .filter((account) => account !== undefined)
      .map(async (account) => ({
        ...account,
        credentials: await credentialsOf(realm.admin, account.id),
      })),
  );
}

async function accountOf(address: string): Promise<Whole> {
  const [account] = await accountsOf(address);
  if (!account) throw new Error(`nobody has ${address}`);
  return account;
}

/** All of an account but what is beta's. */
function withoutBeta(account: Whole): unknown {
  const { attributes, schools, credentials, ...own } = account;
  return {
    ...own,
    attributes: Object.fromEntries(
      Object.entries(attributes).filter(([name]) => !name.startsWith("beta.")),
    ),
    schools: schools.filter((school) => school !== "beta"),
    credentials: credentials.filter(({ school }) => school !== "beta"),
  };
}

/** What one of beta's own attributes says. */
const betaHas = (account: Whole, name: string) => account.attributes[`beta.${name}`] ?? [];

const attack: Row = {
  first_name: "Mallory",
  last_name: "Autrenom",
  legacy_password_hash: betas.hash,
  language: "de",
};

describe("an export that names another school's people", () => {
  const address = addressOf;
  const attacked = [
    "renamed",
    "capital",
    "accent",
    "disabled",
    "verified",
    "signed-in",
    "same-name",
    "administrator",
  ];
  const before = new Map<string, Whole>();
  let sessions: number;
  let done: Imported;

  beforeAll(async () => {
    const { users, roles } = realm.admin;
    const idOf = async (name: string) => (await accountOf(address(name))).id;
    await users.update({ id: await idOf("disabled") }, { enabled: false });
    const verified = await accountOf(address("verified"));
    await users.update(
      { id: verified.id },
      { email: verified.email, username: verified.username, emailVerified: true },
    );
    await users.resetPassword({
      id: verified.id,
      credential: { type: "password", value: "une phrase de la victime", temporary: false },
    });
    await roles.create({ name: "operations" });
    const role = await roles.findOneByName({ name: "operations" });
    await users.addRealmRoleMappings({
      id: await idOf("administrator"),
      roles: [{ id: role?.id ?? "", name: "operations" }],
    });
    await realm.comesIn("alpha", "alpha-signed-in", alphas.clear);
    sessions = (await users.listSessions({ id: await idOf("signed-in") })).length;
    await users.create({ username: "unclear@example.org", email: "quite.another@example.org" });

    for (const name of attacked) before.set(name, await accountOf(address(name)));
    done = await importFor("beta", [
      { ...attack, email: address("renamed"), legacy_username: "b1", person_id: "NB-1" },
      { ...attack, email: "  CAPITAL@Example.ORG ", legacy_username: "b2" },
      { ...attack, email: "accent@E\u0301COLE.example", legacy_username: "b3" },
      { ...attack, email: address("disabled"), legacy_username: "b4" },
      { ...attack, email: address("verified"), legacy_username: "b5" },
      { ...attack, email: address("signed-in"), legacy_username: "b6" },
      // The very name and number that the person has at alpha.
      {
        ...attack,
        email: address("same-name"),
        legacy_username: "alpha-same-name",
        person_id: "NA-same-name",
      },
      { ...attack, email: address("administrator"), legacy_username: "b8" },
      // Names and numbers of alpha's for somebody else.
      {
        ...attack,
        email: address("mallory1"),
        legacy_username: "alpha-target",
        person_id: "NA-target",
      },
      // Of somebody whom alpha knows without an address.
      {
        ...attack,
        email: address("mallory2"),
        legacy_username: "alpha-no-address",
        person_id: "NA-no-address",
      },
      // A victim's address and user name as an old user name.
      { ...attack, email: address("mallory3"), legacy_username: address("target") },
      // What looks like a victim's address.
      { ...attack, email: "tаrget@example.org", legacy_username: "b12" },
      { ...attack, email: "target@example.org.", legacy_username: "b13" },
      { ...attack, email: "unclear@example.org", legacy_username: "b14" },
    ]);
    expect(done.ended.exitCode).toBe(2);
  }, 240_000);

  it("adds its own membership, old names and numbers, and changes nothing else", async () => {
    for (const name of attacked) {
      const after = await accountOf(address(name));
      expect(withoutBeta(after)).toEqual(withoutBeta(before.get(name) as Whole));
      expect(after.schools, name).toEqual(["alpha", "beta"]);
    }
    const renamed = await accountOf(address("renamed"));
    expect(betaHas(renamed, "username")).toEqual(["b1"]);
    expect(betaHas(renamed, "person")).toEqual(["NB-1"]);
  });

  it("enables nobody, and proves nobody's address", async () => {
    expect(await accountOf(address("disabled"))).toMatchObject({ isEnabled: false });
    expect(await accountOf(address("renamed"))).toMatchObject({ isVerified: false });
    expect(await accountOf(address("verified"))).toMatchObject({ isVerified: true });
  });

  it("ends nobody's session", async () => {
    const { id } = await accountOf(address("signed-in"));
    expect(sessions).toBeGreaterThan(0);
    expect(await realm.admin.users.listSessions({ id })).toHaveLength(sessions);
  });

  it("opens the other school with none of its own passwords, and leaves the other's as they are", async () => {
    expect(await realm.comesIn("beta", "alpha-same-name", betas.clear)).toBe(true);
    expect(await realm.comesIn("alpha", "alpha-same-name", betas.clear)).toBe(false);
    expect(await realm.comesIn("beta", "alpha-renamed", alphas.clear)).toBe(false);
    expect(await realm.comesIn("alpha", "alpha-renamed", alphas.clear)).toBe(true);
    expect(await realm.comesIn("alpha", "b1", betas.clear)).toBe(false);
    expect(await realm.comesIn("beta", address("target"), betas.clear)).toBe(true);
    expect(await realm.comesIn("alpha", address("target"), betas.clear)).toBe(false);
  });

  it("gets nobody by their old name or number at the other school", async () => {
    const target = await accountOf(address("target"));
    expect(target.schools).toEqual(["alpha"]);
    expect(await accountOf(address("mallory1"))).toMatchObject({ schools: ["beta"] });
    const mallory = await accountOf(address("mallory2"));
    expect(mallory.schools).toEqual(["beta"]);
    expect(Object.keys(mallory.attributes).filter((name) => name.startsWith("alpha"))).toEqual([]);
    const nobodys = (await readAccounts(realm.admin)).filter(({ email }) => email === "");
    expect(nobodys).toMatchObject([
      { schools: ["alpha"], attributes: { "alpha.username": ["alpha-no-address"] } },
    ]);
    expect(await realm.comesIn("alpha", "alpha-no-address", alphas.clear)).toBe(true);
  });

  it("makes no account of an address that only looks the same", async () => {
    expect(await accountsOf("tаrget@example.org")).toEqual([]);
    expect(await accountsOf("target@example.org.")).toEqual([]);
  });

  it("changes no account whose user name is the address, but whose address is another", async () => {
    const [unclear] = await accountsOf("unclear@example.org");
    expect(unclear).toMatchObject({ email: "quite.another@example.org", schools: [] });
    expect(unclear?.credentials).toEqual([]);
  });

  it("is told nothing that only the other school knows", () => {
    const told = [...done.report.files].filter(([name]) => name.startsWith("beta/"));
    expect(told.length).toBeGreaterThan(0);
    for (const [, text] of told) {
      expect(text).not.toMatch(
        /alpha(?!-(same-name|target|no-address))|Zéphyrine|Quintefeuille|Minou/,
      );
      expect(text).not.toMatch(/quite\.another/);
    }
    expect([...done.report.files.keys()].filter((name) => name.startsWith("alpha"))).toEqual([]);
  });
});

describe("a school's folder", () => {
  const twins = ["known", "strange"] as const;
  const folders = new Map<string, Map<string, string>>();
  const codes = new Map<string, number | undefined>();

  /** Rows about people whom alpha knows, or the same about people whom nobody knows. */
  function rowsOf(twin: (typeof twins)[number]): Row[] {
    const address = (n: number) =>
      twin === "known" ? `twin${n}@example.org` : `nobd${n}@example.org`;
    const t = twin.slice(0, 1);
    return [
      {
        ...attack,
        email: address(1),
        legacy_username: `t1${t}`,
        person_id: `1${t}`,
        language: "it",
      },
      // An address for somebody who had none, without the old password.
      { ...attack, email: address(2), legacy_username: `none${t}`, legacy_password_hash: "" },
      // Another address for somebody.
      { ...attack, email: address(3), legacy_username: `moved${t}` },
      { ...attack, email: "not an address", legacy_username: `bad${t}` },
      // Its own rows differ, which is its own affair.
      { ...attack, email: address(1), legacy_username: `t5${t}`, first_name: "Un autre" },
    ];
  }

  /** A file with what differs between the twins by itself in the same words. */
  const unnamed = (text: string) =>
    text
      .replaceAll(/twin(?=\d)|nobd(?=\d)/g, "T")
      .replaceAll(/\b(t[15]|1|none|moved|bad|before-)[ks]\b/g, "$1");

  async function compare(what: string, ...words: string[]): Promise<void> {
    for (const twin of twins) {
      const { ended, report } = await importFor("beta", rowsOf(twin), ...words);
      const own = [...report.files].filter(([name]) => name.startsWith("beta/"));
      folders.set(`${what} ${twin}`, new Map(own.map(([name, text]) => [name, unnamed(text)])));
      codes.set(`${what} ${twin}`, ended.exitCode);
    }
  }

  beforeAll(async () => {
    const { ended } = await importFor("beta", [
      ...twins.flatMap((twin) => {
        const t = twin.slice(0, 1);
        return [
          { ...attack, email: "", legacy_username: `none${t}` },
          { ...attack, email: `before-${t}@example.org`, legacy_username: `moved${t}` },
        ];
      }),
    ]);
    expect(ended).toMatchObject({ exitCode: 0 });
    await compare("dry", "--dry-run");
    await compare("first");
    await compare("second");
    await compare("update", "--update-addresses", "--yes");
  }, 300_000);

  it.each(["dry", "first", "second", "update"])(
    "does not tell whether another school knows an address: %s",
    (what) => {
      const findings = folders.get(`${what} known`)?.get("beta/findings.csv");
      expect(findings?.match(/nom différent/g)).toHaveLength(1);
      expect(folders.get(`${what} known`)).toEqual(folders.get(`${what} strange`));
    },
  );

  it("leaves alone what alpha has of them", async () => {
    for (const n of [1, 2, 3]) {
      const twin = await accountOf(`twin${n}@example.org`);
      expect(twin).toMatchObject({ firstName: "Zéphyrine", lastName: "Quintefeuille" });
      expect(twin.attributes).toMatchObject({
        locale: ["nl"],
        "alpha.username": [`alpha-twin${n}`],
      });
      expect(await realm.comesIn("alpha", `alpha-twin${n}`, alphas.clear)).toBe(true);
    }
  });
});

describe("--update-addresses", () => {
  const update = ["--update-addresses", "--yes"];

  it("moves beta's own membership from an account that alpha uses, and nothing of alpha's", async () => {
    const from = "shared-moves@example.org";
    const before = await accountOf(from);
    await importFor("beta", [{ ...attack, email: from, legacy_username: "m1", person_id: "M1" }]);
    const to = "evil@example.org";
    const { ended } = await importFor(
      "beta",
      [{ ...attack, email: to, legacy_username: "m1", person_id: "M1" }],
      ...update,
    );
    expect(ended).toMatchObject({ exitCode: 0 });
    expect(await accountOf(from)).toEqual(before);
    const evil = await accountOf(to);
    expect(evil).toMatchObject({ schools: ["beta"], isVerified: false });
    expect(betaHas(evil, "username")).toEqual(["m1"]);
    expect(await realm.comesIn("alpha", "alpha-shared-moves", alphas.clear)).toBe(true);
    expect(await realm.comesIn("beta", "m1", betas.clear)).toBe(true);
  });

  it("changes the address of no account that has a password or a link, though beta alone knows it", async () => {
    const people = ["with-password@example.org", "with-link@example.org"];
    const rows = people.map((email, n) => ({ ...attack, email, legacy_username: `own${n}` }));
    await importFor("beta", rows);
    const [first = "", second = ""] = await Promise.all(
      people.map(async (email) => (await accountOf(email)).id),
    );
    await realm.admin.users.resetPassword({
      id: first,
      credential: { type: "password", value: "une phrase de la victime", temporary: false },
    });
    await linkWithSomebody(second);
    const { ended } = await importFor(
      "beta",
      rows.map((row, n) => ({ ...row, email: `taken${n}@example.org` })),
      ...update,
    );
    expect(ended).toMatchObject({ exitCode: 0 });
    for (const [n, email] of people.entries()) {
      const account = await accountOf(email);
      expect(account).toMatchObject({ id: [first, second][n], schools: [] });
      expect(betaHas(account, "username")).toEqual([]);
      expect((await accountOf(`taken${n}@example.org`)).id).not.toBe(account.id);
    }
  });

  async function linkWithSomebody(id: string): Promise<void> {
    await realm.admin.identityProviders.create({
      alias: "elsewhere",
      providerId: "oidc",
      config: {},
    });
    await realm.admin.users.addToFederatedIdentity({
      id,
      federatedIdentityId: "elsewhere",
      federatedIdentity: { identityProvider: "elsewhere", userId: "1", userName: "somebody" },
    });
  }
});

describe("--missing leave", () => {
  it("takes away beta's own, and nothing of alpha's", async () => {
    const address = "left-behind@example.org";
    const before = await accountOf(address);
    await importFor("beta", [{ ...attack, email: address, legacy_username: "l1" }]);
    expect((await accountOf(address)).schools).toEqual(["alpha", "beta"]);
    const others = (await readAccounts(realm.admin)).filter(
      ({ schools, email }) => schools.includes("beta") && email !== address,
    );
    const rows = others.map(({ email, attributes }) => ({
      ...attack,
      legacy_password_hash: "",
      email,
      legacy_username: attributes["beta.username"]?.[0] ?? "",
    }));
    const { ended } = await importFor("beta", rows, "--missing", "leave", "--yes");
    expect(ended.stderr).not.toContain("✗");
    expect(await accountOf(address)).toEqual(before);
    expect(await realm.comesIn("alpha", "alpha-left-behind", alphas.clear)).toBe(true);
    expect(await realm.comesIn("beta", "l1", betas.clear)).toBe(false);
  });
});

describe("an import of one school's export", () => {
  it("takes no row that says it is another school's", async () => {
    const before = await accountOf("kept-first@example.org");
    const rows = ["alpha", "alpha ", "../alpha", "__proto__", "beta"].map((school, n) => ({
      ...attack,
      school,
      email: n < 2 ? "kept-first@example.org" : `header${n}@example.org`,
      legacy_username: "alpha-kept-first",
    }));
    const { ended, report } = await importFor("beta", rows);
    expect(ended.exitCode).toBe(2);
    expect(report.rows).toMatchObject({ rows: 5, imported: 1, rejected: 4 });
    expect(await accountOf("kept-first@example.org")).toEqual(before);
    expect(await accountsOf("header2@example.org", "header3@example.org")).toEqual([]);
  });

  it("reads nothing into an account but the columns there are", async () => {
    const header = "email;groups;emailVerified;enabled;realmRoles;alpha.username;attributes;id";
    const cells = "columns@example.org;/schools/alpha;true;false;operations;alpha-target;x;y";
    await realm.write("columns.csv", `${header}\n${cells}\n`);
    expect(
      await realm.portail("import", "columns.csv", "--school", "beta", "--report", "columns"),
    ).toMatchObject({ exitCode: 0 });
    const account = await accountOf("columns@example.org");
    expect(account).toMatchObject({ isVerified: false, isEnabled: true, schools: ["beta"] });
    expect(Object.keys(account.attributes).filter((name) => /alpha|attr/.test(name))).toEqual([]);
  });

  it("takes no file that names the school's column twice", async () => {
    await realm.write("twice.csv", "email;school;ecole\nx@example.org;beta;alpha\n");
    const { stderr, exitCode } = await realm.portail("import", "twice.csv", "--report", "twice");
    expect(exitCode).toBe(1);
    expect(stderr).toContain("IMPORT_COLUMN_TWICE");
  });

  it.each(["../alpha", "..", "/tmp", "__proto__", "constructor", "alpha/../beta", ""])(
    "is for no school that is called %j, and writes nowhere else",
    async (school) => {
      await realm.write("odd.csv", "");
      const before = await readdir(realm.dir);
      const [report, other] = [`odd ${school.length} 1`, `odd ${school.length} 2`];
      await realm.write("odd.csv", `school;email\n${school};odd@example.org\n`);
      const named = await realm.portail("import", "odd.csv", "--school", school, "--report", other);
      expect(named.exitCode).not.toBe(0);
      const { exitCode } = await realm.portail("import", "odd.csv", "--report", report);
      expect(exitCode).toBe(2);
      const added = (await readdir(realm.dir)).filter((name) => !before.includes(name));
      expect(added.filter((name) => ![report, other].includes(name))).toEqual([]);
      const { files } = await readImportReport(join(realm.dir, report));
      expect([...files.keys()]).toEqual(["report.json"]);
      expect(await accountsOf("odd@example.org")).toEqual([]);
    },
  );
});

describe("an import of both schools at once", () => {
  it("lets no row of beta's hold back, reject or rename one of alpha's", async () => {
    const alphasRow = { ...victim("at-once"), school: "alpha" };
    const betasRows = [
      { ...attack, school: "beta", email: "at-once@example.org", legacy_username: "alpha-at-once" },
      { ...attack, school: "beta", email: "other1@example.org", legacy_username: "alpha-at-once" },
      { ...attack, school: "beta", email: "other2@example.org", person_id: "NA-at-once" },
      { ...attack, school: "beta", email: "other3@example.org", person_id: "NA-at-once" },
    ];
    const text = (rows: readonly Row[]) =>
      [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ""))]
        .map((cells) => `${cells.join(";")}\n`)
        .join("");
    await realm.write("alpha.csv", text([alphasRow]));
    await realm.write("beta.csv", text(betasRows));
    const { exitCode } = await realm.portail("import", "alpha.csv", "beta.csv", "--report", "both");
    expect(exitCode).toBe(2);
    const { schools, files } = await readImportReport(join(realm.dir, "both"));
    expect(schools.alpha).toMatchObject({ rows: 1, imported: 1 });
    expect(schools.beta).toMatchObject({ rows: 4, held: 4 });
    expect(await accountOf("at-once@example.org")).toMatchObject({
      firstName: "Zéphyrine",
      schools: ["alpha"],
    });
    for (const [name, content] of files) {
      if (name.startsWith("alpha/")) expect(content).not.toMatch(/beta|other\d|Mallory/);
      if (name.startsWith("beta/")) expect(content).not.toMatch(/alpha(?!-at-once)|Zéphyrine/);
    }
  });
});
