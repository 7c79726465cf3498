import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { UserError } from "../../scripts/errors.ts";
import { columns } from "../../scripts/exports/columns.ts";
import { openPeopleFile } from "../../scripts/exports/people-file.ts";
import { importInto } from "../../scripts/import/import.ts";
import type { Teller } from "../../scripts/terminal.ts";
import { MemoryRealm } from "../support/memory-realm.ts";
import { isWindows1252, writtenExport } from "./dialect.ts";
import { anyDialect } from "./fuzzing.ts";
import * as hard from "./hard-cells.ts";
import { type ImportReport, readImportReport } from "./import-report.ts";
import { inClear, plainPasswords, readableFormats, storedAs } from "./old-passwords.ts";

/* Whatever stands in the cells, an import ends, and tells nobody's password. */

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "fuzz-"));
});
afterAll(() => rm(dir, { recursive: true }));

const schools = ["a", "b"];
const odd = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.string({ unit: "grapheme", maxLength: 300 }),
  fc.constantFrom(
    "=1+1",
    "\t=1+1",
    "-Jean",
    "a\nb",
    "a\u0000b",
    "\u001b[2J",
    ";",
    '"',
    "'-x",
    "__proto__",
  ),
);
/** Rows that have much to do with each other, and now and then what nobody thought of. */
const mostly = (usual: readonly string[], seldom: readonly string[] = []) =>
  fc.oneof(
    { weight: 40, arbitrary: fc.constantFrom(...usual) },
    { weight: seldom.length > 0 ? 3 : 0, arbitrary: fc.constantFrom("", ...seldom) },
    { weight: 1, arbitrary: odd },
  );

const hashes = readableFormats("md5").map((format) => storedAs(format, "Minou-2012").hash);
const row = fc.tuple(
  mostly(schools, ["c", "../a", "__proto__"]),
  mostly(["", "x@example.org", "y@example.org", "Z@Example.org"], hard.badAddresses),
  mostly(hard.names),
  mostly(hard.names),
  mostly(["", "u1", "U1", "u2", "u3", "-u4"]),
  fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom("", ...hashes) },
    { weight: 1, arbitrary: fc.constantFrom(...plainPasswords) },
  ),
  mostly(["", "1", "2", "=3"]),
  mostly(
    hard.languages.map(([cell]) => cell),
    hard.unknownLanguages,
  ),
);

/** Everything that is told while an import runs. */
function listening(told: string[]): Teller {
  const tell = (what: string) => void told.push(what);
  return {
    done: tell,
    start: tell,
    note: tell,
    warn: tell,
    progress: () => ({ to() {}, end() {} }),
  };
}

function expectNoSecret(texts: readonly string[], report: ImportReport): void {
  const private_ = [...report.files].filter(([name]) => !name.endsWith("rejected.csv"));
  const rejected = schools.flatMap((school) => report.table(school, "rejected.csv"));
  const told = [
    ...texts,
    ...private_.map(([, content]) => content),
    ...rejected.map(({ mot_de_passe: _, ...cells }) => JSON.stringify(cells)),
  ].join("\n");
  expect(told).not.toContain(inClear);
  for (const hash of hashes) expect(told).not.toContain(hash);
  expect(JSON.stringify(rejected)).not.toContain(inClear);
}

test("an import of anything ends with each row told of once, and with no secret told", async () => {
  let number = 0;
  await fc.assert(
    fc.asyncProperty(
      anyDialect,
      fc.array(row, { minLength: 1, maxLength: 12 }),
      fc.record({ dry: fc.boolean(), update: fc.boolean(), missing: fc.boolean() }),
      async (dialect, drawn, { dry, update, missing }) => {
        const writable = (text: string) =>
          (dialect.encoding === "windows-1252" && !isWindows1252(text) ? "é" : text).replaceAll(
            /\0|\r|\p{Surrogate}/gu,
            " ",
          );
        const rows = drawn.map((cells) => cells.map(writable));
        const { bytes } = writtenExport(columns, rows, dialect);
        const name = join(dir, `${++number}.csv`);
        const reportFolder = join(dir, `${number} report`);
        await writeFile(name, bytes);
        const told: string[] = [];
        try {
          const file = await openPeopleFile(name);
          const { rows: counts } = await importInto(
            new MemoryRealm(schools).client,
            {
              sources: [{ name, rows: file.rows }],
              config: { realm: "memory", schools: schools.map((id) => ({ id })) },
              bare: "md5",
              isDryRun: dry,
              reportFolder,
              ...(update ? { updateAddresses: async () => true } : {}),
              ...(missing ? { missing: { leave: async () => true } } : {}),
              tellFormerAddress: async () => {},
            },
            listening(told),
            new AbortController().signal,
          );
          expect(counts.rows).toBe(rows.length);
          const { imported, unchanged, held, rejected } = counts;
          expect(imported + unchanged + held + rejected).toBe(rows.length);
          expectNoSecret(told, await readImportReport(reportFolder));
          await rm(reportFolder, { recursive: true });
        } catch (error) {
          if (!(error instanceof UserError)) throw error;
          expect(`${error.message} ${error.remedy}`).not.toContain(inClear);
        }
        await rm(name);
      },
    ),
    { numRuns: 2000 },
  );
});
