import type { DesiredRealm } from "../realm/desired.ts";
import { isGeneration, nextAlias, placedSteps, stepChanges } from "./flow-steps.ts";
import type { LiveRealm } from "./live-realm.ts";
import type { Change } from "./plan.ts";

/**
 * What differs between the declared flows and those that are bound.
 *
 * @param live `null` when there is no such realm
 */
export function flowChanges(desired: DesiredRealm, live: LiveRealm | null): Change[] {
  return desired.flows.flatMap(({ binding, flow }): Change[] => {
    const aliases = live?.flows.map(({ alias }) => alias) ?? [];
    const steps = live?.boundSteps[binding];
    const fields = stepChanges(placedSteps(flow.steps), steps ?? []);
    if (steps && fields.length === 0) return [];
    const name = nextAlias(flow, aliases);
    const bound = { path: binding, from: live?.settings[binding] ?? null, to: name };
    const isMadeAnew = aliases.some((alias) => isGeneration(flow, alias));
    const action = isMadeAnew ? "rebuild" : "create";
    return [{ kind: "flow", name, action, fields: [bound, ...fields] }];
  });
}

/**
 * The aliases of our flows that a newer making has replaced. Those of a flow that is itself about
 * to be replaced wait for the next apply.
 *
 * @param live `null` when there is no such realm
 */
export function leftoverFlows(desired: DesiredRealm, live: LiveRealm | null): string[] {
  if (!live) return [];
  const replaced = flowChanges(desired, live).map(({ fields }) => fields[0]?.path);
  return desired.flows
    .filter(({ binding }) => !replaced.includes(binding))
    .flatMap(({ binding, flow }) =>
      live.flows
        .map(({ alias }) => alias)
        .filter((alias) => isGeneration(flow, alias) && alias !== live.settings[binding]),
    );
}
