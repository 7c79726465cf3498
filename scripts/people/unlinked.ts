import { printableInLine } from "../printable.ts";
import { microsoftAlias } from "../realm/microsoft.ts";
import type { Link } from "./link.ts";
import type { Person } from "./person.ts";
import { type WayIn, wayInText } from "./ways-in.ts";

/** What a link leads to, e.g. `the Microsoft account "claire@outlook.com"`. */
export function linkText({ provider, name }: Link): string {
  const shown = printableInLine(name);
  return provider === microsoftAlias
    ? `the Microsoft account "${shown}"`
    : `the account "${shown}" of ${provider}`;
}

/**
 * What support reads once a link is gone: what was done, where it is noted, and what to tell the
 * person. Whoever was signed in by a strange Microsoft account may have set up a way in of their own,
 * so each of them is named.
 *
 * @param by how the account that portail works as is called
 * @returns whole lines
 */
export function unlinkedText(
  { address }: Person,
  link: Link,
  ways: readonly WayIn[],
  by: string,
): string {
  const suspects = ways.filter(({ kind }) => kind !== "password" && kind !== "old password");
  const lines = [
    `${address} can no longer be entered with ${linkText(link)}, and was signed out everywhere.`,
    `Keycloak's log of changes has it, as done by ${by}.`,
    `Tell the person to set a new password: "Mot de passe oublié ?" on the sign-in page, with ${address}.`,
    "To use Microsoft again they press its button there; a mail to that address links it anew.",
    ...(suspects.length > 0
      ? [`Ask whether they know what is still set up: ${suspects.map(wayInText).join("; ")}.`]
      : []),
  ];
  return lines.map((line) => `${line}\n`).join("");
}
