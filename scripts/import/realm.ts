import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import { belgianDay } from "../belgian-day.ts";
import { UserError } from "../errors.ts";
import { deployedExtension } from "../keycloak/extension.ts";
import { readSchoolGroups } from "../keycloak/school-groups.ts";
import { isOver } from "../legacy/last-day.ts";
import { liveLastDays } from "../legacy/retire.ts";
import { notesOf, type SchoolNotes } from "./school-notes.ts";

/** What an import must know of the realm before it reads a row. */
export interface ImportRealm {
  /** The ids of the schools' groups, by school id. */
  readonly groups: ReadonlyMap<string, string>;
  /** What is noted of the schools, as it was before the import, by school id. */
  readonly notes: ReadonlyMap<string, SchoolNotes>;
  /** The schools whose old method is still open. */
  readonly open: ReadonlySet<string>;
}

/**
 * Makes sure that there is a realm to import into.
 *
 * @throws {UserError} `IMPORT_REALM_MISSING`
 */
export async function requireRealm(client: KeycloakAdminClient): Promise<void> {
  if (await client.realms.findOne({ realm: client.realmName })) return;
  throw missing("IMPORT_REALM_MISSING", `the realm "${client.realmName}" is not there`);
}

/**
 * Looks at the realm that an import is for.
 *
 * @param schools the ids of the configured ones
 * @throws {UserError} `IMPORT_SCHOOL_MISSING`
 */
export async function readImportRealm(
  client: KeycloakAdminClient,
  schools: Iterable<string>,
): Promise<ImportRealm> {
  const [groups, lastDays] = await Promise.all([readSchoolGroups(client), liveLastDays(client)]);
  const absent = [...schools].filter((school) => !groups.has(school));
  if (absent.length > 0) {
    throw missing(
      "IMPORT_SCHOOL_MISSING",
      `the realm "${client.realmName}" has no school ${absent.join(", ")} yet`,
    );
  }
  const today = belgianDay();
  return {
    groups: new Map([...groups].map(([school, { id = "" }]) => [school, id])),
    notes: new Map([...groups].map(([school, group]) => [school, notesOf(group)])),
    open: new Set([...lastDays].flatMap(([id, day]) => (day && !isOver(day, today) ? id : []))),
  };
}

function missing(code: string, what: string): UserError {
  return new UserError(code, what, "Make it first: portail apply.");
}

/**
 * Without it, Keycloak takes the passwords of the old method and drops them without a word.
 *
 * @throws {UserError} `IMPORT_EXTENSION_MISSING`
 */
export async function requireExtension(client: KeycloakAdminClient): Promise<void> {
  if (deployedExtension(await client.serverInfo.find()) !== null) return;
  throw new UserError(
    "IMPORT_EXTENSION_MISSING",
    "the server lacks the portal's extension, so it would lose the passwords of the old method",
    "Put its JAR into Keycloak's folder providers, start Keycloak again, then import.",
  );
}
