import type { DesiredRealm, FlowBinding } from "../realm/desired.ts";
import type { Flow } from "../realm/flow.ts";
import type { FieldChange } from "./field-changes.ts";
import { isSameStructure, placedSteps, stepChanges } from "./flow-steps.ts";
import {
  isGeneration,
  isUnfinished,
  type ListedFlow,
  type LiveFlow,
  type LiveStep,
  nextAlias,
} from "./live-flow.ts";
import type { LiveRealm } from "./live-realm.ts";
import type { Change } from "./plan.ts";
import { removableFrom, replacedFlows } from "./replaced-flows.ts";

/**
 * What differs between the declared flows and those that are bound. What can be set in place is an
 * `update`; where the structure differs a new flow is made, so that a whole change takes place at
 * one moment.
 *
 * @param live `null` when there is no such realm
 */
export function flowChanges(desired: DesiredRealm, live: LiveRealm | null): Change[] {
  return desired.flows.flatMap(({ binding, flow }): Change[] => {
    const current = live?.currentFlows[binding];
    const steps = stepChanges(placedSteps(flow.steps), current?.steps ?? []);
    const boundAs = (name: string): FieldChange[] => {
      const from = live?.bound[binding] ?? null;
      return from === name ? [] : [{ path: binding, from, to: name }];
    };
    if (current && canBeSetInPlace(flow, current)) {
      const fields = [...boundAs(current.alias), ...descriptionChange(flow, current), ...steps];
      if (fields.length === 0) return [];
      return [{ kind: "flow", name: current.alias, action: "update", fields }];
    }
    const name = nextAlias(flow, live?.flows.map(({ alias }) => alias) ?? []);
    const action = name === flow.alias ? "create" : "rebuild";
    const broken = current && !current.steps ? [unreadable] : [];
    return [{ kind: "flow", name, action, fields: [...boundAs(name), ...broken, ...steps] }];
  });
}

const unreadable: FieldChange = { path: "steps", from: "unreadable", to: "complete" };

/** Whether a live flow can become as declared without a new one. */
export function canBeSetInPlace(
  flow: Flow,
  live: LiveFlow,
): live is LiveFlow & { steps: readonly LiveStep[] } {
  return (
    live.type === "basic-flow" &&
    live.steps !== undefined &&
    isSameStructure(placedSteps(flow.steps), live.steps)
  );
}

/**
 * One of our flows that is no longer bound, and what an apply does about it.
 *
 * - `remove`: not before `from`, when people can no longer be in the middle of it; without it at
 *   once, since nobody ever was.
 * - `note`: since when it is not bound is not known; it waits from now on.
 * - `keep`: something else was bound to it by hand, and would break without it.
 */
export type LeftoverFlow = { readonly alias: string } & (
  | { readonly action: "remove"; readonly from?: string }
  | { readonly action: "note" }
  | { readonly action: "keep"; readonly usedBy: readonly string[] }
);

/** Those of them about which an apply does something at a given time. */
export function dueLeftovers(leftovers: readonly LeftoverFlow[], now: Date): LeftoverFlow[] {
  return leftovers.filter((leftover) => {
    if (leftover.action !== "remove") return leftover.action === "note";
    return leftover.from === undefined || new Date(leftover.from) <= now;
  });
}

/**
 * What is to be done about our flows that are no longer bound. None of it is a difference from what
 * is declared.
 *
 * @param live `null` when there is no such realm
 */
export function leftoverFlows(desired: DesiredRealm, live: LiveRealm | null): LeftoverFlow[] {
  if (!live) return [];
  return desired.flows.flatMap(({ binding, flow }) =>
    live.flows
      .filter(({ id, alias }) => {
        return isGeneration(flow, alias) && id !== live.currentFlows[binding]?.id;
      })
      .map((found) => leftover(found, binding, desired, live)),
  );
}

function leftover(
  flow: ListedFlow,
  binding: FlowBinding,
  desired: DesiredRealm,
  live: LiveRealm,
): LeftoverFlow {
  const { alias } = flow;
  const usedBy = usersOf(flow, binding, live);
  if (usedBy.length > 0) return { alias, action: "keep", usedBy };
  if (isUnfinished(flow)) return { alias, action: "remove" };
  const replacedAt = replacedFlows(live.settings)[alias];
  if (!replacedAt) return { alias, action: "note" };
  const from = removableFrom(replacedAt, live.settings, desired.settings);
  return { alias, action: "remove", from: from.toISOString() };
}

const bindings = [
  "browserFlow",
  "registrationFlow",
  "directGrantFlow",
  "resetCredentialsFlow",
  "clientAuthenticationFlow",
  "dockerAuthenticationFlow",
  "firstBrokerLoginFlow",
] as const;

/** What else uses a flow, in words; its own binding is compared elsewhere. */
function usersOf({ id, alias }: ListedFlow, own: FlowBinding, live: LiveRealm): string[] {
  const byRealm = bindings.filter((binding) => binding !== own && live.settings[binding] === alias);
  const byProvider = [...live.identityProviders]
    .filter(([, { firstBrokerLoginFlowAlias, postBrokerLoginFlowAlias }]) =>
      [firstBrokerLoginFlowAlias, postBrokerLoginFlowAlias].includes(alias),
    )
    .map(([provider]) => `the identity provider ${provider}`);
  const byClient = [...live.clients]
    .filter(([, { authenticationFlowBindingOverrides: overrides = {} }]) =>
      Object.values(overrides).includes(id),
    )
    .map(([clientId]) => `the client ${clientId}`);
  return [...byRealm.map((binding) => `the realm's ${binding}`), ...byProvider, ...byClient];
}

function descriptionChange({ description }: Flow, live: LiveFlow): FieldChange[] {
  if (live.description === description) return [];
  return [{ path: "description", from: live.description, to: description }];
}
