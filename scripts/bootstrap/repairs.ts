import type ClientRepresentation from "@keycloak/keycloak-admin-client/lib/defs/clientRepresentation.js";
import { fieldChanges } from "../plan/field-changes.ts";
import { type Account, accountClient } from "./accounts.ts";

/** The client whose roles open the parts of a realm's administration. */
export const managementClient = "realm-management";

/** A role that an account or its client has. */
export interface HeldRole {
  readonly id: string;
  readonly name: string;
  /** The client it is a role of; none for a role of the realm. */
  readonly client?: { readonly id: string; readonly clientId: string };
}

/** An account as the realm has it. */
export interface LiveAccount {
  readonly client: ClientRepresentation;
  /** The roles that the account was given. */
  readonly roles: readonly HeldRole[];
  /** The roles that the client may make use of. */
  readonly scope: readonly HeldRole[];
}

/** Where a role counts: Keycloak allows what both name. */
type RolePlace = "roles" | "scope";

/** Something that is not as it should be with an account. */
export type Repair =
  | { readonly kind: "client"; readonly paths: readonly string[] }
  | { readonly kind: "give"; readonly of: RolePlace; readonly role: string }
  | { readonly kind: "take"; readonly of: RolePlace; readonly role: HeldRole };

/** What would make an account what it should be: what is missing is added, what is too much goes. */
export function repairsOf(account: Account, live: LiveAccount): Repair[] {
  const paths = fieldChanges(accountClient(account), live.client).map(({ path }) => path);
  const client: Repair[] = paths.length > 0 ? [{ kind: "client", paths }] : [];
  const wanted = Object.keys(account.roles);
  const isWanted = ({ client, name }: HeldRole) =>
    client?.clientId === managementClient && wanted.includes(name);
  const roles = (["roles", "scope"] as const).flatMap((of): Repair[] => {
    const held = live[of].filter(isWanted).map(({ name }) => name);
    return [
      ...wanted
        .filter((role) => !held.includes(role))
        .map((role): Repair => ({ kind: "give", of, role })),
      ...live[of]
        .filter((role) => !isWanted(role))
        .map((role): Repair => ({ kind: "take", of, role })),
    ];
  });
  return [...client, ...roles];
}

/** One line for people. */
export function repairText({ clientId }: Account, repair: Repair): string {
  if (repair.kind === "client") return `~ client ${clientId}: ${repair.paths.join(", ")}`;
  const whose = repair.of === "roles" ? clientId : `the scope of ${clientId}`;
  if (repair.kind === "give") return `+ role ${repair.role} for ${whose}`;
  const { client, name } = repair.role;
  const role = client && client.clientId !== managementClient ? `${client.clientId} ${name}` : name;
  return `- role ${role} of ${whose}, which does not need it`;
}
