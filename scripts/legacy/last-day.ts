import type { PortalConfig, School } from "../config/schema.ts";

/** The last day of a school's old method: its own, or else the portal's; without one it is closed. */
export function lastDay(
  { legacy }: Pick<PortalConfig, "legacy">,
  school: Pick<School, "legacy">,
): string | undefined {
  return (school.legacy ?? legacy)?.until;
}

/** Whether a last day is past. The day itself still counts. */
export function isOver(until: string, today: string): boolean {
  return until < today;
}
