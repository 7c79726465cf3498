import { isAscii, isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { UserError } from "../errors.ts";

/** How the letters of an export are written: Windows-1252 is what older French programs write. */
export type Encoding = "utf-8" | "windows-1252";

/** What an export's bytes are. */
export interface ExportText {
  readonly encoding: Encoding;
  /** Without its end and without a byte order mark. */
  readonly firstLine: string;
  /** What ends its lines, alone or after a carriage return: old Macintoshes wrote no line feed. */
  readonly lineEnd: "\n" | "\r";
}

/** No row of an export is longer, in bytes and in characters. */
export const longestRow = 1024 * 1024;

/** More than this of the first line is not looked at: it is no list of columns. */
const longestHeader = 64 * 1024;

/**
 * Looks through a file once to see what it is: the letters beyond ASCII decide, line by line.
 *
 * @param file its path
 * @throws {UserError} `IMPORT_FILE_MISSING`; `IMPORT_NOT_FILE`; `IMPORT_EMPTY`; `IMPORT_NOT_TEXT` for a spreadsheet, a
 *   web page, or bytes that are no text; `IMPORT_NOT_CSV` for a line longer than any row;
 *   `IMPORT_MIXED_ENCODING`
 */
export async function exportText(file: string): Promise<ExportText> {
  await requireFile(file);
  let line = 0;
  let firstUtf8Line = 0;
  let firstOtherLine = 0;
  let header: Buffer | undefined;
  for await (const lines of byteLines(file)) {
    for (const bytes of lines) {
      line += 1;
      if (header === undefined) {
        header = bytes.subarray(0, longestHeader);
        const other = otherKind(header);
        if (other) throw notText(file, other);
      }
      if (bytes.includes(0)) throw notText(file, binary);
      if (bytes.length > longestRow) throw tooLong(file, line);
      if (isAscii(bytes)) continue;
      if (isUtf8(bytes)) firstUtf8Line ||= line;
      else firstOtherLine ||= line;
    }
  }
  if (header === undefined) throw empty(file);
  if (firstUtf8Line && firstOtherLine) throw mixed(file, firstUtf8Line, firstOtherLine);
  const encoding = firstOtherLine ? "windows-1252" : "utf-8";
  // A decoder takes the byte order mark away.
  const text = new TextDecoder(encoding).decode(header).replace(/\r$/, "");
  const [firstLine = ""] = text.split("\r");
  return { encoding, firstLine, lineEnd: firstLine === text ? "\n" : "\r" };
}

/** What is read twice must lie still: a pipe would be empty, or wait for ever, the second time. */
async function requireFile(file: string): Promise<void> {
  const found = await stat(file).catch((cause) => {
    throw cannotRead(file, cause as NodeJS.ErrnoException);
  });
  if (found.isFile()) return;
  throw new UserError(
    "IMPORT_NOT_FILE",
    `${file} is ${found.isDirectory() ? "a folder" : "no file that can be read twice"}`,
    "Save the school's export as a file, and name that.",
  );
}

/**
 * Lines, without their ends, as many at a time as are read at once. A line longer than any row comes
 * as what of it was read so far.
 */
async function* byteLines(file: string): AsyncGenerator<Buffer[], void> {
  let rest: Buffer = Buffer.alloc(0);
  try {
    for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
      const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
      const lines: Buffer[] = [];
      let start = 0;
      for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, start)) {
        lines.push(bytes.subarray(start, end));
        start = end + 1;
      }
      rest = bytes.subarray(start);
      if (rest.length > longestRow) lines.push(rest);
      yield lines;
    }
  } catch (cause) {
    throw cannotRead(file, cause as NodeJS.ErrnoException);
  }
  if (rest.length > 0) yield [rest];
}

/** Something else than a CSV, and what to do with it. */
interface OtherKind {
  readonly is: string;
  readonly remedy: string;
}

const saveAsCsv = "Open it in the spreadsheet program, and save it as CSV UTF-8.";
const binary: OtherKind = {
  is: "not a text: it has bytes that no text has",
  remedy: "Export it as CSV UTF-8 (in a spreadsheet: Save as, CSV UTF-8).",
};

const beginnings: readonly (OtherKind & { readonly bytes: string })[] = [
  { bytes: "PK\x03\x04", is: "a spreadsheet (.xlsx or .ods) or an archive", remedy: saveAsCsv },
  { bytes: "\xd0\xcf\x11\xe0", is: "an old spreadsheet (.xls)", remedy: saveAsCsv },
  { bytes: "%PDF", is: "a PDF", remedy: "Ask the school for the export as CSV." },
  { bytes: "\xff\xfe", is: 'a text in UTF-16 ("Unicode text")', remedy: saveAsCsv },
  { bytes: "\xfe\xff", is: 'a text in UTF-16 ("Unicode text")', remedy: saveAsCsv },
];

/** Texts, which may begin with a byte order mark and space. */
const otherTexts: readonly (OtherKind & { readonly pattern: RegExp })[] = [
  {
    pattern: /^<(!doctype|html|table|head|\?xml)/i,
    is: "a web page, as some platforms call their spreadsheets",
    remedy: saveAsCsv,
  },
  { pattern: /^[{[]/, is: "JSON", remedy: "Ask the school for the export as CSV." },
];

function otherKind(firstLine: Buffer): OtherKind | undefined {
  const begin = firstLine.toString("latin1");
  const known = beginnings.find(({ bytes }) => begin.startsWith(bytes));
  if (known) return known;
  const text = begin.replace(/^\xef\xbb\xbf/, "").trimStart();
  return otherTexts.find(({ pattern }) => pattern.test(text));
}

function notText(file: string, { is, remedy }: OtherKind): UserError {
  return new UserError("IMPORT_NOT_TEXT", `${file} is ${is}, expected a CSV file`, remedy);
}

function tooLong(file: string, line: number): UserError {
  return new UserError(
    "IMPORT_NOT_CSV",
    `${file}:${line} is longer than any row of an export`,
    "Name the CSV file of a school's export.",
  );
}

function empty(file: string): UserError {
  return new UserError(
    "IMPORT_EMPTY",
    `${file} is empty`,
    "Name the CSV file of a school's export.",
  );
}

function mixed(file: string, utf8Line: number, otherLine: number): UserError {
  return new UserError(
    "IMPORT_MIXED_ENCODING",
    `${file} is written in two ways: line ${utf8Line} in UTF-8, line ${otherLine} not`,
    `Names would be spoilt. Correct the letters with accents in line ${otherLine}, and save it all as UTF-8.`,
  );
}

function cannotRead(file: string, cause: NodeJS.ErrnoException): UserError {
  return new UserError(
    "IMPORT_FILE_MISSING",
    `${file} can't be read${cause.code === "ENOENT" ? ": it is not there" : ` (${cause.code})`}`,
    "Name the CSV file of a school's export.",
    { cause },
  );
}
