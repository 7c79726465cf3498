import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import pMap from "p-map";
import { readRealm } from "../../scripts/keycloak/read.ts";
import type { DesiredRealm } from "../../scripts/realm/desired.ts";

/** Spoils much of a realm by hand, of each kind, so that an apply has much to do. */
export async function spoil(client: KeycloakAdminClient, desired: DesiredRealm): Promise<void> {
  const { realmName: realm, authenticationManagement: management } = client;
  const live = await readRealm(client, desired);
  if (!live) throw new Error(`there is no realm ${realm}`);
  await client.realms.update({ realm }, { registrationAllowed: true, passwordPolicy: "length(8)" });

  // Without these steps the flows have another structure, and are made anew.
  for (const alias of [live.bound.browserFlow, live.bound.resetCredentialsFlow]) {
    const executions = await management.getExecutions({ flow: alias ?? "" });
    const otp = executions.find(({ providerId }) => providerId === "auth-otp-form");
    await management.delExecution({ id: otp?.id ?? "" });
  }
  for (const provider of desired.identityProviders) {
    const { alias } = provider;
    const found = await client.identityProviders.findOne({ alias });
    await client.identityProviders.update({ alias }, { ...found, displayName: "changed" });
  }
  for (const [selectedLocale, texts] of Object.entries(desired.messages)) {
    const [key = ""] = Object.keys(texts);
    await client.realms.deleteRealmLocalizationTexts({ realm, selectedLocale, key });
  }

  const thirds = <T>(list: readonly T[]) => {
    const size = Math.ceil(list.length / 3);
    return [list.slice(0, size), list.slice(size, 2 * size)] as const;
  };
  const [removed, changed] = thirds(desired.clients.map(({ clientId = "" }) => clientId));
  const sideBySide = { concurrency: 8 };
  const del = (clientId: string) =>
    client.clients.del({ id: live.clients.get(clientId)?.id ?? "" });
  await pMap(removed, del, sideBySide);
  const change = (clientId: string) => {
    const found = live.clients.get(clientId);
    return client.clients.update({ id: found?.id ?? "" }, { ...found, redirectUris: [] });
  };
  await pMap(changed, change, sideBySide);
  const forget = (path: string) => client.groups.del({ id: live.groupIds.get(path) ?? "" });
  await pMap(thirds(desired.groups)[0], forget, sideBySide);
}
