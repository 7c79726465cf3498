import type UserRepresentation from "@keycloak/keycloak-admin-client/lib/defs/userRepresentation.js";
import { passwordsAttribute } from "../../realm/legacy.ts";
import { personAttribute, usernameAttribute } from "../../realm/school.ts";
import { normalized } from "../../users/normalized.ts";

/** An account of the realm, as far as an import needs to know it. */
export interface KnownAccount {
  readonly id: string;
  /** In Unicode NFC and small letters; "" for an account without one. */
  readonly address: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly language: string;
  readonly attributes: Readonly<Record<string, readonly string[]>>;
  /**
   * Whether the attributes were read. Where they were not, the account has all that the rows of its
   * schools say of it: they are those of the last import.
   */
  readonly hasAttributes: boolean;
  /** The ids of the schools that are known to know it; all of them where `hasAllSchools`. */
  readonly schools: ReadonlySet<string>;
  readonly hasAllSchools: boolean;
  /** Whether the person has a password or a link, where that was asked. */
  readonly hasOwnWayIn?: boolean;
}

/** What a school knows of an account. */
export interface KnownMembership {
  readonly usernames: readonly string[];
  readonly personIds: readonly string[];
  /** A fingerprint of each old password. */
  readonly fingerprints: readonly string[];
}

/** An account as Keycloak tells it. */
export function knownAccount(
  user: UserRepresentation,
  schools: Iterable<string>,
  hasAllSchools = false,
): KnownAccount {
  const attributes = (user.attributes ?? {}) as Record<string, string[]>;
  return {
    id: user.id ?? "",
    address: normalized(user.email ?? ""),
    firstName: user.firstName ?? "",
    lastName: user.lastName ?? "",
    language: attributes.locale?.[0] ?? "",
    attributes,
    hasAttributes: true,
    schools: new Set(schools),
    hasAllSchools,
  };
}

/** An account as Keycloak tells it in short, without its attributes. */
export function brieflyKnown(user: UserRepresentation, schools: Iterable<string>): KnownAccount {
  return { ...knownAccount(user, schools), hasAttributes: false };
}

/** What a school knows of an account; nothing where it does not know it. */
export function membershipOf({ attributes }: KnownAccount, school: string): KnownMembership {
  return {
    usernames: attributes[usernameAttribute(school)] ?? [],
    personIds: attributes[personAttribute(school)] ?? [],
    fingerprints: attributes[passwordsAttribute(school)] ?? [],
  };
}
