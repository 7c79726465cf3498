import { daysBetween } from "../../belgian-day.ts";
import type { PortalConfig } from "../../config/schema.ts";
import { counted } from "../../counted.ts";
import { isOver, lastDay } from "../../legacy/last-day.ts";
import type { Facts } from "../facts.ts";
import { given, ok, type Verdict, warning } from "../verdict.ts";

/** So long before the end, schools and parents should have been told. */
const noticeDays = 30;

/**
 * Until when people may sign in with the user name and password of their school, and whether those
 * passwords are gone where that is over.
 */
export function oldMethod({ config, schoolsWithOldPasswords, today }: Facts): Verdict {
  return given(config, (portal) => {
    const dates = portal.schools.flatMap((school) => lastDay(portal, school) ?? []);
    const open = dates.filter((until) => !isOver(until, today)).sort();
    const [first] = open;
    const text = openText(dates, open);
    const days = first === undefined ? noticeDays + 1 : daysBetween(today, first);
    if (days <= noticeDays) {
      return warning(
        `${text}, ${days === 0 ? "today" : `in ${counted(days, "day")}`}`,
        "See that the schools have told it, or let it last longer: portail legacy extend.",
      );
    }
    const left =
      schoolsWithOldPasswords.is === "seen"
        ? overWith(schoolsWithOldPasswords.value, portal, today)
        : [];
    if (left.length === 0) return ok(text);
    return warning(
      `${text}; over at ${left.join(", ")}, where old passwords are left`,
      "portail legacy retire counts and erases them.",
    );
  });
}

function openText(dates: readonly string[], open: readonly string[]): string {
  const [first] = open;
  const last = open.at(-1);
  if (first === undefined || last === undefined) {
    const latest = [...dates].sort().at(-1);
    return latest === undefined ? "closed: no date is set" : `closed since ${latest}`;
  }
  const until =
    first === last ? `until ${first}` : `until ${first} at the earliest, ${last} at the latest`;
  return `open for ${counted(open.length, "school")} ${until}`;
}

function overWith(schools: readonly string[], portal: PortalConfig, today: string): string[] {
  return portal.schools
    .filter((school) => {
      const until = lastDay(portal, school);
      return until !== undefined && isOver(until, today) && schools.includes(school.id);
    })
    .map(({ id }) => id);
}
