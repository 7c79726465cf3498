import { csvText } from "../csv.ts";
import type { Member } from "./status.ts";

/** A list, for the schools, of who has not moved to the new method yet. */
export function notMovedCsv(members: ReadonlyMap<string, readonly Member[]>): string {
  const rows = [...members].flatMap(([school, people]) =>
    people
      .filter(({ hasMoved }) => !hasMoved)
      .map(({ firstName, lastName, email, usernames }) => [
        school,
        firstName,
        lastName,
        email,
        usernames.join("; "),
      ]),
  );
  return csvText([["school", "first_name", "last_name", "email", "legacy_username"], ...rows]);
}
