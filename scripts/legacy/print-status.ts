import { counted } from "../counted.ts";
import { printable } from "../printable.ts";
import type { LegacyStatus } from "./status.ts";

/** A table with one line for each school. */
export function statusText(schools: readonly LegacyStatus[]): string {
  const header = [
    "School",
    "People",
    "Moved",
    "Came in 7 days",
    "in 30 days",
    "Never came",
    "Old passwords",
    "Old method",
  ];
  const rows = schools.map((school) => [
    school.id,
    String(school.members),
    share(school),
    String(school.cameInLast7Days),
    String(school.cameInLast30Days),
    String(school.neverCame),
    String(school.oldPasswords),
    end(school),
  ]);
  const lines = [header, ...rows];
  const widths = header.map((_, index) =>
    Math.max(...lines.map((cells) => cells[index]?.length ?? 0)),
  );
  // Names to the left, numbers to the right.
  const last = header.length - 1;
  const aligned = (cell: string, index: number) =>
    index === 0 || index === last
      ? cell.padEnd(widths[index] ?? 0)
      : cell.padStart(widths[index] ?? 0);
  return lines.map((cells) => `${printable(cells.map(aligned).join("  ").trimEnd())}\n`).join("");
}

/** The same for programs. */
export function statusJson(schools: readonly LegacyStatus[], today: string): string {
  return `${JSON.stringify({ version: 1, today, schools }, null, 2)}\n`;
}

function share({ moved, members }: LegacyStatus): string {
  if (members === 0) return "0";
  return `${moved} (${Math.floor((moved / members) * 100)} %)`;
}

function end({ until, daysLeft }: LegacyStatus): string {
  if (until === null) return "closed, without a date";
  if (daysLeft === null) return `over since ${until}`;
  return `until ${until}, ${daysLeft === 0 ? "today" : `${counted(daysLeft, "day")} left`}`;
}
