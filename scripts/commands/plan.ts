import { styleText } from "node:util";
import { Command } from "commander";
import { loadConfig } from "../config/load.ts";
import { counted } from "../counted.ts";
import { compareRealm } from "../keycloak/apply.ts";
import { connectionFrom } from "../keycloak/connection.ts";
import { planJson, planText } from "../plan/print.ts";
import { desiredRealm } from "../realm/desired.ts";
import { readSettings } from "../settings.ts";
import { terminalTeller } from "../terminal.ts";

/** `portail plan`: what `portail apply` would change. Writes nothing. */
export function planCommand(): Command {
  return new Command("plan")
    .description("show what differs between realm-config/ and the realm")
    .option("--config <folder>", "the configuration", "realm-config")
    .option("--json", "one JSON document on standard output", false)
    .addHelpText(
      "after",
      `
Only what the configuration says is compared; the rest of the realm is not looked at. Nothing is
changed. Secrets are never shown.

Exit code: 0 the realm is as the configuration says, 2 there are differences, 1 it failed.

Examples:
  $ portail plan
  $ portail plan --json | jq '.changes[].name'`,
    )
    .action(plan);
}

async function plan(options: { config: string; json: boolean }): Promise<void> {
  const teller = terminalTeller();
  const env = await readSettings(teller);
  const config = await loadConfig(options.config, env);
  const connection = connectionFrom(env);
  const desired = desiredRealm(config);

  const schools = counted(config.schools.length, "school");
  teller.note(`${options.config} (${schools}) → realm "${desired.name}" on ${connection.url}`);
  const { plan } = await compareRealm(desired, connection);
  process.stdout.write(
    options.json
      ? planJson(plan)
      : planText(plan, (format, text) => styleText(format, text, { stream: process.stdout })),
  );
  if (plan.changes.length > 0) process.exitCode = 2;
}
