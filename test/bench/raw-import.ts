import type UserRepresentation from "@keycloak/keycloak-admin-client/lib/defs/userRepresentation.js";
import pMap from "p-map";
import { legacyCredentialType, passwordsAttribute } from "../../scripts/realm/legacy.ts";
import { personAttribute, schoolGroupPath, usernameAttribute } from "../../scripts/realm/school.ts";
import type { ImportRealm } from "./import-realm.ts";
import type { MadeUpPerson } from "./made-up-people.ts";

/** How many people one request brings, and how many requests go on at once. */
export interface Batches {
  readonly size: number;
  readonly atOnce: number;
}

/** What is tried. */
export const batchesTried: readonly Batches[] = [25, 50, 100, 200].flatMap((size) =>
  [1, 2, 3, 4, 6].map((atOnce) => ({ size, atOnce })),
);

/**
 * Makes these people by `partialImport` alone, with everything that an import gives them and nothing
 * that it looks after: no file, no question of who is there, no failure, no report.
 *
 * @returns people per second
 */
export async function importRaw(
  { client, realm }: ImportRealm,
  people: readonly MadeUpPerson[],
  { size, atOnce }: Batches,
): Promise<number> {
  const users = people.map((person) => userOf(person, realm));
  const batches = Array.from({ length: Math.ceil(users.length / size) }, (_, batch) =>
    users.slice(batch * size, (batch + 1) * size),
  );
  const startedAt = performance.now();
  const added = await pMap(
    batches,
    (batch) =>
      client.realms.partialImport({ realm, rep: { ifResourceExists: "SKIP", users: batch } }),
    { concurrency: atOnce },
  );
  const seconds = (performance.now() - startedAt) / 1000;
  requireAll(
    added.reduce((sum, one) => sum + one.added, 0),
    people.length,
  );
  return people.length / seconds;
}

/**
 * Makes these people one after the other, as a script would that knows `POST /users` alone.
 *
 * @returns people per second
 */
export async function importOneByOne(
  { client, realm }: ImportRealm,
  people: readonly MadeUpPerson[],
): Promise<number> {
  const users = people.map((person) => userOf(person, realm));
  const startedAt = performance.now();
  for (const user of users) await client.users.create(user);
  const seconds = (performance.now() - startedAt) / 1000;
  requireAll(await client.users.count(), people.length);
  return people.length / seconds;
}

function requireAll(made: number, people: number): void {
  if (made !== people) throw new Error(`${made} of ${people} accounts were made`);
}

/** What `portail import` makes of a person. */
function userOf(person: MadeUpPerson, realm: string): UserRepresentation {
  const attributes: Record<string, string[]> = { locale: [person.language] };
  for (const { school, username, personId, hash } of person.memberships) {
    attributes[usernameAttribute(school)] = [username];
    attributes[personAttribute(school)] = [personId];
    // As long as a fingerprint.
    attributes[passwordsAttribute(school)] = [`${hash.slice(-22)} ${username}`];
  }
  return {
    username: person.address,
    email: person.address,
    emailVerified: false,
    enabled: true,
    firstName: person.firstName,
    lastName: person.lastName,
    attributes,
    credentials: person.memberships.map(({ school, username, hash }) => ({
      type: legacyCredentialType,
      credentialData: JSON.stringify({ school, username }),
      secretData: JSON.stringify({ hash }),
    })),
    groups: person.memberships.map(({ school }) => schoolGroupPath(school)),
    realmRoles: [`default-roles-${realm}`],
  };
}
