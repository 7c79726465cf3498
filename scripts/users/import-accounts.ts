import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import type UserRepresentation from "@keycloak/keycloak-admin-client/lib/defs/userRepresentation.js";
import { UserError } from "../errors.ts";
import { type Connection, connect } from "../keycloak/connection.ts";
import { askingServer } from "../keycloak/server-error.ts";
import {
  personAttribute,
  schoolGroupPath,
  schoolsGroup,
  usernameAttribute,
} from "../realm/school.ts";
import type { Teller } from "../terminal.ts";
import type { Account } from "./accounts.ts";

/** What an import did, or would do. */
export interface Imported {
  /** Accounts that were not there before. */
  readonly made: number;
  /** Accounts that were there, and were left as they are. */
  readonly unchanged: number;
}

/** One batch is one transaction of the server: larger ones are slower, and lost as a whole. */
const batchSize = 100;

/**
 * Makes the accounts that are not there yet. Existing ones are left as they are, so that running it
 * again, also after an interruption, is harmless.
 *
 * @param realm the realm's name
 * @param options `isDryRun` counts only
 * @throws {UserError} `IMPORT_REALM_MISSING`, `IMPORT_SCHOOL_MISSING`, or what the server refuses
 */
export async function importAccounts(
  accounts: readonly Account[],
  connection: Connection,
  realm: string,
  teller: Teller,
  options: { isDryRun?: boolean } = {},
): Promise<Imported> {
  const client = await connect(connection, realm);
  return askingServer(connection, async () => {
    await requireSchools(client, accounts);
    if (options.isDryRun) return compared(accounts, await knownAddresses(client));

    const progress = teller.progress("Importing people", accounts.length, "rows");
    try {
      let made = 0;
      for (let start = 0; start < accounts.length; start += batchSize) {
        const batch = accounts.slice(start, start + batchSize);
        const { added } = await client.realms.partialImport({
          realm,
          rep: {
            ifResourceExists: "SKIP",
            users: batch.map((account) => userRepresentation(account, realm)),
          },
        });
        made += added;
        progress.to(start + batch.length);
      }
      return { made, unchanged: accounts.length - made };
    } finally {
      progress.end();
    }
  });
}

/** An account in Keycloak's terms. The user name is the address; only a mailbox proves it. */
function userRepresentation(account: Account, realm: string): UserRepresentation {
  const attributes: Record<string, string[]> = {};
  if (account.language) attributes.locale = [account.language];
  for (const [school, { usernames, personIds }] of account.memberships) {
    if (usernames.length > 0) attributes[usernameAttribute(school)] = [...usernames];
    if (personIds.length > 0) attributes[personAttribute(school)] = [...personIds];
  }
  return {
    username: account.email,
    email: account.email,
    emailVerified: false,
    enabled: true,
    firstName: account.firstName || undefined,
    lastName: account.lastName || undefined,
    attributes,
    groups: [...account.memberships.keys()].map(schoolGroupPath),
    // An import gives no role by itself, not even those everybody has.
    realmRoles: [`default-roles-${realm}`],
  };
}

async function requireSchools(
  client: KeycloakAdminClient,
  accounts: readonly Account[],
): Promise<void> {
  if (!(await client.realms.findOne({ realm: client.realmName }))) {
    throw new UserError(
      "IMPORT_REALM_MISSING",
      `the realm "${client.realmName}" is not there`,
      "Make it first: portail apply.",
    );
  }
  const top = await client.groups.find({ search: schoolsGroup, exact: true, max: 1 });
  const parentId = top[0]?.id;
  const groups = parentId ? await client.groups.listSubGroups({ parentId, max: -1 }) : [];
  const present = new Set(groups.map(({ name }) => name));
  const needed = new Set(accounts.flatMap(({ memberships }) => [...memberships.keys()]));
  const missing = [...needed].filter((school) => !present.has(school));
  if (missing.length > 0) {
    throw new UserError(
      "IMPORT_SCHOOL_MISSING",
      `the realm "${client.realmName}" has no school ${missing.join(", ")} yet`,
      "Make it first: portail apply.",
    );
  }
}

const pageSize = 1000;

async function knownAddresses(client: KeycloakAdminClient): Promise<Set<string>> {
  const known = new Set<string>();
  for (let first = 0; ; first += pageSize) {
    const page = await client.users.find({ first, max: pageSize, briefRepresentation: true });
    for (const { username, email } of page) {
      if (username) known.add(username);
      if (email) known.add(email);
    }
    if (page.length < pageSize) return known;
  }
}

function compared(accounts: readonly Account[], known: ReadonlySet<string>): Imported {
  const unchanged = accounts.filter(({ email }) => known.has(email)).length;
  return { made: accounts.length - unchanged, unchanged };
}
