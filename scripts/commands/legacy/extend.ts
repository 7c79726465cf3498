import { Command } from "commander";
import { belgianDay } from "../../belgian-day.ts";
import { extendLastDay } from "../../legacy/extend.ts";
import { readSettings } from "../../settings.ts";
import { terminalTeller } from "../../terminal.ts";

interface ExtendOptions {
  config: string;
  school?: string;
  until: string;
  json: boolean;
}

/** `portail legacy extend`: a later last day of the old method. */
export function extendCommand(): Command {
  return new Command("extend")
    .description("write a later last day of the old method into realm-config/")
    .requiredOption("--until <day>", "the last day, to its end in Belgium, e.g. 2027-08-31")
    .option("--school <id>", "for this school alone; else for all that have no day of their own")
    .option("--json", "one JSON document on standard output", false)
    .option("--config <folder>", "the configuration", "realm-config")
    .addHelpText(
      "after",
      `
Changes one line of the school's file, or of portal.yaml, and leaves its comments as they are; the
server is told by portail apply. It only makes the time longer: an earlier day is written by hand.
Passwords that were erased (portail legacy retire) don't come back by it: the school imports its
people again.

Examples:
  $ portail legacy extend --school demo --until 2027-08-31 && portail apply
  $ portail legacy extend --until 2027-08-31`,
    )
    .action(extend);
}

async function extend({ config, school, until, json }: ExtendOptions): Promise<void> {
  const env = await readSettings(terminalTeller());
  const extended = await extendLastDay(config, { school, until, today: belgianDay() }, env);
  if (json) {
    process.stdout.write(`${JSON.stringify({ version: 1, ...extended }, null, 2)}\n`);
    return;
  }
  const { file, before, isChanged } = extended;
  if (!isChanged) {
    process.stdout.write(`Nothing to do: the old method lasts until ${until} already.\n`);
    return;
  }
  process.stdout.write(
    `${file}: ${until} ${before === null ? "is new" : `in the place of ${before}`}.\n`,
  );
  process.stderr.write(`
Next: tell the server
  $ portail apply
`);
}
