import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import { UserError } from "../errors.ts";
import type { LiveRealm } from "../plan/live-realm.ts";

/*
 * Keycloak answers an account with few rights without a word about what it leaves out. Compared with
 * that, a realm would seem to lack what it has.
 */

/**
 * Makes sure that what was read is the whole of it.
 *
 * @throws {UserError} `REALM_PARTLY_HIDDEN`
 */
export async function requireWholeView(
  client: KeycloakAdminClient,
  { settings, clients, groupIds }: LiveRealm,
): Promise<void> {
  if (settings.enabled === undefined) throw hidden("settings", "view-realm");
  // It is in every realm.
  if (!clients.has("realm-management")) throw hidden("clients", "view-clients");
  const topGroups = [...groupIds.keys()].filter((path) => path.lastIndexOf("/") === 0);
  if (topGroups.length === 0) {
    const { count } = await client.groups.count({ top: true });
    if (count > 0) throw hidden("groups", "view-users");
  }
}

function hidden(what: string, role: string): UserError {
  return new UserError(
    "REALM_PARTLY_HIDDEN",
    `the account may not see all ${what} of the realm`,
    `Give it the role ${role} of the client realm-management, or let portail bootstrap make an account.`,
  );
}
