import { isDeepStrictEqual } from "node:util";
import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import type AuthenticationExecutionInfoRepresentation from "@keycloak/keycloak-admin-client/lib/defs/authenticationExecutionInfoRepresentation.js";
import type AuthenticationFlowRepresentation from "@keycloak/keycloak-admin-client/lib/defs/authenticationFlowRepresentation.js";
import type RealmRepresentation from "@keycloak/keycloak-admin-client/lib/defs/realmRepresentation.js";
import type { FlowBinding } from "../realm/desired.ts";
import { type Flow, type FlowStep, isSubFlow, partAlias, priorityAt } from "../realm/flow.ts";

/**
 * Sees to it that the bound flow has the declared steps.
 *
 * A flow in use is never changed: a new one is made completely under the next free name
 * (`portal-browser-2`), then bound, so that people can sign in at every instant. The old one stays
 * for whoever is in the middle of it; a later run removes it.
 *
 * @param live the realm's settings, which say what is bound
 * @returns what was changed
 */
export async function settleFlow(
  client: KeycloakAdminClient,
  live: RealmRepresentation,
  binding: FlowBinding,
  flow: Flow,
): Promise<string[]> {
  const all = await client.authenticationManagement.getFlows();
  const ours = all.filter(({ alias }) => alias !== undefined && isGeneration(flow, alias));
  const bound = ours.find(({ alias }) => alias === live[binding]);

  if (bound && isDeepStrictEqual(await readSteps(client, bound), comparable(flow.steps))) {
    return removeAll(
      client,
      ours.filter((other) => other !== bound),
    );
  }
  const alias = nextAlias(flow, ours);
  await buildFlow(client, { ...flow, alias });
  await client.realms.update({ realm: client.realmName }, { [binding]: alias });
  return [`${alias} made and bound`];
}

function isGeneration(flow: Flow, alias: string): boolean {
  return alias === flow.alias || /^-\d+$/.test(alias.slice(flow.alias.length));
}

function nextAlias(flow: Flow, ours: readonly AuthenticationFlowRepresentation[]): string {
  const taken = new Set(ours.map(({ alias }) => alias));
  if (!taken.has(flow.alias)) return flow.alias;
  let generation = 2;
  while (taken.has(`${flow.alias}-${generation}`)) generation++;
  return `${flow.alias}-${generation}`;
}

async function removeAll(
  client: KeycloakAdminClient,
  flows: readonly AuthenticationFlowRepresentation[],
): Promise<string[]> {
  for (const { id } of flows)
    await client.authenticationManagement.deleteFlow({ flowId: id ?? "" });
  return flows.map(({ alias }) => `${alias} removed`);
}

/** A step in a form that can be compared, whatever the flow's generation is called. */
interface ComparableStep {
  readonly authenticator?: string;
  readonly requirement?: string;
  readonly priority?: number;
  readonly config?: Readonly<Record<string, string>>;
  readonly steps?: ComparableStep[];
}

function comparable(steps: readonly FlowStep[]): ComparableStep[] {
  return steps.map((step, index) => {
    const { requirement } = step;
    const priority = priorityAt(index);
    return isSubFlow(step)
      ? { requirement, priority, steps: comparable(step.steps) }
      : { authenticator: step.authenticator, requirement, priority, config: step.config ?? {} };
  });
}

/** An execution as Keycloak sends it; its own type leaves the priority out. */
type Execution = AuthenticationExecutionInfoRepresentation & { priority?: number };

async function readSteps(
  client: KeycloakAdminClient,
  flow: AuthenticationFlowRepresentation,
): Promise<ComparableStep[]> {
  const management = client.authenticationManagement;
  const rows: Execution[] = await management.getExecutions({ flow: flow.alias ?? "" });

  // The rows come in the order of a walk through the tree, each with its depth.
  const top: ComparableStep[] = [];
  const path = [top];
  for (const { level = 0, requirement, priority, ...row } of rows) {
    const siblings = path[level] ?? top;
    if (row.authenticationFlow) {
      const steps: ComparableStep[] = [];
      siblings.push({ requirement, priority, steps });
      path[level + 1] = steps;
      continue;
    }
    const config = row.authenticationConfig
      ? (await management.getConfig({ id: row.authenticationConfig })).config
      : undefined;
    siblings.push({ authenticator: row.providerId, requirement, priority, config: config ?? {} });
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
