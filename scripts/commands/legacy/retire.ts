import { Command } from "commander";
import { belgianDay } from "../../belgian-day.ts";
import { loadConfig } from "../../config/load.ts";
import { counted } from "../../counted.ts";
import { connect, connectionFrom } from "../../keycloak/connection.ts";
import { askingServer } from "../../keycloak/server-error.ts";
import { type Retirable, retirableSchool, retirableSchools } from "../../legacy/retirable.ts";
import { countOf, erase, findLeftovers, type Leftover, liveLastDays } from "../../legacy/retire.ts";
import { confirmed } from "../../prompts.ts";
import { findSchool } from "../../schools/find-school.ts";
import { readSettings } from "../../settings.ts";
import { terminalTeller } from "../../terminal.ts";

interface RetireOptions {
  config: string;
  school?: string;
  yes: boolean;
  json: boolean;
}

/** `portail legacy retire`: erases the passwords of old methods that are over. */
export function retireCommand(): Command {
  return new Command("retire")
    .description("erase the old passwords of schools whose last day is past")
    .option("--school <id>", "this school alone")
    .option("--yes", "do it without asking", false)
    .option("--json", "one JSON document on standard output", false)
    .option("--config <folder>", "the configuration", "realm-config")
    .addHelpText(
      "after",
      `
Counts them, asks, and erases them: they don't come back, but by an import. A school's last day must
be past in realm-config/ and in the realm. Erased are the passwords of that school's old method, also
those of people who have left it, and the days on which they were last used. Everything else stays:
the accounts, the memberships, the old user names (the school's application is still told them), and
what the same person has at another school.

All accounts of the realm are looked at. Interrupted, it goes on when it is run again.

Exit code: 0 done, nothing to do, or you said no; 1 it failed, or there was nobody to ask.

Examples:
  $ portail legacy retire                  counts, then asks
  $ portail legacy retire --school saint-exupery --yes`,
    )
    .action(retire);
}

async function retire(options: RetireOptions): Promise<void> {
  const teller = terminalTeller();
  const env = await readSettings(teller);
  const config = await loadConfig(options.config, env);
  const school =
    options.school === undefined ? undefined : findSchool(config.schools, options.school);
  const connection = connectionFrom(env);
  const client = await connect(connection, config.realm);
  await askingServer(connection, async () => {
    const [live, today] = [await liveLastDays(client), belgianDay()];
    const { retirable, unapplied } = school
      ? { retirable: [retirableSchool(config, school, live, today)], unapplied: [] }
      : retirableSchools(config, live, today);
    for (const difference of unapplied) teller.warn(`${difference}. Run portail apply first.`);
    const ids = new Set(retirable.map(({ id }) => id));
    const leftovers = ids.size > 0 ? await findLeftovers(client, ids, teller) : [];
    const counts = retirable.map((one) => ({ ...one, ...countOf(leftovers, one.id) }));
    for (const { id, until, passwords, accounts } of counts) {
      teller.note(
        `${id}, over since ${until}: ${counted(passwords, "old password")} of ${counted(accounts, "account")}`,
      );
    }
    const hasWork = leftovers.length > 0;
    const isErased = hasWork && (await confirmed(question(retirable, leftovers), options.yes));
    if (isErased || !hasWork) await erase(client, leftovers, ids, teller);
    tell(counts, { hasWork, isErased }, options.json);
  });
}

function question(schools: readonly Retirable[], leftovers: readonly Leftover[]): string {
  const passwords = leftovers.reduce((sum, one) => sum + one.passwords.length, 0);
  return `Erase ${counted(passwords, "old password")} of ${schools.map(({ name }) => `"${name}"`).join(", ")} for good?`;
}

function tell(
  counts: readonly (Retirable & { passwords: number; accounts: number })[],
  { hasWork, isErased }: { hasWork: boolean; isErased: boolean },
  asJson: boolean,
): void {
  if (asJson) {
    const document = { version: 1, isErased, schools: counts };
    process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
  } else if (isErased) {
    const passwords = counts.reduce((sum, one) => sum + one.passwords, 0);
    process.stdout.write(`${counted(passwords, "old password")} erased. The accounts stay.\n`);
  } else if (hasWork) {
    process.stdout.write("Nothing was erased.\n");
  } else {
    process.stdout.write("Nothing to do: no school whose last day is past has old passwords.\n");
  }
}
