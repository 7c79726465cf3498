import type ProtocolMapperRepresentation from "@keycloak/keycloak-admin-client/lib/defs/protocolMapperRepresentation.js";

/** Mappers by their names, which are unique in a client and in a client scope. */
export function mappersByName(
  mappers: readonly ProtocolMapperRepresentation[] = [],
): Record<string, ProtocolMapperRepresentation> {
  return Object.fromEntries(mappers.map((mapper) => [mapper.name ?? "", mapper]));
}

/** A client or a client scope with its mappers as fields, so that each is compared with its own. */
export function withMappersByName<T extends { protocolMappers?: ProtocolMapperRepresentation[] }>({
  protocolMappers,
  ...rest
}: T) {
  return { ...rest, mappers: mappersByName(protocolMappers) };
}
