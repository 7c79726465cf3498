import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import type ClientRepresentation from "@keycloak/keycloak-admin-client/lib/defs/clientRepresentation.js";
import type ClientScopeRepresentation from "@keycloak/keycloak-admin-client/lib/defs/clientScopeRepresentation.js";
import type IdentityProviderRepresentation from "@keycloak/keycloak-admin-client/lib/defs/identityProviderRepresentation.js";
import type ProtocolMapperRepresentation from "@keycloak/keycloak-admin-client/lib/defs/protocolMapperRepresentation.js";
import type { DesiredRealm } from "../../scripts/realm/desired.ts";
import { type DriftCase, fieldCases, type LiveObject, removalCase } from "./drift-case.ts";
import { fieldsOf } from "./fields.ts";

/** The schools' clients, and Keycloak's own. */
export function clientCases({ clients, builtInClients }: DesiredRealm): DriftCase[] {
  return [...clients, ...builtInClients].flatMap((declared) => {
    const object = clientObject(declared);
    const { protocolMappers = [], ...rest } = declared;
    const remove = async (client: KeycloakAdminClient) =>
      void (await client.clients.del({ id: await idOf(object, client) }));
    return [
      ...fieldCases(object, rest),
      ...mapperCases(object, protocolMappers, {
        update: (client, id, mapper) =>
          client.clients.updateProtocolMapper({ id, mapperId: mapper.id ?? "" }, mapper),
        remove: (client, id, mapperId) => client.clients.delProtocolMapper({ id, mapperId }),
      }),
      removalCase(object, { remove }),
    ];
  });
}

/** The scopes with promised claims. */
export function clientScopeCases({ clientScopes, ...desired }: DesiredRealm): DriftCase[] {
  return clientScopes.flatMap((declared) => {
    const { protocolMappers = [], ...rest } = declared;
    const { name = "" } = declared;
    const object: LiveObject = {
      kind: "client scope",
      name,
      foundBy: ["name"],
      read: async (client) => {
        const found = await client.clientScopes.findOneByName({ name });
        return found && { ...found };
      },
      write: (client, changed, { id }) =>
        client.clientScopes.update({ id: String(id) }, changed as ClientScopeRepresentation),
    };
    const remove = async (client: KeycloakAdminClient) =>
      client.clientScopes.del({ id: await idOf(object, client) });
    const clients = desired.clients.filter((one) => one.defaultClientScopes?.includes(name));
    // A client's list has only what is there, and of the client's own protocol.
    const withClients = (one: DriftCase): DriftCase => ({
      ...one,
      expected: [
        ...one.expected,
        ...clients.map(({ clientId = "" }) => ({
          kind: "client" as const,
          name: clientId,
          action: "update" as const,
          paths: ["defaultClientScopes"],
        })),
      ],
    });
    const { protocol, ...others } = rest;
    return [
      ...fieldCases(object, others),
      ...fieldCases(object, { protocol }).map(withClients),
      ...mapperCases(object, protocolMappers, {
        update: (client, id, mapper) =>
          client.clientScopes.updateProtocolMapper({ id, mapperId: mapper.id ?? "" }, mapper),
        remove: (client, id, mapperId) => client.clientScopes.delProtocolMapper({ id, mapperId }),
      }),
      withClients(removalCase(object, { remove })),
    ];
  });
}

/** The identity providers. */
export function identityProviderCases({ identityProviders, flows }: DesiredRealm): DriftCase[] {
  // Bound to the provider, and with it no longer bound.
  const unbound = flows
    .filter(({ binding }) => binding === "postBrokerLoginFlow")
    .map(({ binding, flow }) => {
      return { kind: "flow", name: flow.alias, action: "update", paths: [binding] } as const;
    });
  return identityProviders.flatMap((declared) => {
    const { alias } = declared;
    const object: LiveObject = {
      kind: "identity provider",
      name: alias,
      foundBy: ["alias"],
      read: async (client) => {
        const found = await client.identityProviders.findOne({ alias });
        return found ? { ...found } : undefined;
      },
      write: (client, changed) =>
        client.identityProviders.update({ alias }, changed as IdentityProviderRepresentation),
    };
    const remove: DriftCase["spoil"] = (client) => client.identityProviders.del({ alias });
    const removal = removalCase(object, { remove });
    return [
      ...fieldCases(object, declared),
      { ...removal, expected: [...unbound, ...removal.expected] },
    ];
  });
}

function clientObject({ clientId = "" }: ClientRepresentation): LiveObject {
  return {
    kind: "client",
    name: clientId,
    foundBy: ["clientId"],
    read: async (client) => {
      const [found] = await client.clients.find({ clientId });
      return found && { ...found };
    },
    write: async (client, changed, found) => {
      const id = String(found.id);
      const [from, to] = [found, changed] as ClientRepresentation[];
      await client.clients.update({ id }, { ...to });
      // An update of the client leaves its scopes as they are.
      const scopes = await client.clientScopes.find();
      const idOfScope = (name: string) => scopes.find((scope) => scope.name === name)?.id ?? "";
      const missing = (list: string[] = [], other: string[] = []) =>
        list.filter((name) => !other.includes(name)).map(idOfScope);
      for (const clientScopeId of missing(from?.defaultClientScopes, to?.defaultClientScopes))
        await client.clients.delDefaultClientScope({ id, clientScopeId });
      for (const clientScopeId of missing(to?.defaultClientScopes, from?.defaultClientScopes))
        await client.clients.addDefaultClientScope({ id, clientScopeId });
      for (const clientScopeId of missing(from?.optionalClientScopes, to?.optionalClientScopes))
        await client.clients.delOptionalClientScope({ id, clientScopeId });
      for (const clientScopeId of missing(to?.optionalClientScopes, from?.optionalClientScopes))
        await client.clients.addOptionalClientScope({ id, clientScopeId });
    },
  };
}

/** The mappers of a client or a client scope: each field, and each of them removed. */
function mapperCases(
  owner: LiveObject,
  mappers: readonly ProtocolMapperRepresentation[],
  by: {
    update(
      client: KeycloakAdminClient,
      ownerId: string,
      mapper: ProtocolMapperRepresentation,
    ): Promise<void>;
    remove(client: KeycloakAdminClient, ownerId: string, mapperId: string): Promise<void>;
  },
): DriftCase[] {
  return mappers.flatMap((declared) => {
    const { name = "" } = declared;
    const within = `mappers.${name}`;
    const object: LiveObject = {
      ...owner,
      within,
      foundBy: ["name"],
      read: async (client) => {
        const found = (await owner.read(client)) as ClientRepresentation | undefined;
        const mapper = found?.protocolMappers?.find((one) => one.name === name);
        return mapper && { ...mapper };
      },
      write: async (client, changed) => by.update(client, await idOf(owner, client), changed),
    };
    const paths = fieldsOf(declared).map(({ keys }) => [within, ...keys].join("."));
    return [
      ...fieldCases(object, declared),
      removalCase(object, {
        paths,
        remove: async (client) =>
          by.remove(client, await idOf(owner, client), await idOf(object, client)),
      }),
    ];
  });
}

async function idOf(object: LiveObject, client: KeycloakAdminClient): Promise<string> {
  return String((await object.read(client))?.id);
}
