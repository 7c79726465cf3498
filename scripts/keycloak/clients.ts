import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import type ClientRepresentation from "@keycloak/keycloak-admin-client/lib/defs/clientRepresentation.js";
import { mappersByName } from "../plan/mappers.ts";

/**
 * Changes a client where it is not as declared.
 *
 * @param found the client as the realm has it
 * @param scopeIds the ids of the realm's client scopes, by name
 */
export async function updateClient(
  client: KeycloakAdminClient,
  wanted: ClientRepresentation,
  found: ClientRepresentation,
  scopeIds: ReadonlyMap<string, string>,
): Promise<void> {
  // Not sent, Keycloak's own secret of the client stays; one that is masked would be its new secret.
  const { secret: _, ...known } = found;
  await client.clients.update(
    { id: found.id ?? "" },
    {
      ...known,
      ...wanted,
      attributes: { ...found.attributes, ...wanted.attributes },
      // Mappers that are not sent are removed.
      protocolMappers: Object.values({
        ...mappersByName(found.protocolMappers),
        ...mappersByName(wanted.protocolMappers),
      }),
    },
  );
  // With another protocol, Keycloak gives the client other scopes than it had.
  const isOtherProtocol = wanted.protocol !== undefined && wanted.protocol !== found.protocol;
  const now = isOtherProtocol && (await client.clients.findOne({ id: found.id ?? "" }));
  await settleScopes(client, wanted, now || found, scopeIds);
}

/** Scopes have requests of their own: an update of the client leaves them as they are. */
async function settleScopes(
  client: KeycloakAdminClient,
  wanted: ClientRepresentation,
  found: ClientRepresentation,
  scopeIds: ReadonlyMap<string, string>,
): Promise<void> {
  // A kind of scope that is not declared stays as it is.
  const missing = (from?: string[], other?: string[]) =>
    from && other ? from.filter((name) => !other.includes(name)) : [];
  const change = {
    removeDefault: missing(found.defaultClientScopes, wanted.defaultClientScopes),
    removeOptional: missing(found.optionalClientScopes, wanted.optionalClientScopes),
    addDefault: missing(wanted.defaultClientScopes, found.defaultClientScopes),
    addOptional: missing(wanted.optionalClientScopes, found.optionalClientScopes),
  };
  const scope = (name: string) => ({
    id: found.id ?? "",
    clientScopeId: scopeIds.get(name) ?? name,
  });
  // Removed first: a scope can't be default and optional at once.
  for (const name of change.removeDefault) await client.clients.delDefaultClientScope(scope(name));
  for (const name of change.removeOptional) {
    await client.clients.delOptionalClientScope(scope(name));
  }
  for (const name of change.addDefault) await client.clients.addDefaultClientScope(scope(name));
  for (const name of change.addOptional) await client.clients.addOptionalClientScope(scope(name));
}
