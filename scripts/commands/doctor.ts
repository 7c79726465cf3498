import { styleText } from "node:util";
import { Command } from "commander";
import { findings } from "../doctor/checks.ts";
import { look } from "../doctor/look.ts";
import { findingsJson, findingsText, hasFailed } from "../doctor/print.ts";
import { readSettings } from "../settings.ts";
import { terminalTeller } from "../terminal.ts";

interface DoctorOptions {
  config: string;
  json: boolean;
  sendTestMail?: string;
}

/** `portail doctor`: whether the portal is well, and what to do where it is not. */
export function doctorCommand(): Command {
  return new Command("doctor")
    .description("whether the portal is well, and what to do where it is not")
    .option("--send-test-mail <address>", "have Keycloak send a mail with the realm's settings")
    .option("--config <folder>", "the configuration", "realm-config")
    .option("--json", "one JSON document on standard output", false)
    .addHelpText(
      "after",
      `
One line for each check:
  ✓ ok          all is well
  ! warning     works, and somebody should look at it
  ✗ failed      does not work, or is not safe
  · not seen, or not checked because of something that failed

Changes nothing. Whether Microsoft accepts the secret of microsoft.clientId is asked of Microsoft, from
this machine (MICROSOFT_LOGIN_URL names a stand-in for it). For a test mail, an account without an
address has the given one for that moment, which needs the rights of the account portail; Keycloak sends
test mails to nobody else. Temporary administrators are seen by an administrator of the realm master
alone.

Exit code: 0 nothing failed, 1 something did. Warnings are 0.

Examples:
  $ portail doctor
  $ portail doctor --send-test-mail me@example.org
  $ portail doctor --json | jq -r '.checks[] | select(.state == "failed") | .text'`,
    )
    .action(doctor);
}

async function doctor({ config, json, sendTestMail }: DoctorOptions): Promise<void> {
  const env = await readSettings(terminalTeller());
  const all = findings(await look(config, env, sendTestMail));
  process.stdout.write(
    json
      ? findingsJson(all)
      : findingsText(all, (format, text) => styleText(format, text, { stream: process.stdout })),
  );
  if (hasFailed(all)) process.exitCode = 1;
}
