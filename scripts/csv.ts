/**
 * A CSV file (RFC 4180) as spreadsheets take it: with a byte order mark, so that accents are read
 * right, and without cells that would be run as a formula.
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `${byteOrderMark}${rows.map((row) => csvLine(row, ",")).join("")}`;
}

/** What a CSV file begins with, so that spreadsheets read accents right. */
export const byteOrderMark = "\uFEFF";

/**
 * One line of a CSV file, with its end.
 *
 * @param separator a comma, or a semicolon for spreadsheets in countries that write `1,5`
 */
export function csvLine(cells: readonly string[], separator: "," | ";"): string {
  return `${cells.map((cell) => quoted(defused(cell), separator)).join(separator)}\r\n`;
}

/** Spreadsheets run what begins with one of these, some of them also in their wide form. */
const formula = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

function defused(cell: string): string {
  return formula.test(cell) || isDefused(cell) ? `'${cell}` : cell;
}

/** A cell as it was before it was defused, so that what portail wrote can be given back to it. */
export function undefused(cell: string): string {
  return isDefused(cell) ? cell.slice(1) : cell;
}

function isDefused(cell: string): boolean {
  return /^'+/.test(cell) && formula.test(cell.replace(/^'+/, ""));
}

function quoted(cell: string, separator: string): string {
  return cell.includes(separator) || /["\r\n]/.test(cell)
    ? `"${cell.replaceAll('"', '""')}"`
    : cell;
}
