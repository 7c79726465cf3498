import { enduring } from "./load/endurance.ts";
import type { RealmAccess } from "./load/realm-access.ts";

/** What is noted of a school, by the names of its group's attributes. */
type Notes = Readonly<Record<string, string | undefined>>;

/** A note of a school. */
export async function schoolNote(
  access: RealmAccess,
  school: string,
  name: string,
): Promise<string | undefined> {
  const id = access.groups.get(school) ?? "";
  const group = await enduring(access, () => access.client.groups.findOne({ id }));
  const value: unknown = group?.attributes?.[name]?.[0];
  return typeof value === "string" ? value : undefined;
}

/**
 * Writes notes of a school, and takes away those that are `undefined`. Keycloak takes the attributes as
 * a whole, so that they are read first.
 */
export async function noteOfSchool(
  access: RealmAccess,
  school: string,
  notes: Notes,
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
