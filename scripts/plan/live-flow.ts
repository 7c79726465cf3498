import type { Flow } from "../realm/flow.ts";
import type { PlacedStep } from "./flow-steps.ts";

/** A step of a live flow, with what is needed to change it. */
export interface LiveStep extends PlacedStep {
  /** Of the execution. */
  readonly id: string;
  /** Of the flow that a part is. */
  readonly flowId?: string;
  /** The whole alias of a part. */
  readonly alias?: string;
  /** Where the step has a configuration of its own. */
  readonly configuration?: { readonly id: string; readonly alias: string };
  readonly steps?: readonly LiveStep[];
}

/** A flow that stands on its own, as a listing shows it. */
export interface ListedFlow {
  readonly id: string;
  readonly alias: string;
  readonly description: string;
  /** `basic-flow` for all that are bound to a browser. */
  readonly type: string;
}

/** What a realm has of one of our flows. */
export interface LiveFlow extends ListedFlow {
  /**
   * `undefined` where Keycloak itself can't read them: one of its parts was deleted by hand, or a
   * step belongs to an extension that the server does not have.
   */
  readonly steps: readonly LiveStep[] | undefined;
}

/**
 * A flow is described so until it is complete. What an interrupted apply leaves behind is known by
 * it: nobody was ever led through such a flow.
 */
const unfinished = "Not complete: an apply is making it, or was interrupted";

/** The flow as it is described until all of its steps are there. */
export function asUnfinished<F extends { description: string }>(flow: F): F {
  return { ...flow, description: unfinished };
}

/** Whether a flow was never made completely. */
export function isUnfinished({ description }: ListedFlow): boolean {
  return description === unfinished;
}

/** Whether an alias is that of the flow, or of a newer making of it such as `portal-browser-2`. */
export function isGeneration(flow: Flow, alias: string): boolean {
  return generation(flow, alias) !== undefined;
}

/** The alias of the next making of a flow. The newest always has the highest number. */
export function nextAlias(flow: Flow, taken: readonly string[]): string {
  const newest = Math.max(0, ...taken.map((alias) => generation(flow, alias) ?? 0));
  return newest === 0 ? flow.alias : `${flow.alias}-${newest + 1}`;
}

/**
 * The making of a flow that counts: the one that is bound; where somebody bound a flow that isn't
 * ours, the newest one that is complete.
 *
 * @param bound the alias of what is bound
 */
export function currentFlow(
  flow: Flow,
  flows: readonly ListedFlow[],
  bound: string | undefined,
): ListedFlow | undefined {
  const ours = flows.filter(({ alias }) => isGeneration(flow, alias));
  const newestFirst = ours.toSorted(
    (a, b) => (generation(flow, b.alias) ?? 0) - (generation(flow, a.alias) ?? 0),
  );
  return (
    ours.find(({ alias }) => alias === bound) ?? newestFirst.find((found) => !isUnfinished(found))
  );
}

/** Counted from 1, which has no number in its alias. */
function generation(flow: Flow, alias: string): number | undefined {
  if (alias === flow.alias) return 1;
  if (!alias.startsWith(`${flow.alias}-`)) return undefined;
  const number = alias.slice(flow.alias.length + 1);
  return /^[1-9]\d*$/.test(number) ? Number(number) : undefined;
}
