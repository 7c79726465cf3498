import { UsualHashes } from "../users/usual-hash.ts";
import { isRejected, type RowRules } from "./rows/export-row.ts";
import { Mentions } from "./rows/mentions.ts";
import { type ImportSource, readRows } from "./rows/read-rows.ts";
import { RowDigests } from "./rows/row-digests.ts";

/** What must be known of all rows before the first can be decided on. */
export interface FirstReading {
  readonly mentions: Mentions;
  /** How many rows there are. */
  readonly total: number;
  /** A digest of each school's rows, by school id. */
  readonly digests: ReadonlyMap<string, string>;
  /** A hash of nobody's password in each school's usual format, by school id. */
  readonly usualHashes: ReadonlyMap<string, string>;
}

/**
 * Reads all rows once, and keeps none.
 *
 * @param key of the digests
 */
export async function readFirst(
  sources: readonly ImportSource[],
  rules: RowRules,
  key: Buffer,
): Promise<FirstReading> {
  const mentions = new Mentions();
  const usual = new UsualHashes();
  const digests = new RowDigests(key);
  let total = 0;
  for await (const row of readRows(sources, rules)) {
    total += 1;
    if (isRejected(row)) {
      mentions.addRejected(row, rules.schools.has(row.cells.school));
      continue;
    }
    mentions.add(row);
    digests.add(row);
    if (row.password) usual.add(row.school, row.password);
  }
  return { mentions, total, digests: digests.bySchool(), usualHashes: usual.ofNobody() };
}
