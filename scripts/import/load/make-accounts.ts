import { NetworkError } from "@keycloak/keycloak-admin-client";
import type UserRepresentation from "@keycloak/keycloak-admin-client/lib/defs/userRepresentation.js";
import { isOutage } from "../../keycloak/server-error.ts";
import type { Account } from "../decide/account.ts";
import { enduring } from "./endurance.ts";
import type { RealmAccess } from "./realm-access.ts";
import { newUser } from "./representation.ts";

/** What became of an account that was to be made. */
export type Made =
  | "made"
  /** Somebody has the address: it came in since the realm was read, or by a request whose answer got lost. */
  | "there"
  /** Keycloak refuses just this one. */
  | { readonly refused: string };

/**
 * Makes accounts, in one transaction of Keycloak. One that Keycloak refuses takes the whole batch with
 * it, so a batch that fails is split until the culprit is alone.
 *
 * @returns for each, in order
 */
export async function makeAccounts(
  access: RealmAccess,
  accounts: readonly Account[],
): Promise<Made[]> {
  const users = await Promise.all(
    accounts.map((account) => newUser(account, access.realm, access.fingerprint)),
  );
  return make(access, users);
}

async function make(access: RealmAccess, users: readonly UserRepresentation[]): Promise<Made[]> {
  const { client, realm } = access;
  try {
    const { results = [] } = await enduring(access, () =>
      client.realms.partialImport({ realm, rep: { ifResourceExists: "SKIP", users: [...users] } }),
    );
    const added = new Set(
      results.flatMap(({ action, resourceName }) => (action === "ADDED" ? resourceName : [])),
    );
    return users.map(({ username = "" }) => (added.has(username) ? "made" : "there"));
  } catch (error) {
    // A server that is away for so long is no fault of a user's.
    if (!isAboutUsers(error) || isOutage(error)) throw error;
    if (users.length > 1) {
      const half = Math.ceil(users.length / 2);
      return [
        ...(await make(access, users.slice(0, half))),
        ...(await make(access, users.slice(half))),
      ];
    }
    // A server that can do nothing at all says nothing about the user.
    await enduring(access, () => client.users.count());
    // A random user name is nobody else's.
    if (error.response.status === 409 && users[0]?.email) return ["there"];
    return [{ refused: `Keycloak answered ${error.response.status}` }];
  }
}

/** Whether it may be the fault of what was sent: not where portail may not do this at all. */
function isAboutUsers(error: unknown): error is NetworkError {
  return error instanceof NetworkError && ![401, 403, 404].includes(error.response.status);
}
