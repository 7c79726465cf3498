import { Command } from "commander";
import { loadConfig } from "../config/load.ts";
import { counted } from "../counted.ts";
import { applyConfig } from "../keycloak/apply.ts";
import { connectionFrom } from "../keycloak/connection.ts";
import { confirmed } from "../prompts.ts";
import { desiredRealm } from "../realm/desired.ts";
import { readSettings } from "../settings.ts";
import { terminalTeller } from "../terminal.ts";

/** `portail apply`: makes the realm what `realm-config/` says. */
export function applyCommand(): Command {
  return new Command("apply")
    .description("make the realm what realm-config/ says")
    .option("--config <folder>", "the configuration", "realm-config")
    .option("--yes", "do it without asking", false)
    .addHelpText(
      "after",
      `
Only what the configuration says is compared and changed; the rest of the realm is left alone.
Running it again is harmless.

Examples:
  $ portail apply
  $ portail apply --yes --config /etc/portail`,
    )
    .action(apply);
}

async function apply(options: { config: string; yes: boolean }): Promise<void> {
  const teller = terminalTeller();
  const env = await readSettings(teller);
  const config = await loadConfig(options.config, env);
  const connection = connectionFrom(env);
  const desired = desiredRealm(config);

  const schools = counted(config.schools.length, "school");
  teller.note(`${options.config} (${schools}) → realm "${desired.name}" on ${connection.url}`);
  if (!(await confirmed("Apply?", options.yes))) {
    process.stdout.write("Nothing was changed.\n");
    return;
  }
  const { created, changes } = await applyConfig(desired, connection, teller);
  process.stdout.write(`${summary(desired.name, created, changes.length)}\n`);
}

function summary(realm: string, created: boolean, changes: number): string {
  if (created) return `The realm "${realm}" was made.`;
  if (changes === 0) return `Nothing to do: the realm "${realm}" is as the configuration says.`;
  return `The realm "${realm}" is as the configuration says now: ${counted(changes, "change")}.`;
}
