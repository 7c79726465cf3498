import { type Flow, type FlowStep, isSubFlow, priorityAt } from "../realm/flow.ts";
import type { FieldChange } from "./field-changes.ts";

/** A step in its place, declared or live, whatever the flow's generation is called. */
export interface PlacedStep {
  /** The authenticator, or what the part is called. */
  readonly name: string;
  readonly requirement: string;
  readonly priority: number;
  readonly config: Readonly<Record<string, string>>;
  /** Of a part. */
  readonly steps?: readonly PlacedStep[];
}

/** The declared steps with the places they get. */
export function placedSteps(steps: readonly FlowStep[]): PlacedStep[] {
  return steps.map((step, index) => {
    const place = { requirement: step.requirement, priority: priorityAt(index) };
    return isSubFlow(step)
      ? { name: step.name, ...place, config: {}, steps: placedSteps(step.steps) }
      : { name: step.authenticator, ...place, config: step.config ?? {} };
  });
}

/**
 * What differs between two lists of steps; also a step too many, since each one is asked of people.
 *
 * @returns one entry for each step, e.g. `forms > auth-otp-form`; empty when they are the same
 */
export function stepChanges(
  declared: readonly PlacedStep[],
  live: readonly PlacedStep[],
): FieldChange[] {
  const [to, from] = [flat(declared), flat(live)];
  return [...new Set([...to.keys(), ...from.keys()])]
    .filter((path) => from.get(path) !== to.get(path))
    .map((path) => ({ path, from: from.get(path) ?? null, to: to.get(path) ?? null }));
}

function flat(steps: readonly PlacedStep[], above = "", found = new Map<string, string>()) {
  for (const { name, requirement, priority, config, steps: below } of steps) {
    let path = above + name;
    // The same authenticator may stand in one part twice.
    for (let count = 2; found.has(path); count++) path = `${above}${name} (${count})`;
    const settings = Object.entries(config)
      .sort()
      .map(([key, value]) => ` ${key}=${value}`);
    found.set(path, `${requirement} at ${priority}${settings.join("")}${below ? " (part)" : ""}`);
    if (below) flat(below, `${path} > `, found);
  }
  return found;
}

/** Whether an alias is that of the flow, or of a newer making of it such as `portal-browser-2`. */
export function isGeneration(flow: Flow, alias: string): boolean {
  return (
    alias === flow.alias ||
    (alias.startsWith(flow.alias) && /^-\d+$/.test(alias.slice(flow.alias.length)))
  );
}

/** The next alias of a flow that nothing has. */
export function nextAlias(flow: Flow, taken: readonly string[]): string {
  if (!taken.includes(flow.alias)) return flow.alias;
  let generation = 2;
  while (taken.includes(`${flow.alias}-${generation}`)) generation++;
  return `${flow.alias}-${generation}`;
}
