import { NetworkError } from "@keycloak/keycloak-admin-client";
import type UserRepresentation from "@keycloak/keycloak-admin-client/lib/defs/userRepresentation.js";
import { allPages } from "../../keycloak/all-pages.ts";
import { schoolOfGroup } from "../../realm/school.ts";
import { type KnownAccount, knownAccount } from "../known/known-account.ts";
import { enduring } from "./endurance.ts";
import type { RealmAccess } from "./realm-access.ts";

/** An account as it is just now, and in Keycloak's own terms. */
export interface ReadAccount {
  readonly known: KnownAccount;
  readonly user: UserRepresentation;
}

/**
 * Reads an account with all of its schools.
 *
 * @returns none where it is gone
 */
export async function readAccount(
  access: RealmAccess,
  id: string,
): Promise<ReadAccount | undefined> {
  const { client } = access;
  return enduring(access, async () => {
    try {
      const [user, groups] = await Promise.all([
        client.users.findOne({ id }),
        allPages((page) => client.users.listGroups({ id, ...page })),
      ]);
      if (!user) return undefined;
      const schools = groups.flatMap(({ path = "" }) => schoolOfGroup(path) ?? []);
      return { known: knownAccount(user, schools, true), user };
    } catch (error) {
      if (error instanceof NetworkError && error.response.status === 404) return undefined;
      throw error;
    }
  });
}

/** Whether somebody has a way in of their own: a password, a passkey or a link. */
export async function hasOwnWayIn(access: RealmAccess, id: string): Promise<boolean> {
  const { client } = access;
  const credentials = await enduring(access, () => client.users.getCredentials({ id }));
  if (credentials.some(({ type }) => type === "password" || type?.startsWith("webauthn"))) {
    return true;
  }
  const links = await enduring(access, () => client.users.listFederatedIdentities({ id }));
  return links.length > 0;
}
