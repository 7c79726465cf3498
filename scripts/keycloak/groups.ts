import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";

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
