import { Command } from "commander";
import { belgianDay } from "../../belgian-day.ts";
import { loadConfig } from "../../config/load.ts";
import { counted } from "../../counted.ts";
import { connect, connectionFrom } from "../../keycloak/connection.ts";
import { askingServer } from "../../keycloak/server-error.ts";
import { lastDay } from "../../legacy/last-day.ts";
import { notMovedCsv } from "../../legacy/not-moved.ts";
import { statusJson, statusText } from "../../legacy/print-status.ts";
import { readMembers } from "../../legacy/read-members.ts";
import { legacyStatus } from "../../legacy/status.ts";
import { writePrivateFile } from "../../private-file.ts";
import { findSchool } from "../../schools/find-school.ts";
import { readSettings } from "../../settings.ts";
import { terminalTeller } from "../../terminal.ts";

interface StatusOptions {
  config: string;
  school?: string;
  csv?: string;
  json: boolean;
}

/** `portail legacy status`: who has moved to the new method, school by school. */
export function statusCommand(): Command {
  return new Command("status")
    .description("per school: how many have moved, who still comes by the old method, its last day")
    .option("--school <id>", "this school alone")
    .option("--csv <file>", "write a list of those who have not moved yet")
    .option("--json", "one JSON document on standard output", false)
    .option("--config <folder>", "the configuration", "realm-config")
    .addHelpText(
      "after",
      `
Somebody has moved who has a password of their own, a passkey or a linked account such as
Microsoft's. "Came in 7 days" and "in 30 days" are those who came by the old method, today included;
"Never came" have neither moved nor ever come by it. "Old passwords" have not been erased yet.

The list of --csv has names, addresses and old user names: only its owner can read it. It is one file
for all schools; name one with --school before you send it to that school.

Reads one or two answers a person and changes nothing: the account portail-plan is enough, which sees
people anyway.

Examples:
  $ portail legacy status
  $ portail legacy status --school demo --csv demo-not-moved.csv
  $ portail legacy status --json | jq '.schools[] | select(.daysLeft != null and .daysLeft < 30)'`,
    )
    .action(status);
}

async function status(options: StatusOptions): Promise<void> {
  const teller = terminalTeller();
  const env = await readSettings(teller);
  const config = await loadConfig(options.config, env);
  const schools =
    options.school === undefined ? config.schools : [findSchool(config.schools, options.school)];
  const connection = connectionFrom(env);
  const client = await connect(connection, config.realm);
  const members = await askingServer(connection, () =>
    readMembers(
      client,
      schools.map(({ id }) => id),
      teller,
    ),
  );
  const today = belgianDay();
  const all = schools.map((school) =>
    legacyStatus(school, members.get(school.id) ?? [], lastDay(config, school), today),
  );
  process.stdout.write(options.json ? statusJson(all, today) : statusText(all));
  if (options.csv !== undefined) {
    await writePrivateFile(options.csv, notMovedCsv(members));
    const people = all.reduce((sum, school) => sum + school.members - school.moved, 0);
    teller.done(`${options.csv}: ${counted(people, "line")}, one for each who has not moved`);
  }
  const ended = all.filter(
    ({ until, isOpen, oldPasswords }) => until && !isOpen && oldPasswords > 0,
  );
  if (ended.length > 0) {
    teller.note(
      "Old passwords of schools whose last day is past: portail legacy retire erases them.",
    );
  }
}
