import type { styleText } from "node:util";
import { counted } from "../counted.ts";
import { printable } from "../printable.ts";
import type { FieldChange } from "./field-changes.ts";
import type { Change, Plan } from "./plan.ts";

/** Gives a text a look, e.g. `styleText` for a stream that may be a terminal. */
export type Paint = (format: Parameters<typeof styleText>[0], text: string) => string;

const marks = { create: "+", update: "~", rebuild: "-/+" } as const;
const colours = { create: "green", update: "yellow", rebuild: "magenta" } as const;

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
    ...plan.leftovers.map((alias) => `The flow ${alias} was replaced; the next apply removes it.`),
    ...plan.unknown.map(
      (what) =>
        `Can't be compared, since Keycloak does not show it: ${what}. "portail apply --secrets" writes it.`,
    ),
  ];
  const sections = [...parts.map((lines) => lines.join("\n")), notes.join("\n"), planSummary(plan)];
  return `${sections.filter((section) => section !== "").join("\n\n")}\n`;
}

/** One line: how many objects of the realm a plan makes, changes and rebuilds. */
export function planSummary({ realm, changes }: Plan): string {
  if (changes.length === 0) return `The realm "${realm}" is as the configuration says.`;
  const count = (wanted: Change["action"]) =>
    changes.filter(({ action }) => action === wanted).length;
  return `${counted(changes.length, "difference")}: ${count("create")} to make, ${count("update")} to change, ${count("rebuild")} to rebuild.`;
}

/** A plan as one document for programs, with a line end. */
export function planJson(plan: Plan): string {
  return `${JSON.stringify({ version: 1, inSync: plan.changes.length === 0, ...plan }, null, 2)}\n`;
}

/** One line that says what was done, e.g. `client school-demo: redirectUris`. */
export function changeLine({ kind, name, action, fields }: Change): string {
  if (kind === "message") return `message ${name}`;
  if (kind === "flow") return `flow ${name} made and bound`;
  const object = kind === "user profile" ? kind : `${kind} ${name}`;
  return `${object}: ${action === "create" ? "made" : fields.map(({ path }) => path).join(", ")}`;
}

function changeText({ kind, name, action, fields }: Change, paint: Paint): string[] {
  const mark = paint(colours[action], marks[action].padStart(3));
  const line = `${mark} ${kind}${kind === "user profile" ? "" : ` ${printable(name)}`}`;
  // Of something new, its fields are those of the configuration.
  if (action === "create") return [line];
  return [line, ...fields.map((field) => `      ${fieldText(field, paint)}`)];
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
