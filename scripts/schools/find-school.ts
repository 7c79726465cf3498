import type { School } from "../config/schema.ts";
import { didYouMean } from "../config/suggestion.ts";
import { counted } from "../counted.ts";
import { UserError } from "../errors.ts";

/**
 * The school with an id.
 *
 * @throws {UserError} `SCHOOL_UNKNOWN`
 */
export function findSchool(schools: readonly School[], id: string): School {
  const found = schools.find((school) => school.id === id);
  if (found) return found;
  const meant = didYouMean(
    id,
    schools.map((school) => school.id),
  );
  throw new UserError(
    "SCHOOL_UNKNOWN",
    `"${id}" is not one of the ${counted(schools.length, "school")} in the configuration`,
    `${meant ? `Did you mean "${meant}"? ` : ""}portail schools list shows them all.`,
  );
}
