import type { DesiredRealm } from "../realm/desired.ts";
import { type FlowStep, isSubFlow, partAlias } from "../realm/flow.ts";
import { placedSteps } from "./flow-steps.ts";
import type { LiveFlow, LiveStep } from "./live-flow.ts";
import type { LiveRealm } from "./live-realm.ts";

/** For tests: a realm that is as declared, and has something more of each kind. */
export function realmAsDeclared(desired: DesiredRealm): LiveRealm {
  const flows = desired.flows.map(({ binding, flow }) => {
    const { alias, description } = flow;
    const steps = liveSteps(alias, flow.steps);
    return [
      binding,
      { id: `id of ${alias}`, alias, description, type: "basic-flow", steps },
    ] as const;
  });
  return {
    settings: {
      ...desired.settings,
      displayNameHtml: "not declared",
    },
    bound: Object.fromEntries(flows.map(([binding, { alias }]) => [binding, alias])),
    notes: {
      made: { client: desired.clients.map(({ clientId = "" }) => clientId) },
      secrets: {},
    },
    requiredActions: new Map(desired.requiredActions.map((one) => [one.alias ?? "", one])),
    identityProviders: new Map(),
    userProfile: desired.userProfile,
    flows: [
      { id: "id of browser", alias: "browser", description: "", type: "basic-flow" },
      ...flows.map(([, flow]) => flow),
    ],
    currentFlows: Object.fromEntries(flows),
    clients: new Map(
      [...desired.clients, ...desired.builtInClients, { clientId: "theirs" }].map((client) => [
        client.clientId ?? "",
        { ...client, id: "some-id" },
      ]),
    ),
    clientScopes: new Map(desired.clientScopes.map((one) => [one.name ?? "", one])),
    messages: { ...desired.messages, it: { termsUrl: "not declared" } },
    groupIds: new Map(["/schools", ...desired.groups, "/theirs"].map((path) => [path, path])),
  };
}

/** The steps as a server would have them. */
function liveSteps(flowAlias: LiveFlow["alias"], steps: readonly FlowStep[]): LiveStep[] {
  return placedSteps(steps).map((placed, index) => {
    const step = steps[index];
    const id = `id of ${placed.name}`;
    if (!step || !isSubFlow(step)) {
      const hasConfig = Object.keys(placed.config).length > 0;
      const configuration = { id: `config of ${placed.name}`, alias: placed.name };
      return { ...placed, id, steps: undefined, ...(hasConfig ? { configuration } : {}) };
    }
    return {
      ...placed,
      id,
      flowId: `flow of ${placed.name}`,
      alias: partAlias(flowAlias, step.name),
      steps: liveSteps(flowAlias, step.steps),
    };
  });
}
