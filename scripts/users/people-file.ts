import { readFile } from "node:fs/promises";
import { CsvError, parse } from "csv-parse/sync";
import { UserError } from "../errors.ts";

/** The columns of a school's export; others are ignored. */
export const columns = [
  "school",
  "email",
  "first_name",
  "last_name",
  "legacy_username",
  "legacy_password_hash",
  "person_id",
  "language",
] as const;

/** One column of a school's export. */
export type Column = (typeof columns)[number];

/** One row as it stands in the file: cells without the spaces around them, "" where there is none. */
export interface PersonRow {
  /** Counted from 1, the header included. */
  readonly line: number;
  readonly cells: Readonly<Record<Column, string>>;
  /** True where the row has more than the header: then nobody knows which cell is what. */
  readonly hasSurplusCells: boolean;
}

/** What a file holds. */
export interface PeopleFile {
  readonly rows: readonly PersonRow[];
  /** Columns of the file that mean nothing here. */
  readonly ignoredColumns: readonly string[];
}

/**
 * Reads a school's export: UTF-8, separated by commas, with a header.
 *
 * @param file its path
 * @param school the school of all rows; without it the file must have the column `school`
 * @throws {UserError} `IMPORT_FILE_MISSING`, `IMPORT_NOT_UTF8`, `IMPORT_NOT_CSV`,
 *   `IMPORT_COLUMN_MISSING`, `IMPORT_COLUMN_TWICE`
 */
export async function readPeople(file: string, school?: string): Promise<PeopleFile> {
  const [first, ...records] = parsed(file, decode(file, await read(file)));
  const header = (first?.record ?? []).map((name) => name.trim().toLowerCase());
  for (const needed of school ? (["email"] as const) : (["school", "email"] as const)) {
    if (!header.includes(needed)) throw columnMissing(file, needed, header);
  }
  const twice = columns.find((column) => header.indexOf(column) !== header.lastIndexOf(column));
  if (twice) throw columnTwice(file, twice);
  const rows = records.map(({ record, info }) => {
    const cell = (column: Column) => (record[header.indexOf(column)] ?? "").trim();
    return {
      line: info.lines,
      cells: {
        ...(Object.fromEntries(
          columns.map((column) => [column, cell(column)]),
        ) as PersonRow["cells"]),
        ...(school ? { school } : {}),
      },
      hasSurplusCells: record.slice(header.length).some((surplus) => surplus.trim() !== ""),
    };
  });
  return { rows, ignoredColumns: header.filter((name) => !isKnown(name)) };
}

function isKnown(name: string): name is Column {
  return (columns as readonly string[]).includes(name);
}

async function read(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new UserError(
      "IMPORT_FILE_MISSING",
      `${file} can't be read${code === "ENOENT" ? ": it is not there" : ` (${code})`}`,
      "Name the CSV file of a school's export.",
      { cause },
    );
  }
}

function decode(file: string, bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new UserError(
      "IMPORT_NOT_UTF8",
      `${file} is not a UTF-8 text`,
      "Export it as CSV UTF-8 (in a spreadsheet: Save as, CSV UTF-8).",
      { cause },
    );
  }
}

interface CsvRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function parsed(file: string, text: string): CsvRecord[] {
  try {
    return parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as CsvRecord[];
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    // The parser's own words may repeat a cell, and a cell may be a secret.
    throw new UserError(
      "IMPORT_NOT_CSV",
      `${file}:${cause.lines ?? 1} is not well-formed CSV (${cause.code})`,
      "Check the quotes around that line.",
    );
  }
}

/** Only known names are repeated: where the header is missing, the first line is a person's. */
function columnMissing(file: string, needed: Column, header: readonly string[]): UserError {
  const known = header.filter(isKnown);
  return new UserError(
    "IMPORT_COLUMN_MISSING",
    `${file} has no column "${needed}"; its first line names ${known.join(", ") || "no known column"}`,
    needed === "school" && known.length > 0
      ? "Add the column, or name the school of all rows with --school."
      : `Name the columns in the first line, separated by commas: ${columns.join(", ")}.`,
  );
}

function columnTwice(file: string, column: Column): UserError {
  return new UserError(
    "IMPORT_COLUMN_TWICE",
    `${file} has more than one column "${column}"`,
    "Remove or rename the others in the first line.",
  );
}
