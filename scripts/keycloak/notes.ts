import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import { type Notes, notesAttributes } from "../plan/notes.ts";

/** Writes what portail remembers, as attributes of the realm. */
export async function writeNotes(client: KeycloakAdminClient, notes: Notes): Promise<void> {
  const { realmName: realm } = client;
  const live = await client.realms.findOne({ realm });
  // Attributes that are not sent are removed.
  const attributes = { ...live?.attributes, ...notesAttributes(notes) };
  await client.realms.update({ realm }, { attributes });
}
