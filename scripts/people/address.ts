import { UserError } from "../errors.ts";
import { normalized } from "../users/normalized.ts";

/**
 * The one address that somebody typed, as accounts have it.
 *
 * @param words what stands on the command line
 * @throws {UserError} `PERSON_ADDRESS`; a name is refused, since several people may have it
 */
export function addressFrom(words: readonly string[]): string {
  const typed = words.join(" ");
  const address = normalized(typed);
  if (/^[^\s@]+@[^\s@]+$/.test(address)) return address;
  throw new UserError(
    "PERSON_ADDRESS",
    `"${typed}" is not one e-mail address`,
    "Name one person, by the address that the school knows, e.g. claire.dubois@example.org.",
  );
}
