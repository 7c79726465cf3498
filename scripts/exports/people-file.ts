import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { pipeline, Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { undefused } from "../csv.ts";
import { UserError } from "../errors.ts";
import { type Column, columnHelp, columnNamed, columns } from "./columns.ts";
import { type ExportText, exportText, longestRow } from "./encoding.ts";
import { type Beginning, beginningOf } from "./separator.ts";

/** One row as it stands in the file: cells without the spaces around them, "" where there is none. */
export interface PersonRow {
  /** Counted from 1, the header included. */
  readonly line: number;
  readonly cells: Readonly<Record<Column, string>>;
  /** True where the row has more than the header: then nobody knows which cell is what. */
  readonly hasSurplusCells: boolean;
}

/** A school's export, open for reading. */
export interface PeopleFile {
  /** Columns of the file that have a name and mean nothing here. */
  readonly ignoredColumns: readonly string[];
  /**
   * The rows, read from the beginning each time and as they are asked for: a file may be larger than
   * memory.
   *
   * @throws {UserError} `IMPORT_NOT_CSV`, `IMPORT_FILE_CHANGED`
   */
  rows(): AsyncIterable<PersonRow>;
}

/**
 * Opens a school's export: UTF-8 or Windows-1252, separated by commas, semicolons or tabs, with the
 * names of its columns in the first line, in English or French.
 *
 * @param file its path
 * @param school the school of rows that name none; without it the file must have the column `school`
 * @throws {UserError} what `exportText` says, `IMPORT_NOT_CSV`, `IMPORT_COLUMN_MISSING`,
 *   `IMPORT_COLUMN_TWICE`
 */
export async function openPeopleFile(file: string, school?: string): Promise<PeopleFile> {
  const version = await versionOf(file);
  const text = await exportText(file);
  const records = () => parsed(file, text, beginningOf(text.firstLine));
  const names = await firstOf(records());
  const header = names.map(columnNamed);
  const mistake = mistakeIn(header, file, school);
  if (mistake) throw mistake;
  return {
    ignoredColumns: names
      .map((name) => name.trim())
      .filter((name, place) => name !== "" && !header[place]),
    async *rows() {
      // What was decided by one reading would be wrong for another file.
      if ((await versionOf(file)) !== version) throw fileChanged(file);
      yield* rowsOf(records(), header, school);
      if ((await versionOf(file)) !== version) throw fileChanged(file);
    },
  };
}

/** Changes whenever the file is written or replaced. */
async function versionOf(file: string): Promise<string> {
  try {
    const { ino, size, mtimeMs } = await stat(file);
    return `${ino} ${size} ${mtimeMs}`;
  } catch {
    // Who reads it says what is wrong.
    return "";
  }
}

async function firstOf(records: AsyncGenerator<CsvRecord, void>): Promise<readonly string[]> {
  const { value } = await records.next();
  await records.return(undefined);
  return value?.record ?? [];
}

function mistakeIn(
  header: readonly (Column | undefined)[],
  file: string,
  school: string | undefined,
): UserError | undefined {
  // Somebody without an address goes by the old user name.
  const needed = header.includes("legacy_username") ? [] : (["email"] as const);
  const missing = [...(school ? [] : (["school"] as const)), ...needed].find(
    (column) => !header.includes(column),
  );
  if (missing) return columnMissing(file, missing, header);
  const twice = columns.find((column) => header.indexOf(column) !== header.lastIndexOf(column));
  return twice && columnTwice(file, twice);
}

async function* rowsOf(
  records: AsyncGenerator<CsvRecord, void>,
  header: readonly (Column | undefined)[],
  school = "",
): AsyncGenerator<PersonRow> {
  const places = columns.map((column) => [column, header.indexOf(column)] as const);
  let isHeader = true;
  for await (const { record, info } of records) {
    if (isHeader) {
      isHeader = false;
      continue;
    }
    const cells = Object.fromEntries(
      places.map(([column, place]) => [column, undefused((record[place] ?? "").trim())]),
    ) as PersonRow["cells"];
    yield {
      line: info.lines,
      cells: { ...cells, school: cells.school || school },
      hasSurplusCells: record.slice(header.length).some((surplus) => surplus.trim() !== ""),
    };
  }
}

interface CsvRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

async function* parsed(
  file: string,
  text: ExportText,
  { separator, headerLine }: Beginning,
): AsyncGenerator<CsvRecord, void> {
  const parser = parse({
    bom: true,
    delimiter: separator,
    from_line: headerLine,
    info: true,
    // A longer one has an open quote.
    max_record_size: longestRow,
    record_delimiter: "\n",
    relax_column_count: true,
    skip_empty_lines: true,
  });
  // What goes wrong on the way reaches whoever reads the records.
  pipeline(Readable.from(decoded(file, text)), parser, () => {});
  try {
    yield* parser as AsyncIterable<CsvRecord>;
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

/**
 * The text, its lines ended by a line feed. The parser takes each line to end as the first one does,
 * and miscounts those with two characters at their end.
 */
async function* decoded(
  file: string,
  { encoding, lineEnd }: ExportText,
): AsyncGenerator<string, void> {
  const decoder = new TextDecoder(encoding);
  const withLineFeeds = (text: string) =>
    lineEnd === "\r" ? text.replaceAll(/\r\n?/g, "\n") : text.replaceAll("\r\n", "\n");
  let heldBack = "";
  for await (const bytes of createReadStream(file)) {
    const text = heldBack + decoder.decode(bytes, { stream: true });
    // Whether a line feed follows, the next piece tells.
    heldBack = text.endsWith("\r") ? "\r" : "";
    yield withLineFeeds(heldBack ? text.slice(0, -1) : text);
  }
  yield withLineFeeds(heldBack + decoder.decode());
}

/** Only known names are repeated: where the header is missing, the first line is a person's. */
function columnMissing(
  file: string,
  needed: Column,
  header: readonly (Column | undefined)[],
): UserError {
  const known = header.filter((column) => column !== undefined);
  return new UserError(
    "IMPORT_COLUMN_MISSING",
    `${file} has no column ${columnHelp(needed)}; its first line names ${known.join(", ") || "no known column"}`,
    needed === "school" && known.length > 0
      ? "Add the column, or name the school of all rows with --school."
      : `Name the columns in the first line: ${columns.join(", ")}, or their French names.`,
  );
}

function fileChanged(file: string): UserError {
  return new UserError(
    "IMPORT_FILE_CHANGED",
    `${file} was changed while it was read`,
    "Wait until it is complete, then run the command again.",
  );
}

function columnTwice(file: string, column: Column): UserError {
  return new UserError(
    "IMPORT_COLUMN_TWICE",
    `${file} has more than one column ${columnHelp(column)}`,
    "Remove or rename the others in the first line.",
  );
}
