/*
 * What an import notes in the realm, where only administrators see it.
 */

/**
 * The group attribute of a school with a keyed digest of the rows of its last import, as long as its
 * people's accounts are as that import left them.
 */
export const importedRowsAttribute = "portail.rows";

/** Schools whose group the account is about to leave: an import that was interrupted finishes it. */
export const leavingAttribute = "portail.leaving";

/** The role whose attribute `key` holds the key of the fingerprints of old passwords. */
export const fingerprintsRole = "portail-fingerprints";

/** What the user name of an account without an address begins with. */
export const addresslessUsername = "sans-adresse-";
