import type { Sql } from "postgres";

/** An account as the database has it, without what differs from one run to the next. */
export interface StoredPerson {
  readonly username: string;
  readonly email: string | null;
  readonly emailVerified: boolean;
  readonly enabled: boolean;
  readonly firstName: string | null;
  readonly lastName: string | null;
  /** Whether its sessions were ended. */
  readonly isSignedOut: boolean;
  /** `name=value`, like the others sorted. */
  readonly attributes: readonly string[];
  readonly groups: readonly string[];
  readonly roles: readonly string[];
  readonly requiredActions: readonly string[];
  readonly credentials: readonly string[];
  /** Whether it is one of those that were there before. */
  readonly isKept: boolean;
}

/** Keycloak's ids of a realm's accounts. */
export async function accountIds(sql: Sql, realm: string): Promise<Set<string>> {
  const rows = await sql<{ id: string }[]>`
    SELECT u.id FROM user_entity u JOIN realm r ON r.id = u.realm_id WHERE r.name = ${realm}`;
  return new Set(rows.map(({ id }) => id));
}

/**
 * Everybody in a realm, secrets included, by address, or by school and old user name where there is no
 * address. A random salt differs each time: of a weak hash within a strong one, the weak one is compared
 * by its salt alone.
 *
 * @param before the ids of the accounts that were there before
 * @throws when somebody has two accounts
 */
export async function storedPeople(
  sql: Sql,
  realm: string,
  before: ReadonlySet<string>,
): Promise<Record<string, StoredPerson>> {
  const rows = await sql<(Omit<StoredPerson, "isKept"> & { id: string })[]>`
    SELECT u.id, u.username, u.email, u.email_verified AS "emailVerified", u.enabled,
      u.first_name AS "firstName", u.last_name AS "lastName", u.not_before > 0 AS "isSignedOut",
      ARRAY(SELECT a.name || '=' || coalesce(a.long_value, a.value)
        FROM user_attribute a WHERE a.user_id = u.id) AS attributes,
      ARRAY(SELECT g.name FROM user_group_membership m JOIN keycloak_group g ON g.id = m.group_id
        WHERE m.user_id = u.id) AS groups,
      ARRAY(SELECT replace(o.name, r.name, '…') FROM user_role_mapping m JOIN keycloak_role o ON o.id = m.role_id
        WHERE m.user_id = u.id) AS roles,
      ARRAY(SELECT a.required_action FROM user_required_action a
        WHERE a.user_id = u.id) AS "requiredActions",
      ARRAY(SELECT concat_ws(' ', c.type, c.user_label, c.credential_data, c.secret_data)
        FROM credential c WHERE c.user_id = u.id) AS credentials
    FROM user_entity u JOIN realm r ON r.id = u.realm_id WHERE r.name = ${realm}`;
  const people: Record<string, StoredPerson> = {};
  const owners = new Map<string, string>();
  for (const { id, ...row } of rows) {
    const oldNames = row.attributes
      .filter((attribute) => /^[^=]+\.username=/.test(attribute))
      .sort();
    const key = row.email ?? oldNames.join(" ");
    for (const name of new Set([key, ...oldNames])) {
      if (owners.has(name))
        throw new Error(`${name} is of two accounts: ${owners.get(name)}, ${id}`);
      owners.set(name, id);
    }
    people[key] = {
      ...row,
      username: row.email === null ? row.username.replace(/[0-9a-f-]{36}$/, "…") : row.username,
      attributes: row.attributes.toSorted(),
      groups: row.groups.toSorted(),
      roles: row.roles.toSorted(),
      requiredActions: row.requiredActions.toSorted(),
      credentials: row.credentials.map(withoutSalt).toSorted(),
      isKept: before.has(id),
    };
  }
  return people;
}

/** A secret with a weak hash inside names its scheme as `inner`. */
function withoutSalt(credential: string): string {
  return credential.includes('"inner"')
    ? credential.replace(/"hash":"[^"]*"/, '"hash":"…"')
    : credential;
}

/** Which accounts differ, and in what; at most so many, since one mistake may show in thousands. */
export function differences(
  found: Record<string, StoredPerson>,
  expected: Record<string, StoredPerson>,
  atMost = 10,
): string[] {
  const keys = [...new Set([...Object.keys(found), ...Object.keys(expected)])];
  return keys.flatMap((key) => fieldDifferences(key, found[key], expected[key])).slice(0, atMost);
}

function fieldDifferences(
  key: string,
  found: StoredPerson | undefined,
  expected: StoredPerson | undefined,
): string[] {
  if (found === undefined) return [`${key} has no account`];
  if (expected === undefined) return [`${key} has an account`];
  return (Object.keys(expected) as (keyof StoredPerson)[])
    .map((field) => [field, JSON.stringify(found[field]), JSON.stringify(expected[field])])
    .filter(([, is, should]) => is !== should)
    .map(([field, is, should]) => `${key}: ${field} is ${is}, expected ${should}`);
}
