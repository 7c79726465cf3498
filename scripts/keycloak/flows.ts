import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import type AuthenticationExecutionInfoRepresentation from "@keycloak/keycloak-admin-client/lib/defs/authenticationExecutionInfoRepresentation.js";
import { isGeneration, type PlacedStep } from "../plan/flow-steps.ts";
import type { LiveRealm } from "../plan/live-realm.ts";
import type { Change } from "../plan/plan.ts";
import type { DesiredRealm } from "../realm/desired.ts";
import { type Flow, type FlowStep, isSubFlow, partAlias, priorityAt } from "../realm/flow.ts";

/**
 * Makes a flow completely under a new name, then binds it. A flow in use is never changed, so that
 * people can sign in at every instant. The old one stays for whoever is in the middle of it.
 *
 * @param change one of kind `flow`; its name is one that nothing has yet, e.g. `portal-browser-2`
 */
export async function makeFlow(
  client: KeycloakAdminClient,
  desired: DesiredRealm,
  { name }: Change,
): Promise<void> {
  const wanted = desired.flows.find(({ flow }) => isGeneration(flow, name));
  if (!wanted) throw new Error(`the flow ${name} is in the plan and not declared`);
  await buildFlow(client, { ...wanted.flow, alias: name });
  await client.realms.update({ realm: client.realmName }, { [wanted.binding]: name });
}

/**
 * Removes a flow that another has replaced.
 *
 * @param alias one of those in `live`
 */
export async function removeFlow(
  client: KeycloakAdminClient,
  live: LiveRealm,
  alias: string,
): Promise<void> {
  const flowId = live.flows.find((flow) => flow.alias === alias)?.id ?? "";
  await client.authenticationManagement.deleteFlow({ flowId });
}

/** An execution as Keycloak sends it; its own type leaves the priority out. */
type Execution = AuthenticationExecutionInfoRepresentation & { priority?: number };

/**
 * The steps of a flow, with the parts' names as they are declared.
 *
 * @param alias e.g. `portal-browser-2`
 */
export async function readSteps(client: KeycloakAdminClient, alias: string): Promise<PlacedStep[]> {
  const management = client.authenticationManagement;
  const rows: Execution[] = await management.getExecutions({ flow: alias });
  const configs = await Promise.all(
    rows.map(async ({ authenticationConfig: id }) =>
      id ? (await management.getConfig({ id })).config : undefined,
    ),
  );

  // The rows come in the order of a walk through the tree, each with its depth.
  const top: PlacedStep[] = [];
  const path = [top];
  for (const [index, row] of rows.entries()) {
    const { level = 0, requirement = "", priority = 0, displayName = "", providerId = "" } = row;
    const siblings = path[level] ?? top;
    const place = { requirement, priority, config: configs[index] ?? {} };
    if (row.authenticationFlow) {
      const steps: PlacedStep[] = [];
      const prefix = partAlias(alias, "");
      const name = displayName.startsWith(prefix) ? displayName.slice(prefix.length) : displayName;
      siblings.push({ name, ...place, steps });
      path[level + 1] = steps;
    } else {
      siblings.push({ name: providerId, ...place });
    }
  }
  return top;
}

async function buildFlow(client: KeycloakAdminClient, flow: Flow): Promise<void> {
  const management = client.authenticationManagement;

  const addSteps = async (alias: string, steps: readonly FlowStep[]) => {
    for (const [index, step] of steps.entries()) {
      if (isSubFlow(step)) {
        await management.addFlowToFlow({
          flow: alias,
          alias: partAlias(flow.alias, step.name),
          description: step.description,
          type: "basic-flow",
          provider: "registration-page-form",
        });
      } else {
        await management.addExecutionToFlow({ flow: alias, provider: step.authenticator });
      }
      // Both requests append; the newest row at this depth is the one just made.
      const rows: Execution[] = await management.getExecutions({ flow: alias });
      const made = rows.filter(({ level }) => level === 0).at(-1);
      const execution: Execution = {
        ...made,
        requirement: step.requirement,
        priority: priorityAt(index),
      };
      await management.updateExecution({ flow: alias }, execution);
      if (isSubFlow(step)) {
        await addSteps(partAlias(flow.alias, step.name), step.steps);
      } else if (step.config) {
        await management.createConfig({
          id: made?.id ?? "",
          alias: partAlias(alias, step.authenticator),
          config: { ...step.config },
        });
      }
    }
  };

  await management.createFlow({
    alias: flow.alias,
    description: flow.description,
    providerId: "basic-flow",
    topLevel: true,
    builtIn: false,
  });
  await addSteps(flow.alias, flow.steps);
}
