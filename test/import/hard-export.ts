import type { Column } from "../../scripts/exports/columns.ts";
import type { BareHash } from "../../scripts/users/weak-hash.ts";
import { type Dialect, headers, isWindows1252, writtenExport } from "./dialect.ts";
import { Draw } from "./draw.ts";
import { type CaseRow, type Circumstances, cases, type KnownAccount } from "./hard-cases.ts";
import { remarks } from "./hard-cells.ts";
import { readableFormats } from "./old-passwords.ts";

/** A row and where it stands. */
export interface KnownRow extends CaseRow {
  readonly file: string;
  /** Its last line in the file, counted from 1. */
  readonly line: number;
  /** The rule that it is a case of. */
  readonly rule: string;
}

/** Files that are imported together, and what must come of them. */
export interface HardExport {
  readonly hashFormat: BareHash;
  readonly files: readonly { readonly name: string; readonly bytes: Buffer }[];
  readonly rows: readonly KnownRow[];
  readonly accounts: readonly KnownAccount[];
}

/** The schools of hard exports; the old method of the last one is over. */
export const hardSchools = {
  open: ["athenee", "institut-saint-luc", "ecole-3"],
  closed: "ancienne-ecole",
} as const;

const dialects: readonly (Dialect & { readonly name: string; readonly hasRemarks: boolean })[] = [
  {
    name: "first.csv",
    encoding: "utf-8",
    separator: ",",
    lineEnd: "\n",
    quotes: "needed",
    names: "english",
    tellsSeparator: false,
    hasRemarks: false,
  },
  {
    name: "l'export, en 1252.csv",
    encoding: "windows-1252",
    separator: ";",
    lineEnd: "\r\n",
    quotes: "needed",
    names: "french",
    tellsSeparator: true,
    hasRemarks: true,
  },
  {
    name: "tabs.tsv",
    encoding: "utf-8 with a byte order mark",
    separator: "\t",
    lineEnd: "\r\n",
    quotes: "all",
    names: "french in capitals",
    tellsSeparator: false,
    hasRemarks: true,
  },
  {
    name: "mixed.csv",
    encoding: "utf-8 with a byte order mark",
    separator: ";",
    lineEnd: "\n",
    quotes: "all",
    names: "mixed",
    tellsSeparator: true,
    hasRemarks: true,
  },
  {
    name: "last.csv",
    encoding: "utf-8",
    separator: ",",
    lineEnd: "\r\n",
    quotes: "needed",
    names: "french",
    tellsSeparator: false,
    hasRemarks: false,
  },
];

/** How often each rule has a case where it is not as often as the others. */
const usual: Readonly<Record<string, number>> = {
  "one row is one account": 70,
  "an address that two schools know is one account": 12,
  "an old user name without an address": 6,
};

/**
 * Draws an export that is as hard as real ones are.
 *
 * @param times how many cases each rule has; the usual ones have many times more
 * @param hashFormat what bare digits are the hash of
 * @param firstNumber keeps this export's people apart from another's, with 100,000 between them
 */
export function hardExport(
  seed: number,
  times: number,
  hashFormat: BareHash,
  firstNumber = 1,
): HardExport {
  const draw = new Draw(seed);
  let number = firstNumber;
  const among: Circumstances = {
    draw,
    schools: hardSchools.open,
    closedSchool: hardSchools.closed,
    hashFormat,
    formats: readableFormats(hashFormat),
    next: () => number++,
  };
  const placed: Placed[] = [];
  const accounts: KnownAccount[] = [];
  for (const [rule, make] of Object.entries(cases)) {
    for (let time = 0; time < times * (usual[rule] ?? 1); time++) {
      const made = make(among);
      accounts.push(...made.accounts);
      placed.push(...placedIn(draw, made.rows, rule));
    }
  }
  placed.sort(inOrder);
  const written = dialects.map((dialect, file) => {
    const rows = placed.filter((row) => row.file === file);
    return { name: dialect.name, ...fileOf(draw, dialect, rows) };
  });
  return {
    hashFormat,
    files: written.map(({ name, bytes }) => ({ name, bytes })),
    rows: written.flatMap(({ rows }) => rows),
    accounts,
  };
}

interface Placed {
  readonly row: CaseRow;
  readonly rule: string;
  readonly file: number;
  readonly at: number;
}

function inOrder(one: Pick<Placed, "file" | "at">, other: Pick<Placed, "file" | "at">): number {
  return one.file - other.file || one.at - other.at;
}

/** Anywhere in the files that can hold them, in the order they have. */
function placedIn(draw: Draw, rows: readonly CaseRow[], rule: string): Placed[] {
  const isPlain = rows.every(({ cells }) => Object.values(cells).every(isWindows1252));
  const files = [...dialects.keys()].filter(
    (file) => isPlain || dialects[file]?.encoding !== "windows-1252",
  );
  return rows
    .map(() => ({ file: draw.of(files), at: draw.part() }))
    .sort(inOrder)
    .flatMap((place, index) => {
      const row = rows[index];
      return row ? { ...place, row, rule } : [];
    });
}

function fileOf(
  draw: Draw,
  dialect: (typeof dialects)[number],
  placed: readonly Placed[],
): { bytes: Buffer; rows: KnownRow[] } {
  const header: readonly string[] = Object.values(headers[dialect.names]);
  const names = dialect.hasRemarks ? [...header, "Remarques"] : header;
  const texts = placed.map(({ row: { cells, surplus = [] } }) => [
    ...Object.keys(headers.english).map((column) => cells[column as Column]),
    ...(dialect.hasRemarks ? [draw.of(remarks)] : []),
    ...surplus,
  ]);
  const { bytes, lines } = writtenExport(names, texts.map(withoutEmptyEnd), dialect);
  return {
    bytes,
    rows: placed.map(({ row, rule }, index) => ({
      ...row,
      rule,
      file: dialect.name,
      line: lines[index] ?? 0,
    })),
  };
}

/** Spreadsheets leave out the empty cells at the end of a row. */
function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
  const last = cells.findLastIndex((cell) => cell !== "");
  return cells.slice(0, last + 1);
}
