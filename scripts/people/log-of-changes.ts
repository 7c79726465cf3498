import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import type { Teller } from "../terminal.ts";

/** Warns where Keycloak keeps no log of what administrators change, portail among them. */
export async function warnIfUnlogged(client: KeycloakAdminClient, teller: Teller): Promise<void> {
  const realm = await client.realms.findOne({ realm: client.realmName });
  if (realm?.adminEventsEnabled) return;
  teller.warn(
    "Keycloak's log of changes is off, so this won't be in it: portail apply switches it on",
  );
}
