import { randomUUID } from "node:crypto";
import { mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { UserError } from "../../scripts/errors.ts";
import { columns } from "../../scripts/exports/columns.ts";
import { openPeopleFile, type PersonRow } from "../../scripts/exports/people-file.ts";
import { headers, isWindows1252, writtenExport } from "./dialect.ts";
import { anyDialect } from "./fuzzing.ts";

/* Whatever is in a file, reading it ends soon: with its rows, or with one clear mistake. */

let dir: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "fuzz-"));
});
afterAll(() => rm(dir, { recursive: true }));

/** The rows of a file, or what is said of it. */
async function read(content: Uint8Array, school?: string): Promise<PersonRow[] | UserError> {
  const path = join(dir, `${randomUUID()}.csv`);
  await writeFile(path, content);
  const outcome = await readFrom(path, school);
  await rm(path);
  return outcome;
}

async function readFrom(path: string, school?: string): Promise<PersonRow[] | UserError> {
  try {
    const rows: PersonRow[] = [];
    for await (const row of (await openPeopleFile(path, school)).rows()) rows.push(row);
    return rows;
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

const secrets = ["S3cret-Minou", "$2y$10$KEC.f6bKcoxYOf3Melu87OY8PXUdY2lqK1vcQPtxXesKnapNFbGQC"];

/** Either rows that are whole, or a mistake that repeats no secret. */
function expectRowsOrMistake(outcome: PersonRow[] | UserError): void {
  if (outcome instanceof UserError) {
    expect(outcome.code).toMatch(/^IMPORT_/);
    for (const secret of secrets) {
      expect(`${outcome.message} ${outcome.remedy}`).not.toContain(secret);
    }
    return;
  }
  let last = 1;
  for (const { line, cells } of outcome) {
    expect(line).toBeGreaterThan(last);
    last = line;
    expect(Object.keys(cells)).toEqual(columns);
    for (const cell of Object.values(cells)) expect(cell).toBe(cell.trim());
  }
}

/** What files are made of, and what has broken readers of CSV. */
const pieces = fc.oneof(
  { weight: 8, arbitrary: fc.uint8Array({ maxLength: 20 }).map((bytes) => Buffer.from(bytes)) },
  {
    weight: 16,
    arbitrary: fc
      .constantFrom(
        ...[",", ";", "\t", '"', '""', "\n", "\r\n", "\r", "\0", "\uFEFF", "\u2028", "\u001b[2J"],
        ...["sep=;", "SEP=,\r\n", "=cmd|' /C calc'!A0", "+1", "-Jean", "@SUM(A1)", "__proto__"],
        ...["email", "school", "mot_de_passe", "é", "🦄", "مدرسة", "a@example.org", "demo"],
        ...["<html>", "PK\x03\x04", "%PDF", ...secrets],
        ...["school,email\n", "courriel;mot_de_passe\r\n", "email\tnom\n"],
      )
      .map((text) => Buffer.from(text)),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom("\xe9", "\x80", "\xff\xfe", "\xfe\xff", "\xc3").map((text) => {
      return Buffer.from(text, "latin1");
    }),
  },
  // Longer than what is read at once.
  { weight: 1, arbitrary: fc.nat({ max: 70_000 }).map((length) => Buffer.alloc(length, "ab,")) },
);

/** A cell that may hold anything that a text can. */
const cells = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: "grapheme", maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ...["", "  ", "Zoé", "d'Hondt", 'Anne "Nini"', "-Jean", "=1+1", "a,b;c\td", "ligne\nligne"],
      ...[
        "sep=;",
        "email",
        "é".normalize("NFD"),
        "€uro",
        "🦄",
        "٣",
        "İ",
        "\u200f",
        "x".repeat(300),
      ],
    ),
  },
);

describe("reading an export", () => {
  it("ends with rows or one clear mistake, whatever bytes there are", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(pieces, { maxLength: 30 }),
        fc.constantFrom(undefined, "demo"),
        async (parts, school) => expectRowsOrMistake(await read(Buffer.concat(parts), school)),
      ),
      { numRuns: 4000 },
    );
  });

  it("ends with rows or one clear mistake when a good export was damaged, and tells no secret", async () => {
    const damage = fc.record({
      at: fc.nat(),
      removed: fc.nat({ max: 5 }),
      added: fc.oneof(fc.constant(Buffer.alloc(0)), pieces),
    });
    const [password = "", hash = ""] = secrets;
    const rows = Array.from({ length: 8 }, (_, row) => [
      ...["demo", `a${row}@example.org`, "Zoé", 'Du "Bois"', `dubois${row}`],
      ...[row % 2 ? hash : password, `D${row}`, "fr"],
    ]);
    await fc.assert(
      fc.asyncProperty(
        anyDialect,
        fc.array(damage, { minLength: 1, maxLength: 4 }),
        async (dialect, damages) => {
          const header = Object.values(headers[dialect.names]);
          let bytes = writtenExport(header, rows, dialect).bytes;
          for (const { at, removed, added } of damages) {
            const start = at % (bytes.length + 1);
            bytes = Buffer.concat([
              bytes.subarray(0, start),
              added,
              bytes.subarray(start + removed),
            ]);
          }
          expectRowsOrMistake(await read(bytes));
        },
      ),
      { numRuns: 3000 },
    );
  });

  it("gives back each cell and each line, however the export is written", async () => {
    await fc.assert(
      fc.asyncProperty(
        anyDialect,
        fc.array(fc.array(cells, { minLength: 9, maxLength: 9 }), { maxLength: 8 }),
        fc.nat({ max: 8 }),
        async (dialect, drawn, place) => {
          const { encoding, names } = dialect;
          const writable = (text: string) =>
            // NULs and halves of letters are in no text, and whether a lone carriage return ends a
            // line, no two editors agree.
            (encoding === "windows-1252" && !isWindows1252(text) ? "é" : text).replaceAll(
              /\0|\r|\p{Surrogate}/gu,
              " ",
            );
          // Beside the known columns stands one that means nothing here.
          const header = Object.values<string>(headers[names]).toSpliced(place, 0, "Remarques");
          const rows = drawn.map((row) => row.map(writable).toSpliced(place, 1, "a;b\n,c\t\r\nd"));
          const { bytes, lines } = writtenExport(header, rows, dialect);
          expect(await read(bytes)).toEqual(
            rows.map((row, index) => ({
              line: lines[index],
              cells: Object.fromEntries(
                row.toSpliced(place, 1).map((cell, column) => [columns[column], cell.trim()]),
              ),
              hasSurplusCells: false,
            })),
          );
        },
      ),
      { numRuns: 2000 },
    );
  });
});

/** Ten megabytes of one thing. */
const much = (text: string) => text.repeat(10_000_000 / text.length);

describe("an export that is far too long in one place", () => {
  it.each([
    ["a first line of commas", `school,email${much(",")}\ndemo,a@example.org\n`],
    ["a row of commas", `school,email\n${much(",")}`],
    ["a cell", `school,email\ndemo,${much("a")}`],
    ["a cell within quotes", `school,email\ndemo,"${much("a")}"\n`],
    ["a cell of quotes", `school,email\ndemo,"${much('"')}`],
    ["lines within one quote", `school,email\ndemo,"${much("a\n")}`],
    ["one line of carriage returns", `school,email\n${much("\r")}`],
    ["one line of old Macintoshes", `school,email\r${much("demo,a@example.org\r")}`],
  ])("is one clear mistake: %s", async (_, text) => {
    const startedAt = performance.now();
    expect(await read(Buffer.from(text))).toMatchObject({ code: "IMPORT_NOT_CSV" });
    expect(performance.now() - startedAt).toBeLessThan(5000);
  });

  it("is read in time where rows are empty", async () => {
    expect(await read(Buffer.from(`school,email\n${much("\n")}`))).toEqual([]);
  });

  it("is read in time where the first line has very many columns", async () => {
    const names = Array.from({ length: 100_000 }, (_, column) => `c${column}`).join(",");
    const text = `school,email,${names}\n${"demo,a@example.org\n".repeat(5000)}`;
    expect(await read(Buffer.from(text))).toHaveLength(5000);
  });

  it("is not taken into memory", async () => {
    const path = join(dir, "endless.csv");
    const file = await open(path, "w");
    await file.truncate(2 ** 40);
    await file.close();
    expect(await readFrom(path)).toMatchObject({ code: "IMPORT_NOT_TEXT" });
    await rm(path);
  });
});
