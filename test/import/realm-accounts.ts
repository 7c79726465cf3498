import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import type UserRepresentation from "@keycloak/keycloak-admin-client/lib/defs/userRepresentation.js";
import { allPages } from "../../scripts/keycloak/all-pages.ts";
import { readSchoolGroups } from "../../scripts/keycloak/school-groups.ts";
import { schoolOfGroup } from "../../scripts/realm/school.ts";

/** An account with everything that an import may write, as the server tells it. */
export interface RealmAccount {
  readonly id: string;
  readonly username: string;
  readonly email: string;
  readonly isVerified: boolean;
  readonly isEnabled: boolean;
  readonly firstName: string;
  readonly lastName: string;
  readonly attributes: Readonly<Record<string, readonly string[]>>;
  /** Ids of schools. */
  readonly schools: readonly string[];
  readonly roles: readonly string[];
  readonly requiredActions: readonly string[];
}

/** A credential; nobody is told its secret. */
export interface RealmCredential {
  readonly id: string;
  readonly type: string;
  readonly school?: string;
  readonly username?: string;
}

/** Reads all accounts of a realm, in the order of their user names. */
export async function readAccounts(client: KeycloakAdminClient): Promise<RealmAccount[]> {
  const schools = await schoolsByMember(client);
  const role = `default-roles-${client.realmName}`;
  const withRole = new Set<string | undefined>();
  for (let first = 0; ; first += 500) {
    const page = await client.roles.findUsersWithRole({ name: role, first, max: 500 });
    for (const { id } of page) withRole.add(id);
    if (page.length < 500) break;
  }
  const users = await allPages((page) =>
    client.users.find({ ...page, briefRepresentation: false }),
  );
  const accounts = users.map((user) =>
    accountFrom(user, schools.get(user.id ?? "") ?? [], withRole.has(user.id) ? [role] : []),
  );
  return accounts.sort((one, other) => (one.username < other.username ? -1 : 1));
}

/** Reads the account of a user name, where there is one. */
export async function readAccount(
  client: KeycloakAdminClient,
  username: string,
): Promise<RealmAccount | undefined> {
  const [user] = await client.users.find({ username, exact: true, briefRepresentation: false });
  if (user?.id === undefined) return undefined;
  const { id } = user;
  const groups = await client.users.listGroups({ id });
  const roles = await client.users.listRealmRoleMappings({ id });
  return accountFrom(
    user,
    groups.flatMap(({ path = "" }) => schoolOfGroup(path) ?? []),
    roles.map(({ name = "" }) => name),
  );
}

function accountFrom(
  user: UserRepresentation,
  schools: readonly string[],
  roles: readonly string[],
): RealmAccount {
  return {
    id: user.id ?? "",
    username: user.username ?? "",
    email: user.email ?? "",
    isVerified: user.emailVerified ?? false,
    isEnabled: user.enabled ?? false,
    firstName: user.firstName ?? "",
    lastName: user.lastName ?? "",
    attributes: user.attributes ?? {},
    schools: schools.toSorted(),
    roles: roles.toSorted(),
    requiredActions: user.requiredActions ?? [],
  };
}

async function schoolsByMember(client: KeycloakAdminClient): Promise<Map<string, string[]>> {
  const schools = new Map<string, string[]>();
  for (const [school, { id = "" }] of await readSchoolGroups(client)) {
    const members = await allPages((page) => client.groups.listMembers({ id, ...page }));
    for (const member of members) {
      schools.set(member.id ?? "", [...(schools.get(member.id ?? "") ?? []), school]);
    }
  }
  return schools;
}

/** The credentials of one account: each costs a request, so not those of all accounts are read. */
export async function credentialsOf(
  client: KeycloakAdminClient,
  id: string,
): Promise<RealmCredential[]> {
  const credentials = await client.users.getCredentials({ id });
  return credentials.map(({ id: credential = "", type = "", credentialData = "{}" }) => {
    const { school, username } = JSON.parse(credentialData) as Partial<RealmCredential>;
    return type === "legacy-password"
      ? { id: credential, type, school: school ?? "", username: username ?? "" }
      : { id: credential, type };
  });
}
