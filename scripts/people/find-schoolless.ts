import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import type RoleRepresentation from "@keycloak/keycloak-admin-client/lib/defs/roleRepresentation.js";
import type UserRepresentation from "@keycloak/keycloak-admin-client/lib/defs/userRepresentation.js";
import pMap from "p-map";
import { UserError } from "../errors.ts";
import { allPages, pages } from "../keycloak/all-pages.ts";
import { concurrency } from "../keycloak/concurrency.ts";
import { patientlyIfThere } from "../keycloak/patiently.ts";
import { readSchoolGroups } from "../keycloak/school-groups.ts";
import { leftAttribute } from "../realm/school.ts";
import type { Teller } from "../terminal.ts";
import type { Attributes } from "./known-schools.ts";
import { type Period, type Standing, standingOf } from "./schoolless.ts";

/** An account that was looked at. */
export interface Looked {
  readonly id: string;
  /** The address; of an account without one its user name. */
  readonly who: string;
  /** First and last name; "" where the schools gave none. */
  readonly name: string;
  readonly standing: Standing;
  /** As Keycloak has it just now, attributes included. */
  readonly user: UserRepresentation;
}

/**
 * Looks through all accounts for those that no school knows, and for those that a school knows again
 * though they say otherwise. Changes nothing.
 *
 * @throws {UserError} `ERASE_NO_SCHOOLS`
 */
export async function findSchoolless(
  client: KeycloakAdminClient,
  period: Period,
  teller: Teller,
): Promise<Looked[]> {
  const members = await readMemberIds(client);
  const total = await client.users.count();
  const progress = teller.progress("Looking at people", total, "people");
  const found: Looked[] = [];
  let done = 0;
  try {
    for await (const users of pages((page) =>
      client.users.find({ ...page, briefRepresentation: false }),
    )) {
      // Whom a school knows needs no further look, which would be two requests each.
      const open = users.filter(
        ({ id = "", attributes }) => !members.has(id) || attributes?.[leftAttribute] !== undefined,
      );
      const looked = await pMap(open, ({ id = "" }) => lookAt(client, id, period), { concurrency });
      found.push(
        ...looked.filter((one) => one !== undefined).filter(({ standing }) => matters(standing)),
      );
      done += users.length;
      progress.to(done);
    }
    return found;
  } finally {
    progress.end();
  }
}

/**
 * Looks at one account as it is just now.
 *
 * @returns `undefined` where it is gone
 */
export async function lookAt(
  client: KeycloakAdminClient,
  id: string,
  period: Period,
): Promise<Looked | undefined> {
  return patientlyIfThere(async () => {
    const [user, groups, mappings] = await Promise.all([
      client.users.findOne({ id }),
      allPages((page) => client.users.listGroups({ id, ...page })),
      client.users.listRoleMappings({ id }),
    ]);
    if (!user) return undefined;
    const { email, username = "", firstName = "", lastName = "" } = user;
    const clientRoles = Object.values(mappings.clientMappings ?? {}) as ClientMapping[];
    const standing = standingOf(
      {
        attributes: (user.attributes ?? {}) as Attributes,
        groups: groups.map(({ path = "" }) => path),
        roles: [...(mappings.realmMappings ?? []), ...clientRoles.flatMap((one) => one.mappings)]
          .map(({ name = "" }) => name)
          .filter((name) => name !== `default-roles-${client.realmName}`),
        isService: user.serviceAccountClientId !== undefined,
      },
      period,
    );
    return { id, who: email || username, name: `${firstName} ${lastName}`.trim(), standing, user };
  });
}

/** The library leaves its type open. */
interface ClientMapping {
  readonly mappings: readonly RoleRepresentation[];
}

function matters(standing: Standing): boolean {
  return standing.is !== "known" || standing.isMarked;
}

async function readMemberIds(client: KeycloakAdminClient): Promise<Set<string>> {
  const ids = new Set<string>();
  const groups = await readSchoolGroups(client);
  if (groups.size === 0) {
    throw new UserError(
      "ERASE_NO_SCHOOLS",
      `the realm "${client.realmName}" has no school, so nobody would seem to be known to one`,
      "Make the schools first: portail apply.",
    );
  }
  for (const { id = "" } of groups.values()) {
    for await (const members of pages((page) =>
      client.groups.listMembers({ id, ...page, briefRepresentation: true }),
    )) {
      for (const member of members) if (member.id) ids.add(member.id);
    }
  }
  return ids;
}
