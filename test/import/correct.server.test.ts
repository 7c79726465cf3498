import { join } from "node:path";
import pMap from "p-map";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Column } from "../../scripts/exports/columns.ts";
import type { FindingKind } from "../../scripts/import/report-format.ts";
import { normalized } from "../../scripts/users/normalized.ts";
import { headers, writtenExport } from "./dialect.ts";
import { Draw } from "./draw.ts";
import type { KnownAccount } from "./hard-cases.ts";
import { type HardExport, hardExport, hardSchools, type KnownRow } from "./hard-export.ts";
import { type Ended, type ImportRealm, openImportRealm } from "./import-realm.ts";
import { type ImportReport, place, readImportReport } from "./import-report.ts";
import { inClear } from "./old-passwords.ts";
import {
  credentialsOf,
  type RealmAccount,
  type RealmCredential,
  readAccount,
  readAccounts,
} from "./realm-accounts.ts";

/*
 * Hard exports of several schools, imported by the tool into a real Keycloak: what is in the realm
 * afterwards, and what the report says of each row, is compared with what those who drew the exports
 * know. `IMPORT_SEED` draws others.
 */

const seed = Number(process.env.IMPORT_SEED ?? 20261123);
const schools = [...hardSchools.open, hardSchools.closed];

/** Bare digits say of themselves not which hash they are: each kind is an import of its own. */
const exports: readonly HardExport[] = [
  hardExport(seed, 36, "md5"),
  hardExport(seed + 1, 1, "sha1", 100_000),
  hardExport(seed + 2, 1, "sha256", 200_000),
];
const known = exports.flatMap(({ accounts }) => accounts);

let realm: ImportRealm;
let ended: Ended[] = [];
let reports: ImportReport[] = [];
let accounts: RealmAccount[] = [];
let credentials: ReadonlyMap<string, readonly RealmCredential[]>;

beforeAll(async () => {
  process.stdout.write(`IMPORT_SEED=${seed}\n`);
  realm = await openImportRealm([
    ...hardSchools.open.map((id) => ({ id })),
    { id: hardSchools.closed, isOldMethodOver: true },
  ]);
  for (const [index, one] of exports.entries()) {
    for (const { name, bytes } of one.files) await realm.write(`${index} ${name}`, bytes);
    ended.push(await importExport(index));
    reports.push(await readImportReport(join(realm.dir, `report ${index}`)));
  }
  accounts = await readAccounts(realm.admin);
  credentials = await someCredentials();
}, 600_000);
afterAll(() => realm?.[Symbol.asyncDispose]());

function importExport(index: number, report = `report ${index}`): Promise<Ended> {
  const { files, hashFormat } = exports[index] ?? { files: [], hashFormat: "md5" };
  const names = files.map(({ name }) => `${index} ${name}`);
  return realm.portail("import", ...names, "--hash-format", hashFormat, "--report", report);
}

/** So many accounts' credentials are looked at; everybody's would be a request each. */
const looked = 300;

/** Credentials by the accounts' ids; the same accounts' each time. */
async function someCredentials(): Promise<Map<string, RealmCredential[]>> {
  const draw = new Draw(seed);
  const some = new Set(Array.from({ length: looked }, () => draw.of(accounts).id));
  return new Map(
    await pMap(some, async (id) => [id, await credentialsOf(realm.admin, id)] as const, {
      concurrency: 4,
    }),
  );
}

const sorted = (texts: Iterable<string>) => [...texts].sort();

/** What is the same of an account whether it is known or read. */
interface Comparable {
  readonly username: string;
  readonly address: string;
  readonly name: string;
  readonly locale: string;
  readonly schools: readonly string[];
  /** `<school> username <name>`, `<school> number <number>`. */
  readonly facts: readonly string[];
}

function comparableKnown(account: KnownAccount): Comparable {
  const facts = [...account.memberships].flatMap(([school, { usernames, personIds }]) => [
    ...[...usernames].map((username) => `${school} username ${username}`),
    ...[...personIds].map((number) => `${school} number ${number}`),
  ]);
  return {
    username: account.address ?? "sans-adresse",
    address: account.address ?? "",
    name: `${account.firstName}|${account.lastName}`.normalize("NFC"),
    locale: account.language,
    schools: sorted(account.memberships.keys()),
    facts: sorted(facts),
  };
}

function comparableRead(account: RealmAccount): Comparable {
  const listed = schools.flatMap((school) => [
    ...(account.attributes[`${school}.username`] ?? []).map((name) => `${school} username ${name}`),
    ...(account.attributes[`${school}.person`] ?? []).map((number) => `${school} number ${number}`),
  ]);
  return {
    username: account.username.replace(/^sans-adresse-[0-9a-f-]{36}$/, "sans-adresse"),
    address: account.email,
    name: `${account.firstName}|${account.lastName}`.normalize("NFC"),
    locale: (account.attributes.locale ?? []).join(),
    schools: account.schools,
    facts: sorted(listed),
  };
}

/** By address, or by what opens the account where it has none. */
function byKey(list: readonly Comparable[]): Map<string, Comparable> {
  return new Map(
    list.map((one) => [
      one.address || (one.facts.find((fact) => / username /.test(fact)) ?? ""),
      one,
    ]),
  );
}

/** The first differences between two sides, few enough to be read. */
function differences<T>(one: ReadonlyMap<string, T>, other: ReadonlyMap<string, T>): unknown[] {
  return sorted(new Set([...one.keys(), ...other.keys()]))
    .filter((key) => JSON.stringify(one.get(key)) !== JSON.stringify(other.get(key)))
    .map((key) => ({ key, expected: one.get(key), found: other.get(key) }))
    .slice(0, 10);
}

describe("an import of hard exports", () => {
  it("is one of at least 5,000 rows of three schools in several files", () => {
    const [{ rows, files } = { rows: [], files: [] }] = exports;
    expect(rows.length).toBeGreaterThanOrEqual(5000);
    expect(files.length).toBeGreaterThanOrEqual(3);
    const named = new Set(rows.map(({ cells }) => cells.school));
    expect(schools.filter((school) => !named.has(school))).toEqual([]);
  });

  it("says by its exit code that some rows are held or rejected", () => {
    expect(ended.map(({ exitCode, stderr }) => ({ exitCode, stderr }))).toEqual(
      ended.map(({ stderr }) => ({ exitCode: 2, stderr })),
    );
  });

  it("makes each account once, with its address, names, language, schools, old names and numbers", () => {
    const read = accounts.map(comparableRead);
    expect(differences(byKey(known.map(comparableKnown)), byKey(read))).toEqual([]);
    expect(read).toHaveLength(known.length);
  });

  it("gives accounts the old passwords that their rows have, and no others", () => {
    const key = ({ address, facts }: Comparable) =>
      address || (facts.find((fact) => / username /.test(fact)) ?? "");
    const expected = new Map(
      known.map((account) => [
        key(comparableKnown(account)),
        sorted(
          [...account.memberships].flatMap(([school, { passwords }]) =>
            [...passwords.keys()].map((username) => `legacy-password ${school} ${username}`),
          ),
        ),
      ]),
    );
    const found = new Map(
      accounts.flatMap((account) => {
        const list = credentials.get(account.id);
        if (!list) return [];
        const texts = list.map(({ type, school, username }) => `${type} ${school} ${username}`);
        return [[key(comparableRead(account)), sorted(texts)] as const];
      }),
    );
    const some = new Map([...expected].filter(([one]) => found.has(one)));
    expect(differences(some, found)).toEqual([]);
    expect(sum(reports.map(({ passwords }) => passwords))).toBe(
      sum([...expected.values()].map(({ length }) => length)),
    );
  });

  it("makes accounts that may sign in, whose address nobody has proven, with no more rights than anybody", () => {
    const role = `default-roles-${realm.realm}`;
    const odd = accounts.filter(
      ({ isVerified, isEnabled, roles, requiredActions }) =>
        isVerified || !isEnabled || roles.join() !== role || requiredActions.length > 0,
    );
    expect(odd.slice(0, 5)).toEqual([]);
  });

  describe("opens the old method as before", () => {
    interface OldSignIn {
      school: string;
      typed: string;
      clear: string;
    }
    const byFormat = new Map<string, OldSignIn[]>();
    for (const { memberships } of known) {
      for (const [school, { passwords }] of memberships) {
        for (const { typed, password } of passwords.values()) {
          const { format, clear } = password;
          byFormat.set(format, [...(byFormat.get(format) ?? []), { school, typed, clear }]);
        }
      }
    }
    const draw = new Draw(seed);
    const some = (list: readonly OldSignIn[], count: number) =>
      Array.from({ length: Math.min(count, list.length) }, () => draw.of(list));

    const comeIn = async (list: readonly OldSignIn[], typed: (clear: string) => string) =>
      pMap(
        new Set(list),
        async (one) => ({
          ...one,
          isIn: await realm.comesIn(one.school, one.typed, typed(one.clear)),
        }),
        { concurrency: 3 },
      );

    it.each([...byFormat])("for passwords stored as %s", async (_, list) => {
      const tried = await comeIn(some(list, 14), (clear) => clear);
      expect(tried.filter(({ isIn }) => !isIn)).toEqual([]);
    });

    // Last: an account that somebody guesses at waits for a while.
    it("for nobody with another password", async () => {
      const list = [...byFormat.values()].flatMap((each) => some(each, 3));
      const tried = await comeIn(list, (clear) => `${clear}!`);
      expect(tried.length).toBeGreaterThan(50);
      expect(tried.filter(({ isIn }) => isIn)).toEqual([]);
    });
  });
});

describe("the report", () => {
  const rowsOf = (index: number) => exports[index]?.rows ?? [];

  it("counts every row once, as what became of it", () => {
    const counts = (rows: readonly KnownRow[]) => {
      const of = (outcome: KnownRow["outcome"]) =>
        rows.filter((row) => row.outcome === outcome).length;
      return {
        rows: rows.length,
        imported: of("imported"),
        unchanged: 0,
        held: of("held"),
        rejected: of("rejected"),
      };
    };
    for (const [index, report] of reports.entries()) {
      expect(report.rows).toEqual(counts(rowsOf(index)));
      for (const school of schools) {
        const ofSchool = rowsOf(index).filter(({ cells }) => cells.school === school);
        expect({ school, ...report.schools[school] }).toEqual({ school, ...counts(ofSchool) });
      }
    }
  });

  const kinds: readonly FindingKind[] = [
    "rejected",
    "username-twice",
    "number-twice",
    "name-conflict",
    "language-unknown",
    "password-not-taken",
  ];
  it.each(kinds)("finds %s where it is, and nowhere else", (kind) => {
    for (const [index, { findings }] of reports.entries()) {
      const expected = rowsOf(index).filter((row) => row.findings.includes(kind));
      const found = findings.filter((finding) => finding.kind === kind);
      const at = (row: { file?: string; line?: number }) => place(row).replace(/^\d /, "");
      const rules = new Map(expected.map((row) => [at(row), row.rule]));
      const places = new Map(found.map((finding) => [at(finding), rules.get(at(finding)) ?? ""]));
      expect(differences(rules, places)).toEqual([]);
      expect(found).toHaveLength(expected.length);
    }
  });

  it("has no other findings than the rules ask for", () => {
    const found = new Set(reports.flatMap(({ findings }) => findings.map(({ kind }) => kind)));
    expect(sorted(found)).toEqual(sorted([...kinds, "without-email"]));
  });

  it("lists for each school whom only the old method opens", () => {
    for (const [index, report] of reports.entries()) {
      for (const school of schools) {
        const expected = exports[index]?.accounts
          .filter(({ address, memberships }) => !address && memberships.has(school))
          .flatMap(({ memberships }) => [...(memberships.get(school)?.usernames ?? [])]);
        const listed = report
          .table(school, "without-email.csv")
          .map(({ identifiant = "" }) => normalized(undefused(identifiant)));
        expect(sorted(new Set(listed))).toEqual(sorted(expected ?? []));
      }
    }
  });

  it("can be sent to a school: nothing in its folder is about another", () => {
    for (const [index, report] of reports.entries()) {
      const { files } = report;
      for (const school of schools) {
        const good = rowsOf(index).filter(({ outcome }) => outcome !== "rejected");
        const others = good.filter(({ cells }) => cells.school !== school);
        const own = good.filter(({ cells }) => cells.school === school);
        const ownWords = new Set(own.flatMap(({ cells }) => identifying(cells)));
        const foreign = others
          .flatMap(({ cells }) => identifying(cells))
          .filter((word) => !ownWords.has(word));
        const cells = ["findings", "without-email", "rejected"].flatMap((name) =>
          report
            .table(school, `${name}.csv`)
            // A line's number may be another person's.
            .flatMap(({ ligne: _, ...row }) => Object.values(row)),
        );
        const told = new Set(cells.map((cell) => normalized(undefused(cell))));
        const text = [...files]
          .filter(([name]) => name.startsWith(`${school}/`))
          .map(([, content]) => content)
          .join("\n");
        expect(text).not.toBe("");
        expect(schools.filter((other) => other !== school && text.includes(other))).toEqual([]);
        expect(foreign.filter((word) => told.has(word)).slice(0, 5)).toEqual([]);
        const addresses = foreign.filter((word) => word.includes("@") && word.length > 20);
        expect(addresses.filter((word) => text.includes(word)).slice(0, 5)).toEqual([]);
      }
    }
  });

  it("is its owner's alone", () => {
    for (const { modes, files } of reports) {
      const wide = [...modes].filter(([name, mode]) => mode !== (files.has(name) ? 0o600 : 0o700));
      expect(wide).toEqual([]);
    }
  });

  it("repeats no password and no hash, but the hashes of rows that can be imported again", () => {
    const hashes = exports.flatMap(({ rows }) =>
      rows.map(({ cells }) => cells.legacy_password_hash).filter((hash) => hash.length > 20),
    );
    const told = [...ended.flatMap(({ stdout, stderr }) => [stdout, stderr])];
    for (const { files } of reports) {
      for (const [name, content] of files) {
        expect(name + content).not.toContain(inClear);
        if (!name.endsWith("rejected.csv")) told.push(content);
      }
    }
    const all = told.join("\n");
    expect(all).not.toContain(inClear);
    expect([...new Set(hashes)].filter((hash) => all.includes(hash))).toEqual([]);
  });

  it("has no cell that a spreadsheet would run", () => {
    for (const report of reports) {
      for (const [name] of report.files) {
        const [school = "", file = ""] = name.split("/");
        if (!file) continue;
        const cells = report.table(school, file).flatMap((row) => Object.values(row));
        expect(cells.filter((cell) => /^[\s]*[=+\-@＝＋－＠]/.test(cell))).toEqual([]);
      }
    }
  });
});

describe("imported a second time", () => {
  let before: unknown;
  beforeAll(async () => {
    before = await eventsOfPeople();
    ended = [];
    reports = [];
    for (const index of exports.keys()) {
      ended.push(await importExport(index, `second report ${index}`));
      reports.push(await readImportReport(join(realm.dir, `second report ${index}`)));
    }
  }, 300_000);

  /** When administrators did something to people last. */
  async function eventsOfPeople(): Promise<unknown> {
    const events = await realm.admin.realms.findAdminEvents({
      realm: realm.realm,
      max: 200,
    });
    return events
      .filter(({ resourcePath = "" }) => resourcePath.startsWith("users/"))
      .map(({ time }) => time)
      .slice(0, 5);
  }

  it("has every row as it was", () => {
    for (const [index, { rows, accounts: counted }] of reports.entries()) {
      const count = (outcome: string) =>
        exports[index]?.rows.filter((row) => row.outcome === outcome).length;
      expect(rows).toMatchObject({
        imported: 0,
        unchanged: count("imported"),
        held: count("held"),
        rejected: count("rejected"),
      });
      expect(counted).toMatchObject({ made: 0, changed: 0 });
    }
  });

  it("finds the same again", () => {
    for (const kind of ["rejected", "username-twice", "number-twice", "name-conflict"] as const) {
      for (const [index, { findings }] of reports.entries()) {
        const expected = exports[index]?.rows.filter((row) => row.findings.includes(kind)).length;
        const found = findings.filter((finding) => finding.kind === kind).length;
        expect({ kind, found }).toEqual({ kind, found: expected });
      }
    }
  });

  it("writes nothing to anybody", async () => {
    expect(await eventsOfPeople()).toEqual(before);
    expect(await someCredentials()).toEqual(credentials);
  });
});

describe("what was rejected, corrected by the school", () => {
  const corrected: NonNullable<KnownRow["correction"]>[] = [];
  const outcomes: { school: string; index: number; ended: Ended }[] = [];

  beforeAll(async () => {
    for (const [index, one] of exports.entries()) {
      for (const school of hardSchools.open) {
        const rejected = one.rows.filter(
          ({ outcome, cells }) => outcome === "rejected" && cells.school === school,
        );
        const table = reports[index]?.table(school, "rejected.csv") ?? [];
        expect(table).toHaveLength(rejected.length);
        const rows = rejected.map(({ cells, correction, surplus }, row) => {
          if (!correction) throw new Error("a rejected row without its correction");
          corrected.push(correction);
          return correctedRow(table[row] ?? {}, surplus ? empty : cells, correction.cells);
        });
        if (rows.length === 0) continue;
        const [first = {}] = rows;
        const { bytes } = writtenExport(
          Object.keys(first),
          rows.map((row) => Object.values(row)),
          {
            encoding: "utf-8 with a byte order mark",
            separator: ";",
            lineEnd: "\r\n",
            quotes: "needed",
            tellsSeparator: false,
          },
        );
        const name = `corrigé ${school} ${index}.csv`;
        await realm.write(name, bytes);
        const words = ["--school", school, "--hash-format", one.hashFormat];
        outcomes.push({
          school,
          index,
          ended: await realm.portail("import", name, ...words, "--report", `${name} report`),
        });
      }
    }
  }, 300_000);

  /** Where there are too many cells nobody knows which of them is the password: none is given back. */
  const empty = Object.fromEntries(
    Object.keys(headers.english).map((column) => [column, ""]),
  ) as Record<Column, string>;

  /** A secretary changes the cells that are wrong, and leaves the others as they are. */
  function correctedRow(
    row: Record<string, string>,
    wrong: Readonly<Record<Column, string>>,
    right: Partial<Record<Column, string>>,
  ): Record<string, string> {
    const { raison: _, ...cells } = row;
    const columns = Object.keys(headers.english) as Column[];
    const french = {
      school: "ecole",
      email: "courriel",
      first_name: "prenom",
      last_name: "nom",
      legacy_username: "identifiant",
      legacy_password_hash: "mot_de_passe",
      person_id: "matricule",
      language: "langue",
    } satisfies Record<Column, string>;
    for (const column of columns) {
      expect(Object.keys(cells)).toContain(french[column]);
      if (wrong[column] !== right[column]) cells[french[column]] = right[column] ?? "";
    }
    return cells;
  }

  it("is all taken over", () => {
    expect(
      outcomes
        .filter(({ ended: { exitCode } }) => exitCode !== 0)
        .map(({ school, index, ended: { stderr } }) => ({ school, index, stderr })),
    ).toEqual([]);
  });

  it("is the accounts that the rows meant, to the last letter", async () => {
    const expected = byKey(corrected.map(({ account }) => comparableKnown(account)));
    const read = await pMap([...expected.keys()], (address) => readAccount(realm.admin, address), {
      concurrency: 4,
    });
    const found = byKey(read.flatMap((account) => (account ? [comparableRead(account)] : [])));
    expect(differences(expected, found)).toEqual([]);
  });

  it("opens the old method with the hashes that the report gave back", async () => {
    const signIns = corrected.flatMap(({ account }) =>
      [...account.memberships].flatMap(([school, { passwords }]) =>
        [...passwords.values()].map(({ typed, password }) => ({ school, typed, password })),
      ),
    );
    expect(signIns.length).toBeGreaterThan(20);
    const tried = await pMap(
      signIns.slice(0, 40),
      async ({ school, typed, password }) => ({
        school,
        typed,
        format: password.format,
        isIn: await realm.comesIn(school, typed, password.clear),
      }),
      { concurrency: 3 },
    );
    expect(tried.filter(({ isIn }) => !isIn)).toEqual([]);
  });
});

function sum(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => one + other, 0);
}

/** What an address, an old user name or a number of somebody looks like in a report. */
function identifying(cells: Readonly<Record<Column, string>>): string[] {
  const words = [cells.email, cells.legacy_username, cells.person_id].map(normalized);
  return words.filter((word) => word !== "");
}

/** As whoever opens a spreadsheet reads it. */
function undefused(cell: string): string {
  return cell.replace(/^'(?=\s*[=+\-@＝＋－＠])/, "");
}
