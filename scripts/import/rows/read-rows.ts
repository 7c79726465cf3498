import type { PersonRow } from "../../exports/people-file.ts";
import { type ExportRow, exportRow, type RejectedRow, type RowRules } from "./export-row.ts";

/** A school's export, or what stands in its place. */
export interface ImportSource {
  /** The file as it was named. */
  readonly name: string;
  /** Its rows, from the beginning each time. */
  rows(): AsyncIterable<PersonRow> | Iterable<PersonRow>;
}

/** All rows of some exports in their order, in the portal's terms. */
export async function* readRows(
  sources: readonly ImportSource[],
  rules: RowRules,
): AsyncGenerator<ExportRow | RejectedRow> {
  for (const { name, rows } of sources) {
    for await (const row of rows()) yield exportRow(row, name, rules);
  }
}
