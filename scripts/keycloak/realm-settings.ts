import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import type RealmRepresentation from "@keycloak/keycloak-admin-client/lib/defs/realmRepresentation.js";
import type { DesiredRealm } from "../realm/desired.ts";
import { flowRepresentations } from "../realm/flow.ts";
import { groupTree } from "./groups.ts";

/**
 * Makes the whole realm in one request, which is as good as nothing or everything and takes less
 * than a second.
 */
export async function createRealm(
  client: KeycloakAdminClient,
  desired: DesiredRealm,
): Promise<void> {
  const parts = desired.flows.map(({ flow }) => flowRepresentations(flow));
  const bindings = Object.fromEntries(
    desired.flows.map(({ binding, flow }) => [binding, flow.alias]),
  );
  // The user profile is one of the realm's components, kept as text.
  const profile = {
    providerId: "declarative-user-profile",
    config: { "kc.user.profile.config": [JSON.stringify(desired.userProfile)] },
  };
  const localizationTexts = desired.messages;
  await client.realms.create({
    // The library's type does not know the realm's own messages.
    ...({ localizationTexts } as object),
    ...desired.settings,
    ...bindings,
    authenticationFlows: parts.flatMap((part) => part.flows),
    authenticatorConfig: parts.flatMap((part) => part.configs),
    clients: [...desired.clients],
    groups: groupTree(desired.groups),
    // The library's type holds one component for each kind; the server takes a list.
    components: {
      "org.keycloak.userprofile.UserProfileProvider": [profile],
    } as unknown as RealmRepresentation["components"],
  });
}

/**
 * Sets the realm's own settings as they are declared, its mail password with them.
 *
 * @param live what the realm has
 */
export async function updateSettings(
  client: KeycloakAdminClient,
  live: RealmRepresentation,
  declared: RealmRepresentation,
): Promise<void> {
  await client.realms.update(
    { realm: client.realmName },
    // Attributes that are not sent are removed.
    { ...declared, attributes: { ...live.attributes, ...declared.attributes } },
  );
}
