import type { styleText } from "node:util";
import { counted } from "../counted.ts";
import { printable } from "../printable.ts";
import type { FieldChange } from "./field-changes.ts";
import type { LeftoverFlow } from "./flow-changes.ts";
import type { Change, Plan } from "./plan.ts";
import type { ObjectName } from "./undeclared.ts";

/** Gives a text a look, e.g. `styleText` for a stream that may be a terminal. */
export type Paint = (format: Parameters<typeof styleText>[0], text: string) => string;

const marks = { create: "+", update: "~", rebuild: "-/+", adopt: "~", delete: "-" } as const;
const colours = {
  create: "green",
  update: "yellow",
  rebuild: "magenta",
  adopt: "cyan",
  delete: "red",
} as const;

/**
 * A plan for people: what is of the whole portal first, then school by school.
 *
 * @param paint leaves texts as they are, unless told otherwise
 * @returns whole lines; no secret is in them
 */
export function planText(plan: Plan, paint: Paint = (_, text) => text): string {
  // What belongs to no school comes first.
  const schools = [...new Set(plan.changes.map(({ school = "" }) => school))].sort();
  const parts = schools.map((school) => {
    const changes = plan.changes.filter((change) => (change.school ?? "") === school);
    const title = school === "" ? `Realm ${plan.realm}` : `School ${school}`;
    return [paint("bold", printable(title)), ...changes.flatMap((one) => changeText(one, paint))];
  });
  const notes = [
    ...plan.conflicts.map(
      (one) =>
        `${paint("red", "!")} ${printable(objectName(one))} ${printable(one.problem)}.\n  ${one.remedy}`,
    ),
    ...plan.undeclared.map(
      (one) => `No longer declared, and left alone without --prune: ${printable(objectName(one))}`,
    ),
    ...plan.leftovers.map(leftoverText),
    ...plan.unknown.map(
      (what) =>
        `Can't be compared, since Keycloak does not show it: ${what}. "portail apply --secrets" writes it.`,
    ),
  ];
  const sections = [...parts.map((lines) => lines.join("\n")), notes.join("\n"), planSummary(plan)];
  return `${sections.filter((section) => section !== "").join("\n\n")}\n`;
}

function leftoverText(leftover: LeftoverFlow): string {
  const flow = `The flow ${printable(leftover.alias)} is no longer used`;
  switch (leftover.action) {
    case "remove":
      return leftover.from === undefined
        ? `${flow}; the next apply removes it.`
        : `${flow}; from ${leftover.from} on nobody can be in the middle of it, and an apply removes it.`;
    case "note":
      return `${flow}; the next apply notes since when, and a later one removes it.`;
    case "keep":
      return `${flow} by portail, but by ${printable(leftover.usedBy.join(" and "))}, so it stays.`;
  }
}

/** One line: how many objects of the realm a plan makes, changes, rebuilds and removes. */
export function planSummary({ realm, changes, conflicts }: Plan): string {
  if (conflicts.length > 0) {
    return `${counted(conflicts.length, "object")} of the realm "${realm}" can't be made so; nothing is changed until that is decided.`;
  }
  if (changes.length === 0) return `The realm "${realm}" is as the configuration says.`;
  const parts = Object.entries(ways).flatMap(([action, way]) => {
    const count = changes.filter((change) => change.action === action).length;
    return count === 0 ? [] : [`${count} ${way}`];
  });
  return `${counted(changes.length, "difference")}: ${parts.join(", ")}.`;
}

const ways = {
  create: "to make",
  update: "to change",
  rebuild: "to rebuild",
  adopt: "to take over",
  delete: "to remove",
} as const;

/** What an object is called among all, e.g. `client school-demo`. */
export function objectName({ kind, name }: Pick<ObjectName, "kind" | "name">): string {
  return kind === "user profile" ? kind : `${kind} ${name}`;
}

/** A plan as one document for programs, with a line end. */
export function planJson(plan: Plan): string {
  return `${JSON.stringify({ version: 1, inSync: plan.changes.length === 0, ...plan }, null, 2)}\n`;
}

/** One line that says what was done, e.g. `client school-demo: redirectUris`. */
export function changeLine(change: Change): string {
  const { kind, name, action, fields } = change;
  if (kind === "flow" && action !== "update") return `flow ${name} made and bound`;
  const done = { create: "made", delete: "removed", adopt: "taken over" } as const;
  if (action in done) return `${objectName(change)}: ${done[action as keyof typeof done]}`;
  if (kind === "message") return `message ${name}`;
  return `${objectName(change)}: ${fields.map(({ path }) => path).join(", ")}`;
}

/** One line that says what was done about a flow that is no longer used. */
export function leftoverLine({ alias, action }: LeftoverFlow): string {
  return `flow ${alias} ${action === "note" ? "noted as no longer used" : "removed"}`;
}

function changeText(change: Change, paint: Paint): string[] {
  const { action, fields } = change;
  const mark = paint(colours[action], marks[action].padStart(3));
  const line = `${mark} ${printable(objectName(change))}${remark(change)}`;
  // Of something new, its fields are those of the configuration.
  if (action === "create") return [line];
  return [line, ...fields.map((field) => `      ${fieldText(field, paint)}`)];
}

/** What a person should know before saying yes. */
function remark({ kind, action, school }: Change): string {
  if (action === "adopt") return " (taken over by portail)";
  if (action === "delete" && kind === "group" && school) {
    return " (its people are no longer known to the school)";
  }
  if (action === "delete" && kind === "identity provider") {
    return " (whoever is linked by it is no longer, for good)";
  }
  return "";
}

function fieldText(field: FieldChange, paint: Paint): string {
  const path = printable(field.path);
  if ("secret" in field) return `${paint("yellow", "~")} ${path}: (secret) ${field.secret}`;
  const [from, to] = [valueText(field.from), valueText(field.to)];
  if (field.from === null) return `${paint("green", "+")} ${path}: ${to}`;
  if (field.to === null) return `${paint("red", "-")} ${path}: ${from}`;
  return `${paint("yellow", "~")} ${path}: ${from} → ${to}`;
}

function valueText(value: unknown): string {
  return printable(JSON.stringify(value));
}
