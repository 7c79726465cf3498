import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { parse } from "csv-parse/sync";
import type { Finding } from "../../scripts/import/report-format.ts";

/** How many rows ended in each way. */
export interface RowCounts {
  readonly rows: number;
  readonly imported: number;
  readonly unchanged: number;
  readonly held: number;
  readonly rejected: number;
}

/** What an import writes, read as whoever gets it would. */
export interface ImportReport {
  readonly findings: readonly Finding[];
  readonly schools: Readonly<Record<string, RowCounts>>;
  readonly rows: RowCounts;
  readonly accounts: {
    readonly made: number;
    readonly changed: number;
    readonly unchanged: number;
  };
  /** How many old passwords were written. */
  readonly passwords: number;
  /** Each file by its path within the folder. */
  readonly files: ReadonlyMap<string, string>;
  /** The rights of each file and folder, by its path. */
  readonly modes: ReadonlyMap<string, number>;
  /** The rows of a school's file, by the names in its first line. */
  table(school: string, name: string): Record<string, string>[];
}

/** Reads the folder of an import's report. */
export async function readImportReport(folder: string): Promise<ImportReport> {
  const files = new Map<string, string>();
  const modes = new Map<string, number>();
  for (const name of ["", ...(await readdir(folder, { recursive: true }))]) {
    const found = await stat(join(folder, name));
    modes.set(name, found.mode & 0o777);
    if (found.isFile()) files.set(name, await readFile(join(folder, name), "utf8"));
  }
  const { findings, schools, rows, accounts, passwords } = JSON.parse(
    files.get("report.json") ?? "",
  );
  return {
    findings,
    schools,
    rows,
    accounts,
    passwords,
    files,
    modes,
    table: (school, name) =>
      parse(files.get(join(school, name)) ?? "", { bom: true, delimiter: ";", columns: true }),
  };
}

/** Which row a finding is about, e.g. `last.csv:17`. */
export function place({ file = "", line = 0 }: { file?: string; line?: number }): string {
  return `${basename(file)}:${line}`;
}
