import type { Teller } from "../../terminal.ts";
import type { RowVerdict } from "../decide/decide.ts";
import type { FindingKind } from "../report-format.ts";
import type { RejectedRow } from "../rows/export-row.ts";
import { englishReasons } from "./french.ts";
import type { ImportReport } from "./report.ts";

/** More than this is read in the report. */
const most = 10;

/** Why a row may be held, for whoever runs the import. */
const reasons: Readonly<Partial<Record<FindingKind, string>>> = {
  "address-changed": "its old user name or number has another address in the realm",
  "username-twice": "its old user name stands with another address too",
  "number-twice": "its number stands with another address too",
  contradiction: "its old user name and its number belong to two accounts",
  "password-needed": "the account would lose an old password that the row does not have",
};

/** Tells the first rows that are held or rejected, as they come. */
export class ToldRows implements ImportReport {
  readonly #teller: Teller;
  #told = 0;

  constructor(teller: Teller) {
    this.#teller = teller;
  }

  async rejected({ file, line, column, reason }: RejectedRow): Promise<void> {
    this.#tell(`${file}:${line} rejected: ${column} ${englishReasons[reason]}`);
  }

  async held({ row, findings }: RowVerdict): Promise<void> {
    const why = findings.map(({ kind }) => reasons[kind] ?? kind).join("; ");
    this.#tell(`${row.file}:${row.line} held: ${why}`);
  }

  async loaded(): Promise<void> {}

  async missing(): Promise<void> {}

  #tell(what: string): void {
    this.#told += 1;
    if (this.#told <= most) this.#teller.warn(what);
    else if (this.#told === most + 1) this.#teller.warn("There are more; the report has them all.");
  }
}
