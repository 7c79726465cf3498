import type { Account } from "./accounts.ts";
import { nobodysHash, type UsablePassword } from "./old-password.ts";
import { nobodysWrappedHash } from "./weak-hash.ts";

/**
 * For each school with old passwords, what takes as long to check as most of its people's and is
 * nobody's: a hash, or the JSON of a wrapped one.
 *
 * @returns by school id
 */
export function usualHashes(accounts: readonly Account[]): Map<string, string> {
  const kinds = new Map<string, Map<string, { count: number; example: UsablePassword }>>();
  for (const { memberships } of accounts) {
    for (const [school, { passwords }] of memberships) {
      for (const password of passwords.values()) {
        const ofSchool = kinds.get(school) ?? new Map();
        const { count = 0, example = password } = ofSchool.get(kindOf(password)) ?? {};
        kinds.set(school, ofSchool.set(kindOf(password), { count: count + 1, example }));
      }
    }
  }
  return new Map(
    [...kinds].flatMap(([school, ofSchool]) => {
      const [usual] = [...ofSchool.values()].sort((one, other) => other.count - one.count);
      return usual ? [[school, nobodys(usual.example)] as const] : [];
    }),
  );
}

function kindOf(password: UsablePassword): string {
  return password.is === "weak" ? password.weak.kind : password.kind;
}

function nobodys(password: UsablePassword): string {
  return password.is === "weak"
    ? JSON.stringify(nobodysWrappedHash(password.weak))
    : nobodysHash(password.hash);
}
