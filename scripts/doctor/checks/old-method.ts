import { counted } from "../../counted.ts";
import type { Facts } from "../facts.ts";
import { given, ok, type Verdict, warning } from "../verdict.ts";

/** So long before the end, schools and parents should have been told. */
const noticeDays = 30;

/** Until when people may sign in with the user name and password of their school. */
export function oldMethod({ config, today }: Facts): Verdict {
  return given(config, ({ legacy, schools }) => {
    const dates = schools.flatMap((school) => (school.legacy ?? legacy)?.until ?? []);
    // Dates of this form are in order as texts are; the day itself still counts.
    const open = dates.filter((until) => until >= today).sort();
    const [first] = open;
    const last = open.at(-1);
    if (first === undefined || last === undefined) {
      const latest = [...dates].sort().at(-1);
      return ok(latest === undefined ? "closed: no date is set" : `closed since ${latest}`);
    }
    const until =
      first === last ? `until ${first}` : `until ${first} at the earliest, ${last} at the latest`;
    const text = `open for ${counted(open.length, "school")} ${until}`;
    const days = daysBetween(today, first);
    if (days > noticeDays) return ok(text);
    return warning(
      `${text}, ${days === 0 ? "today" : `in ${counted(days, "day")}`}`,
      "See that the schools have told it, or change the date in realm-config/.",
    );
  });
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
