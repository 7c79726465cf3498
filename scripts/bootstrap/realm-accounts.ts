import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import type ClientRepresentation from "@keycloak/keycloak-admin-client/lib/defs/clientRepresentation.js";
import type MappingsRepresentation from "@keycloak/keycloak-admin-client/lib/defs/mappingsRepresentation.js";
import type RealmRepresentation from "@keycloak/keycloak-admin-client/lib/defs/realmRepresentation.js";
import type RoleRepresentation from "@keycloak/keycloak-admin-client/lib/defs/roleRepresentation.js";
import type { JWK } from "jose";
import { UserError } from "../errors.ts";
import { type Account, accountClient, accountMark, keyAttributes } from "./accounts.ts";
import {
  type HeldRole,
  type LiveAccount,
  managementClient,
  type Repair,
  repairsOf,
} from "./repairs.ts";

/** An account of a realm. */
export interface FoundAccount extends LiveAccount {
  /** The id of the user that Keycloak keeps for it; none while the client's account is off. */
  readonly userId?: string;
}

/**
 * A realm in which nothing but service accounts can sign in: there are no people in it, and nobody
 * can make an account or ask for a password. `portail apply` completes it.
 */
export function bareRealm(realm: string): RealmRepresentation {
  return {
    realm,
    enabled: true,
    sslRequired: "external",
    registrationAllowed: false,
    resetPasswordAllowed: false,
    bruteForceProtected: true,
    adminEventsEnabled: true,
  };
}

/**
 * Reads an account.
 *
 * @returns `null` when there is none
 * @throws {UserError} `BOOTSTRAP_CLIENT_TAKEN`
 */
export async function findAccount(
  keycloak: KeycloakAdminClient,
  { clientId }: Account,
): Promise<FoundAccount | null> {
  const [client] = await keycloak.clients.find({ clientId });
  if (!client) return null;
  if (client.attributes?.[accountMark] !== "true") {
    throw new UserError(
      "BOOTSTRAP_CLIENT_TAKEN",
      `the realm "${keycloak.realmName}" has a client "${clientId}" that portail bootstrap did not make`,
      "Give it another client id, or delete it, in Keycloak's console; then run the command again.",
    );
  }
  const id = client.id ?? "";
  // Switched off by hand, a client has no account; switching it on makes one.
  if (!client.serviceAccountsEnabled) return { client, roles: [], scope: [] };
  const { id: userId = "" } = await keycloak.clients.getServiceAccountUser({ id });
  const [roles, scope] = await Promise.all([
    keycloak.users.listRoleMappings({ id: userId }),
    keycloak.clients.listScopeMappings({ id }),
  ]);
  return { client, userId, roles: heldRoles(roles), scope: heldRoles(scope) };
}

/** Makes an account, or what is not as it should be of one. */
export async function settleAccount(
  keycloak: KeycloakAdminClient,
  account: Account,
): Promise<void> {
  if ((await findAccount(keycloak, account)) === null) {
    await keycloak.clients.create(accountClient(account));
  }
  // The client goes first: an account that was switched off has no roles before.
  for (const kinds of [["client"], ["give", "take"]]) {
    const found = await requiredAccount(keycloak, account);
    const repairs = repairsOf(account, found).filter(({ kind }) => kinds.includes(kind));
    for (const repair of repairs) await make(keycloak, account, found, repair);
  }
}

/** Has an account sign in with this key; another that it had stops working. */
export async function giveKey(
  keycloak: KeycloakAdminClient,
  account: Account,
  publicKey: JWK,
): Promise<void> {
  const { client } = await requiredAccount(keycloak, account);
  await updateClient(keycloak, client, { attributes: keyAttributes(publicKey) });
}

async function requiredAccount(
  keycloak: KeycloakAdminClient,
  account: Account,
): Promise<FoundAccount> {
  const found = await findAccount(keycloak, account);
  if (!found) throw new Error(`the client ${account.clientId} is not there after it was made`);
  return found;
}

function heldRoles({
  realmMappings = [],
  clientMappings = {},
}: MappingsRepresentation): HeldRole[] {
  const held = ({ id = "", name = "" }: RoleRepresentation) => ({ id, name });
  const ofClients = Object.entries(clientMappings as Record<string, ClientMappings>);
  return [
    ...realmMappings.map(held),
    ...ofClients.flatMap(([clientId, { id, mappings }]) =>
      mappings.map((role) => ({ ...held(role), client: { id, clientId } })),
    ),
  ];
}

/** The library leaves its type open. */
interface ClientMappings {
  readonly id: string;
  readonly mappings: readonly RoleRepresentation[];
}

async function make(
  keycloak: KeycloakAdminClient,
  account: Account,
  { client, userId = "" }: FoundAccount,
  repair: Repair,
): Promise<void> {
  const { clients, users } = keycloak;
  const id = client.id ?? "";
  if (repair.kind === "client") return updateClient(keycloak, client, accountClient(account));
  if (repair.kind === "give") {
    const { clientUniqueId, roles } = await managementRole(keycloak, repair.role);
    return repair.of === "roles"
      ? users.addClientRoleMappings({ id: userId, clientUniqueId, roles })
      : clients.addClientScopeMappings({ id, client: clientUniqueId }, roles);
  }
  const { client: of, ...role } = repair.role;
  if (repair.of === "roles") {
    return of
      ? users.delClientRoleMappings({ id: userId, clientUniqueId: of.id, roles: [role] })
      : users.delRealmRoleMappings({ id: userId, roles: [role] });
  }
  return of
    ? clients.delClientScopeMappings({ id, client: of.id }, [role])
    : clients.delRealmScopeMappings({ id }, [role]);
}

async function managementRole({ clients }: KeycloakAdminClient, roleName: string) {
  const [management] = await clients.find({ clientId: managementClient });
  const clientUniqueId = management?.id ?? "";
  const role = await clients.findRole({ id: clientUniqueId, roleName });
  return { clientUniqueId, roles: [{ id: role?.id ?? "", name: roleName }] };
}

async function updateClient(
  { clients, clientScopes }: KeycloakAdminClient,
  found: ClientRepresentation,
  wanted: ClientRepresentation,
): Promise<void> {
  const id = found.id ?? "";
  const attributes = { ...found.attributes, ...wanted.attributes };
  await clients.update({ id }, { ...found, ...wanted, attributes });
  // An update of the client leaves its scopes as they are.
  const ids = new Map((await clientScopes.find()).map((scope) => [scope.name, scope.id ?? ""]));
  const tooMuch = (names: string[] = [], allowed: string[] = names) =>
    names
      .filter((name) => !allowed.includes(name))
      .map((name) => ({ id, clientScopeId: ids.get(name) ?? "" }));
  for (const scope of tooMuch(found.defaultClientScopes, wanted.defaultClientScopes)) {
    await clients.delDefaultClientScope(scope);
  }
  for (const scope of tooMuch(found.optionalClientScopes, wanted.optionalClientScopes)) {
    await clients.delOptionalClientScope(scope);
  }
}
