import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import type { DesiredRealm } from "../realm/desired.ts";
import type { DesiredIdentityProvider } from "../realm/microsoft.ts";
import { readFlows } from "./live-flows.ts";

/** Switches an identity provider off that is no longer declared. What people are linked with stays. */
export async function switchOffIdentityProvider(
  client: KeycloakAdminClient,
  alias: string,
): Promise<void> {
  const found = await client.identityProviders.findOne({ alias });
  await client.identityProviders.update({ alias }, { ...found, enabled: false });
}

/**
 * Makes an identity provider, or changes it where it is not as declared. It is bound from its first
 * moment to the flow that follows a sign-in with it: without that, it would be a way around a second
 * factor.
 */
export async function settleIdentityProvider(
  client: KeycloakAdminClient,
  desired: DesiredRealm,
  wanted: DesiredIdentityProvider,
): Promise<void> {
  const { alias } = wanted;
  // Read anew: a change of its flow has come before.
  const found = await client.identityProviders.findOne({ alias });
  if (found) {
    const config = { ...found.config, ...wanted.config };
    await client.identityProviders.update({ alias }, { ...found, ...wanted, config });
    return;
  }
  const { currentFlows } = await readFlows(client, desired, {});
  const postBrokerLoginFlowAlias = currentFlows.postBrokerLoginFlow?.alias;
  await client.identityProviders.create({ ...wanted, postBrokerLoginFlowAlias });
}
