import { Command, Option } from "commander";
import { loadConfig } from "../../config/load.ts";
import { connectionFrom, serverUrlFrom } from "../../keycloak/connection.ts";
import { printable } from "../../printable.ts";
import { applicationSettings } from "../../schools/application-settings.ts";
import { applicationSettingsText } from "../../schools/application-settings-text.ts";
import { clientSecret, requireConfidential } from "../../schools/client-secret.ts";
import { findSchool } from "../../schools/find-school.ts";
import { readSettings } from "../../settings.ts";
import { terminalTeller } from "../../terminal.ts";

interface ShowOptions {
  config: string;
  json: boolean;
  secret: boolean;
}

/** `portail schools show`: what the developer of a school's application needs. */
export function showCommand(): Command {
  return new Command("show")
    .description("what the developer of a school's application needs")
    .argument("<id>", "the school's id")
    .option("--json", "for programs", false)
    .addOption(
      new Option("--secret", "print the secret of a confidential application, and nothing else")
        .default(false)
        .conflicts("json"),
    )
    .option("--config <folder>", "the configuration", "realm-config")
    .addHelpText(
      "after",
      `
Only --secret asks the server. Give the secret to nobody but the school's developer, by a way that
keeps it secret.

Examples:
  $ portail schools show demo
  $ portail schools show demo --json
  $ portail schools show saint-exupery --secret | wl-copy`,
    )
    .action(show);
}

async function show(id: string, options: ShowOptions): Promise<void> {
  const env = await readSettings(terminalTeller());
  const { schools, realm } = await loadConfig(options.config, env);
  const school = findSchool(schools, id);
  if (options.secret) {
    requireConfidential(school);
    const secret = await clientSecret(school, connectionFrom(env), realm);
    process.stdout.write(`${secret}\n`);
    return;
  }
  const settings = applicationSettings(school, `${serverUrlFrom(env)}/realms/${realm}`);
  process.stdout.write(
    options.json
      ? `${JSON.stringify(settings, null, 2)}\n`
      : printable(applicationSettingsText(settings)),
  );
}
