import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import { canBeSetInPlace, type LeftoverFlow } from "../plan/flow-changes.ts";
import { placedSteps, type StepUpdate, stepUpdates } from "../plan/flow-steps.ts";
import { isGeneration, isUnfinished, type LiveFlow, type LiveStep } from "../plan/live-flow.ts";
import type { LiveRealm } from "../plan/live-realm.ts";
import type { Change } from "../plan/plan.ts";
import { type ReplacedAt, replacedFlows, replacedFlowsAttribute } from "../plan/replaced-flows.ts";
import type { DesiredRealm, FlowBinding, RealmFlowBinding } from "../realm/desired.ts";
import { type Flow, partAlias } from "../realm/flow.ts";
import { microsoftAlias } from "../realm/microsoft.ts";
import { buildFlow, describeFlow } from "./flow-building.ts";
import type { Execution } from "./live-flows.ts";

/**
 * Carries out a change of a flow. One whose structure differs is made completely under a new name,
 * then bound, so that people can sign in at every instant. The old one stays for whoever is in the
 * middle of it.
 *
 * @param live as it was read before
 * @param change one of kind `flow`; the name of one that is made is one that nothing has yet, e.g.
 *   `portal-browser-2`
 */
export async function makeFlow(
  client: KeycloakAdminClient,
  desired: DesiredRealm,
  live: LiveRealm,
  { name, action }: Change,
): Promise<void> {
  const wanted = desired.flows.find(({ flow }) => isGeneration(flow, name));
  if (!wanted) throw new Error(`the flow ${name} is in the plan and not declared`);
  const { binding, flow } = wanted;
  const current = live.currentFlows[binding];
  if (action !== "update") await buildFlow(client, { ...flow, alias: name });
  else if (current && canBeSetInPlace(flow, current)) await setInPlace(client, flow, current);
  else throw new Error(`the flow ${name} can't become as declared without a new one`);
  if (live.bound[binding] !== name) await bindFlow(client, live, binding, flow, name);
}

/**
 * Removes a flow that nobody can be in the middle of any more, or notes that it is to wait.
 *
 * @param live as it was read before
 * @param leftover one that is due
 */
export async function clearLeftover(
  client: KeycloakAdminClient,
  live: LiveRealm,
  { alias, action }: LeftoverFlow,
): Promise<void> {
  if (action === "note") return noteReplaced(client, live, [alias]);
  const flowId = live.flows.find((flow) => flow.alias === alias)?.id ?? "";
  await client.authenticationManagement.deleteFlow({ flowId });
}

async function bindFlow(
  client: KeycloakAdminClient,
  live: LiveRealm,
  binding: FlowBinding,
  flow: Flow,
  alias: string,
): Promise<void> {
  const others = live.flows
    .filter((other) => isGeneration(flow, other.alias) && !isUnfinished(other))
    .map((other) => other.alias)
    .filter((other) => other !== alias);
  if (binding === "postBrokerLoginFlow") {
    await noteReplaced(client, live, others);
    await bindToProvider(client, alias);
    return;
  }
  // In the same request, so that it is always known since when a flow is not bound.
  await noteReplaced(client, live, others, { [binding]: alias });
}

/** A provider that is yet to be made is made with it. */
async function bindToProvider(client: KeycloakAdminClient, flow: string): Promise<void> {
  const provider = await client.identityProviders.findOne({ alias: microsoftAlias });
  if (!provider) return;
  await client.identityProviders.update(
    { alias: microsoftAlias },
    { ...provider, postBrokerLoginFlowAlias: flow },
  );
}

/** Notes flows as replaced from now on, unless they were before; and sets more of the realm with it. */
async function noteReplaced(
  client: KeycloakAdminClient,
  live: LiveRealm,
  aliases: readonly string[],
  settings: Partial<Record<RealmFlowBinding, string>> = {},
): Promise<void> {
  const { realmName: realm } = client;
  const now = new Date().toISOString();
  // Read anew: attributes that are not sent are removed.
  const fresh = await client.realms.findOne({ realm });
  const known = replacedFlows(fresh ?? {});
  const bound = Object.values(settings);
  const replaced: ReplacedAt = {
    ...Object.fromEntries(
      Object.entries(known).filter(
        ([alias]) => live.flows.some((flow) => flow.alias === alias) && !bound.includes(alias),
      ),
    ),
    ...Object.fromEntries(aliases.map((alias) => [alias, known[alias] ?? now])),
  };
  const { [replacedFlowsAttribute]: _, ...attributes } = fresh?.attributes ?? {};
  const note =
    Object.keys(replaced).length > 0 ? { [replacedFlowsAttribute]: JSON.stringify(replaced) } : {};
  await client.realms.update({ realm }, { ...settings, attributes: { ...attributes, ...note } });
}

async function setInPlace(
  client: KeycloakAdminClient,
  flow: Flow,
  live: LiveFlow & { steps: readonly LiveStep[] },
): Promise<void> {
  for (const update of stepUpdates(placedSteps(flow.steps), live.steps, live.alias)) {
    await updateStep(client, live.alias, update);
  }
  if (live.description !== flow.description) {
    await describeFlow(client, live.id, { ...flow, alias: live.alias });
  }
}

async function updateStep(
  client: KeycloakAdminClient,
  flow: string,
  update: StepUpdate,
): Promise<void> {
  const management = client.authenticationManagement;
  const { step } = update;
  const { id, requirement } = step;
  switch (update.kind) {
    case "priority": {
      const execution: Execution = { id, requirement, priority: update.priority };
      return management.updateExecution({ flow }, execution);
    }
    case "description": {
      const execution: Execution = {
        id,
        requirement,
        priority: update.priority,
        authenticationFlow: true,
        flowId: step.flowId,
        displayName: step.alias,
        description: update.description,
      };
      return management.updateExecution({ flow }, execution);
    }
    case "config": {
      const { configuration } = step;
      const config = { ...update.config };
      const isNone = Object.keys(config).length === 0;
      if (!configuration) {
        await management.createConfig({ id, alias: partAlias(update.parent, step.name), config });
      } else if (isNone) {
        await management.delConfig({ id: configuration.id });
      } else {
        await management.updateConfig({ ...configuration, config });
      }
    }
  }
}
