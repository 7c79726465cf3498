import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import type UserRepresentation from "@keycloak/keycloak-admin-client/lib/defs/userRepresentation.js";
import type { School } from "../config/schema.ts";
import { UserError } from "../errors.ts";
import { allPages } from "../keycloak/all-pages.ts";
import { printableInLine } from "../printable.ts";
import { schoolOfGroup } from "../realm/school.ts";
import { normalized } from "../users/normalized.ts";

/** Somebody who has an account, as support needs to know them. */
export interface Person {
  /** The account's id in Keycloak. */
  readonly id: string;
  readonly address: string;
  /** First and last name; "" where the schools gave none. */
  readonly name: string;
  /** The ids of the schools that know the person. */
  readonly schools: readonly string[];
}

/**
 * Looks for the one account that has an address.
 *
 * @param address from `addressFrom`
 * @throws {UserError} `PERSON_UNKNOWN`, `PERSON_TWICE`
 */
export async function findPerson(client: KeycloakAdminClient, address: string): Promise<Person> {
  const users = await client.users.find({ email: address, exact: true });
  const { id = "", email = "", firstName = "", lastName = "" } = theOne(users, address);
  const groups = await allPages((page) => client.users.listGroups({ id, ...page }));
  return {
    id,
    address: email,
    name: `${firstName} ${lastName}`.trim(),
    schools: groups.flatMap(({ path = "" }) => schoolOfGroup(path) ?? []).sort(),
  };
}

/** Nothing may be done to the wrong account: neither to one that only resembles, nor to one of two. */
export function theOne(users: readonly UserRepresentation[], address: string): UserRepresentation {
  const having = users.filter(({ email = "" }) => normalized(email) === address);
  const [user] = having;
  if (user && having.length === 1) return user;
  if (!user) {
    throw new UserError(
      "PERSON_UNKNOWN",
      `nobody has an account with the address ${address}`,
      "Check the address letter by letter: it is the one that the school knows, which may be another than the one at Microsoft.",
    );
  }
  throw new UserError(
    "PERSON_TWICE",
    `${having.length} accounts have the address ${address}, and portail can't tell which is meant`,
    `Settle it in Keycloak's administration console: they are ${having.map(({ id }) => id).join(" and ")}.`,
  );
}

/**
 * The person in one line, e.g. `Claire Dubois <claire@example.org>, of "École Saint-Exupéry"`.
 *
 * @param configured for the schools' names
 */
export function personText(
  { name, address, schools }: Person,
  configured: readonly Pick<School, "id" | "name">[],
): string {
  const names = schools.map((id) => `"${configured.find((one) => one.id === id)?.name ?? id}"`);
  const who = name === "" ? address : `${printableInLine(name)} <${address}>`;
  return `${who}, ${names.length > 0 ? `of ${names.join(" and ")}` : "known to no school"}`;
}
