import { mkdir } from "node:fs/promises";
import path from "node:path";
import { normalized } from "../../users/normalized.ts";
import type { Plan, RowVerdict } from "../decide/decide.ts";
import type { Loaded } from "../load/loader.ts";
import type { MissingOrder } from "../missing.ts";
import {
  type Finding,
  findingLine,
  type ReportHead,
  type ReportTail,
  type RowCounts,
  reportFileName,
  reportHeadLine,
  reportTailLine,
} from "../report-format.ts";
import { type ExportRow, isAddress, type RejectedRow } from "../rows/export-row.ts";
import { englishReasons } from "./french.ts";
import { ReportFile } from "./report-file.ts";
import { type MissingPerson, SchoolFiles } from "./school-files.ts";

/** Where an import tells what becomes of each row. */
export interface ImportReport {
  /** A row that was not taken over. */
  rejected(row: RejectedRow): Promise<void>;
  /** A row that waits for somebody to decide. */
  held(verdict: RowVerdict): Promise<void>;
  /** An account that is as the rows say by now, or that Keycloak refused. */
  loaded(plan: Plan, loaded: Loaded): Promise<void>;
  /** Somebody of a school who is no longer in its export. */
  missing(school: string, person: MissingPerson, kind: "missing" | "left"): Promise<void>;
}

/** What an import came to. */
export type ImportCounts = Omit<ReportTail, "endedAt">;

/** Counts what becomes of rows. */
export class Counts implements ImportReport {
  readonly #schools: Record<string, RowCounts> = Object.create(null);
  readonly #rows = noRows();
  readonly #accounts = { made: 0, changed: 0, unchanged: 0 };
  readonly #refused = new Set<string>();
  #passwords = 0;

  async rejected({ cells }: RejectedRow): Promise<void> {
    this.#count(cells.school, "rejected");
  }

  async held({ row }: RowVerdict): Promise<void> {
    this.#count(row.school, "held");
  }

  async loaded({ rows }: Plan, loaded: Loaded): Promise<void> {
    if (loaded.is !== "refused") {
      this.#accounts[loaded.is] += 1;
      this.#passwords += loaded.passwords;
    }
    for (const { row, outcome } of rows) {
      this.#count(row.school, loaded.is === "refused" ? "rejected" : outcome);
      if (loaded.is === "refused") this.#refused.add(row.school);
    }
  }

  async missing(): Promise<void> {}

  /** What there was until now. */
  get soFar(): ImportCounts {
    return {
      schools: this.#schools,
      rows: this.#rows,
      accounts: this.#accounts,
      passwords: this.#passwords,
    };
  }

  /** Whether something of a school's rows was held, or refused by Keycloak. */
  isIncomplete(school: string): boolean {
    return this.#refused.has(school) || this.#schools[school]?.held !== 0;
  }

  #count(school: string, outcome: Exclude<keyof RowCounts, "rows">): void {
    const ofSchool = this.#schools[school];
    for (const counts of ofSchool ? [this.#rows, ofSchool] : [this.#rows]) {
      counts.rows += 1;
      counts[outcome] += 1;
    }
  }

  /** @param schools the ids of those that have a row */
  constructor(schools: Iterable<string>) {
    for (const school of schools) this.#schools[school] = noRows();
  }
}

function noRows(): RowCounts {
  return { rows: 0, imported: 0, unchanged: 0, held: 0, rejected: 0 };
}

/** Writes the report for operations, and a folder for each school. */
export class ReportFolder implements ImportReport {
  readonly #report: ReportFile;
  readonly #schools: ReadonlyMap<string, SchoolFiles>;
  #isFirst = true;

  private constructor(report: ReportFile, schools: ReadonlyMap<string, SchoolFiles>) {
    this.#report = report;
    this.#schools = schools;
  }

  /**
   * @param folder is made
   * @param schools the ids of those that have a row
   */
  static async open(
    folder: string,
    head: ReportHead,
    schools: Iterable<string>,
    missing: MissingOrder | undefined,
  ): Promise<ReportFolder> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const report = await ReportFile.open(path.join(folder, reportFileName));
    await report.write(reportHeadLine(head));
    const files = new Map<string, SchoolFiles>();
    const all = [...schools];
    for (const school of all) {
      const own = path.join(folder, school);
      // A file of several schools may be called after one of them.
      files.set(school, await SchoolFiles.open(own, missing !== undefined, all.length === 1));
    }
    return new ReportFolder(report, files);
  }

  async rejected(row: RejectedRow): Promise<void> {
    const { cells, column, reason, file, line } = row;
    const files = this.#schools.get(cells.school);
    // Of such a row nobody knows which cell is what.
    const address = reason === "surplus-cells" ? "" : normalized(cells.email);
    await this.#finding({
      kind: "rejected",
      school: files ? cells.school : "",
      file,
      line,
      column,
      ...(isAddress(address) ? { address } : {}),
      detail: `${column} ${englishReasons[reason]}`,
    });
    await files?.rejected(row);
  }

  async held({ row, findings }: RowVerdict): Promise<void> {
    await this.#findings(row, findings);
  }

  async loaded({ rows }: Plan, loaded: Loaded): Promise<void> {
    for (const { row, findings } of rows) {
      await this.#findings(
        row,
        loaded.is === "refused"
          ? [{ kind: "account-unclear", detail: loaded.detail } as const]
          : findings,
      );
    }
  }

  async missing(school: string, person: MissingPerson, kind: "missing" | "left"): Promise<void> {
    const { address, usernames, personIds } = person;
    await this.#finding({
      kind,
      school,
      ...(address ? { address } : {}),
      ...(usernames[0] === undefined ? {} : { username: usernames[0] }),
      ...(personIds[0] === undefined ? {} : { personId: personIds[0] }),
    });
    await this.#schools.get(school)?.missing(person, kind);
  }

  /** @param counts none for an import that did not come to its end: its report says so */
  async close(counts?: ImportCounts): Promise<void> {
    for (const files of this.#schools.values()) await files.close();
    if (counts) {
      await this.#report.write(reportTailLine({ endedAt: new Date().toISOString(), ...counts }));
    }
    await this.#report.close();
  }

  async #findings(row: ExportRow, findings: RowVerdict["findings"]): Promise<void> {
    for (const { kind, detail, isForOperations } of findings) {
      const { school, file, line, address, username, personId } = row;
      await this.#finding({
        kind,
        school,
        file,
        line,
        ...(address ? { address } : {}),
        ...(username ? { username } : {}),
        ...(personId ? { personId } : {}),
        ...(detail === undefined ? {} : { detail }),
      });
      if (!isForOperations) await this.#schools.get(school)?.finding(row, kind);
    }
  }

  async #finding(finding: Finding): Promise<void> {
    await this.#report.write(findingLine(finding, this.#isFirst));
    this.#isFirst = false;
  }
}
