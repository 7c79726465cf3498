/*
 * What portail notes on people's accounts, in attributes that only administrators see.
 */

/** The day in Belgium, e.g. `2026-11-23`, since which no school knows the account. */
export const leftAttribute = "portail.left";

/** Schools whose group the account is about to leave: an import that was interrupted finishes it. */
export const leavingAttribute = "portail.leaving";

/** The role whose attribute `key` holds the key of the fingerprints of old passwords. */
export const fingerprintsRole = "portail-fingerprints";

/** What the user name of an account without an address begins with. */
export const addresslessUsername = "sans-adresse-";
