import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import type UserRepresentation from "@keycloak/keycloak-admin-client/lib/defs/userRepresentation.js";
import pMap from "p-map";
import { allPages, pages } from "../keycloak/all-pages.ts";
import { concurrency } from "../keycloak/concurrency.ts";
import { patientlyIfThere } from "../keycloak/patiently.ts";
import { readSchoolGroups } from "../keycloak/school-groups.ts";
import {
  lastLegacySignInAttribute,
  legacyHashAttribute,
  legacyUntilAttribute,
  passwordsAttribute,
} from "../realm/legacy.ts";
import { importedRowsAttribute } from "../realm/people.ts";
import { schoolClientId } from "../realm/school.ts";
import type { Teller } from "../terminal.ts";
import { type LegacyPassword, legacyPasswords } from "./legacy-password.ts";

/** An account with something of the old method that is to be erased. */
export interface Leftover {
  readonly userId: string;
  readonly passwords: readonly LegacyPassword[];
  /** Attributes with the day of the last sign-in by an old method, or with fingerprints of passwords. */
  readonly attributes: readonly string[];
}

/** The last days that the realm has. @returns by school id; "" where it is closed */
export async function liveLastDays(client: KeycloakAdminClient): Promise<Map<string, string>> {
  const clients = await allPages((page) => client.clients.find(page));
  const attributes = new Map(clients.map((one) => [one.clientId ?? "", one.attributes ?? {}]));
  const schools = await readSchoolGroups(client);
  return new Map(
    [...schools.keys()].map((school) => {
      const until: unknown = attributes.get(schoolClientId(school))?.[legacyUntilAttribute];
      return [school, typeof until === "string" ? until : ""];
    }),
  );
}

/**
 * Looks through all accounts of the realm, since somebody who has left a school may still have its
 * password. Changes nothing.
 *
 * @param schools the ids of those whose old method is over
 */
export async function findLeftovers(
  client: KeycloakAdminClient,
  schools: ReadonlySet<string>,
  teller: Teller,
): Promise<Leftover[]> {
  const total = await client.users.count();
  const progress = teller.progress("Looking at people", total, "people");
  const leftovers: Leftover[] = [];
  let done = 0;
  try {
    for await (const users of pages((page) =>
      client.users.find({ ...page, briefRepresentation: false }),
    )) {
      const found = await pMap(users, (user) => leftover(client, user, schools), { concurrency });
      leftovers.push(
        ...found.filter(({ passwords, attributes }) => passwords.length + attributes.length > 0),
      );
      done += users.length;
      progress.to(done);
    }
    return leftovers;
  } finally {
    progress.end();
  }
}

async function leftover(
  client: KeycloakAdminClient,
  { id = "", attributes = {} }: UserRepresentation,
  schools: ReadonlySet<string>,
): Promise<Leftover> {
  const credentials = await patientlyIfThere(() => client.users.getCredentials({ id }));
  return {
    userId: id,
    passwords: legacyPasswords(credentials ?? []).filter(({ school }) => schools.has(school)),
    attributes: [...schools]
      .flatMap((school) => [lastLegacySignInAttribute(school), passwordsAttribute(school)])
      .filter((name) => Object.hasOwn(attributes, name)),
  };
}

/** How many old passwords of a school there are, and on how many accounts. */
export function countOf(
  leftovers: readonly Leftover[],
  school: string,
): { passwords: number; accounts: number } {
  const perAccount = leftovers.map(
    ({ passwords }) => passwords.filter((one) => one.school === school).length,
  );
  return {
    passwords: perAccount.reduce((sum, count) => sum + count, 0),
    accounts: perAccount.filter((count) => count > 0).length,
  };
}

/**
 * Erases the old passwords that were found, and the days they were last used. The accounts, their
 * memberships and old user names stay. What is interrupted can simply be run again.
 *
 * @param schools the ids of those whose old method is over
 */
export async function erase(
  client: KeycloakAdminClient,
  leftovers: readonly Leftover[],
  schools: ReadonlySet<string>,
  teller: Teller,
): Promise<void> {
  // First: should the old method open again, an import must look at each person.
  await eraseNotes(client, schools, importedRowsAttribute);
  const progress = teller.progress("Erasing old passwords", leftovers.length, "people");
  let done = 0;
  try {
    await pMap(
      leftovers,
      async ({ userId, passwords, attributes }) => {
        // Fingerprints first: an import takes them to say that the password is there.
        if (attributes.length > 0) await eraseAttributes(client, userId, attributes);
        for (const { id: credentialId } of passwords) {
          await patientlyIfThere(() => client.users.deleteCredential({ id: userId, credentialId }));
        }
        progress.to(++done);
      },
      { concurrency },
    );
  } finally {
    progress.end();
  }
  // Last: as long as a school has its hash, doctor says that old passwords may be left.
  await eraseNotes(client, schools, legacyHashAttribute);
}

/** Takes a note away from schools' groups. */
async function eraseNotes(
  client: KeycloakAdminClient,
  schools: ReadonlySet<string>,
  name: string,
): Promise<void> {
  for (const [school, group] of await readSchoolGroups(client)) {
    const { [name]: note, ...attributes } = group.attributes ?? {};
    if (!schools.has(school) || note === undefined) continue;
    await client.groups.update({ id: group.id ?? "" }, { name: group.name, attributes });
  }
}

/** Keycloak takes the attributes as a whole: those that are not sent are lost. */
async function eraseAttributes(
  client: KeycloakAdminClient,
  id: string,
  names: readonly string[],
): Promise<void> {
  await patientlyIfThere(async () => {
    const user = await client.users.findOne({ id });
    if (!user) return;
    const attributes = Object.entries(user.attributes ?? {});
    await client.users.update(
      { id },
      {
        ...user,
        attributes: Object.fromEntries(attributes.filter(([name]) => !names.includes(name))),
      },
    );
  });
}
