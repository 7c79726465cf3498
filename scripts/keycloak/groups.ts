import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import type GroupRepresentation from "@keycloak/keycloak-admin-client/lib/defs/groupRepresentation.js";

/**
 * Groups by their paths, as one realm document holds them.
 *
 * @param paths e.g. `/schools/demo`
 */
export function groupTree(paths: readonly string[]): GroupRepresentation[] {
  const roots: GroupRepresentation[] = [];
  for (const path of paths) {
    let siblings = roots;
    for (const name of path.split("/").slice(1)) {
      const known = siblings.find((sibling) => sibling.name === name);
      const subGroups = known?.subGroups ?? [];
      if (!known) siblings.push({ name, subGroups });
      siblings = subGroups;
    }
  }
  return roots;
}

/**
 * Makes one group.
 *
 * @param ids the ids of the groups there are, by path; the new one is added
 */
export async function createGroup(
  client: KeycloakAdminClient,
  path: string,
  ids: Map<string, string>,
): Promise<void> {
  const cut = path.lastIndexOf("/");
  const [parent, name] = [path.slice(0, cut), path.slice(cut + 1)];
  const made =
    parent === ""
      ? await client.groups.create({ name })
      : await client.groups.createChildGroup({ id: ids.get(parent) ?? "" }, { name });
  ids.set(path, made.id);
}
