import type { School } from "../config/schema.ts";
import { schoolIdPattern } from "../config/schema.ts";
import { lastLegacySignInAttribute } from "../realm/legacy.ts";
import { personAttribute, usernameAttribute } from "../realm/school.ts";

/** What one school knows of a person. */
export interface KnownAt {
  /** The school's id. */
  readonly id: string;
  /** Its name; the id of one that is not configured any more. */
  readonly name: string;
  /** False where only something of an earlier membership is left. */
  readonly isMember: boolean;
  /** The user names of the old method. */
  readonly usernames: readonly string[];
  /** The school's own numbers for the person. */
  readonly personIds: readonly string[];
  /** The day in Belgium of the last sign-in by the old method, where there was one. */
  readonly lastOldSignIn?: string;
}

/** An account's attributes; each is a list. */
export type Attributes = Readonly<Record<string, readonly string[]>>;

/**
 * What each school knows of a person: those whose members they are, then those of which something is
 * left, each in the order of their ids.
 *
 * @param memberships the ids of the schools that know the person
 * @param configured for the schools' names
 */
export function knownSchools(
  memberships: readonly string[],
  attributes: Attributes,
  configured: readonly Pick<School, "id" | "name">[],
): KnownAt[] {
  const left = Object.keys(attributes)
    .flatMap((name) => schoolOfAttribute(name) ?? [])
    .filter((id) => !memberships.includes(id));
  return [...[...memberships].sort(), ...[...new Set(left)].sort()].map((id) => {
    const lastOldSignIn = attributes[lastLegacySignInAttribute(id)]?.[0];
    return {
      id,
      name: configured.find((one) => one.id === id)?.name ?? id,
      isMember: memberships.includes(id),
      usernames: attributes[usernameAttribute(id)] ?? [],
      personIds: attributes[personAttribute(id)] ?? [],
      ...(lastOldSignIn === undefined ? {} : { lastOldSignIn }),
    };
  });
}

function schoolOfAttribute(name: string): string | undefined {
  const id = name.split(".")[0] ?? "";
  const names = [usernameAttribute(id), personAttribute(id), lastLegacySignInAttribute(id)];
  return schoolIdPattern.test(id) && names.includes(name) ? id : undefined;
}
