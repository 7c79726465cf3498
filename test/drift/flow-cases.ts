import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import type AuthenticationExecutionInfoRepresentation from "@keycloak/keycloak-admin-client/lib/defs/authenticationExecutionInfoRepresentation.js";
import { isGeneration } from "../../scripts/plan/live-flow.ts";
import type { DesiredRealm, FlowBinding } from "../../scripts/realm/desired.ts";
import {
  type Flow,
  type FlowStep,
  isSubFlow,
  partAlias,
  priorityAt,
  stepName,
} from "../../scripts/realm/flow.ts";
import { microsoftAlias } from "../../scripts/realm/microsoft.ts";
import { caseName, type DriftCase, type ExpectedChange } from "./drift-case.ts";

/** A step in a walk through its flow. */
interface Row {
  /** e.g. `forms > second factor > auth-otp-form`. */
  readonly path: string;
  readonly requirement: string;
  readonly priority: number;
  readonly config: Readonly<Record<string, string>>;
  /** Of a part. */
  readonly description?: string;
}

/** An execution as the server sends it; the library's type leaves the priority out. */
type Execution = AuthenticationExecutionInfoRepresentation & { priority?: number };

/** The server's own flows. */
const stock: Readonly<Record<FlowBinding, string>> = {
  browserFlow: "browser",
  resetCredentialsFlow: "reset credentials",
  firstBrokerLoginFlow: "first broker login",
  // Nothing is bound.
  postBrokerLoginFlow: "",
};

/** An authenticator that no flow of ours has. */
const stranger = "deny-access-authenticator";

/** How people are led through signing in: each step, its place, its settings, and what is bound. */
export function flowCases({ flows }: DesiredRealm): DriftCase[] {
  return flows.flatMap((one) => {
    const rows = walk(one.flow.steps);
    const parts = ["", ...rows.filter(isPart).map(({ path }) => path)];
    return [
      ...wholeFlowCases(one),
      ...rows.flatMap((row, index) => [
        ...placeCases(one, rows, index),
        ...settingCases(one, rows, index),
        removalCase(one, rows, row),
      ]),
      ...parts.flatMap((part) => additionCases(one, part)),
    ];
  });
}

interface BoundFlow {
  readonly binding: FlowBinding;
  readonly flow: Flow;
}

/** Something done to the flow that is bound. */
interface Deed {
  readonly what: string;
  /** What of it can be set in place needs no new flow. */
  readonly action: "update" | "rebuild" | "create";
  readonly paths: readonly string[];
  /** @param executions those of the flow, in the order of the declared rows */
  spoil(
    client: KeycloakAdminClient,
    executions: readonly Execution[],
    alias: string,
  ): Promise<unknown>;
}

function flowCase({ binding, flow }: BoundFlow, { what, action, paths, spoil }: Deed): DriftCase {
  const change = { kind: "flow", name: flow.alias, action } as const;
  const all = action === "rebuild" ? [binding, ...paths] : paths;
  const expected: ExpectedChange = action === "create" ? change : { ...change, paths: all };
  return {
    name: caseName(change, what),
    expected: [expected],
    spoil: async (client) => {
      const alias = await boundAlias(client, binding);
      const executions = await client.authenticationManagement.getExecutions({ flow: alias });
      await spoil(client, executions, alias);
    },
    read: (client) => liveFlow(client, binding, flow),
    declared: { isOurs: true, description: flow.description, rows: walk(flow.steps) },
    tidy: (client) => removeReplaced(client, binding, flow),
  };
}

/** What is bound, and what the flow is said to be for. */
function wholeFlowCases(one: BoundFlow): DriftCase[] {
  const { binding, flow } = one;
  const bindStock = (client: KeycloakAdminClient) => bind(client, binding, stock[binding]);
  return [
    flowCase(one, {
      what: `${binding} (${stock[binding] ? "bound to the server's own" : "not bound"})`,
      action: "update",
      paths: [binding],
      spoil: bindStock,
    }),
    flowCase(one, {
      what: "removed",
      action: "create",
      paths: [],
      spoil: async (client) => {
        await bindStock(client);
        await removeReplaced(client, binding, flow);
      },
    }),
    flowCase(one, {
      what: "description (changed)",
      action: "update",
      paths: ["description"],
      spoil: async (client, _, alias) => {
        const flows = await client.authenticationManagement.getFlows();
        const found = flows.find((other) => other.alias === alias);
        await client.authenticationManagement.updateFlow(
          { flowId: found?.id ?? "" },
          { ...found, description: "changed" },
        );
      },
    }),
  ];
}

/** Whether a step is taken, and when. */
function placeCases(one: BoundFlow, rows: readonly Row[], index: number): DriftCase[] {
  const { path = "" } = rows[index] ?? {};
  const next = rows.slice(index + 1).find((row) => above(row.path) === above(path));
  return [
    flowCase(one, {
      what: `${path}.requirement (changed)`,
      action: "rebuild",
      paths: [`${path}.requirement`],
      spoil: (client, executions, flow) => {
        const { requirement: declared, requirementChoices = [] } = executions[index] ?? {};
        // The console offers these; the server takes any.
        const requirement = requirementChoices.find((one) => one !== declared) ?? "DISABLED";
        const changed = { ...executions[index], requirement };
        return client.authenticationManagement.updateExecution({ flow }, changed);
      },
    }),
    flowCase(one, {
      what: `${path}.priority (changed)`,
      action: "update",
      paths: [`${path}.priority`],
      spoil: (client, executions, flow) => {
        const changed = { ...executions[index], priority: (executions[index]?.priority ?? 0) + 1 };
        return client.authenticationManagement.updateExecution({ flow }, changed);
      },
    }),
    ...(next
      ? [
          flowCase(one, {
            what: `${path} (after ${next.path})`,
            action: "rebuild",
            paths: [`${path}.priority`, `${next.path}.priority`],
            spoil: (client, executions) =>
              client.authenticationManagement.lowerPriorityExecution({
                id: executions[index]?.id ?? "",
              }),
          }),
        ]
      : []),
  ];
}

/** A step's configuration, and a part's description. */
function settingCases(one: BoundFlow, rows: readonly Row[], index: number): DriftCase[] {
  const row = rows[index];
  if (!row) return [];
  const { path, config } = row;
  if (isPart(row)) {
    const spoil: Deed["spoil"] = (client, executions, flow) => {
      const changed = { ...executions[index], description: "changed" };
      return client.authenticationManagement.updateExecution({ flow }, changed);
    };
    const what = `${path}.description (changed)`;
    return [flowCase(one, { what, action: "update", paths: [`${path}.description`], spoil })];
  }
  const configured = (what: string, key: string, change: (all: typeof config) => typeof config) =>
    flowCase(one, {
      what: `${path}.config.${key} (${what})`,
      action: "update",
      paths: [`${path}.config.${key}`],
      spoil: async (client, executions) => {
        const management = client.authenticationManagement;
        const id = executions[index]?.authenticationConfig;
        if (id === undefined) {
          const alias = "hand-made";
          const place = { id: executions[index]?.id ?? "" };
          return management.createConfig({ ...place, alias, config: { ...change({}) } });
        }
        const found = await management.getConfig({ id });
        return management.updateConfig({ ...found, id, config: { ...change(found.config ?? {}) } });
      },
    });
  return [
    ...Object.keys(config).flatMap((key) => [
      configured("changed", key, (all) => ({ ...all, [key]: "changed" })),
      configured("removed", key, ({ [key]: _, ...others }) => others),
    ]),
    configured("one too many", "hand-made", (all) => ({ ...all, "hand-made": "true" })),
  ];
}

function removalCase(one: BoundFlow, rows: readonly Row[], { path }: Row): DriftCase {
  const gone = rows.filter((row) => row.path === path || row.path.startsWith(`${path} > `));
  return flowCase(one, {
    what: `${path} (removed)`,
    action: "rebuild",
    paths: gone.map((row) => row.path),
    spoil: (client, executions) =>
      client.authenticationManagement.delExecution({
        id: executions[rows.findIndex((row) => row.path === path)]?.id ?? "",
      }),
  });
}

/** @param part the path of a part, or nothing for the flow itself */
function additionCases(one: BoundFlow, part: string): DriftCase[] {
  const inside = (name: string) => (part ? `${part} > ${name}` : name);
  const whole = (alias: string) =>
    part ? partAlias(alias, part.split(" > ").at(-1) ?? "") : alias;
  return [
    flowCase(one, {
      what: `${inside(stranger)} (a step too many)`,
      action: "rebuild",
      paths: [inside(stranger)],
      spoil: (client, _, alias) =>
        client.authenticationManagement.addExecutionToFlow({
          flow: whole(alias),
          provider: stranger,
        }),
    }),
    flowCase(one, {
      what: `${inside("hand-made")} (a part too many)`,
      action: "rebuild",
      paths: [inside("hand-made")],
      spoil: (client, _, alias) =>
        client.authenticationManagement.addFlowToFlow({
          flow: whole(alias),
          alias: "hand-made",
          description: "",
          type: "basic-flow",
          provider: "registration-page-form",
        }),
    }),
  ];
}

/** The declared steps in the order in which they are tried, those of a part after it. */
function walk(steps: readonly FlowStep[], before = ""): Row[] {
  return steps.flatMap((step, index) => {
    const path = before + stepName(steps, index);
    const place = { path, requirement: step.requirement, priority: priorityAt(index) };
    if (!isSubFlow(step)) return [{ ...place, config: step.config ?? {} }];
    const { description } = step;
    return [{ ...place, config: {}, description }, ...walk(step.steps, `${path} > `)];
  });
}

/** What is bound, as the server has it, in the words of what is declared. */
async function liveFlow(client: KeycloakAdminClient, binding: FlowBinding, flow: Flow) {
  const management = client.authenticationManagement;
  const alias = await boundAlias(client, binding);
  if (alias === "") return null;
  const description = (await management.getFlows()).find((one) => one.alias === alias)?.description;
  const executions: Execution[] = await management.getExecutions({ flow: alias });
  const names: string[] = [];
  const rows: Row[] = [];
  for (const execution of executions) {
    const { level = 0, requirement = "", priority = 0, authenticationConfig: id } = execution;
    const { authenticationFlow, displayName = "", providerId = "" } = execution;
    names.splice(level, names.length, authenticationFlow ? "" : providerId);
    if (authenticationFlow) names[level] = displayName.replace(partAlias(alias, ""), "");
    const config = id ? ((await management.getConfig({ id })).config ?? {}) : {};
    const part = authenticationFlow ? { description: execution.description ?? "" } : {};
    rows.push({ path: names.join(" > "), requirement, priority, config, ...part });
  }
  return { isOurs: isGeneration(flow, alias), description, rows };
}

/** Replaced flows stay until nobody can be in the middle of them, which here is nobody ever. */
async function removeReplaced(client: KeycloakAdminClient, binding: FlowBinding, flow: Flow) {
  const management = client.authenticationManagement;
  const bound = await boundAlias(client, binding);
  for (const { id = "", alias = "" } of await management.getFlows()) {
    if (isGeneration(flow, alias) && alias !== bound) await management.deleteFlow({ flowId: id });
  }
}

async function boundAlias(client: KeycloakAdminClient, binding: FlowBinding): Promise<string> {
  if (binding === "postBrokerLoginFlow") {
    const provider = await client.identityProviders.findOne({ alias: microsoftAlias });
    return provider?.postBrokerLoginFlowAlias ?? "";
  }
  const settings: Partial<Record<FlowBinding, string>> | undefined = await client.realms.findOne({
    realm: client.realmName,
  });
  return settings?.[binding] ?? "";
}

async function bind(client: KeycloakAdminClient, binding: FlowBinding, flow: string) {
  if (binding === "postBrokerLoginFlow") {
    const provider = await client.identityProviders.findOne({ alias: microsoftAlias });
    const bound = { ...provider, postBrokerLoginFlowAlias: flow };
    await client.identityProviders.update({ alias: microsoftAlias }, bound);
  } else {
    await client.realms.update({ realm: client.realmName }, { [binding]: flow });
  }
}

function isPart({ description }: Row): boolean {
  return description !== undefined;
}

function above(path: string): string {
  return path.split(" > ").slice(0, -1).join(" > ");
}
