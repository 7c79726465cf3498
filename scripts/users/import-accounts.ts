import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import type CredentialRepresentation from "@keycloak/keycloak-admin-client/lib/defs/credentialRepresentation.js";
import type GroupRepresentation from "@keycloak/keycloak-admin-client/lib/defs/groupRepresentation.js";
import type UserRepresentation from "@keycloak/keycloak-admin-client/lib/defs/userRepresentation.js";
import { UserError } from "../errors.ts";
import { type Connection, connect } from "../keycloak/connection.ts";
import { deployedExtension } from "../keycloak/extension.ts";
import { readSchoolGroups } from "../keycloak/school-groups.ts";
import { askingServer } from "../keycloak/server-error.ts";
import { legacyCredentialType, legacyHashAttribute } from "../realm/legacy.ts";
import { personAttribute, schoolGroupPath, usernameAttribute } from "../realm/school.ts";
import type { Teller } from "../terminal.ts";
import type { Account } from "./accounts.ts";
import type { UsablePassword } from "./old-password.ts";
import { usualHashes } from "./usual-hash.ts";
import { wrapped } from "./weak-hash.ts";

/** What an import did, or would do. */
export interface Imported {
  /** Accounts that were not there before. */
  readonly made: number;
  /** Accounts that were there, and were left as they are. */
  readonly unchanged: number;
  /** Passwords of the old method that the accounts of `made` have. */
  readonly passwords: number;
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
    const groups = await schoolGroups(client, accounts);
    if (accounts.some((account) => passwordsOf(account) > 0)) await requireExtension(client);
    if (options.isDryRun) return compared(accounts, await knownAddresses(client));

    await giveHashes(client, groups, usualHashes(accounts));
    const progress = teller.progress("Importing people", accounts.length, "rows");
    try {
      let made = 0;
      let passwords = 0;
      for (let start = 0; start < accounts.length; start += batchSize) {
        const batch = accounts.slice(start, start + batchSize);
        const { added, results } = await client.realms.partialImport({
          realm,
          rep: {
            ifResourceExists: "SKIP",
            users: await Promise.all(batch.map((account) => userRepresentation(account, realm))),
          },
        });
        made += added;
        const names = new Set(
          results.flatMap(({ action, resourceName }) => (action === "ADDED" ? resourceName : [])),
        );
        passwords += sum(batch.filter(({ email }) => names.has(email)).map(passwordsOf));
        progress.to(start + batch.length);
      }
      return { made, unchanged: accounts.length - made, passwords };
    } finally {
      progress.end();
    }
  });
}

/** An account in Keycloak's terms. The user name is the address; only a mailbox proves it. */
async function userRepresentation(account: Account, realm: string): Promise<UserRepresentation> {
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
    credentials: await Promise.all(
      [...account.memberships].flatMap(([school, { passwords }]) =>
        [...passwords].map(([username, password]) => legacyCredential(school, username, password)),
      ),
    ),
    groups: [...account.memberships.keys()].map(schoolGroupPath),
    // An import gives no role by itself, not even those everybody has.
    realmRoles: [`default-roles-${realm}`],
  };
}

async function legacyCredential(
  school: string,
  username: string,
  password: UsablePassword,
): Promise<CredentialRepresentation> {
  const secret = password.is === "weak" ? await wrapped(password.weak) : { hash: password.hash };
  return {
    type: legacyCredentialType,
    credentialData: JSON.stringify({ school, username }),
    secretData: JSON.stringify(secret),
  };
}

function passwordsOf({ memberships }: Account): number {
  return sum([...memberships.values()].map(({ passwords }) => passwords.size));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => one + other, 0);
}

/** Without it, Keycloak takes the passwords of the old method and drops them without a word. */
async function requireExtension(client: KeycloakAdminClient): Promise<void> {
  if (deployedExtension(await client.serverInfo.find()) !== null) return;
  throw new UserError(
    "IMPORT_EXTENSION_MISSING",
    "the server lacks the portal's extension, so it would lose the passwords of the old method",
    "Put its JAR into Keycloak's folder providers, start Keycloak again, then import.",
  );
}

/** A school that has a hash keeps it: it was made from more people than this import may have. */
async function giveHashes(
  client: KeycloakAdminClient,
  groups: ReadonlyMap<string, GroupRepresentation>,
  hashes: ReadonlyMap<string, string>,
): Promise<void> {
  for (const [school, hash] of hashes) {
    const { id = "", name, attributes = {} } = groups.get(school) ?? {};
    if (attributes[legacyHashAttribute]) continue;
    await client.groups.update(
      { id },
      { name, attributes: { ...attributes, [legacyHashAttribute]: [hash] } },
    );
  }
}

/**
 * The groups of the schools that are needed, with their attributes.
 *
 * @throws {UserError} `IMPORT_REALM_MISSING`, `IMPORT_SCHOOL_MISSING`
 */
async function schoolGroups(
  client: KeycloakAdminClient,
  accounts: readonly Account[],
): Promise<Map<string, GroupRepresentation>> {
  if (!(await client.realms.findOne({ realm: client.realmName }))) {
    throw new UserError(
      "IMPORT_REALM_MISSING",
      `the realm "${client.realmName}" is not there`,
      "Make it first: portail apply.",
    );
  }
  const present = await readSchoolGroups(client);
  const needed = new Set(accounts.flatMap(({ memberships }) => [...memberships.keys()]));
  const missing = [...needed].filter((school) => !present.has(school));
  if (missing.length > 0) {
    throw new UserError(
      "IMPORT_SCHOOL_MISSING",
      `the realm "${client.realmName}" has no school ${missing.join(", ")} yet`,
      "Make it first: portail apply.",
    );
  }
  return present;
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
  const made = accounts.filter(({ email }) => !known.has(email));
  return {
    made: made.length,
    unchanged: accounts.length - made.length,
    passwords: sum(made.map(passwordsOf)),
  };
}
