import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import { NetworkError } from "@keycloak/keycloak-admin-client";
import type EventRepresentation from "@keycloak/keycloak-admin-client/lib/defs/eventRepresentation.js";
import { schoolOfClient } from "../realm/school.ts";

/** A sign-in that Keycloak has on record. */
export interface SignIn {
  /** A moment such as `2026-11-23T08:00:00.000Z`. */
  readonly at: string;
  /** The school's id, or the client id of what is no school's. */
  readonly where: string;
  /** How: by the portal, by the old method, or the alias of an identity provider. */
  readonly by: "portal" | "old method" | (string & {});
}

/** Somebody's sign-ins, as far as Keycloak has them on record. */
export interface SignInRecord {
  /** `off`: Keycloak notes none; `hidden`: the account that portail works as may not see them. */
  readonly state: "kept" | "off" | "hidden";
  /** How long they are kept, in seconds; without it for good. */
  readonly keptSeconds?: number;
  readonly last?: SignIn;
}

/** Where somebody is signed in just now. */
export interface Session {
  readonly startedAt: string;
  /** When an application last asked for it. */
  readonly usedAt: string;
  /** As `SignIn.where`. */
  readonly where: readonly string[];
}

/** Reads the last sign-in that is on record. */
export async function readSignInRecord(
  client: KeycloakAdminClient,
  userId: string,
): Promise<SignInRecord> {
  const realm = client.realmName;
  const settings = await client.realms.findOne({ realm });
  // An account that may not see the realm's settings is told its name alone.
  if (settings?.eventsEnabled === false) return { state: "off" };
  const keptSeconds = settings?.eventsExpiration || undefined;
  const kept = keptSeconds === undefined ? {} : { keptSeconds };
  try {
    // The newest come first. The library's own type for the kind is an enum that can't be imported.
    const type = "LOGIN" as never;
    const [event] = await client.realms.findEvents({ realm, user: userId, type, max: 1 });
    return { state: "kept", ...kept, ...(event ? { last: signInOf(event) } : {}) };
  } catch (error) {
    const isHidden = error instanceof NetworkError && error.response.status === 403;
    if (!isHidden) throw error;
    return { state: "hidden", ...kept };
  }
}

/** Reads where somebody is signed in. */
export async function readSessions(
  client: KeycloakAdminClient,
  userId: string,
): Promise<Session[]> {
  const sessions = await client.users.listSessions({ id: userId });
  return sessions
    .map(({ start = 0, lastAccess = 0, clients = {} }): Session => {
      return {
        startedAt: new Date(start).toISOString(),
        usedAt: new Date(lastAccess).toISOString(),
        where: Object.values(clients).map(whereOf).sort(),
      };
    })
    .sort((one, other) => other.usedAt.localeCompare(one.usedAt));
}

function signInOf({ time = 0, clientId = "", details = {} }: EventRepresentation): SignIn {
  const provider: unknown = details.identity_provider;
  return {
    at: new Date(time).toISOString(),
    where: whereOf(clientId),
    by:
      details.auth_type === "legacy"
        ? "old method"
        : typeof provider === "string"
          ? provider
          : "portal",
  };
}

function whereOf(clientId: string): string {
  return schoolOfClient(clientId) ?? clientId;
}
