import { pbkdf2Sync, randomBytes, randomUUID } from "node:crypto";
import type CredentialRepresentation from "@keycloak/keycloak-admin-client/lib/defs/credentialRepresentation.js";
import { usernameAttribute } from "../../scripts/realm/school.ts";
import type { KnownPerson, NewPerson, Portal } from "./portal.ts";

/** What somebody signs in with by the old method of one school. */
export interface LegacyAccount {
  school: { id: string };
  username: string;
  password: string;
}

/** The user attributes that an import gives to somebody with these old user names. */
export function legacyAttributes(accounts: readonly LegacyAccount[]): Record<string, string[]> {
  const attributes: Record<string, string[]> = {};
  for (const { school, username } of accounts) {
    const name = usernameAttribute(school.id);
    attributes[name] = [...(attributes[name] ?? []), username.normalize("NFC").toLowerCase()];
  }
  return attributes;
}

/**
 * An old password as an import stores it.
 *
 * @param iterations what a check of it costs; a test's passwords need no protection
 */
export function legacyCredential(
  { school, username, password }: LegacyAccount,
  iterations = 1000,
): CredentialRepresentation {
  const salt = randomBytes(16);
  const key = pbkdf2Sync(password, salt, iterations, 32, "sha256");
  const [encodedSalt, encodedKey] = [salt, key].map((bytes) =>
    bytes.toString("base64").replaceAll("=", ""),
  );
  return {
    type: "legacy-password",
    userLabel: `${school.id} ${username}`,
    credentialData: JSON.stringify({ school: school.id, username }),
    secretData: JSON.stringify({
      hash: `$pbkdf2-sha256$i=${iterations},l=32$${encodedSalt}$${encodedKey}`,
    }),
  };
}

/**
 * Makes a parent whom the school demo knows by an old name of their own as well.
 *
 * @param more what else there is to the person
 * @returns the person, and as `legacy` what they type into the old method's form
 */
export async function parentWithOldName(
  portal: Portal,
  more: Partial<NewPerson> = {},
): Promise<KnownPerson & { legacy: { username: string; password: string } }> {
  const { demo } = portal.schools;
  const legacy = { username: `dubois${randomUUID().slice(0, 8)}`, password: "ancien mot de passe" };
  const accounts = [{ school: demo, ...legacy }];
  return { ...(await portal.addPerson({ schools: [demo], legacy: accounts, ...more })), legacy };
}
