#!/usr/bin/env node
import { enableCompileCache } from "node:module";
import path from "node:path";
import { Command } from "commander";
import { describeFailure } from "./failure.ts";
import { cacheRoot } from "./server/cache-folder.ts";

// Half of what a command takes to start. Where nothing can be written, there is none.
enableCompileCache(path.join(cacheRoot(), "compiled"));

/** Each command is read only when it is asked for: `--help` and mistakes stay quick. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  demo: async () => (await import("./commands/demo.ts")).demoCommand(),
  bootstrap: async () => (await import("./commands/bootstrap.ts")).bootstrapCommand(),
  plan: async () => (await import("./commands/plan.ts")).planCommand(),
  apply: async () => (await import("./commands/apply.ts")).applyCommand(),
  import: async () => (await import("./commands/import.ts")).importCommand(),
  invite: async () => (await import("./commands/invite.ts")).inviteCommand(),
  doctor: async () => (await import("./commands/doctor.ts")).doctorCommand(),
  schools: async () => (await import("./commands/schools.ts")).schoolsCommand(),
  people: async () => (await import("./commands/people.ts")).peopleCommand(),
  legacy: async () => (await import("./commands/legacy.ts")).legacyCommand(),
};

async function program(): Promise<Command> {
  const portail = new Command("portail")
    .description("Runs the sign-in portal of iT.School: its realm, its schools and its people.")
    .usage("<command> [options]")
    .option("--verbose", "show where an unexpected error comes from")
    .showSuggestionAfterError()
    .addHelpText(
      "after",
      `
Examples:
  $ portail demo                          the whole portal on this machine, to try it out
  $ portail bootstrap --write-env         make the realm, and the account that portail works as
  $ portail plan                          what differs between realm-config/ and the realm
  $ portail apply                         make the realm what realm-config/ says
  $ portail import people.csv --dry-run   what an import would do
  $ portail invite --school demo          mail those who have not come in yet
  $ portail doctor                        whether all is well, and what to do where it is not
  $ portail schools show demo             what the developer of a school needs
  $ portail legacy status                 who has moved from the old method to the new one
  $ portail people show a@example.org     what support needs to know of somebody
  $ portail people unlink a@example.org   somebody's Microsoft account no longer opens their account

The server and its administrator come from the environment or from the file .env:
  KEYCLOAK_URL                                        the server's address
  PORTAIL_CLIENT_ID, PORTAIL_CLIENT_KEY               what portail bootstrap wrote, or else
  KEYCLOAK_ADMIN_USER, KEYCLOAK_ADMIN_PASSWORD        a person's account
  KEYCLOAK_ADMIN_REALM                                the account's realm, unless it is master
Without any of them, a command works on the demo of this project while it runs, and says so.

"portail <command> --help" says more about each command.`,
    );
  const asked = process.argv.slice(2).find((word) => !word.startsWith("-")) ?? "";
  const names = Object.hasOwn(commands, asked) ? [asked] : Object.keys(commands);
  for (const name of names) {
    const command = await commands[name]?.();
    if (command) portail.addCommand(command.option("--verbose", "show where an error comes from"));
  }
  return portail;
}

try {
  await (await program()).parseAsync();
} catch (error) {
  process.stderr.write(describeFailure(error, process.argv.includes("--verbose")));
  process.exitCode = 1;
}
