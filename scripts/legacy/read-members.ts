import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import type UserRepresentation from "@keycloak/keycloak-admin-client/lib/defs/userRepresentation.js";
import pMap from "p-map";
import { UserError } from "../errors.ts";
import { allPages } from "../keycloak/all-pages.ts";
import { concurrency } from "../keycloak/concurrency.ts";
import { patientlyIfThere } from "../keycloak/patiently.ts";
import { readSchoolGroups } from "../keycloak/school-groups.ts";
import { canLink, hasMoved } from "../people/moved.ts";
import { lastLegacySignInAttribute } from "../realm/legacy.ts";
import { usernameAttribute } from "../realm/school.ts";
import type { Teller } from "../terminal.ts";
import { legacyPasswords } from "./legacy-password.ts";
import type { Member } from "./status.ts";

/** What of an account is the same for all of its schools. */
interface Credentials {
  readonly hasMoved: boolean;
  /** School ids, one for each password of an old method. */
  readonly oldPasswords: readonly string[];
}

/**
 * Reads the people of some schools, each once, also those of several. It only reads; one or two
 * requests a person.
 *
 * @param schools their ids
 * @returns by school id
 * @throws {UserError} `LEGACY_SCHOOL_MISSING`
 */
export async function readMembers(
  client: KeycloakAdminClient,
  schools: readonly string[],
  teller: Teller,
): Promise<Map<string, Member[]>> {
  const groups = await readSchoolGroups(client);
  const missing = schools.filter((school) => !groups.has(school));
  if (missing.length > 0) {
    throw new UserError(
      "LEGACY_SCHOOL_MISSING",
      `the realm "${client.realmName}" has no school ${missing.join(", ")}`,
      "Make it first: portail apply.",
    );
  }
  const users = new Map<string, UserRepresentation[]>();
  for (const school of schools) {
    const { id = "" } = groups.get(school) ?? {};
    users.set(
      school,
      await allPages((page) =>
        client.groups.listMembers({ id, ...page, briefRepresentation: false }),
      ),
    );
  }
  const isLinkable = await canLink(client);
  const ids = new Set([...users.values()].flat().map(({ id = "" }) => id));
  const known = new Map<string, Credentials>();
  const progress = teller.progress("Looking at people", ids.size, "people");
  try {
    await pMap(
      ids,
      async (id) => {
        known.set(id, await credentialsOf(client, id, isLinkable));
        progress.to(known.size);
      },
      { concurrency },
    );
  } finally {
    progress.end();
  }
  return new Map(
    [...users].map(([school, people]) => [
      school,
      people.map((person) => member(school, person, known.get(person.id ?? ""))),
    ]),
  );
}

async function credentialsOf(
  client: KeycloakAdminClient,
  id: string,
  isLinkable: boolean,
): Promise<Credentials> {
  const credentials = (await patientlyIfThere(() => client.users.getCredentials({ id }))) ?? [];
  return {
    hasMoved: await hasMoved(client, { id, credentials }, isLinkable),
    oldPasswords: legacyPasswords(credentials).map(({ school }) => school),
  };
}

function member(
  school: string,
  { firstName = "", lastName = "", email = "", attributes }: UserRepresentation,
  credentials: Credentials | undefined,
): Member {
  const values = (attributes ?? {}) as Record<string, string[]>;
  return {
    firstName,
    lastName,
    email,
    usernames: values[usernameAttribute(school)] ?? [],
    hasMoved: credentials?.hasMoved ?? false,
    oldPasswords: credentials?.oldPasswords.filter((one) => one === school).length ?? 0,
    lastLegacySignIn: values[lastLegacySignInAttribute(school)]?.[0],
  };
}
