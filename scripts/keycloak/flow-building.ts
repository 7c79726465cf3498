import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import { NetworkError } from "@keycloak/keycloak-admin-client";
import { UserError } from "../errors.ts";
import { setValues } from "../plan/flow-steps.ts";
import { asUnfinished } from "../plan/live-flow.ts";
import {
  type Flow,
  type FlowStep,
  isSubFlow,
  partAlias,
  priorityAt,
  type Step,
  type SubFlow,
  stepName,
} from "../realm/flow.ts";
import type { Execution } from "./live-flows.ts";

/**
 * Makes a flow with all of its steps, and binds it to nothing. Until it is complete its description
 * says so.
 *
 * @param flow with an alias that nothing has yet
 * @throws {UserError} `FLOW_STEP_UNKNOWN`
 */
export async function buildFlow(client: KeycloakAdminClient, flow: Flow): Promise<void> {
  const { alias } = flow;
  const { id = "" } = await client.authenticationManagement.createFlow(
    representation(asUnfinished(flow)),
  );
  await addSteps(client, flow, alias, flow.steps);
  await setPartRequirements(client, flow);
  await describeFlow(client, id, flow);
}

/** Gives a flow that stands on its own its description. */
export async function describeFlow(
  client: KeycloakAdminClient,
  flowId: string,
  flow: Pick<Flow, "alias" | "description">,
): Promise<void> {
  await client.authenticationManagement.updateFlow({ flowId }, representation(flow));
}

/** @param parent the alias of the flow, or of the part, that the steps stand in */
async function addSteps(
  client: KeycloakAdminClient,
  flow: Flow,
  parent: string,
  steps: readonly FlowStep[],
): Promise<void> {
  for (const [index, step] of steps.entries()) {
    const priority = priorityAt(index);
    if (isSubFlow(step)) {
      const part = partAlias(flow.alias, step.name);
      await addPart(client, parent, part, step, priority);
      await addSteps(client, flow, part, step.steps);
    } else {
      const configAlias = partAlias(parent, stepName(steps, index));
      await addStep(client, parent, step, priority, configAlias);
    }
  }
}

/** What it requires is set when all is there: the answer does not name the step that the part is. */
async function addPart(
  { authenticationManagement }: KeycloakAdminClient,
  parent: string,
  alias: string,
  { description }: SubFlow,
  priority: number,
): Promise<void> {
  // The library wants a provider, which only forms have, and does not know the priority.
  const provider = "registration-page-form";
  const part = { flow: parent, alias, description, type: "basic-flow", provider, priority };
  await authenticationManagement.addFlowToFlow(part);
}

async function addStep(
  { authenticationManagement }: KeycloakAdminClient,
  parent: string,
  step: Step,
  priority: number,
  configAlias: string,
): Promise<void> {
  const added = { flow: parent, provider: step.authenticator, priority };
  const { id = "" } = await authenticationManagement
    .addExecutionToFlow(added)
    .catch((error: unknown) => {
      throw unknownStep(error, step);
    });
  const execution: Execution = { id, requirement: step.requirement, priority };
  await authenticationManagement.updateExecution({ flow: parent }, execution);
  const config = setValues(step.config);
  if (Object.keys(config).length === 0) return;
  await authenticationManagement.createConfig({ id, alias: configAlias, config });
}

async function setPartRequirements(client: KeycloakAdminClient, flow: Flow): Promise<void> {
  const requirements = new Map(
    partsOf(flow.steps).map((part) => [partAlias(flow.alias, part.name), part.requirement]),
  );
  const address = { flow: flow.alias };
  const rows: Execution[] = await client.authenticationManagement.getExecutions(address);
  for (const row of rows) {
    const requirement = row.authenticationFlow && requirements.get(row.displayName ?? "");
    if (!requirement) continue;
    await client.authenticationManagement.updateExecution(address, { ...row, requirement });
  }
}

function partsOf(steps: readonly FlowStep[]): SubFlow[] {
  return steps.filter(isSubFlow).flatMap((part) => [part, ...partsOf(part.steps)]);
}

function representation({ alias, description }: Pick<Flow, "alias" | "description">) {
  return { alias, description, providerId: "basic-flow", topLevel: true, builtIn: false };
}

function unknownStep(error: unknown, { authenticator }: Step): unknown {
  if (!(error instanceof NetworkError) || error.response.status !== 400) return error;
  return new UserError(
    "FLOW_STEP_UNKNOWN",
    `the server has nothing that performs the step "${authenticator}"; what is bound stays as it was`,
    "Install the portal's extension on the server (its folder providers/), restart it, and try again.",
    { cause: error },
  );
}
