import { NetworkError } from "@keycloak/keycloak-admin-client";
import { type KnownAccount, membershipOf } from "../known/known-account.ts";
import { enduring } from "./endurance.ts";
import { readAccount } from "./read-account.ts";
import type { RealmAccess } from "./realm-access.ts";
import { takeAway } from "./take-away.ts";

/**
 * Deletes an account of which all that is known of it is elsewhere by now. What was not known of it, such
 * as another school or an address that somebody gave it meanwhile, stays with it.
 */
export async function dissolve(access: RealmAccess, known: KnownAccount): Promise<void> {
  const { id } = known;
  const now = (await readAccount(access, id))?.known;
  if (!now) return;
  const isAllKnown = [...now.schools].every((school) => known.schools.has(school));
  if (isAllKnown && now.address === "") {
    await deleteAccount(access, id);
    return;
  }
  for (const school of known.schools) {
    const { usernames, personIds } = membershipOf(known, school);
    await takeAway(access, id, { school, usernames, personIds, stays: false });
  }
}

async function deleteAccount({ client, ...access }: RealmAccess, id: string): Promise<void> {
  await enduring(access, async () => {
    try {
      await client.users.del({ id });
    } catch (error) {
      if (!(error instanceof NetworkError) || error.response.status !== 404) throw error;
    }
  });
}
