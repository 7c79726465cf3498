import { NetworkError } from "@keycloak/keycloak-admin-client";
import { enduring } from "./endurance.ts";
import type { RealmAccess } from "./realm-access.ts";

/** Deletes an account, unless that is done. */
export async function deleteAccount(access: RealmAccess, id: string): Promise<void> {
  await enduring(access, async () => {
    try {
      await access.client.users.del({ id });
    } catch (error) {
      if (!(error instanceof NetworkError) || error.response.status !== 404) throw error;
    }
  });
}
