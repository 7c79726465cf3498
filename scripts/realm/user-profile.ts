import type {
  UserProfileAttribute,
  UserProfileConfig,
} from "@keycloak/keycloak-admin-client/lib/defs/userProfileMetadata.js";

const seenByThePerson = { view: ["admin", "user"], edit: ["admin"] };
const length = { max: 255 };

/**
 * What is known of a person. The address and the names belong to the school: people see them and
 * can't change them, and none is required, so that no page ever asks somebody to type an address.
 *
 * Keycloak's checks for odd characters in names and user names are left out on purpose: they run at
 * every sign-in, and a parent could not correct what the school has written. Pages show such names
 * as text.
 */
export const userProfile: UserProfileConfig = {
  attributes: [
    attribute("username", { length: { ...length, min: 1 } }),
    attribute("email", { email: {}, length }),
    attribute("firstName", { length }),
    attribute("lastName", { length }),
  ],
  groups: [],
  // The schools' own attributes (`<id>.username`, `<id>.person`) stay undeclared: each declared one
  // would be checked at every sign-in. Undeclared ones are out of the person's own reach.
  unmanagedAttributePolicy: "ADMIN_EDIT" as UserProfileConfig["unmanagedAttributePolicy"],
};

function attribute(name: string, validations: Record<string, unknown>): UserProfileAttribute {
  return {
    name,
    displayName: `\${${name}}`,
    validations,
    permissions: seenByThePerson,
    multivalued: false,
  };
}
