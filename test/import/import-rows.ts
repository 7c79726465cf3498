import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { type Column, columns } from "../../scripts/exports/columns.ts";
import { writtenExport } from "./dialect.ts";
import type { Ended, ImportRealm } from "./import-realm.ts";
import { type ImportReport, readImportReport } from "./import-report.ts";

/** Cells of a school's export; the others are empty. */
export type Row = Partial<Record<Column, string>>;

/** How an import ended, and what it wrote. */
export interface Imported {
  readonly ended: Ended;
  readonly report: ImportReport;
}

/**
 * Imports what one school exported, as operations do.
 *
 * @param words more words of the command
 */
export async function importRows(
  realm: ImportRealm,
  school: string,
  rows: readonly Row[],
  ...words: string[]
): Promise<Imported> {
  const header = columns.filter((column) => rows.some((row) => row[column] !== undefined));
  const cells = rows.map((row) => header.map((column) => row[column] ?? ""));
  const { bytes } = writtenExport(header, cells, {
    encoding: "utf-8",
    separator: ";",
    lineEnd: "\n",
    quotes: "needed",
    tellsSeparator: false,
  });
  const [file, report] = [`${school}.csv`, `report ${randomUUID()}`];
  await realm.write(file, bytes);
  const ended = await realm.portail(
    "import",
    file,
    "--school",
    school,
    "--report",
    report,
    ...words,
  );
  return { ended, report: await readImportReport(join(realm.dir, report)) };
}
