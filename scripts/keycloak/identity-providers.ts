import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import type IdentityProviderRepresentation from "@keycloak/keycloak-admin-client/lib/defs/identityProviderRepresentation.js";
import type { DesiredIdentityProvider } from "../realm/microsoft.ts";

/**
 * Makes an identity provider, or changes it where it is not as declared.
 *
 * @param found the provider as the realm has it
 */
export async function settleIdentityProvider(
  client: KeycloakAdminClient,
  wanted: DesiredIdentityProvider,
  found: IdentityProviderRepresentation | undefined,
): Promise<void> {
  if (found === undefined) {
    await client.identityProviders.create(wanted);
    return;
  }
  await client.identityProviders.update(
    { alias: wanted.alias },
    { ...found, ...wanted, config: { ...found.config, ...wanted.config } },
  );
}
