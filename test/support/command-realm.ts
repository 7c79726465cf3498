import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import type UserRepresentation from "@keycloak/keycloak-admin-client/lib/defs/userRepresentation.js";
import { execaNode } from "execa";
import { type AccountName, accountNames, accounts } from "../../scripts/bootstrap/accounts.ts";
import { bareRealm, giveKey, settleAccount } from "../../scripts/bootstrap/realm-accounts.ts";
import { buildExtension } from "../../scripts/extension/build.ts";
import { newClientKey, publicClientKey } from "../../scripts/keycloak/client-key.ts";
import { type Connection, connect } from "../../scripts/keycloak/connection.ts";
import { startKeycloak } from "../../scripts/server/keycloak.ts";
import { silentTeller } from "../../scripts/terminal.ts";
import { shippedVariables } from "./shipped-config.ts";

/** How a command has ended. */
interface Ended {
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** A real Keycloak with the shipped realm, and `portail` as its operators run it. */
export interface CommandRealm extends AsyncDisposable {
  /** To any realm of the server, as the administrator. */
  readonly connection: Connection;
  /** As the administrator: what a test looks at or has happened before. */
  readonly admin: KeycloakAdminClient;
  /** The folder that commands run in, empty at first. */
  readonly dir: string;
  /** Runs the tool as a person would, without a terminal, as one of the accounts. */
  run(account: AccountName, words: readonly string[]): Promise<Ended>;
  /** Makes an account whose user name is its address. @returns its id */
  addPerson(email: string, more?: UserRepresentation): Promise<string>;
  /** What Keycloak's token endpoint answers to a school's application, which takes passwords here. */
  token(parameters: Record<string, string>): Promise<Record<string, string>>;
}

const realm = "itschool";

/** The application that `token` asks for. */
const application = "school-demo";

/** @param environment variables beside those that the shipped configuration needs */
export async function startCommandRealm(
  environment: Record<string, string> = {},
): Promise<CommandRealm> {
  const keycloak = await startKeycloak({ providers: [await buildExtension(silentTeller)] });
  const dir = await mkdtemp(join(tmpdir(), "commands-"));
  const stop = async () => {
    await keycloak.stop();
    await rm(dir, { recursive: true });
  };
  try {
    const { url, admin: credentials } = keycloak;
    const connection = { url, adminRealm: "master", credentials };
    const admin = await connect(connection, realm);
    await admin.realms.create(bareRealm(realm));
    const keys = {} as Record<AccountName, string>;
    for (const name of accountNames) {
      await settleAccount(admin, accounts[name]);
      keys[name] = newClientKey();
      await giveKey(admin, accounts[name], await publicClientKey(keys[name]));
    }
    const run = async (account: AccountName, words: readonly string[]): Promise<Ended> => {
      const { exitCode, stdout, stderr } = await execaNode(
        resolve("scripts/main.ts"),
        [...words, "--config", resolve("realm-config")],
        {
          cwd: dir,
          env: {
            ...shippedVariables,
            ...environment,
            KEYCLOAK_URL: url,
            KEYCLOAK_ADMIN_REALM: realm,
            PORTAIL_CLIENT_ID: account,
            PORTAIL_CLIENT_KEY: keys[account],
          },
          reject: false,
          stdin: "ignore",
        },
      );
      return { exitCode, stdout, stderr };
    };
    const applied = await run("portail", ["apply", "--yes"]);
    if (applied.exitCode !== 0) throw new Error(applied.stderr);
    const [client] = await admin.clients.find({ clientId: application });
    await admin.clients.update(
      { id: client?.id ?? "" },
      { ...client, directAccessGrantsEnabled: true },
    );
    return {
      connection,
      admin,
      dir,
      run,
      addPerson: async (email, more = {}) =>
        (await admin.users.create({ username: email, email, enabled: true, ...more })).id,
      token: async (parameters) => {
        const answer = await fetch(`${url}/realms/${realm}/protocol/openid-connect/token`, {
          method: "POST",
          body: new URLSearchParams({ client_id: application, ...parameters }),
        });
        return (await answer.json()) as Record<string, string>;
      },
      [Symbol.asyncDispose]: stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
