import { columnNamed } from "./columns.ts";

/** What stands between two cells: spreadsheets of a French system write semicolons. */
export type Separator = "," | ";" | "\t";

const separators: readonly Separator[] = [",", ";", "\t"];

/** What the beginning of a file says of the rest. */
export interface Beginning {
  readonly separator: Separator;
  /** The line that names the columns, counted from 1. */
  readonly headerLine: 1 | 2;
}

/**
 * Reads off the first line what separates the cells: what most columns are told apart by. A line
 * `sep=;` before it, which spreadsheets write and hide, says it outright.
 *
 * @param firstLine without its end and without a byte order mark
 */
export function beginningOf(firstLine: string): Beginning {
  const told = separators.find((separator) => firstLine.toLowerCase() === `sep=${separator}`);
  if (told) return { separator: told, headerLine: 2 };
  const found = separators.map((separator) => ({
    separator,
    known: firstLine.split(separator).filter((name) => columnNamed(unquoted(name))).length,
    cells: firstLine.split(separator).length,
  }));
  found.sort((one, other) => other.known - one.known || other.cells - one.cells);
  return { separator: found[0]?.separator ?? ",", headerLine: 1 };
}

function unquoted(name: string): string {
  return name.trim().replace(/^"(.*)"$/, "$1");
}
