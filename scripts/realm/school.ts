import type ClientRepresentation from "@keycloak/keycloak-admin-client/lib/defs/clientRepresentation.js";
import type ProtocolMapperRepresentation from "@keycloak/keycloak-admin-client/lib/defs/protocolMapperRepresentation.js";
import type { School } from "../config/schema.ts";

/** The group above the schools' groups. */
export const schoolsGroup = "schools";

/** The path of the group whose members a school knows. */
export function schoolGroupPath(id: string): string {
  return `/${schoolsGroup}/${id}`;
}

/** The client id of a school's application. */
export function schoolClientId(id: string): string {
  return `school-${id}`;
}

/**
 * Where somebody manages the account, with a way back to the home page of a school's application.
 *
 * @param issuer the realm's address, e.g. `https://login.example.org/realms/itschool`
 */
export function accountAddress(issuer: string, clientId: string): string {
  return `${issuer}/account/?${new URLSearchParams({ referrer: clientId })}`;
}

/** The id of the school that a client would belong to by its id, if it is declared. */
export function schoolOfClient(clientId: string): string | undefined {
  return /^school-(.+)$/.exec(clientId)?.[1];
}

/** The id of the school that a group belongs to by its path. */
export function schoolOfGroup(path: string): string | undefined {
  return /^\/schools\/([^/]+)$/.exec(path)?.[1];
}

/** The user attribute that holds a person's user names at a school before the portal. */
export function usernameAttribute(id: string): string {
  return `${id}.username`;
}

/** The user attribute that holds a school's own numbers for a person. */
export function personAttribute(id: string): string {
  return `${id}.person`;
}

/** The user attribute with the day in Belgium since when no school knows a person any more. */
export const leftAttribute = "portail.left";

/**
 * The client of a school's application. Its tokens say who somebody is and what this school itself
 * knows of them; nothing in them comes from another school, not even that there is one.
 *
 * @param legacyUntil the last day of the old method, e.g. `2026-08-31`, where the school has no other
 */
export function schoolClient(school: School, legacyUntil?: string): ClientRepresentation {
  const { application } = school;
  const isPublic = application.type === "public";
  return {
    clientId: schoolClientId(school.id),
    name: school.name,
    enabled: true,
    protocol: "openid-connect",
    publicClient: isPublic,
    clientAuthenticatorType: "client-secret",
    baseUrl: application.home,
    redirectUris: application.redirects,
    // Calls from a page in the browser, which only an application without a server makes.
    webOrigins: isPublic ? ["+"] : [],
    standardFlowEnabled: true,
    implicitFlowEnabled: false,
    directAccessGrantsEnabled: false,
    serviceAccountsEnabled: false,
    frontchannelLogout: false,
    consentRequired: false,
    fullScopeAllowed: false,
    // No scope with roles or groups, and no offline access.
    defaultClientScopes: ["basic", "acr", "profile", "email"],
    optionalClientScopes: [],
    attributes: {
      // What the rules on the server go by, rather than by a part of the client's name.
      "school.id": school.id,
      "school.legacy.until": school.legacy?.until ?? legacyUntil ?? "",
      "school.video": school.video ?? "",
      "pkce.code.challenge.method": "S256",
      // Keycloak joins a list in an attribute by this mark.
      "post.logout.redirect.uris": application.afterSignOut.join("##"),
      "backchannel.logout.url": application.backchannelLogout ?? "",
      "backchannel.logout.session.required": "true",
      "oauth2.device.authorization.grant.enabled": "false",
      "oidc.ciba.grant.enabled": "false",
      "standard.token.exchange.enabled": "false",
      "oauth2.jwt.authorization.grant.enabled": "false",
    },
    protocolMappers: [
      attributeClaim("school user names", usernameAttribute(school.id), "school_usernames"),
      attributeClaim("school person numbers", personAttribute(school.id), "school_person_ids"),
    ],
  };
}

/** Lets the school's application find its own record of the person. */
function attributeClaim(
  name: string,
  attribute: string,
  claim: string,
): ProtocolMapperRepresentation {
  return {
    name,
    protocol: "openid-connect",
    protocolMapper: "oidc-usermodel-attribute-mapper",
    config: {
      // Keycloak reads a dot in a claim's name as nesting, but takes an attribute's name as it is.
      "user.attribute": attribute,
      "claim.name": claim,
      "jsonType.label": "String",
      multivalued: "true",
      "id.token.claim": "true",
      "access.token.claim": "false",
      "userinfo.token.claim": "true",
    },
  };
}
