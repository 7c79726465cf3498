import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import type ClientScopeRepresentation from "@keycloak/keycloak-admin-client/lib/defs/clientScopeRepresentation.js";
import { mappersByName } from "../plan/mappers.ts";

/**
 * Makes a client scope, or changes it and its mappers where they are not as declared.
 *
 * @param found the scope as the realm has it
 * @param ids the ids of the scopes there are, by name; the new one is added
 */
export async function settleClientScope(
  client: KeycloakAdminClient,
  wanted: ClientScopeRepresentation,
  found: ClientScopeRepresentation | undefined,
  ids: Map<string, string>,
): Promise<void> {
  if (found === undefined) {
    const { id } = await client.clientScopes.create(wanted);
    ids.set(wanted.name ?? "", id);
    return;
  }
  const id = found.id ?? "";
  const { protocolMappers, ...settings } = wanted;
  const attributes = { ...found.attributes, ...wanted.attributes };
  await client.clientScopes.update({ id }, { ...found, ...settings, attributes });
  // An update of the scope leaves its mappers as they are.
  const live = mappersByName(found.protocolMappers);
  for (const mapper of protocolMappers ?? []) {
    const known = live[mapper.name ?? ""];
    if (known === undefined) await client.clientScopes.addProtocolMapper({ id }, mapper);
    else {
      await client.clientScopes.updateProtocolMapper(
        { id, mapperId: known.id ?? "" },
        { ...known, ...mapper, config: { ...known.config, ...mapper.config } },
      );
    }
  }
}
