import { daysBetween } from "../belgian-day.ts";
import { leftAttribute, schoolOfGroup } from "../realm/school.ts";
import type { Attributes } from "./known-schools.ts";

/** When an account that no school knows any more may be erased. */
export interface Period {
  /** The day in Belgium, e.g. `2026-11-23`. */
  readonly today: string;
  /** How many days after the last school has let the person go. */
  readonly days: number;
}

/** What decides whether an account may be erased. */
export interface Ties {
  readonly attributes: Attributes;
  /** The paths of all its groups. */
  readonly groups: readonly string[];
  /** The names of its roles beyond those that every account has. */
  readonly roles: readonly string[];
  /** Whether it is a program's. */
  readonly isService: boolean;
}

/** How an account stands. */
export type Standing =
  /** A school knows it; `isMarked` where it still says that none does. */
  | { readonly is: "known"; readonly isMarked: boolean }
  /** No school knows it, and it is somebody's of another kind: it is never erased. */
  | { readonly is: "spared"; readonly why: string }
  /** No school knows it, and it does not say since when. */
  | { readonly is: "unmarked" }
  /** The period is not over. */
  | { readonly is: "waiting"; readonly leftOn: string }
  /** The period is over. */
  | { readonly is: "due"; readonly leftOn: string };

/** How an account stands on a day. */
export function standingOf(
  { attributes, groups, roles, isService }: Ties,
  { today, days }: Period,
): Standing {
  const marks = attributes[leftAttribute] ?? [];
  if (groups.some((path) => schoolOfGroup(path) !== undefined)) {
    return { is: "known", isMarked: marks.length > 0 };
  }
  if (isService) return { is: "spared", why: "an account of a program" };
  if (roles.length > 0) return { is: "spared", why: `has the role ${roles.join(", ")}` };
  if (groups.length > 0) return { is: "spared", why: `is in the group ${groups.join(", ")}` };
  const [leftOn = ""] = marks;
  // What somebody else wrote there must not make a period seem to be over.
  if (marks.length !== 1 || !isDay(leftOn) || leftOn > today) return { is: "unmarked" };
  return { is: daysBetween(leftOn, today) >= days ? "due" : "waiting", leftOn };
}

function isDay(text: string): boolean {
  const moment = new Date(`${text}T00:00:00Z`);
  return (
    /^2\d{3}-\d\d-\d\d$/.test(text) &&
    !Number.isNaN(moment.valueOf()) &&
    moment.toISOString().startsWith(text)
  );
}
