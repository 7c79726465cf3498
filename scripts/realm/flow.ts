import type AuthenticationFlowRepresentation from "@keycloak/keycloak-admin-client/lib/defs/authenticationFlowRepresentation.js";
import type AuthenticatorConfigRepresentation from "@keycloak/keycloak-admin-client/lib/defs/authenticatorConfigRepresentation.js";

/** How a step takes part in its flow. */
export type Requirement = "REQUIRED" | "ALTERNATIVE" | "CONDITIONAL" | "DISABLED";

/** One step that Keycloak's or our own Java code performs. */
export interface Step {
  /** The provider's id, e.g. `auth-cookie`. */
  readonly authenticator: string;
  readonly requirement: Requirement;
  readonly config?: Readonly<Record<string, string>>;
}

/** Steps that are taken together. */
export interface SubFlow {
  /** What the part is called, after the flow's own name. */
  readonly name: string;
  readonly description: string;
  readonly requirement: Requirement;
  readonly steps: readonly FlowStep[];
}

export type FlowStep = Step | SubFlow;

/** A flow of our own; steps are tried in this order. */
export interface Flow {
  /** e.g. `portal-browser`; unique in the realm. */
  readonly alias: string;
  readonly description: string;
  readonly steps: readonly FlowStep[];
}

/** True for the steps that have steps of their own. */
export function isSubFlow(step: FlowStep): step is SubFlow {
  return "steps" in step;
}

/** The alias of a part, and of a step's configuration: unique in the realm, like Keycloak wants it. */
export function partAlias(flowAlias: string, name: string): string {
  return `${flowAlias} ${name}`;
}

/**
 * What a step is called among those beside it: the same authenticator may stand there twice.
 *
 * @param index counted from 0
 */
export function stepName(steps: readonly FlowStep[], index: number): string {
  const names = steps.map((step) => (isSubFlow(step) ? step.name : step.authenticator));
  return numberedName(names, index);
}

/** The name at one place of a list; the second of the same is `name (2)`. */
export function numberedName(names: readonly string[], index: number): string {
  const name = names[index] ?? "";
  const count = names.slice(0, index + 1).filter((other) => other === name).length;
  return count === 1 ? name : `${name} (${count})`;
}

/**
 * The place of a step, always explicit: without it Keycloak appends in the order of the requests.
 *
 * @param index counted from 0
 */
export function priorityAt(index: number): number {
  return (index + 1) * 10;
}

/** A flow as one realm document holds it: every part beside the others, tied by their aliases. */
export function flowRepresentations(flow: Flow): {
  flows: AuthenticationFlowRepresentation[];
  configs: AuthenticatorConfigRepresentation[];
} {
  const flows: AuthenticationFlowRepresentation[] = [];
  const configs: AuthenticatorConfigRepresentation[] = [];

  const add = (
    alias: string,
    description: string,
    topLevel: boolean,
    steps: readonly FlowStep[],
  ) => {
    flows.push({
      alias,
      description,
      providerId: "basic-flow",
      topLevel,
      builtIn: false,
      authenticationExecutions: steps.map((step, index) => {
        const priority = priorityAt(index);
        if (isSubFlow(step)) {
          const flowAlias = partAlias(flow.alias, step.name);
          return { flowAlias, authenticatorFlow: true, requirement: step.requirement, priority };
        }
        const { authenticator, requirement, config } = step;
        if (!config) return { authenticator, requirement, priority };
        const authenticatorConfig = partAlias(alias, stepName(steps, index));
        configs.push({ alias: authenticatorConfig, config: { ...config } });
        return { authenticator, authenticatorConfig, requirement, priority };
      }),
    });
    for (const step of steps) {
      if (isSubFlow(step)) {
        add(partAlias(flow.alias, step.name), step.description, false, step.steps);
      }
    }
  };
  add(flow.alias, flow.description, true, flow.steps);
  return { flows, configs };
}
