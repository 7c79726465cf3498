import type GroupRepresentation from "@keycloak/keycloak-admin-client/lib/defs/groupRepresentation.js";
import { enduring } from "./load/endurance.ts";
import type { RealmAccess } from "./load/realm-access.ts";

/** What is noted of a school, by the names of its group's attributes. */
export type SchoolNotes = Readonly<Record<string, string | undefined>>;

/** The notes of a school's group. */
export function notesOf({ attributes = {} }: GroupRepresentation): SchoolNotes {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, [value]]: [string, unknown[]]) => [
      name,
      typeof value === "string" ? value : undefined,
    ]),
  );
}

/**
 * Writes notes of a school, and takes away those that are `undefined`. Keycloak takes the attributes as
 * a whole, so that they are read first.
 */
export async function noteOfSchool(
  access: RealmAccess,
  school: string,
  notes: SchoolNotes,
): Promise<void> {
  const id = access.groups.get(school) ?? "";
  const group = await enduring(access, () => access.client.groups.findOne({ id }));
  const attributes: Record<string, string[]> = { ...group?.attributes };
  for (const [name, value] of Object.entries(notes)) {
    if (value === undefined) delete attributes[name];
    else attributes[name] = [value];
  }
  await enduring(access, () =>
    access.client.groups.update({ id }, { name: group?.name, attributes }),
  );
}
