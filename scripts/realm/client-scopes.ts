import type ClientScopeRepresentation from "@keycloak/keycloak-admin-client/lib/defs/clientScopeRepresentation.js";
import type ProtocolMapperRepresentation from "@keycloak/keycloak-admin-client/lib/defs/protocolMapperRepresentation.js";

/**
 * The claims that every school's application is promised (`portail schools show` lists them).
 * Keycloak makes these scopes with each realm; declared is what the promise rests on.
 */
export const clientScopes: readonly ClientScopeRepresentation[] = [
  scope("profile", [
    claim("username", "username", "preferred_username"),
    claim("given name", "firstName", "given_name"),
    claim("family name", "lastName", "family_name"),
    claim("locale", "locale", "locale"),
  ]),
  scope("email", [
    claim("email", "email", "email"),
    {
      ...claim("email verified", "emailVerified", "email_verified", "boolean"),
      protocolMapper: "oidc-usermodel-property-mapper",
    },
  ]),
];

function scope(
  name: string,
  protocolMappers: ProtocolMapperRepresentation[],
): ClientScopeRepresentation {
  return {
    name,
    protocol: "openid-connect",
    attributes: { "include.in.token.scope": "true" },
    protocolMappers,
  };
}

function claim(
  name: string,
  attribute: string,
  claimName: string,
  type = "String",
): ProtocolMapperRepresentation {
  return {
    name,
    protocol: "openid-connect",
    protocolMapper: "oidc-usermodel-attribute-mapper",
    config: {
      "user.attribute": attribute,
      "claim.name": claimName,
      "jsonType.label": type,
      "id.token.claim": "true",
      "userinfo.token.claim": "true",
    },
  };
}
