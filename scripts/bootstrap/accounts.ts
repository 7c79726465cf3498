import type ClientRepresentation from "@keycloak/keycloak-admin-client/lib/defs/clientRepresentation.js";
import type { JWK } from "jose";
import { clientKeyAlgorithm } from "../keycloak/client-key.ts";

/** A service account of the realm that `portail` works as. */
export interface Account {
  readonly clientId: string;
  /** What it is for, as Keycloak's console shows it. */
  readonly purpose: string;
  /** The roles of Keycloak's client `realm-management` that it has, each with what needs it. */
  readonly roles: Readonly<Record<string, string>>;
}

/**
 * The accounts, each with the fewest roles it can do its work with. `docs/operations.md` explains
 * them.
 */
export const accounts = {
  portail: {
    clientId: "portail",
    purpose: "portail: plan, apply, import, schools, doctor, legacy, people",
    roles: {
      "manage-realm": "the realm's settings, user profile, sign-in flows and messages; imports",
      "manage-clients": "the schools' applications and their secrets",
      "manage-identity-providers": "Microsoft as a way to sign in",
      "manage-users":
        "the schools' groups; the accounts of an import; invitations; erasing old passwords; support for one person",
      "view-events": "when somebody signed in last, for support",
    },
  },
  "portail-plan": {
    clientId: "portail-plan",
    purpose: "portail plan, doctor and legacy status; can change nothing",
    roles: {
      "view-realm": "the realm's settings, user profile, sign-in flows and messages",
      "view-clients": "the schools' applications",
      "view-identity-providers": "Microsoft as a way to sign in",
      "view-users": "the schools' groups; who has moved from the old method",
    },
  },
} as const satisfies Record<string, Account>;

/** The name of one of the accounts. */
export type AccountName = keyof typeof accounts;

/** In what order they are made and shown. */
export const accountNames = Object.keys(accounts) as AccountName[];

/** Says that a client is one of ours, so that nobody else's is ever changed. */
export const accountMark = "portail.account";

/** The attribute with the public halves of a client's keys. */
export const keysAttribute = "jwks.string";

/**
 * The client of an account: it signs in by itself, with a key, and in no other way. Keycloak allows
 * what the account's roles and the client's scope both name; nothing of it stands in its tokens.
 */
export function accountClient({ clientId, purpose }: Account): ClientRepresentation {
  return {
    clientId,
    description: purpose,
    enabled: true,
    protocol: "openid-connect",
    publicClient: false,
    bearerOnly: false,
    clientAuthenticatorType: "client-jwt",
    serviceAccountsEnabled: true,
    standardFlowEnabled: false,
    implicitFlowEnabled: false,
    directAccessGrantsEnabled: false,
    fullScopeAllowed: false,
    redirectUris: [],
    webOrigins: [],
    // Keycloak gives this one to every service account.
    defaultClientScopes: ["service_account"],
    optionalClientScopes: [],
    attributes: {
      [accountMark]: "true",
      "use.jwks.string": "true",
      "token.endpoint.auth.signing.alg": clientKeyAlgorithm,
      // A stolen token is good for a minute; portail asks for another by itself.
      "access.token.lifespan": "60",
      "oauth2.device.authorization.grant.enabled": "false",
      "oidc.ciba.grant.enabled": "false",
      "standard.token.exchange.enabled": "false",
      "oauth2.jwt.authorization.grant.enabled": "false",
    },
  };
}

/** The attributes with which a client takes one key, and no other. */
export function keyAttributes(publicKey: JWK): Record<string, string> {
  return { [keysAttribute]: JSON.stringify({ keys: [publicKey] }) };
}

/** The names of the keys that a client takes. */
export function keyIds({ attributes }: ClientRepresentation): string[] {
  const text: unknown = attributes?.[keysAttribute];
  if (typeof text !== "string" || text === "") return [];
  try {
    const { keys } = JSON.parse(text) as { keys: JWK[] };
    return keys.flatMap(({ kid }) => kid ?? []);
  } catch {
    // Somebody wrote something else there by hand; no key of ours is in it.
    return [];
  }
}
