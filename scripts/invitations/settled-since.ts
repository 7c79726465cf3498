import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import type { Stood } from "./print-invited.ts";
import { readInvitee } from "./read-invitees.ts";
import { standingOf } from "./standing.ts";

/**
 * How people stand by now of whom it was uncertain: another run may have been at it, and have told since.
 *
 * @returns all of them, in their order
 */
export function settledSince(
  client: KeycloakAdminClient,
  before: readonly Stood[],
  againAfterDays: number,
): Promise<Stood[]> {
  return Promise.all(
    before.map(async (one) => {
      if (one.standing.kind !== "uncertain") return one;
      const read = await readInvitee(client, one.person.id, false);
      if (!read) return one;
      const { person } = read;
      return { person, standing: standingOf(person, new Date(), againAfterDays) };
    }),
  );
}
