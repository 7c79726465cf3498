import type { Account } from "./accounts.ts";
import { nobodysHash, oldPassword } from "./old-password.ts";

/**
 * For each school with old passwords, a hash of nobody's password in the format and at the cost that
 * most of its people's have.
 *
 * @returns by school id
 */
export function usualHashes(accounts: readonly Account[]): Map<string, string> {
  const kinds = new Map<string, Map<string, { count: number; example: string }>>();
  for (const { memberships } of accounts) {
    for (const [school, { passwords }] of memberships) {
      for (const hash of passwords.values()) {
        const password = oldPassword(hash);
        if (password.is !== "hash") continue;
        const ofSchool = kinds.get(school) ?? new Map();
        const { count = 0, example = hash } = ofSchool.get(password.kind) ?? {};
        kinds.set(school, ofSchool.set(password.kind, { count: count + 1, example }));
      }
    }
  }
  return new Map(
    [...kinds].flatMap(([school, ofSchool]) => {
      const [usual] = [...ofSchool.values()].sort((one, other) => other.count - one.count);
      return usual ? [[school, nobodysHash(usual.example)] as const] : [];
    }),
  );
}
