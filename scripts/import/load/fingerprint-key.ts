import { randomBytes } from "node:crypto";
import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import { NetworkError } from "@keycloak/keycloak-admin-client";
import { fingerprintsRole } from "../../realm/people.ts";

/**
 * The key of the realm's fingerprints and digests. It lies where those who look after people can't read
 * it, and where every machine that imports finds the same. A dry run makes none.
 */
export async function importKey(client: KeycloakAdminClient, isDryRun: boolean): Promise<Buffer> {
  const key = randomBytes(32);
  const known = await readKey(client);
  if (known || isDryRun) return known ?? key;
  try {
    await client.roles.create({
      name: fingerprintsRole,
      description:
        "Holds the key by which portail import sees that an old password has changed. Give it to nobody.",
      attributes: { key: [key.toString("base64url")] },
    });
    return key;
  } catch (error) {
    const isThere = error instanceof NetworkError && error.response.status === 409;
    const made = isThere ? await readKey(client) : undefined;
    if (made) return made;
    throw error;
  }
}

async function readKey(client: KeycloakAdminClient): Promise<Buffer | undefined> {
  const role = await client.roles.findOneByName({ name: fingerprintsRole });
  const key: unknown = role?.attributes?.key?.[0];
  return typeof key === "string" ? Buffer.from(key, "base64url") : undefined;
}
