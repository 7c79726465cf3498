/*
 * Days as the portal counts them: in Belgium, written `2026-08-31`. Texts of this form are in order
 * as days are.
 */

/** The day that it is in Belgium. */
export function belgianDay(moment: Date = new Date()): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Brussels" }).format(moment);
}

/** The day and the time of day that it is in Belgium, e.g. `2026-08-31 14:05`. */
export function belgianTime(moment: Date): string {
  const time = new Intl.DateTimeFormat("en-GB", {
    timeZone: "Europe/Brussels",
    timeStyle: "short",
  });
  return `${belgianDay(moment)} ${time.format(moment)}`;
}

/** How many days later another day is; negative for an earlier one. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
