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
 * Makes the groups that are missing.
 *
 * @returns the paths that were made
 */
export async function settleGroups(
  client: KeycloakAdminClient,
  paths: readonly string[],
): Promise<string[]> {
  const made: string[] = [];
  const settle = async (wanted: GroupRepresentation[], parent?: { id: string; path: string }) => {
    if (wanted.length === 0) return;
    const live = parent
      ? await client.groups.listSubGroups({ parentId: parent.id, max: -1 })
      : await client.groups.find({ max: -1 });
    for (const { name, subGroups = [] } of wanted) {
      const path = `${parent?.path ?? ""}/${name}`;
      let id = live.find((group) => group.name === name)?.id;
      if (!id) {
        const group = parent
          ? await client.groups.createChildGroup({ id: parent.id }, { name })
          : await client.groups.create({ name });
        id = group.id;
        made.push(path);
      }
      await settle(subGroups, { id, path });
    }
  };
  await settle(groupTree(paths));
  return made;
}
