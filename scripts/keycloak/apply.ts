import type { DesiredRealm } from "../realm/desired.ts";
import type { Teller } from "../terminal.ts";
import { settleClients } from "./clients.ts";
import { type Connection, connect } from "./connection.ts";
import { settleFlow } from "./flows.ts";
import { settleGroups } from "./groups.ts";
import { settleMessages } from "./messages.ts";
import { createRealm, settleSettings } from "./realm-settings.ts";
import { askingServer } from "./server-error.ts";
import { settleUserProfile } from "./user-profile.ts";

/** What `applyConfig` did. */
export interface Applied {
  /** True when the realm was not there before. */
  readonly created: boolean;
  /** One line for each object that was made or changed; empty when all was as it should be. */
  readonly changes: readonly string[];
}

/**
 * Makes a realm what it should be. Running it twice is harmless: the second time writes nothing.
 * (A mail password is the exception: Keycloak never shows it, so it is written each time.)
 *
 * @param desired from `desiredRealm`
 * @throws {UserError} when the server can't be reached, or refuses
 */
export async function applyConfig(
  desired: DesiredRealm,
  connection: Connection,
  teller: Teller,
): Promise<Applied> {
  const client = await connect(connection, desired.name);
  return askingServer(connection, async () => {
    const changes: string[] = [];
    const tell = (change: string) => {
      changes.push(change);
      teller.note(change);
    };

    let live = await client.realms.findOne({ realm: desired.name });
    const created = !live;
    if (!live) {
      await createRealm(client, desired);
      tell(`realm ${desired.name}: made`);
      live = await client.realms.findOne({ realm: desired.name });
    }
    if (!live) throw new Error(`realm ${desired.name} is not there after it was made`);

    const settings = await settleSettings(client, live, desired.settings);
    if (settings.length > 0) tell(`realm ${desired.name}: ${settings.join(", ")}`);
    const profile = await settleUserProfile(client, desired.userProfile);
    if (profile.length > 0) tell(`user profile: ${profile.join(", ")}`);
    for (const { binding, flow } of desired.flows) {
      for (const change of await settleFlow(client, live, binding, flow)) tell(`flow ${change}`);
    }
    for (const { clientId, fields } of await settleClients(client, [
      ...desired.clients,
      ...desired.builtInClients,
    ])) {
      tell(`client ${clientId}: ${fields?.join(", ") ?? "made"}`);
    }
    for (const change of await settleMessages(client, desired.messages)) tell(`message ${change}`);
    for (const path of await settleGroups(client, desired.groups)) tell(`group ${path}: made`);
    return { created, changes };
  });
}
