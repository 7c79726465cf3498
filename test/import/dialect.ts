import type { Column } from "../../scripts/exports/columns.ts";

/** One way in which a school's platform writes its export. */
export interface Dialect {
  readonly encoding: "utf-8" | "utf-8 with a byte order mark" | "windows-1252";
  readonly separator: "," | ";" | "\t";
  readonly lineEnd: "\n" | "\r\n";
  /** Whether all cells stand in quotes, or only those that must. */
  readonly quotes: "all" | "needed";
  readonly names: keyof typeof headers;
  /** Whether a line `sep=` comes first, which spreadsheets write and hide. */
  readonly tellsSeparator: boolean;
}

/** Ways of naming the columns, as programs and people do. */
export const headers = {
  english: {
    school: "school",
    email: "email",
    first_name: "first_name",
    last_name: "last_name",
    legacy_username: "legacy_username",
    legacy_password_hash: "legacy_password_hash",
    person_id: "person_id",
    language: "language",
  },
  french: {
    school: "École",
    email: "Adresse mail",
    first_name: "Prénom",
    last_name: "Nom",
    legacy_username: "Nom d’utilisateur",
    legacy_password_hash: "mot_de_passe",
    person_id: "Matricule",
    language: "Langue",
  },
  "french in capitals": {
    school: "ECOLE",
    email: "COURRIEL",
    first_name: "PRENOM",
    last_name: "NOM",
    legacy_username: "IDENTIFIANT",
    legacy_password_hash: "MOT_DE_PASSE",
    person_id: "MATRICULE",
    language: "LANGUE",
  },
  mixed: {
    school: "ecole",
    email: "E-mail",
    first_name: " prénom ",
    last_name: "Last_Name",
    legacy_username: "nom d'utilisateur",
    legacy_password_hash: "Legacy Password Hash",
    person_id: "person id",
    language: "langue",
  },
} as const satisfies Record<string, Record<Column, string>>;

/** A file in some dialect, and where its rows stand in it. */
export interface WrittenExport {
  readonly bytes: Buffer;
  /** The last line of each row, counted from 1, as an editor shows it. */
  readonly lines: readonly number[];
}

/**
 * Writes an export as a platform would. Each row is a list of cells in the order of the header.
 *
 * @param header names of columns, in any language
 * @throws an error for a letter that the encoding has not
 */
export function writtenExport(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  dialect: Omit<Dialect, "names">,
): WrittenExport {
  const { separator, lineEnd, quotes } = dialect;
  const needsQuotes = new RegExp(`["\\r\\n${separator}]`);
  const cell = (text: string) =>
    quotes === "all" || needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const first = dialect.tellsSeparator ? [`sep=${separator}`] : [];
  const texts = [...first, ...[header, ...rows].map((row) => row.map(cell).join(separator))];
  let line = 0;
  const lines = texts.map((text) => {
    line += text.split("\n").length;
    return line;
  });
  return {
    bytes: encoded(texts.map((text) => `${text}${lineEnd}`).join(""), dialect.encoding),
    lines: lines.slice(first.length + 1),
  };
}

function encoded(text: string, encoding: Dialect["encoding"]): Buffer {
  if (encoding === "utf-8") return Buffer.from(text);
  if (encoding === "utf-8 with a byte order mark") return Buffer.from(`\uFEFF${text}`);
  return Buffer.from(
    Array.from(text, (letter) => {
      const byte = windows1252.get(letter);
      if (byte === undefined) throw new Error(`Windows-1252 has no ${JSON.stringify(letter)}`);
      return byte;
    }),
  );
}

const windows1252 = new Map(
  Array.from({ length: 256 }, (_, byte) => [
    new TextDecoder("windows-1252").decode(Uint8Array.of(byte)),
    byte,
  ]),
);

/** Whether a text can be written in Windows-1252. */
export function isWindows1252(text: string): boolean {
  return Array.from(text).every((letter) => windows1252.has(letter));
}
