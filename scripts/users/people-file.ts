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
 *   `IMPORT_COLUMN_MISSING`
 */
export async function readPeople(file: string, school?: string): Promise<PeopleFile> {
  const text = decode(file, await read(file));
  let header: string[] = [];
  const records = parsed(file, text, (names) => {
    header = names.map((name) => name.trim().toLowerCase());
    return header;
  });
  for (const needed of school ? ["email"] : ["school", "email"]) {
    if (!header.includes(needed)) throw columnMissing(file, needed, header);
  }
  const rows = records.map(({ record, info }) => ({
    line: info.lines,
    cells: Object.fromEntries(
      columns.map((column) => [column, (record[column] ?? "").trim()]),
    ) as Record<Column, string>,
  }));
  return {
    rows: school ? rows.map((row) => ({ ...row, cells: { ...row.cells, school } })) : rows,
    ignoredColumns: header.filter((name) => !(columns as readonly string[]).includes(name)),
  };
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
  readonly record: Readonly<Record<string, string | undefined>>;
  readonly info: { readonly lines: number };
}

function parsed(file: string, text: string, header: (names: string[]) => string[]): CsvRecord[] {
  try {
    return parse(text, {
      bom: true,
      columns: header,
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

function columnMissing(file: string, needed: string, header: readonly string[]): UserError {
  const found = header.filter(Boolean).slice(0, 12).join(", ");
  return new UserError(
    "IMPORT_COLUMN_MISSING",
    `${file} has no column "${needed}"; its first line has: ${found || "nothing"}`,
    needed === "school"
      ? "Add the column, or name the school of all rows with --school."
      : "Add the column; columns are separated by commas and named in the first line.",
  );
}
