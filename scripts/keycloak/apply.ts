import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import type { LiveRealm } from "../plan/live-realm.ts";
import { type Change, type Plan, planOf } from "../plan/plan.ts";
import { changeLine } from "../plan/print.ts";
import type { DesiredRealm } from "../realm/desired.ts";
import type { Teller } from "../terminal.ts";
import { updateClient } from "./clients.ts";
import { type Connection, connect } from "./connection.ts";
import { makeFlow, removeFlow } from "./flows.ts";
import { createGroup } from "./groups.ts";
import { readRealm } from "./read.ts";
import { createRealm, updateSettings } from "./realm-settings.ts";
import { askingServer } from "./server-error.ts";

/** A realm beside what it should be. */
export interface Comparison {
  readonly connection: Connection;
  readonly client: KeycloakAdminClient;
  readonly desired: DesiredRealm;
  /** `null` when there is no such realm. */
  readonly live: LiveRealm | null;
  readonly plan: Plan;
}

/** What `applyConfig` did. */
export interface Applied {
  /** True when the realm was not there before. */
  readonly created: boolean;
  /** One line for each object that was made or changed; empty when all was as it should be. */
  readonly changes: readonly string[];
}

/**
 * Reads a realm and works out what would make it what it should be. Writes nothing.
 *
 * @param desired from `desiredRealm`
 * @param options as `planOf` takes them
 * @throws {UserError} when the server can't be reached, or refuses
 */
export async function compareRealm(
  desired: DesiredRealm,
  connection: Connection,
  options: { writesSecrets?: boolean } = {},
): Promise<Comparison> {
  const client = await connect(connection, desired.name);
  return askingServer(connection, async () => {
    const live = await readRealm(client, desired);
    return { connection, client, desired, live, plan: planOf(desired, live, options) };
  });
}

/**
 * Does what a plan says, in its order, and no more. What is interrupted can simply be run again.
 *
 * @throws {UserError} when the server can't be reached, or refuses
 */
export async function carryOut(comparison: Comparison, teller: Teller): Promise<Applied> {
  const { connection, client, desired, plan } = comparison;
  return askingServer(connection, async () => {
    const changes: string[] = [];
    const tell = (line: string) => {
      changes.push(line);
      teller.note(line);
    };
    let { live } = comparison;
    let remaining = plan.changes;
    if (!live) {
      await createRealm(client, desired);
      tell(`realm ${desired.name}: made`);
      // One request makes nearly all of it; left are the clients that Keycloak makes by itself.
      live = await readRealm(client, desired);
      if (!live) throw new Error(`realm ${desired.name} is not there after it was made`);
      remaining = planOf(desired, live).changes;
    }
    const groupIds = new Map(live.groupIds);
    for (const change of remaining) {
      await make(change, client, desired, live, groupIds);
      tell(changeLine(change));
    }
    for (const alias of plan.leftovers) {
      await removeFlow(client, live, alias);
      tell(`flow ${alias} removed`);
    }
    return { created: comparison.live === null, changes };
  });
}

/**
 * Makes a realm what it should be, without asking. Running it twice is harmless: the second time
 * writes nothing.
 *
 * @param desired from `desiredRealm`
 * @throws {UserError} when the server can't be reached, or refuses
 */
export async function applyConfig(
  desired: DesiredRealm,
  connection: Connection,
  teller: Teller,
): Promise<Applied> {
  return carryOut(await compareRealm(desired, connection), teller);
}

async function make(
  change: Change,
  client: KeycloakAdminClient,
  desired: DesiredRealm,
  live: LiveRealm,
  groupIds: Map<string, string>,
): Promise<void> {
  const { kind, name } = change;
  switch (kind) {
    case "realm":
      return updateSettings(client, live.settings, desired.settings);
    case "user profile":
      await client.users.updateProfile(desired.userProfile);
      return;
    case "flow":
      return makeFlow(client, desired, change);
    case "client": {
      const all = [...desired.clients, ...desired.builtInClients];
      const wanted = all.find(({ clientId }) => clientId === name);
      if (!wanted) throw new Error(`the client ${name} is in the plan and not declared`);
      const found = live.clients.get(name);
      if (found) return updateClient(client, wanted, found, live.clientScopeIds);
      await client.clients.create(wanted);
      return;
    }
    case "message": {
      const [selectedLocale = "", key = ""] = name.split(" ");
      const text = desired.messages[selectedLocale]?.[key] ?? "";
      await client.realms.addLocalization({ realm: desired.name, selectedLocale, key }, text);
      return;
    }
    case "group":
      return createGroup(client, name, groupIds);
  }
}
