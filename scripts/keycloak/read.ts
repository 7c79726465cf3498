import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import type IdentityProviderRepresentation from "@keycloak/keycloak-admin-client/lib/defs/identityProviderRepresentation.js";
import type { LiveRealm, LiveSettings } from "../plan/live-realm.ts";
import { notesFrom } from "../plan/notes.ts";
import type { DesiredRealm } from "../realm/desired.ts";
import { microsoftAlias } from "../realm/microsoft.ts";
import { schoolGroupPath } from "../realm/school.ts";
import { allPages } from "./all-pages.ts";
import { readFlows } from "./live-flows.ts";
import { requireWholeView } from "./whole-view.ts";

/**
 * Reads a realm in bulk: the number of requests does not grow with the number of schools, but for
 * pages. It only reads, so an account that may not change anything is enough (a partial export
 * would need one that may manage the realm, and count as a change in its log).
 *
 * @param desired says which languages, flows and levels of groups are looked at
 * @returns `null` when there is no such realm
 */
export async function readRealm(
  client: KeycloakAdminClient,
  desired: DesiredRealm,
): Promise<LiveRealm | null> {
  const { realmName: realm } = client;
  const settings: LiveSettings | undefined = await client.realms.findOne({ realm });
  if (!settings) return null;

  const providers = await client.identityProviders.find();
  const bound = boundFlows(settings, providers);
  const [userProfile, actions, ourFlows, clients, scopes, messages, groupIds] = await Promise.all([
    client.users.getProfile({}),
    client.authenticationManagement.getRequiredActions(),
    readFlows(client, desired, bound),
    allPages((page) => client.clients.find(page)),
    client.clientScopes.find(),
    readMessages(client, desired.settings.supportedLocales ?? []),
    readGroupIds(client, [...desired.groups, schoolGroupPath("any")]),
  ]);
  const live: LiveRealm = {
    settings,
    bound,
    notes: notesFrom(settings.attributes),
    userProfile,
    requiredActions: new Map(actions.map((action) => [action.alias ?? "", action])),
    ...ourFlows,
    identityProviders: new Map(providers.map((found) => [found.alias ?? "", found])),
    clients: new Map(clients.map((found) => [found.clientId ?? "", found])),
    clientScopes: new Map(scopes.map((scope) => [scope.name ?? "", scope])),
    messages,
    groupIds,
  };
  await requireWholeView(client, live);
  return live;
}

function boundFlows(
  { browserFlow, resetCredentialsFlow, firstBrokerLoginFlow }: LiveSettings,
  providers: readonly IdentityProviderRepresentation[],
): LiveRealm["bound"] {
  const postBrokerLoginFlow = providers.find(
    ({ alias }) => alias === microsoftAlias,
  )?.postBrokerLoginFlowAlias;
  return { browserFlow, resetCredentialsFlow, firstBrokerLoginFlow, postBrokerLoginFlow };
}

async function readMessages(client: KeycloakAdminClient, languages: readonly string[]) {
  const { realmName: realm } = client;
  const read = async (selectedLocale: string) =>
    [
      selectedLocale,
      (await client.realms.getRealmLocalizationTexts({ realm, selectedLocale })) as Record<
        string,
        string
      >,
    ] as const;
  return Object.fromEntries(await Promise.all(languages.map(read)));
}

/** One listing for each group that declared ones stand below, not for each declared one. */
async function readGroupIds(
  client: KeycloakAdminClient,
  paths: readonly string[],
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  const parents = new Set(paths.flatMap(pathsAbove));
  for (const parent of [...parents].sort((a, b) => a.length - b.length)) {
    const parentId = ids.get(parent);
    if (parent !== "" && parentId === undefined) continue;
    const groups = await allPages((page) =>
      parentId === undefined
        ? client.groups.find(page)
        : client.groups.listSubGroups({ parentId, ...page }),
    );
    for (const { id = "", name = "" } of groups) ids.set(`${parent}/${name}`, id);
  }
  return ids;
}

/** Of `/schools/demo`: the top level, which has no name, and `/schools`. */
function pathsAbove(path: string): string[] {
  const names = path.split("/");
  return names.slice(1).map((_, index) => names.slice(0, index + 1).join("/"));
}
