import { counted } from "../counted.ts";
import { printableInLine } from "../printable.ts";
import type { Erased } from "./erase.ts";
import type { Looked } from "./find-schoolless.ts";
import type { Standing } from "./schoolless.ts";

/** Longer lists are for programs. */
const mostNamed = 50;

/** Those of one standing. */
export function standing<Is extends Standing["is"]>(
  found: readonly Looked[],
  is: Is,
): (Looked & { readonly standing: Extract<Standing, { is: Is }> })[] {
  return found.filter((one) => one.standing.is === is) as never;
}

/**
 * What was found, before anybody is asked.
 *
 * @param days the period
 * @returns lines
 */
export function foundLines(found: readonly Looked[], days: number): string[] {
  const [due, unmarked] = [standing(found, "due"), standing(found, "unmarked")];
  const [waiting, spared] = [standing(found, "waiting"), standing(found, "spared")];
  const known = standing(found, "known");
  return [
    ...section(
      `${counted(due.length, "account")} that no school has known for ${days} days or longer`,
      due.map((one) => `${whoText(one)}, since ${one.standing.leftOn}`),
    ),
    ...section(
      `${counted(unmarked.length, "account")} that no school knows; the ${days} days begin today`,
      unmarked.map(whoText),
    ),
    ...section(
      `${counted(spared.length, "account")} that no school knows, and that ${spared.length === 1 ? "is" : "are"} never erased`,
      spared.map((one) => `${whoText(one)}: ${one.standing.why}`),
    ),
    ...section(`${counted(known.length, "account")} that a school knows again`, known.map(whoText)),
    ...(waiting.length > 0
      ? [`${counted(waiting.length, "account")} whose ${days} days are not over`]
      : []),
  ];
}

/** What somebody is asked. @returns `undefined` where there is nothing to do */
export function question(found: readonly Looked[], days: number): string | undefined {
  const [due, unmarked, known] = (["due", "unmarked", "known"] as const).map(
    (is) => standing(found, is).length,
  ) as [number, number, number];
  const parts = [
    ...(due > 0 ? [`erase ${counted(due, "account")} for good`] : []),
    ...(unmarked > 0 ? [`begin the ${days} days of ${counted(unmarked, "account")}`] : []),
    ...(known > 0 ? [`take the mark from ${counted(known, "account")}`] : []),
  ];
  if (parts.length === 0) return undefined;
  const text = parts.join(", and ");
  return `${text[0]?.toUpperCase()}${text.slice(1)}?`;
}

/** What has become of them. @returns whole lines */
export function erasedText({ erased, marked, unmarked, changed }: Erased): string {
  return [
    `${counted(erased, "account")} erased.`,
    ...(marked > 0 ? [`The period of ${counted(marked, "account")} begins today.`] : []),
    ...(unmarked > 0 ? [`${counted(unmarked, "account")} no longer marked.`] : []),
    ...(changed.length > 0
      ? [
          `${counted(changed.length, "account")} left alone, since they changed meanwhile: ${changed.map(whoText).join("; ")}.`,
        ]
      : []),
  ]
    .map((line) => `${line}\n`)
    .join("");
}

function section(title: string, people: readonly string[]): string[] {
  if (people.length === 0) return [];
  const others = people.length - mostNamed;
  return [
    `${title}:`,
    ...people.slice(0, mostNamed).map((person) => `  ${person}`),
    ...(others > 0 ? [`  and ${counted(others, "other")}; --dry-run --json lists all`] : []),
  ];
}

function whoText({ who, name }: Looked): string {
  return printableInLine(name === "" ? who : `${name} <${who}>`);
}
