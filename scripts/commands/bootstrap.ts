import { Command, Option } from "commander";
import { accountKey } from "../bootstrap/account-key.ts";
import { type AccountName, accountNames, accounts } from "../bootstrap/accounts.ts";
import {
  prepareRealm,
  readSituation,
  type Situation,
  stepTexts,
  type Wishes,
} from "../bootstrap/bootstrap.ts";
import { deleteTemporaryAdmins } from "../bootstrap/temporary-admins.ts";
import { setVariables } from "../config/env-file.ts";
import { readEnvironment } from "../config/environment.ts";
import { loadConfig } from "../config/load.ts";
import type { Environment } from "../config/yaml-file.ts";
import { UserError } from "../errors.ts";
import { publicClientKey } from "../keycloak/client-key.ts";
import { type Connection, connect, connectionFrom, serverUrlFrom } from "../keycloak/connection.ts";
import { askingServer } from "../keycloak/server-error.ts";
import { printable } from "../printable.ts";
import { confirmed } from "../prompts.ts";
import { readSettings } from "../settings.ts";
import { type Teller, terminalTeller } from "../terminal.ts";

interface BootstrapOptions {
  config: string;
  writeEnv?: AccountName;
  printEnv?: AccountName;
  newKey: boolean;
  deleteTemporaryAdmin: boolean;
  yes: boolean;
}

/** `portail bootstrap`: the realm and the accounts that portail works as. */
export function bootstrapCommand(): Command {
  return new Command("bootstrap")
    .description("make the realm, and the accounts that portail works as")
    .addOption(
      new Option("--write-env [account]", "write an account's key to .env, where commands find it")
        .choices(accountNames)
        .preset("portail")
        .conflicts("printEnv"),
    )
    .addOption(
      new Option(
        "--print-env <account>",
        "print an account's key as variables, and nothing else",
      ).choices(accountNames),
    )
    .option(
      "--new-key",
      "make a new key where the account has one; the old one stops working",
      false,
    )
    .option("--delete-temporary-admin", "then delete Keycloak's temporary administrators", false)
    .option("--config <folder>", "the configuration", "realm-config")
    .option("--yes", "do it without asking", false)
    .addHelpText(
      "after",
      `
Needs an administrator of the realm master, such as the temporary one that Keycloak was started with,
in KEYCLOAK_ADMIN_USER and KEYCLOAK_ADMIN_PASSWORD. Makes
  the realm that the configuration names, if it is not there, to which nobody can sign in yet;
  portail, the account that plans, applies and imports;
  portail-plan, an account that can only look, for portail plan and portail doctor.
Neither can do anything outside that realm. Running it again is harmless: roles that an account lacks
are given back, and those that it does not need are taken away. docs/operations.md says more.

An account signs in with a key of which Keycloak has the public half alone. No key is made, shown or
written unless you ask for one.

Examples:
  $ portail bootstrap --write-env                    then: portail apply
  $ portail bootstrap --print-env portail-plan       for a CI that looks whether all is in sync
  $ portail bootstrap --delete-temporary-admin`,
    )
    .action(bootstrap);
}

async function bootstrap(options: BootstrapOptions): Promise<void> {
  const teller = terminalTeller();
  const env = await readSettings(teller);
  const { realm } = await loadConfig(options.config, env);
  const connection = administratorFrom(env);
  const isDemo = await isOnDemo();
  if (isDemo && (options.writeEnv || options.deleteTemporaryAdmin)) throw notOnDemo();
  const receiver = options.writeEnv ?? options.printEnv;
  if (options.newKey && !receiver) {
    throw new UserError(
      "BOOTSTRAP_KEY_FOR_WHOM",
      "--new-key does not say where the key goes",
      "Add --write-env, or --print-env with an account.",
    );
  }
  const [keycloak, master] = await Promise.all([
    connect(connection, realm),
    connect(connection, "master"),
  ]);
  const situation = await askingServer(connection, () => readSituation(keycloak, master));
  const key =
    receiver &&
    (await accountKey(accounts[receiver], situation.accounts[receiver], env, options.newKey));
  const wishes: Wishes = {
    ...(receiver && key?.isNew
      ? { newKey: { account: receiver, publicKey: await publicClientKey(key.key) } }
      : {}),
    deletesTemporaryAdmins: options.deleteTemporaryAdmin,
  };

  teller.note(`realm "${realm}" on ${connection.url}`);
  const steps = stepTexts(situation, wishes);
  for (const step of steps) teller.note(printable(step));
  if (options.deleteTemporaryAdmin) tellLastAdmin(situation, teller);
  if (steps.length > 0 && !(await confirmed("Go on?", options.yes))) {
    teller.note("Nothing was changed.");
    return;
  }

  const variables = receiver && key ? accountVariables(receiver, key.key, realm) : null;
  if (options.writeEnv && variables) {
    // Before the realm takes it: a key that nobody has would be lost.
    await setVariables(envFile, { ...(await urlIfMissing(connection)), ...variables });
  }
  await askingServer(connection, () => prepareRealm(keycloak, situation, wishes.newKey));
  if (variables) {
    // Proves that the account can work, as long as somebody is there who could help.
    await connect(connectionFrom({ KEYCLOAK_URL: connection.url, ...variables }), realm);
  }
  if (options.deleteTemporaryAdmin) {
    await askingServer(connection, () =>
      deleteTemporaryAdmins(master, situation.temporaryAdmins, connection.credentials.user),
    );
  }

  teller.done(
    steps.length === 0
      ? `Nothing to do: the realm "${realm}" and its accounts are as they should be.`
      : `The realm "${realm}" and its accounts are as they should be now.`,
  );
  if (options.writeEnv) teller.done(`${options.writeEnv} can sign in with what ${envFile} has.`);
  if (options.printEnv && variables) {
    const lines = Object.entries({ KEYCLOAK_URL: connection.url, ...variables });
    process.stdout.write(lines.map(([name, value]) => `${name}=${value}\n`).join(""));
  }
  if (!isDemo) for (const hint of nextSteps(situation, options, env)) teller.note(hint);
}

/** Where `readSettings` looks for it. */
const envFile = ".env";

/** What `connectionFrom` reads. */
function accountVariables(account: AccountName, key: string, realm: string) {
  return {
    KEYCLOAK_ADMIN_REALM: realm,
    PORTAIL_CLIENT_ID: accounts[account].clientId,
    PORTAIL_CLIENT_KEY: key,
  };
}

/**
 * The administrator of `master` that the variables name, also when they name a service account or
 * another realm for the other commands.
 */
function administratorFrom(env: Environment) {
  const { KEYCLOAK_URL, KEYCLOAK_ADMIN_USER: user, KEYCLOAK_ADMIN_PASSWORD: password } = env;
  if (!user || !password) {
    throw new UserError(
      "BOOTSTRAP_NEEDS_ADMIN",
      "KEYCLOAK_ADMIN_USER and KEYCLOAK_ADMIN_PASSWORD do not name an administrator of the realm master",
      "Set them for this one command. kc.sh bootstrap-admin user makes a temporary administrator.",
    );
  }
  return {
    url: serverUrlFrom({ KEYCLOAK_URL }),
    adminRealm: "master",
    credentials: { user, password },
  };
}

/**
 * The server's address, for a `.env` that does not have it.
 *
 * @throws {UserError} `BOOTSTRAP_ENV`
 */
async function urlIfMissing(connection: Connection): Promise<{ KEYCLOAK_URL?: string }> {
  const { KEYCLOAK_URL } = await readEnvironment(".", {});
  if (!KEYCLOAK_URL) return { KEYCLOAK_URL: connection.url };
  if (serverUrlFrom({ KEYCLOAK_URL }) === connection.url) return {};
  throw new UserError(
    "BOOTSTRAP_ENV",
    `${envFile} is for ${KEYCLOAK_URL}, and the key would be one of ${connection.url}`,
    "Correct KEYCLOAK_URL in it, or print the key with --print-env.",
  );
}

/** Commands find the demo by themselves as long as nothing names a server. */
async function isOnDemo(): Promise<boolean> {
  return !(await readEnvironment(".", process.env)).KEYCLOAK_URL;
}

function notOnDemo(): UserError {
  return new UserError(
    "BOOTSTRAP_DEMO",
    "commands work on the demo as its temporary administrator, who stays, and without .env",
    "Leave --write-env and --delete-temporary-admin out, or name a server in KEYCLOAK_URL.",
  );
}

function nextSteps(situation: Situation, options: BootstrapOptions, env: Environment): string[] {
  const temporary = situation.temporaryAdmins.map(({ name }) => name).join(", ");
  const isAdminKept = Boolean(
    (env.KEYCLOAK_ADMIN_USER && options.writeEnv) || options.deleteTemporaryAdmin,
  );
  return [
    ...(options.writeEnv || options.printEnv || env.PORTAIL_CLIENT_ID
      ? []
      : ["Next: portail bootstrap --write-env gives commands here the account to work as."]),
    ...(situation.hasRealm
      ? []
      : ["Next: portail apply makes the realm what the configuration says."]),
    ...(isAdminKept
      ? ["KEYCLOAK_ADMIN_USER and KEYCLOAK_ADMIN_PASSWORD are no longer needed: take them away."]
      : []),
    ...(temporary && !options.deleteTemporaryAdmin
      ? [
          `Temporary administrators are still there: ${temporary}. --delete-temporary-admin deletes them.`,
        ]
      : []),
  ];
}

function tellLastAdmin({ hasLastingAdmin }: Situation, teller: Teller): void {
  if (hasLastingAdmin) return;
  teller.warn(
    "Nobody else administers this server. kc.sh bootstrap-admin user makes a temporary administrator when one is needed.",
  );
}
