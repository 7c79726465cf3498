import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import type ClientRepresentation from "@keycloak/keycloak-admin-client/lib/defs/clientRepresentation.js";
import type ProtocolMapperRepresentation from "@keycloak/keycloak-admin-client/lib/defs/protocolMapperRepresentation.js";
import { differences } from "./differences.ts";

/** What happened to one client. */
export interface ClientChange {
  readonly clientId: string;
  /** The fields that were changed; `undefined` for a client that was made. */
  readonly fields?: readonly string[];
}

/** Makes the clients that are missing, and changes those that differ. One request reads them all. */
export async function settleClients(
  client: KeycloakAdminClient,
  declared: readonly ClientRepresentation[],
): Promise<ClientChange[]> {
  const live = new Map((await client.clients.find({})).map((found) => [found.clientId, found]));
  const changes: ClientChange[] = [];
  for (const wanted of declared) {
    const clientId = wanted.clientId ?? "";
    const found = live.get(clientId);
    if (!found) {
      await client.clients.create(wanted);
      changes.push({ clientId });
      continue;
    }
    const fields = await settleClient(client, wanted, found);
    if (fields.length > 0) changes.push({ clientId, fields });
  }
  return changes;
}

async function settleClient(
  client: KeycloakAdminClient,
  wanted: ClientRepresentation,
  found: ClientRepresentation,
): Promise<string[]> {
  const { protocolMappers: wantedMappers, ...wantedFields } = wanted;
  const { protocolMappers: foundMappers, ...foundFields } = found;
  const fields = differences(
    { ...wantedFields, mappers: byName(wantedMappers) },
    { ...foundFields, mappers: byName(foundMappers) },
  );
  if (fields.length === 0) return [];

  await client.clients.update(
    { id: found.id ?? "" },
    {
      ...found,
      ...wanted,
      attributes: { ...found.attributes, ...wanted.attributes },
      // Mappers that are not sent are removed.
      protocolMappers: Object.values({ ...byName(foundMappers), ...byName(wantedMappers) }),
    },
  );
  await settleScopes(client, wanted, found);
  return fields;
}

/** Scopes have requests of their own: an update of the client leaves them as they are. */
async function settleScopes(
  client: KeycloakAdminClient,
  wanted: ClientRepresentation,
  found: ClientRepresentation,
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
  if (Object.values(change).every((names) => names.length === 0)) return;

  const ids = new Map((await client.clientScopes.find()).map(({ name, id }) => [name, id]));
  const scope = (name: string) => ({ id: found.id ?? "", clientScopeId: ids.get(name) ?? name });
  // Removed first: a scope can't be default and optional at once.
  for (const name of change.removeDefault) await client.clients.delDefaultClientScope(scope(name));
  for (const name of change.removeOptional) {
    await client.clients.delOptionalClientScope(scope(name));
  }
  for (const name of change.addDefault) await client.clients.addDefaultClientScope(scope(name));
  for (const name of change.addOptional) await client.clients.addOptionalClientScope(scope(name));
}

function byName(mappers: ProtocolMapperRepresentation[] = []) {
  return Object.fromEntries(mappers.map((mapper) => [mapper.name ?? "", mapper]));
}
