import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import type { JWK } from "jose";
import { type AccountName, accountNames, accounts, keyIds } from "./accounts.ts";
import {
  bareRealm,
  type FoundAccount,
  findAccount,
  giveKey,
  settleAccount,
} from "./realm-accounts.ts";
import { repairsOf, repairText } from "./repairs.ts";
import { findTemporaryAdmins, hasLastingAdmin, type TemporaryAdmin } from "./temporary-admins.ts";

/** What is there before anything is done. */
export interface Situation {
  readonly realm: string;
  readonly hasRealm: boolean;
  /** `null` for one that is not there. */
  readonly accounts: Readonly<Record<AccountName, FoundAccount | null>>;
  readonly temporaryAdmins: readonly TemporaryAdmin[];
  /** Whether somebody administers the server who is meant to stay. */
  readonly hasLastingAdmin: boolean;
}

/** What somebody asked for beyond the realm and its accounts. */
export interface Wishes {
  /** The account that shall take a key, and the key's public half. */
  readonly newKey?: { readonly account: AccountName; readonly publicKey: JWK };
  readonly deletesTemporaryAdmins: boolean;
}

/**
 * Looks at what is there; changes nothing.
 *
 * @param keycloak for the realm, signed in as an administrator of `master`
 * @param master the same for the realm `master`
 * @throws {UserError} `BOOTSTRAP_CLIENT_TAKEN`
 */
export async function readSituation(
  keycloak: KeycloakAdminClient,
  master: KeycloakAdminClient,
): Promise<Situation> {
  const { realmName: realm } = keycloak;
  const hasRealm = Boolean(await keycloak.realms.findOne({ realm }));
  const found = await Promise.all(
    accountNames.map(async (name) => [
      name,
      hasRealm ? await findAccount(keycloak, accounts[name]) : null,
    ]),
  );
  const temporaryAdmins = await findTemporaryAdmins(master);
  return {
    realm,
    hasRealm,
    accounts: Object.fromEntries(found) as Situation["accounts"],
    temporaryAdmins,
    hasLastingAdmin: await hasLastingAdmin(master, temporaryAdmins),
  };
}

/** What will be done, one line each; empty when all is as it should be. */
export function stepTexts(
  situation: Situation,
  { newKey, deletesTemporaryAdmins }: Wishes,
): string[] {
  const { realm, hasRealm } = situation;
  return [
    ...(hasRealm ? [] : [`+ realm ${realm}: nobody can sign in to it before portail apply`]),
    ...accountNames.flatMap((name) => {
      const found = situation.accounts[name];
      if (found)
        return repairsOf(accounts[name], found).map((one) => repairText(accounts[name], one));
      return [`+ client ${name}: ${Object.keys(accounts[name].roles).join(", ")}`];
    }),
    ...(newKey ? [keyText(newKey.account, situation)] : []),
    ...(deletesTemporaryAdmins
      ? situation.temporaryAdmins.map(
          ({ kind, name }) => `- temporary administrator ${name} (${kind})`,
        )
      : []),
  ];
}

function keyText(account: AccountName, situation: Situation): string {
  const found = situation.accounts[account];
  const isReplaced = found !== null && keyIds(found.client).length > 0;
  return `+ key for ${account}${isReplaced ? "; the one it has stops working" : ""}`;
}

/** Makes the realm and its accounts what they should be. What is interrupted can be run again. */
export async function prepareRealm(
  keycloak: KeycloakAdminClient,
  { realm, hasRealm }: Situation,
  newKey: Wishes["newKey"],
): Promise<void> {
  if (!hasRealm) await keycloak.realms.create(bareRealm(realm));
  for (const name of accountNames) await settleAccount(keycloak, accounts[name]);
  if (newKey) await giveKey(keycloak, accounts[newKey.account], newKey.publicKey);
}
