import type CredentialRepresentation from "@keycloak/keycloak-admin-client/lib/defs/credentialRepresentation.js";
import { z } from "zod";
import { legacyCredentialType } from "../realm/legacy.ts";

/** The password of one old user name, as far as Keycloak tells of it. */
export interface LegacyPassword {
  /** The credential's id. */
  readonly id: string;
  /** The id of the school it opens. */
  readonly school: string;
  /** The old user name it goes with. */
  readonly username: string;
}

const dataSchema = z.object({ school: z.string(), username: z.string().default("") });

/** Those among an account's credentials; one that names no school belongs to none, and is left out. */
export function legacyPasswords(
  credentials: readonly CredentialRepresentation[],
): LegacyPassword[] {
  return credentials.flatMap(({ id, type, credentialData = "" }) => {
    if (type !== legacyCredentialType || id === undefined) return [];
    const data = dataSchema.safeParse(parsed(credentialData));
    return data.success ? [{ id, ...data.data }] : [];
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
