import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import pMap from "p-map";
import type { LiveRealm } from "../plan/live-realm.ts";
import type { Change } from "../plan/plan.ts";
import { objectName } from "../plan/print.ts";
import type { DesiredRealm } from "../realm/desired.ts";
import { settleClientScope } from "./client-scopes.ts";
import { updateClient } from "./clients.ts";
import { concurrency } from "./concurrency.ts";
import type { Connection } from "./connection.ts";
import { makeFlow } from "./flows.ts";
import { createGroup } from "./groups.ts";
import { settleIdentityProvider, switchOffIdentityProvider } from "./identity-providers.ts";
import { updateRequiredAction, updateSettings } from "./realm-settings.ts";
import { explainServerError, ofObject } from "./server-error.ts";

/** The realm that changes are made in, as it was before the first of them. */
export interface Site {
  readonly connection: Connection;
  readonly client: KeycloakAdminClient;
  readonly desired: DesiredRealm;
  readonly live: LiveRealm;
}

/** The ids of what changes refer to, those made on the way among them. */
interface Ids {
  /** By path. */
  readonly groups: Map<string, string>;
  /** By name. */
  readonly scopes: Map<string, string>;
}

/**
 * Makes changes in their order; schools are made side by side, since none depends on another. After
 * the first failure nothing more is begun.
 *
 * @param signal ends it before the next change
 * @param onDone is told each change that was made
 * @throws {UserError} the first failure, which names its object
 */
export async function carryOut(
  site: Site,
  changes: readonly Change[],
  signal: AbortSignal,
  onDone: (change: Change) => void,
): Promise<void> {
  const ids: Ids = {
    groups: new Map(site.live.groupIds),
    scopes: new Map([...site.live.clientScopes].map(([name, { id = "" }]) => [name, id])),
  };
  for (const stage of stages(changes)) {
    let failure: unknown;
    await pMap(
      stage,
      async (change) => {
        if (failure !== undefined) return;
        try {
          signal.throwIfAborted();
          await make(change, site, ids);
          onDone(change);
        } catch (error) {
          failure ??= ofObject(objectName(change), explainServerError(error, site.connection));
        }
      },
      { concurrency: isSideBySide(stage[0]) ? concurrency : 1 },
    );
    if (failure !== undefined) throw failure;
  }
}

function isSideBySide(change: Change | undefined): boolean {
  return change?.kind === "client" || change?.kind === "group";
}

/** Neighbours of one kind; groups of one depth, since those above must be there, or stay, longer. */
function stages(changes: readonly Change[]): Change[][] {
  const keyOf = ({ kind, name, action }: Change) =>
    [action === "delete", kind, kind === "group" ? name.split("/").length : 0].join();
  const all: Change[][] = [];
  for (const change of changes) {
    const last = all.at(-1);
    if (last?.[0] && keyOf(last[0]) === keyOf(change)) last.push(change);
    else all.push([change]);
  }
  return all;
}

async function make(change: Change, site: Site, ids: Ids): Promise<void> {
  const { kind, name, action } = change;
  const { client, desired, live } = site;
  if (action === "delete") return remove(change, site);
  switch (kind) {
    case "realm":
      return updateSettings(client, desired.settings);
    case "user profile":
      await client.users.updateProfile(desired.userProfile);
      return;
    case "required action": {
      const wanted = declared(change, desired.requiredActions, (one) => one.alias);
      return updateRequiredAction(client, wanted, live.requiredActions.get(name));
    }
    case "client scope": {
      const wanted = declared(change, desired.clientScopes, (one) => one.name);
      return settleClientScope(client, wanted, live.clientScopes.get(name), ids.scopes);
    }
    case "flow":
      return makeFlow(client, desired, live, change);
    case "identity provider": {
      const wanted = desired.identityProviders.find(({ alias }) => alias === name);
      return wanted
        ? settleIdentityProvider(client, desired, wanted)
        : switchOffIdentityProvider(client, name);
    }
    case "client": {
      const all = [...desired.clients, ...desired.builtInClients];
      const wanted = declared(change, all, (one) => one.clientId);
      const found = live.clients.get(name);
      if (found) return updateClient(client, wanted, found, ids.scopes);
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
      return createGroup(client, name, ids.groups);
  }
}

async function remove({ kind, name }: Change, { client, desired, live }: Site): Promise<void> {
  switch (kind) {
    case "client":
      await client.clients.del({ id: live.clients.get(name)?.id ?? "" });
      return;
    case "group":
      await client.groups.del({ id: live.groupIds.get(name) ?? "" });
      return;
    case "identity provider":
      await client.identityProviders.del({ alias: name });
      return;
    case "message": {
      const [selectedLocale = "", key = ""] = name.split(" ");
      await client.realms.deleteRealmLocalizationTexts({
        realm: desired.name,
        selectedLocale,
        key,
      });
      return;
    }
    default:
      throw new Error(`a ${kind} is never removed`);
  }
}

function declared<T>(
  { kind, name }: Change,
  objects: readonly T[],
  nameOf: (object: T) => string | undefined,
): T {
  const found = objects.find((object) => nameOf(object) === name);
  if (found === undefined) throw new Error(`the ${kind} ${name} is in the plan and not declared`);
  return found;
}
