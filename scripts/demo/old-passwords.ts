import type { Account } from "../import/decide/account.ts";

/** What somebody of the demo types into the form of the old method. */
export interface OldSignIn {
  /** The school's id. */
  school: string;
  username: string;
  password: string;
}

/**
 * The old user name and password of a person of the demo export, at the first of their schools where
 * they have one. All of them are invented: the hashes in `realm-config/demo/people.csv` are of the
 * user name with `-2019` behind it (`htpasswd -nbBC 10 duboisc duboisc-2019`).
 */
export function oldSignIn({ memberships }: Account): OldSignIn | undefined {
  for (const [school, { passwords }] of memberships) {
    for (const username of passwords.keys()) {
      return { school, username, password: `${username}-2019` };
    }
  }
  return undefined;
}
