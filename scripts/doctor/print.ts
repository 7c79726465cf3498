import type { Paint } from "../plan/print.ts";
import { printable } from "../printable.ts";
import type { Finding } from "./checks.ts";
import type { Verdict } from "./verdict.ts";

const marks = { ok: "✓", warning: "!", failed: "✗", unseen: "·", unchecked: "·" } as const;
const colours = {
  ok: "green",
  warning: "yellow",
  failed: "red",
  unseen: "dim",
  unchecked: "dim",
} as const;

/**
 * One line for each check, with what to do.
 *
 * @param paint leaves texts as they are, unless told otherwise
 */
export function findingsText(all: readonly Finding[], paint: Paint = (_, text) => text): string {
  const width = Math.max(...all.map(({ check }) => check.length));
  const lines = all.map(({ check, state, text, remedy }) => {
    const mark = paint(colours[state], marks[state]);
    const said = remedy === undefined ? text : `${text.replace(/\.$/, "")}. ${remedy}`;
    return `${mark} ${check.padEnd(width)}  ${printable(said).replaceAll("\n", " ")}`;
  });
  return `${lines.join("\n")}\n`;
}

/** The same as one document for programs. */
export function findingsJson(all: readonly Finding[]): string {
  return `${JSON.stringify({ version: 1, isHealthy: !hasFailed(all), checks: all }, null, 2)}\n`;
}

/** Whether anything does not work. A warning still does. */
export function hasFailed(all: readonly Verdict[]): boolean {
  return all.some(({ state }) => state === "failed");
}
