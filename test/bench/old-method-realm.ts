import { pbkdf2Sync, randomBytes } from "node:crypto";
import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import type UserRepresentation from "@keycloak/keycloak-admin-client/lib/defs/userRepresentation.js";
import { applyConfig } from "../../scripts/keycloak/apply.ts";
import { connect } from "../../scripts/keycloak/connection.ts";
import { desiredRealm } from "../../scripts/realm/desired.ts";
import { legacyCredentialType, legacyHashAttribute } from "../../scripts/realm/legacy.ts";
import { schoolClientId, schoolGroupPath, usernameAttribute } from "../../scripts/realm/school.ts";
import type { RunningKeycloak } from "../../scripts/server/keycloak.ts";
import { silentTeller } from "../../scripts/terminal.ts";
import { nobodysHash } from "../../scripts/users/old-password.ts";
import { authorizationUrl } from "../support/authorization.ts";
import { shippedConfig } from "../support/shipped-config.ts";

/** The application that people are sent back to. Nothing answers there: nobody goes that far. */
export const application = "http://127.0.0.1:9";

const school = "demo";

/** A realm of the shipped configuration whose school has the old method, and will keep it. */
export interface OldMethodRealm {
  admin: KeycloakAdminClient;
  /** Where the school's application sends somebody to sign in; the landing page comes first. */
  address: string;
}

/** Makes a realm with one school's old method, which nobody has yet. */
export async function makeOldMethodRealm(
  keycloak: RunningKeycloak,
  realm: string,
): Promise<OldMethodRealm> {
  const { url, admin } = keycloak;
  const shipped = await shippedConfig({ DEMO_SCHOOL_URL: application });
  const config = { ...shipped, legacy: { until: "2999-12-31" } };
  const connection = { url, adminRealm: "master", credentials: admin };
  await applyConfig(desiredRealm(config, realm), connection, silentTeller);
  return {
    admin: await connect(connection, realm),
    address: authorizationUrl(
      { issuer: `${url}/realms/${realm}` },
      { clientId: schoolClientId(school), app: { url: application } },
    ),
  };
}

/** Notes the school's usual kind of hash, as an import does from people who have one. */
export async function noteUsualHash(admin: KeycloakAdminClient, hash: string): Promise<void> {
  const [parent] = await admin.groups.find({ search: "schools", exact: true });
  const groups = await admin.groups.listSubGroups({ parentId: parent?.id ?? "" });
  const group = groups.find(({ path }) => path === schoolGroupPath(school));
  await admin.groups.update(
    { id: group?.id ?? "" },
    { name: school, attributes: { [legacyHashAttribute]: [nobodysHash(hash)] } },
  );
}

/** Somebody with an old user name, as an import makes them. */
export function oldMethodPerson(username: string, hash: string): UserRepresentation {
  return {
    ...person(username),
    groups: [schoolGroupPath(school)],
    attributes: { [usernameAttribute(school)]: [username] },
    credentials: [
      {
        type: legacyCredentialType,
        credentialData: JSON.stringify({ school, username }),
        secretData: JSON.stringify({ hash }),
      },
    ],
  };
}

/** Somebody with an address and names, and no way in yet. */
export function person(username: string): UserRepresentation {
  const email = `${username}@example.org`;
  return { username: email, email, firstName: "Claire", lastName: "Dubois", enabled: true };
}

const batchSize = 100;

/** Makes accounts, many at a time. */
export async function addPeople(
  admin: KeycloakAdminClient,
  people: readonly UserRepresentation[],
): Promise<void> {
  const realm = admin.realmName;
  for (let start = 0; start < people.length; start += batchSize) {
    const users = people
      .slice(start, start + batchSize)
      .map((one) => ({ ...one, realmRoles: [`default-roles-${realm}`] }));
    await admin.realms.partialImport({ realm, rep: { ifResourceExists: "FAIL", users } });
  }
}

/** PBKDF2 with HMAC-SHA-256 of one password, as the two sides store it: the work is the same. */
export interface Pbkdf2Sha256 {
  /** In the PHC string format. */
  encoded: string;
  /** The two parts of one of Keycloak's own password credentials. */
  credentialData: string;
  secretData: string;
}

/** Keycloak's own `pbkdf2-sha256` has 256 bits of salted key, and 128 of salt, as here. */
export function pbkdf2Sha256(password: string, iterations: number): Pbkdf2Sha256 {
  const salt = randomBytes(16);
  const key = pbkdf2Sync(password, salt, iterations, 32, "sha256");
  const [encodedSalt, encodedKey] = [salt, key].map((bytes) =>
    bytes.toString("base64").replaceAll("=", ""),
  );
  return {
    encoded: `$pbkdf2-sha256$i=${iterations},l=32$${encodedSalt}$${encodedKey}`,
    credentialData: JSON.stringify({ algorithm: "pbkdf2-sha256", hashIterations: iterations }),
    secretData: JSON.stringify({ value: key.toString("base64"), salt: salt.toString("base64") }),
  };
}
