import type ProtocolMapperRepresentation from "@keycloak/keycloak-admin-client/lib/defs/protocolMapperRepresentation.js";

/** A client's mappers by their names, which are unique in a client. */
export function mappersByName(
  mappers: readonly ProtocolMapperRepresentation[] = [],
): Record<string, ProtocolMapperRepresentation> {
  return Object.fromEntries(mappers.map((mapper) => [mapper.name ?? "", mapper]));
}
