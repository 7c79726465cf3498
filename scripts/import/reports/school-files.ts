import { mkdir } from "node:fs/promises";
import path from "node:path";
import { byteOrderMark, csvLine } from "../../csv.ts";
import { oldPassword } from "../../users/old-password.ts";
import type { FindingKind } from "../report-format.ts";
import type { ExportRow, Place, RejectedRow } from "../rows/export-row.ts";
import { frenchFindings, frenchReasons } from "./french.ts";
import { ReportFile } from "./report-file.ts";

const columns = ["ecole", "courriel", "prenom", "nom", "identifiant"] as const;
const headers = {
  findings: [
    ...["ligne", "constat", "courriel", "nom", "prenom", "identifiant", "matricule"],
    ...["explication", "fichier"],
  ],
  withoutEmail: [...columns, "matricule", "langue"],
  rejected: [...columns, "mot_de_passe", "matricule", "langue", "raison"],
  missing: ["courriel", "identifiant", "matricule", "constat"],
};

/** Somebody of a school, where no row is about them. */
export interface MissingPerson {
  readonly address: string;
  readonly usernames: readonly string[];
  readonly personIds: readonly string[];
}

/**
 * The folder that can be sent to one school: what was found about its own rows, and nothing that
 * another school, or the account itself, has. In French, for spreadsheets as they are set up in Belgium.
 */
export class SchoolFiles {
  readonly #findings: ReportFile;
  readonly #withoutEmail: ReportFile;
  readonly #rejected: ReportFile;
  readonly #missing: ReportFile | undefined;
  readonly #namesFiles: boolean;

  private constructor(
    findings: ReportFile,
    withoutEmail: ReportFile,
    rejected: ReportFile,
    missing: ReportFile | undefined,
    namesFiles: boolean,
  ) {
    this.#namesFiles = namesFiles;
    this.#findings = findings;
    this.#withoutEmail = withoutEmail;
    this.#rejected = rejected;
    this.#missing = missing;
  }

  /**
   * @param folder is made
   * @param hasMissing whether it is looked for who is no longer in the export
   * @param namesFiles whether the files' names are this school's own business
   */
  static async open(
    folder: string,
    hasMissing: boolean,
    namesFiles: boolean,
  ): Promise<SchoolFiles> {
    await mkdir(folder, { mode: 0o700 });
    const open = async (name: string, header: readonly string[]) => {
      const file = await ReportFile.open(path.join(folder, name));
      await file.write(`${byteOrderMark}${csvLine(header, ";")}`);
      return file;
    };
    return new SchoolFiles(
      await open("findings.csv", headers.findings),
      await open("without-email.csv", headers.withoutEmail),
      await open("rejected.csv", headers.rejected),
      hasMissing ? await open("missing.csv", headers.missing) : undefined,
      namesFiles,
    );
  }

  #nameOf({ file }: Place): string {
    return this.#namesFiles ? path.basename(file) : "";
  }

  /** Something about a row; what is for operations alone is left out. */
  async finding(row: ExportRow, kind: FindingKind): Promise<void> {
    const { school, address, firstName, lastName, username, personId, language } = row;
    const told = frenchFindings[kind];
    if (!told) return;
    if (kind === "without-email") {
      const cells = [school, address, firstName, lastName, username, personId, language];
      await this.#withoutEmail.write(csvLine(cells, ";"));
    }
    const cells = [String(row.line), told.name, address, lastName, firstName, username, personId];
    await this.#findings.write(csvLine([...cells, told.explanation, this.#nameOf(row)], ";"));
  }

  /** A row that was not taken over, so that it can be corrected and sent again. */
  async rejected(row: RejectedRow): Promise<void> {
    const { line, cells, reason } = row;
    // Nobody knows which cell of such a row is what: one of them may be a password.
    const isReadable = reason !== "surplus-cells";
    const cell = (text: string) => (isReadable ? text : "");
    const hash = cells.legacy_password_hash;
    const isPlain = hash !== "" && oldPassword(hash).is === "plain";
    await this.#rejected.write(
      csvLine(
        [
          cells.school,
          cell(cells.email),
          cell(cells.first_name),
          cell(cells.last_name),
          cell(cells.legacy_username),
          isPlain ? "" : cell(hash),
          cell(cells.person_id),
          cell(cells.language),
          `${frenchReasons[reason]} (${[this.#nameOf(row), `ligne ${line}`].filter(Boolean).join(", ")})`,
        ],
        ";",
      ),
    );
    const { name, explanation } = frenchFindings.rejected ?? { name: "", explanation: "" };
    await this.#findings.write(
      csvLine([String(line), name, "", "", "", "", "", explanation, this.#nameOf(row)], ";"),
    );
  }

  /** Somebody who is no longer in the export. The name may be what another school calls them. */
  async missing(person: MissingPerson, kind: "missing" | "left"): Promise<void> {
    const { address, usernames, personIds } = person;
    const cells = [address, usernames.join(", "), personIds.join(", ")];
    await this.#missing?.write(csvLine([...cells, frenchFindings[kind]?.name ?? ""], ";"));
  }

  async close(): Promise<void> {
    await this.#findings.close();
    await this.#withoutEmail.close();
    await this.#rejected.close();
    await this.#missing?.close();
  }
}
