import type { PortalConfig, School } from "../config/schema.ts";
import { UserError } from "../errors.ts";
import { isOver, lastDay } from "./last-day.ts";

/** A school whose old method is over. */
export interface Retirable {
  readonly id: string;
  readonly name: string;
  /** The last day there was. */
  readonly until: string;
}

/** Which schools' old passwords may be erased. */
export interface Sorted {
  readonly retirable: readonly Retirable[];
  /** Over by the configuration and not by the realm: what each says. */
  readonly unapplied: readonly string[];
}

/**
 * Those schools whose last day is past, in the configuration and in the realm: what is erased does
 * not come back, so both must say so.
 *
 * @param live the last day in the realm, by school id; "" where it is closed there
 * @param today in Belgium
 */
export function retirableSchools(
  config: PortalConfig,
  live: ReadonlyMap<string, string>,
  today: string,
): Sorted {
  const retirable: Retirable[] = [];
  const unapplied: string[] = [];
  for (const school of config.schools) {
    const until = lastDay(config, school);
    if (until === undefined || !isOver(until, today)) continue;
    const inRealm = live.get(school.id);
    if (inRealm && isOver(inRealm, today)) {
      retirable.push({ id: school.id, name: school.name, until });
    } else {
      unapplied.push(
        `${school.id}: over since ${until} by the configuration, and ${inRealm ? `open until ${inRealm}` : "without a day"} in the realm`,
      );
    }
  }
  return { retirable, unapplied };
}

/**
 * The one school that somebody named, if its old passwords may be erased.
 *
 * @throws {UserError} `LEGACY_NOT_OVER`
 */
export function retirableSchool(
  config: PortalConfig,
  school: School,
  live: ReadonlyMap<string, string>,
  today: string,
): Retirable {
  const { retirable, unapplied } = retirableSchools({ ...config, schools: [school] }, live, today);
  const [found] = retirable;
  if (found) return found;
  const [difference] = unapplied;
  if (difference !== undefined) {
    throw new UserError("LEGACY_NOT_OVER", difference, "Run portail apply first.");
  }
  const until = lastDay(config, school);
  throw new UserError(
    "LEGACY_NOT_OVER",
    until === undefined
      ? `the old method of ${school.id} has no last day that could be past`
      : `the old method of ${school.id} is open until ${until}`,
    "Its passwords are erased once its last day, in realm-config/, is past.",
  );
}
