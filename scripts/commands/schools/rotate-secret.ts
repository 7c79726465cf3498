import { Command } from "commander";
import { loadConfig } from "../../config/load.ts";
import { connectionFrom } from "../../keycloak/connection.ts";
import { confirmed } from "../../prompts.ts";
import { newClientSecret, requireConfidential } from "../../schools/client-secret.ts";
import { findSchool } from "../../schools/find-school.ts";
import { readSettings } from "../../settings.ts";
import { terminalTeller } from "../../terminal.ts";

/** `portail schools rotate-secret`: a new secret in the place of one that may have leaked. */
export function rotateSecretCommand(): Command {
  return new Command("rotate-secret")
    .description("a new secret for a confidential application; prints it, and nothing else")
    .argument("<id>", "the school's id")
    .option("--yes", "do it without asking", false)
    .option("--config <folder>", "the configuration", "realm-config")
    .addHelpText(
      "after",
      `
The old secret is void at once: nobody can sign in to the school until its application has the new
one. Whoever is signed in stays so.

Examples:
  $ portail schools rotate-secret saint-exupery
  $ portail schools rotate-secret saint-exupery --yes | wl-copy`,
    )
    .action(rotateSecret);
}

async function rotateSecret(id: string, options: { yes: boolean; config: string }): Promise<void> {
  const teller = terminalTeller();
  const env = await readSettings(teller);
  const { schools, realm } = await loadConfig(options.config, env);
  const school = findSchool(schools, id);
  requireConfidential(school);
  const connection = connectionFrom(env);
  const question = `Void the secret of "${school.name}" and make a new one? Nobody can sign in there until the application has it.`;
  if (!(await confirmed(question, options.yes))) {
    teller.note("Nothing was changed.");
    return;
  }
  process.stdout.write(`${await newClientSecret(school, connection, realm)}\n`);
}
