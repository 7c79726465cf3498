import { randomBytes } from "node:crypto";
import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import type GroupRepresentation from "@keycloak/keycloak-admin-client/lib/defs/groupRepresentation.js";
import { belgianDay } from "../belgian-day.ts";
import { UserError } from "../errors.ts";
import { deployedExtension } from "../keycloak/extension.ts";
import { readSchoolGroups } from "../keycloak/school-groups.ts";
import { isOver } from "../legacy/last-day.ts";
import { liveLastDays } from "../legacy/retire.ts";
import { legacyHashAttribute } from "../realm/legacy.ts";
import { type Fingerprint, fingerprintWith } from "./fingerprint.ts";
import { fingerprintKey, readFingerprintKey } from "./load/fingerprint-key.ts";

/** What an import must know of the realm before it reads a row. */
export interface ImportRealm {
  /** The schools' groups, by school id. */
  readonly groups: ReadonlyMap<string, GroupRepresentation>;
  /** The schools whose old method is still open. */
  readonly open: ReadonlySet<string>;
}

/**
 * Looks at the realm that an import is for.
 *
 * @param schools the ids of the configured ones
 * @throws {UserError} `IMPORT_REALM_MISSING`, `IMPORT_SCHOOL_MISSING`
 */
export async function readImportRealm(
  client: KeycloakAdminClient,
  schools: Iterable<string>,
): Promise<ImportRealm> {
  if (!(await client.realms.findOne({ realm: client.realmName }))) {
    throw missing("IMPORT_REALM_MISSING", `the realm "${client.realmName}" is not there`);
  }
  const groups = await readSchoolGroups(client);
  const absent = [...schools].filter((school) => !groups.has(school));
  if (absent.length > 0) {
    throw missing(
      "IMPORT_SCHOOL_MISSING",
      `the realm "${client.realmName}" has no school ${absent.join(", ")} yet`,
    );
  }
  const today = belgianDay();
  const lastDays = await liveLastDays(client);
  return {
    groups,
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

/**
 * Gives schools the hash of nobody's password, in their people's usual format. A school that has one
 * keeps it: it was made from more people than this import may have.
 *
 * @param hashes by school id
 */
export async function giveHashes(
  client: KeycloakAdminClient,
  groups: ReadonlyMap<string, GroupRepresentation>,
  hashes: ReadonlyMap<string, string>,
): Promise<void> {
  for (const [school, hash] of hashes) {
    const { id = "", name, attributes = {} } = groups.get(school) ?? {};
    if (attributes[legacyHashAttribute]) continue;
    await client.groups.update(
      { id },
      { name, attributes: { ...attributes, [legacyHashAttribute]: [hash] } },
    );
  }
}

/** How this import recognises old passwords; a dry run makes no key, and recognises none without it. */
export async function realmFingerprint(
  client: KeycloakAdminClient,
  isDryRun: boolean,
): Promise<Fingerprint> {
  const key = isDryRun
    ? ((await readFingerprintKey(client)) ?? randomBytes(32))
    : await fingerprintKey(client);
  return fingerprintWith(key);
}
