import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import type RealmRepresentation from "@keycloak/keycloak-admin-client/lib/defs/realmRepresentation.js";
import type RequiredActionProviderRepresentation from "@keycloak/keycloak-admin-client/lib/defs/requiredActionProviderRepresentation.js";
import { type Notes, notesAttributes } from "../plan/notes.ts";
import type { DesiredRealm } from "../realm/desired.ts";
import { flowRepresentations } from "../realm/flow.ts";
import { patiently } from "./patiently.ts";

/**
 * Makes the realm without its schools in one request, so that it is at no time a realm with another
 * sign-in than ours. The schools follow one by one, which is several times faster than with it.
 *
 * @param notes what portail is to remember
 * @returns false when somebody else has made it meanwhile
 */
export async function createRealm(
  client: KeycloakAdminClient,
  desired: DesiredRealm,
  notes: Notes,
): Promise<boolean> {
  const parts = desired.flows.map(({ flow }) => flowRepresentations(flow));
  // What a provider is bound to comes with the provider.
  const bindings = Object.fromEntries(
    desired.flows
      .filter(({ binding }) => binding !== "postBrokerLoginFlow")
      .map(({ binding, flow }) => [binding, flow.alias]),
  );
  // The user profile is one of the realm's components, kept as text.
  const profile = {
    providerId: "declarative-user-profile",
    config: { "kc.user.profile.config": [JSON.stringify(desired.userProfile)] },
  };
  const localizationTexts = desired.messages;
  const realm = {
    // The library's type does not know the realm's own messages.
    ...({ localizationTexts } as object),
    ...desired.settings,
    attributes: { ...desired.settings.attributes, ...notesAttributes(notes) },
    ...bindings,
    authenticationFlows: parts.flatMap((part) => part.flows),
    authenticatorConfig: parts.flatMap((part) => part.configs),
    // The library's type holds one component for each kind; the server takes a list.
    components: {
      "org.keycloak.userprofile.UserProfileProvider": [profile],
    } as unknown as RealmRepresentation["components"],
  };
  const attempt = async () => {
    try {
      await client.realms.create(realm);
      return true;
    } catch (error) {
      // Somebody else was a moment quicker, or only the answer got lost.
      if (await client.realms.findOne({ realm: desired.name })) return false;
      throw error;
    }
  };
  return patiently(attempt);
}

/** Sets the realm's own settings as they are declared, its mail password with them. */
export async function updateSettings(
  client: KeycloakAdminClient,
  declared: RealmRepresentation,
): Promise<void> {
  const { realmName: realm } = client;
  const live = await client.realms.findOne({ realm });
  await client.realms.update(
    { realm },
    // Attributes that are not sent are removed.
    { ...declared, attributes: { ...live?.attributes, ...declared.attributes } },
  );
}

/** Enables or disables one thing that people can be asked to do. */
export async function updateRequiredAction(
  client: KeycloakAdminClient,
  wanted: RequiredActionProviderRepresentation,
  found: RequiredActionProviderRepresentation | undefined,
): Promise<void> {
  const alias = wanted.alias ?? "";
  const management = client.authenticationManagement;
  // Somebody may have taken it out of the realm.
  if (!found) await management.registerRequiredAction({ providerId: alias, name: alias });
  await management.updateRequiredAction({ alias }, { ...found, name: alias, ...wanted });
}
