import type UserRepresentation from "@keycloak/keycloak-admin-client/lib/defs/userRepresentation.js";

/**
 * What of an account Keycloak takes as a whole: a part that is not sent is lost. Nothing else is sent
 * with it. An administrator may disable the account at this moment, and `enabled`, sent as it was
 * before, would also forget wrong passwords that were counted.
 */
export function profileOf(user: UserRepresentation): UserRepresentation {
  const { username, email, firstName, lastName, attributes } = user;
  return {
    ...(username === undefined ? {} : { username }),
    ...(email === undefined ? {} : { email }),
    ...(firstName === undefined ? {} : { firstName }),
    ...(lastName === undefined ? {} : { lastName }),
    ...(attributes === undefined ? {} : { attributes }),
  };
}
