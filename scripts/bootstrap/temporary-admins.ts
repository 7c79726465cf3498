import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";

/** An administrator that Keycloak was started with, meant to be there until somebody else is. */
export interface TemporaryAdmin {
  readonly kind: "user" | "client";
  readonly id: string;
  /** Its user name or client id. */
  readonly name: string;
}

/** How Keycloak marks them, both users and clients. */
const mark = "is_temporary_admin";

/**
 * Keycloak's temporary administrators.
 *
 * @param master signed in as somebody who may look into the realm `master`
 */
export async function findTemporaryAdmins(master: KeycloakAdminClient): Promise<TemporaryAdmin[]> {
  const [users, clients] = await Promise.all([
    master.users.find({ q: `${mark}:true` }),
    // Keycloak searches no client by this attribute.
    master.clients.find(),
  ]);
  return [
    ...users.map(({ id = "", username: name = "" }) => ({ kind: "user" as const, id, name })),
    ...clients
      .filter(({ attributes }) => attributes?.[mark] === "true")
      .map(({ id = "", clientId: name = "" }) => ({ kind: "client" as const, id, name })),
  ];
}

/** Whether somebody administers the server who is meant to stay. */
export async function hasLastingAdmin(
  master: KeycloakAdminClient,
  temporary: readonly TemporaryAdmin[],
): Promise<boolean> {
  const admins = await master.roles.findUsersWithRole({ name: "admin" });
  return admins.some(({ id }) => !temporary.some((one) => one.id === id));
}

/**
 * Deletes temporary administrators, and nobody else.
 *
 * @param self the name of the one who does it, who goes last
 */
export async function deleteTemporaryAdmins(
  master: KeycloakAdminClient,
  temporary: readonly TemporaryAdmin[],
  self: string,
): Promise<void> {
  const isSelf = ({ kind, name }: TemporaryAdmin) => kind === "user" && name === self;
  for (const { kind, id } of [...temporary].sort((a, b) => Number(isSelf(a)) - Number(isSelf(b)))) {
    await (kind === "user" ? master.users.del({ id }) : master.clients.del({ id }));
  }
}
