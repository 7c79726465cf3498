import type { Environment } from "../config/yaml-file.ts";
import { UserError } from "../errors.ts";
import { newClientKey, publicClientKey } from "../keycloak/client-key.ts";
import { type Account, keyIds } from "./accounts.ts";
import type { FoundAccount } from "./realm-accounts.ts";

/** The key of an account. */
export interface AccountKey {
  /** The secret half. */
  readonly key: string;
  /** True when the realm does not take it yet. */
  readonly isNew: boolean;
}

/**
 * The key of an account: the one at hand where the realm takes it, else a new one. Keycloak has only
 * the public half, so that nobody can ask it for the secret one.
 *
 * @param found `null` when there is no such account yet
 * @param env where the key at hand would be
 * @param wantsNew true when a key that works may be made useless
 * @throws {UserError} `BOOTSTRAP_KEY_ELSEWHERE`, `CLIENT_KEY_WRONG`
 */
export async function accountKey(
  { clientId }: Account,
  found: FoundAccount | null,
  env: Environment,
  wantsNew: boolean,
): Promise<AccountKey> {
  const taken = found ? keyIds(found.client) : [];
  const { PORTAIL_CLIENT_ID, PORTAIL_CLIENT_KEY: key } = env;
  if (!wantsNew && key && PORTAIL_CLIENT_ID === clientId) {
    const { kid = "" } = await publicClientKey(key);
    if (taken.includes(kid)) return { key, isNew: false };
  }
  if (taken.length > 0 && !wantsNew) {
    throw new UserError(
      "BOOTSTRAP_KEY_ELSEWHERE",
      `"${clientId}" has a key already, and it is neither in the environment nor in .env`,
      "Take it from where it was written, or make another with --new-key; the old one then stops working.",
    );
  }
  return { key: newClientKey(), isNew: true };
}
