import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import type { DesiredRealm } from "../realm/desired.ts";

/**
 * Sets the messages of the realm's own that differ; those it has beside them are left alone.
 *
 * @returns what was changed, e.g. `fr termsUrl`
 */
export async function settleMessages(
  client: KeycloakAdminClient,
  declared: DesiredRealm["messages"],
): Promise<string[]> {
  const { realmName: realm } = client;
  const changed: string[] = [];
  for (const [selectedLocale, messages] of Object.entries(declared)) {
    const live: Record<string, string> = await client.realms.getRealmLocalizationTexts({
      realm,
      selectedLocale,
    });
    for (const [key, text] of Object.entries(messages)) {
      if (live[key] === text) continue;
      await client.realms.addLocalization({ realm, selectedLocale, key }, text);
      changed.push(`${selectedLocale} ${key}`);
    }
  }
  return changed;
}
