import { styleText } from "node:util";
import { Command } from "commander";
import { loadConfig } from "../config/load.ts";
import { counted } from "../counted.ts";
import { carryOut, compareRealm } from "../keycloak/apply.ts";
import { connectionFrom } from "../keycloak/connection.ts";
import { planText } from "../plan/print.ts";
import { confirmed } from "../prompts.ts";
import { desiredRealm } from "../realm/desired.ts";
import { readSettings } from "../settings.ts";
import { terminalTeller } from "../terminal.ts";

/** `portail apply`: makes the realm what `realm-config/` says. */
export function applyCommand(): Command {
  return new Command("apply")
    .description("make the realm what realm-config/ says")
    .option("--config <folder>", "the configuration", "realm-config")
    .option("--secrets", "write also the secrets that can't be compared", false)
    .option("--yes", "do it without asking", false)
    .addHelpText(
      "after",
      `
Shows the plan, asks, and does just what the plan says. Only what the configuration says is compared
and changed; the rest of the realm is left alone. Running it again is harmless.

Keycloak does not show a mail password, so a new one is written with --secrets, or together with
another change of the realm's settings.

Examples:
  $ portail apply
  $ portail apply --yes --config /etc/portail`,
    )
    .action(apply);
}

interface ApplyOptions {
  config: string;
  secrets: boolean;
  yes: boolean;
}

async function apply(options: ApplyOptions): Promise<void> {
  const teller = terminalTeller();
  const env = await readSettings(teller);
  const config = await loadConfig(options.config, env);
  const connection = connectionFrom(env);
  const desired = desiredRealm(config);

  const schools = counted(config.schools.length, "school");
  teller.note(`${options.config} (${schools}) → realm "${desired.name}" on ${connection.url}`);
  const comparison = await compareRealm(desired, connection, { writesSecrets: options.secrets });
  const { plan } = comparison;
  const isNothingToDo = plan.changes.length + plan.leftovers.length === 0;
  if (!isNothingToDo || plan.unknown.length > 0) {
    process.stderr.write(
      planText(plan, (format, text) => styleText(format, text, { stream: process.stderr })),
    );
  }
  if (isNothingToDo) {
    process.stdout.write(`${summary(desired.name, false, 0)}\n`);
    return;
  }
  if (!(await confirmed("Apply?", options.yes))) {
    process.stdout.write("Nothing was changed.\n");
    return;
  }
  const { created, changes } = await carryOut(comparison, teller);
  process.stdout.write(`${summary(desired.name, created, changes.length)}\n`);
}

function summary(realm: string, created: boolean, changes: number): string {
  if (created) return `The realm "${realm}" was made.`;
  if (changes === 0) return `Nothing to do: the realm "${realm}" is as the configuration says.`;
  return `The realm "${realm}" is as the configuration says now: ${counted(changes, "change")}.`;
}
