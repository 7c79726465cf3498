import { nobodysHash, type UsablePassword } from "./old-password.ts";
import { nobodysWrappedHash } from "./weak-hash.ts";

/** Counts the kinds of hashes of each school's people, to know the usual one. */
export class UsualHashes {
  readonly #kinds = new Map<string, Map<string, { count: number; example: UsablePassword }>>();

  /** @param school its id */
  add(school: string, password: UsablePassword): void {
    const ofSchool = this.#kinds.get(school) ?? new Map();
    const { count = 0, example = password } = ofSchool.get(kindOf(password)) ?? {};
    this.#kinds.set(school, ofSchool.set(kindOf(password), { count: count + 1, example }));
  }

  /**
   * For each school with old passwords, what takes as long to check as most of its people's and is
   * nobody's: a hash, or the JSON of a wrapped one.
   *
   * @returns by school id
   */
  ofNobody(): Map<string, string> {
    return new Map(
      [...this.#kinds].flatMap(([school, ofSchool]) => {
        const [usual] = [...ofSchool.values()].sort((one, other) => other.count - one.count);
        return usual ? [[school, nobodys(usual.example)] as const] : [];
      }),
    );
  }
}

function kindOf(password: UsablePassword): string {
  return password.is === "weak" ? password.weak.kind : password.kind;
}

function nobodys(password: UsablePassword): string {
  return password.is === "weak"
    ? JSON.stringify(nobodysWrappedHash(password.weak))
    : nobodysHash(password.hash);
}
