import { randomBytes } from "node:crypto";
import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import { NetworkError } from "@keycloak/keycloak-admin-client";
import { fingerprintsRole } from "../../realm/people.ts";

/**
 * The realm's key of fingerprints. It lies where those who look after people can't read it, and where
 * every machine that imports finds the same.
 *
 * @returns none where there has been no import yet
 */
export async function readFingerprintKey(client: KeycloakAdminClient): Promise<Buffer | undefined> {
  const role = await client.roles.findOneByName({ name: fingerprintsRole });
  const key: unknown = role?.attributes?.key?.[0];
  return typeof key === "string" ? Buffer.from(key, "base64url") : undefined;
}

/** The same, made where there is none yet. */
export async function fingerprintKey(client: KeycloakAdminClient): Promise<Buffer> {
  const known = await readFingerprintKey(client);
  if (known) return known;
  try {
    await client.roles.create({
      name: fingerprintsRole,
      description:
        "Holds the key by which portail import sees that an old password has changed. Give it to nobody.",
      attributes: { key: [randomBytes(32).toString("base64url")] },
    });
  } catch (error) {
    const isThere = error instanceof NetworkError && error.response.status === 409;
    if (!isThere) throw error;
  }
  const made = await readFingerprintKey(client);
  if (!made) throw new Error(`the role ${fingerprintsRole} has no key`);
  return made;
}
