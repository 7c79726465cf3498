/**
 * A CSV file (RFC 4180) as spreadsheets take it: with a byte order mark, so that accents are read
 * right, and without cells that would be run as a formula.
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => `${row.map((cell) => quoted(defused(cell))).join(",")}\r\n`);
  return `\uFEFF${lines.join("")}`;
}

/** Spreadsheets run what begins with one of these, some of them also in their wide form. */
const formula = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

function defused(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
