import { Command } from "commander";
import { loadConfig } from "../../config/load.ts";
import type { School } from "../../config/schema.ts";
import { printable } from "../../printable.ts";
import { schoolClientId } from "../../realm/school.ts";
import { readSettings } from "../../settings.ts";
import { terminalTeller } from "../../terminal.ts";

/** `portail schools list`: id, name and address of each school. */
export function listCommand(): Command {
  return new Command("list")
    .description("id, name and address of each school")
    .option("--json", "for programs: a list of {id, name, home, type, clientId}", false)
    .option("--config <folder>", "the configuration", "realm-config")
    .action(list);
}

async function list(options: { json: boolean; config: string }): Promise<void> {
  const teller = terminalTeller();
  const env = await readSettings(teller);
  const { schools } = await loadConfig(options.config, env);
  if (options.json) {
    process.stdout.write(`${JSON.stringify(schools.map(entry), null, 2)}\n`);
    return;
  }
  if (schools.length === 0) teller.note("No school yet: portail schools add makes the first.");
  process.stdout.write(
    table(schools.map(({ id, name, application }) => [id, name, application.home])),
  );
}

function entry({ id, name, application }: School) {
  const { home, type } = application;
  return { id, name, home, type, clientId: schoolClientId(id) };
}

/** Columns side by side; whole lines. */
function table(rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => row.map((cell) => printable(cell).replaceAll("\n", " ")));
  const widths: number[] = [];
  for (const row of cells) {
    for (const [index, cell] of row.entries()) {
      widths[index] = Math.max(widths[index] ?? 0, cell.length);
    }
  }
  const line = (row: string[]) =>
    row.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join("  ");
  return cells.map((row) => `${line(row).trimEnd()}\n`).join("");
}
