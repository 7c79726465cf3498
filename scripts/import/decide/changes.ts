import type { UsablePassword } from "../../users/old-password.ts";
import { type Fingerprint, fingerprinted } from "../fingerprint.ts";
import { type KnownAccount, membershipOf } from "../known/known-account.ts";
import type { Account, Membership } from "./account.ts";

/** What an account lacks of what the rows say. Nothing is ever taken away by it. */
export interface Changes {
  /** The address that an account without one gets. */
  readonly address?: string;
  readonly names?: { readonly firstName: string; readonly lastName: string };
  readonly language?: string;
  /** By school id; those in which nothing changes are not in it. */
  readonly memberships: ReadonlyMap<string, MembershipChanges>;
}

/** What a school's part of an account lacks. */
export interface MembershipChanges {
  /** The school does not know the account yet. */
  readonly joins: boolean;
  readonly usernames: readonly string[];
  readonly personIds: readonly string[];
  /** The old passwords that are new or others than before, by user name. */
  readonly passwords: ReadonlyMap<string, UsablePassword>;
  /** All fingerprints of the school from then on; none where no password changes. */
  readonly fingerprints?: readonly string[];
}

/** How the names of the rows go with those of an account. */
export type NamesVerdict =
  /** They are the same, but for capitals, accents and the like; or the rows have none. */
  | "same"
  /** The account takes those of the rows. */
  | "taken"
  /** The account keeps its own. */
  | "differ";

/**
 * What an account must be given so that it has all that the rows say.
 *
 * @param known with all of its schools, where names differ
 */
export function changesTo(
  known: KnownAccount,
  account: Account,
  fingerprint: Fingerprint,
): Changes {
  const memberships = [...account.memberships].flatMap(([school, wanted]) => {
    const changes = membershipChanges(known, school, wanted, fingerprint);
    return changes ? [[school, changes] as const] : [];
  });
  const { firstName, lastName } = account;
  return {
    ...(account.address !== known.address ? { address: account.address } : {}),
    ...(namesVerdict(known, account) === "taken" ? { names: { firstName, lastName } } : {}),
    // Once somebody has a language it is their own choice.
    ...(known.hasAttributes && known.language === "" && account.language !== ""
      ? { language: account.language }
      : {}),
    memberships: new Map(memberships),
  };
}

/** Whether an account already is as the rows say. */
export function areNone({ address, names, language, memberships }: Changes): boolean {
  return (
    memberships.size === 0 && address === undefined && names === undefined && language === undefined
  );
}

function membershipChanges(
  known: KnownAccount,
  school: string,
  wanted: Membership,
  fingerprint: Fingerprint,
): MembershipChanges | undefined {
  if (!known.hasAttributes && known.schools.has(school)) return undefined;
  const has = membershipOf(known, school);
  const joins = !known.schools.has(school);
  const usernames = wanted.usernames.filter((username) => !has.usernames.includes(username));
  const personIds = wanted.personIds.filter((personId) => !has.personIds.includes(personId));
  const passwords = new Map(
    [...wanted.passwords].filter(
      ([username, password]) => !has.fingerprints.includes(fingerprint(school, username, password)),
    ),
  );
  if (!joins && usernames.length + personIds.length + passwords.size === 0) return undefined;
  if (passwords.size === 0) return { joins, usernames, personIds, passwords };
  const fingerprints = [
    ...has.fingerprints.filter((one) => !passwords.has(fingerprinted(one))),
    ...[...passwords].map(([username, password]) => fingerprint(school, username, password)),
  ];
  return { joins, usernames, personIds, passwords, fingerprints };
}

/**
 * An account's names belong to the one school that knows it. Where there are several, none of them can
 * change what the others call the person.
 */
export function namesVerdict(known: KnownAccount, account: Account): NamesVerdict {
  const { firstName, lastName } = account;
  if (firstName === "" && lastName === "") return "same";
  if (firstName === known.firstName && lastName === known.lastName) return "same";
  if (known.firstName === "" && known.lastName === "") return "taken";
  const schools = new Set([...known.schools, ...account.memberships.keys()]);
  if (known.hasAllSchools && schools.size === 1) return "taken";
  return areAlike(known, account) ? "same" : "differ";
}

/** Whether it takes all schools of an account to decide on its names. */
export function dependsOnAllSchools(known: KnownAccount, account: Account): boolean {
  return !known.hasAllSchools && namesVerdict(known, account) === "differ";
}

/** Names as somebody hears them: without regard to capitals, accents, hyphens and spaces. */
export function areAlike(
  one: { firstName: string; lastName: string },
  other: { firstName: string; lastName: string },
): boolean {
  if (one.firstName === other.firstName && one.lastName === other.lastName) return true;
  return heard(one) === heard(other);
}

function heard({ firstName, lastName }: { firstName: string; lastName: string }): string {
  return `${firstName} ${lastName}`
    .normalize("NFD")
    .replaceAll(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();
}
