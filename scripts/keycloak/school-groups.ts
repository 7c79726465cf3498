import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import type GroupRepresentation from "@keycloak/keycloak-admin-client/lib/defs/groupRepresentation.js";
import { schoolsGroup } from "../realm/school.ts";
import { allPages } from "./all-pages.ts";

/**
 * The groups of the schools that are in the realm, with their attributes.
 *
 * @returns by school id
 */
export async function readSchoolGroups(
  client: KeycloakAdminClient,
): Promise<Map<string, GroupRepresentation>> {
  const [top] = await client.groups.find({ search: schoolsGroup, exact: true, max: 1 });
  const parentId = top?.id;
  if (parentId === undefined) return new Map();
  const groups = await allPages((page) =>
    client.groups.listSubGroups({ parentId, ...page, briefRepresentation: false }),
  );
  return new Map(groups.map((group) => [group.name ?? "", group]));
}
