import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import type UserRepresentation from "@keycloak/keycloak-admin-client/lib/defs/userRepresentation.js";
import pMap from "p-map";
import { UserError } from "../errors.ts";
import { allPages } from "../keycloak/all-pages.ts";
import { concurrency } from "../keycloak/concurrency.ts";
import { patientlyIfThere } from "../keycloak/patiently.ts";
import { readSchoolGroups } from "../keycloak/school-groups.ts";
import { canLink, hasMoved } from "../people/moved.ts";
import { schoolClientId } from "../realm/school.ts";
import type { Teller } from "../terminal.ts";
import type { Attributes } from "./mark.ts";
import type { Invitee } from "./standing.ts";

/**
 * Reads the people of a school, and makes sure that the realm is ready to invite them. It only reads;
 * one or two requests a person.
 *
 * @param school its id
 * @throws {UserError} `INVITE_NOT_APPLIED`
 */
export async function readInvitees(
  client: KeycloakAdminClient,
  school: string,
  teller: Teller,
): Promise<Invitee[]> {
  const id = await readyGroup(client, school);
  const isLinkable = await canLink(client);
  const users = await allPages((page) =>
    client.groups.listMembers({ id, ...page, briefRepresentation: false }),
  );
  const progress = teller.progress("Looking at people", users.length, "people");
  let done = 0;
  try {
    return await pMap(
      users,
      async (user) => {
        const person = await inviteeFrom(client, user, isLinkable);
        progress.to(++done);
        return person;
      },
      { concurrency },
    );
  } finally {
    progress.end();
  }
}

/**
 * Reads one person anew.
 *
 * @param isLinkable from `canLink`
 * @returns the account as it is now, to be written back as a whole; `undefined` where it is gone
 */
export async function readInvitee(
  client: KeycloakAdminClient,
  id: string,
  isLinkable: boolean,
): Promise<{ user: UserRepresentation; person: Invitee } | undefined> {
  const user = await patientlyIfThere(() => client.users.findOne({ id }));
  return user && { user, person: await inviteeFrom(client, user, isLinkable) };
}

async function inviteeFrom(
  client: KeycloakAdminClient,
  { id = "", email = "", enabled = false, attributes = {} }: UserRepresentation,
  isLinkable: boolean,
): Promise<Invitee> {
  const credentials = (await patientlyIfThere(() => client.users.getCredentials({ id }))) ?? [];
  return {
    id,
    address: email,
    isEnabled: enabled,
    hasMoved: await hasMoved(client, { id, credentials }, isLinkable),
    attributes: attributes as Attributes,
  };
}

/** @returns the id of the school's group */
async function readyGroup(client: KeycloakAdminClient, school: string): Promise<string> {
  const [groups, [application], profile] = await Promise.all([
    readSchoolGroups(client),
    client.clients.find({ clientId: schoolClientId(school) }),
    client.users.getProfile({}),
  ]);
  const id = groups.get(school)?.id;
  // Keycloak would drop the mark of an invitation without a word, and people be mailed again and again.
  const keepsMarks = ["ADMIN_EDIT", "ENABLED"].includes(profile.unmanagedAttributePolicy ?? "");
  if (id !== undefined && application?.enabled && keepsMarks) return id;
  throw new UserError(
    "INVITE_NOT_APPLIED",
    keepsMarks
      ? `the realm "${client.realmName}" has no school ${school}, or its application is disabled`
      : `the realm "${client.realmName}" can't note on accounts that they were invited`,
    "Run portail apply first.",
  );
}
