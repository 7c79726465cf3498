import { type FlowStep, isSubFlow, priorityAt, stepName } from "../realm/flow.ts";
import type { FieldChange } from "./field-changes.ts";
import type { LiveStep } from "./live-flow.ts";

/** A step in its place, declared or live, whatever the flow's generation is called. */
export interface PlacedStep {
  /** The authenticator, or what the part is called; numbered where it stands there twice. */
  readonly name: string;
  readonly requirement: string;
  readonly priority: number;
  readonly config: Readonly<Record<string, string>>;
  /** Of a part. */
  readonly steps?: readonly PlacedStep[];
  /** Of a part. */
  readonly description?: string;
  /** Of a part; what kind of flow it is. */
  readonly type?: string;
}

/** The declared steps with the places they get. */
export function placedSteps(steps: readonly FlowStep[]): PlacedStep[] {
  return steps.map((step, index) => {
    const name = stepName(steps, index);
    const place = { name, requirement: step.requirement, priority: priorityAt(index) };
    if (!isSubFlow(step)) return { ...place, config: setValues(step.config) };
    const { description } = step;
    return {
      ...place,
      config: {},
      type: "basic-flow",
      description,
      steps: placedSteps(step.steps),
    };
  });
}

/**
 * What differs between two lists of steps; also a step too many, since each one is asked of people.
 *
 * @returns one entry for each step that is only in one of them, e.g. `forms > auth-otp-form`, and
 *   for each field of a step in both, e.g. `forms > auth-otp-form.requirement`
 */
export function stepChanges(
  declared: readonly PlacedStep[],
  live: readonly PlacedStep[],
): FieldChange[] {
  const [to, from] = [byPath(declared), byPath(live)];
  return [...new Set([...to.keys(), ...from.keys()])].flatMap((path): FieldChange[] => {
    const [wanted, found] = [to.get(path), from.get(path)];
    if (!wanted || !found) {
      return [
        { path, from: found ? inOneLine(found) : null, to: wanted ? inOneLine(wanted) : null },
      ];
    }
    const [toFields, fromFields] = [fieldsOf(wanted), fieldsOf(found)];
    return [...new Set([...Object.keys(toFields), ...Object.keys(fromFields)])]
      .map((key) => ({
        path: `${path}.${key}`,
        from: fromFields[key] ?? null,
        to: toFields[key] ?? null,
      }))
      .filter((field) => field.from !== field.to);
  });
}

/**
 * Whether two lists have the same steps in the same order, each taking part in the same way. Then
 * nobody in the middle of the flow can be led astray by setting the rest in place.
 *
 * A requirement belongs to the structure: whoever has the form of a step that gets disabled would
 * send it and meet an error page. So does the order: Keycloak takes one step's place at a time, and
 * in between a second factor could be asked for before it is known whose.
 */
export function isSameStructure(
  declared: readonly PlacedStep[],
  live: readonly PlacedStep[],
): boolean {
  return (
    declared.length === live.length &&
    declared.every((step, index) => {
      const other = live[index];
      return (
        other !== undefined &&
        step.name === other.name &&
        step.requirement === other.requirement &&
        step.type === other.type &&
        isSameStructure(step.steps ?? [], other.steps ?? [])
      );
    })
  );
}

/** One request's worth of change to a step that stays where it is. */
export type StepUpdate = { readonly step: LiveStep } & (
  | { readonly kind: "priority"; readonly priority: number }
  /** With the priority the step has by then, since Keycloak takes both together. */
  | { readonly kind: "description"; readonly description: string; readonly priority: number }
  /** With the alias of what the step stands in. */
  | { readonly kind: "config"; readonly config: PlacedStep["config"]; readonly parent: string }
);

/**
 * What makes live steps of the same structure as declared, in an order in which the steps' own order
 * is right after each single one.
 *
 * @param parent the alias of the flow or part that the steps stand in
 */
export function stepUpdates(
  declared: readonly PlacedStep[],
  live: readonly LiveStep[],
  parent: string,
): StepUpdate[] {
  const pairs = declared.flatMap((wanted, index) => {
    const step = live[index];
    return step ? [{ wanted, step }] : [];
  });
  // A place further down is free once the steps below it have moved; upwards it is the reverse.
  const down = pairs.filter(({ wanted, step }) => wanted.priority > step.priority).reverse();
  const up = pairs.filter(({ wanted, step }) => wanted.priority < step.priority);
  return [
    ...[...down, ...up].map(({ wanted: { priority }, step }) => ({
      kind: "priority" as const,
      step,
      priority,
    })),
    ...pairs.flatMap(({ wanted, step }): StepUpdate[] => {
      const { config, description, priority } = wanted;
      return [
        ...(isSameConfig(wanted, step) ? [] : [{ kind: "config" as const, step, config, parent }]),
        ...(description === undefined || description === step.description
          ? []
          : [{ kind: "description" as const, step, description, priority }]),
        ...stepUpdates(wanted.steps ?? [], step.steps ?? [], step.alias ?? parent),
      ];
    }),
  ];
}

/** Keycloak drops what is set to nothing. */
export function setValues(config: PlacedStep["config"] = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(config).filter(([, value]) => value !== ""));
}

function isSameConfig(a: PlacedStep, b: PlacedStep): boolean {
  const text = ({ config }: PlacedStep) => JSON.stringify(Object.entries(config).sort());
  return text(a) === text(b);
}

function byPath(steps: readonly PlacedStep[], above = "", found = new Map<string, PlacedStep>()) {
  for (const step of steps) {
    found.set(above + step.name, step);
    byPath(step.steps ?? [], `${above}${step.name} > `, found);
  }
  return found;
}

function fieldsOf({
  requirement,
  priority,
  config,
  type,
  description,
}: PlacedStep): Record<string, unknown> {
  const settings = Object.entries(config).map(([key, value]) => [`config.${key}`, value]);
  return { requirement, priority, type, description, ...Object.fromEntries(settings) };
}

function inOneLine({ requirement, priority, config, steps }: PlacedStep): string {
  const settings = Object.entries(config)
    .sort()
    .map(([key, value]) => ` ${key}=${value}`);
  return `${requirement} at ${priority}${settings.join("")}${steps ? " (part)" : ""}`;
}
