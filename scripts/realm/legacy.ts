/*
 * What of the old method lies in Keycloak, by the names under which the extension reads it.
 */

/** The type of a credential that holds the password of one old user name. */
export const legacyCredentialType = "legacy-password";

/** The group attribute of a school with a hash of nobody's password, in its people's usual format. */
export const legacyHashAttribute = "legacy.hash";

/** The user attribute with the day in Belgium of the last sign-in by a school's old method. */
export function lastLegacySignInAttribute(school: string): string {
  return `${school}.lastLegacySignIn`;
}

/**
 * The user attribute with a keyed fingerprint of each old password of a school, as `fingerprint name`:
 * Keycloak tells nothing of a password itself, so this is how an import sees whether it has changed.
 */
export function passwordsAttribute(school: string): string {
  return `${school}.passwords`;
}

/** The client attribute of a school with the last day of its old method; "" where it is closed. */
export const legacyUntilAttribute = "school.legacy.until";
