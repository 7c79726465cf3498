import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import { NetworkError } from "@keycloak/keycloak-admin-client";
import type AuthenticationExecutionInfoRepresentation from "@keycloak/keycloak-admin-client/lib/defs/authenticationExecutionInfoRepresentation.js";
import { UserError } from "../errors.ts";
import { currentFlow, type LiveStep } from "../plan/live-flow.ts";
import type { LiveRealm } from "../plan/live-realm.ts";
import type { DesiredRealm } from "../realm/desired.ts";
import { numberedName, partAlias } from "../realm/flow.ts";

/** An execution as Keycloak sends it; its own type leaves the priority out. */
export type Execution = AuthenticationExecutionInfoRepresentation & { priority?: number };

/** A step as one row of the flow's listing, with its configuration if it has one. */
interface Row extends Execution {
  config?: Record<string, string>;
}

/**
 * Reads which flows there are, and the steps of those of ours that count.
 *
 * @param bound the aliases of what is bound
 */
export async function readFlows(
  client: KeycloakAdminClient,
  desired: DesiredRealm,
  bound: LiveRealm["bound"],
): Promise<Pick<LiveRealm, "flows" | "currentFlows">> {
  const listed = await client.authenticationManagement.getFlows().catch((error: unknown) => {
    throw unlisted(error, client.realmName);
  });
  const flows = listed.map(({ id = "", alias = "", description = "", providerId: type = "" }) => ({
    id,
    alias,
    description,
    type,
  }));
  const currentFlows = await Promise.all(
    desired.flows.map(async ({ binding, flow }) => {
      const current = currentFlow(flow, flows, bound[binding]);
      const steps = current && (await readSteps(client, current.alias));
      return [binding, current && { ...current, steps }] as const;
    }),
  );
  return { flows, currentFlows: Object.fromEntries(currentFlows) };
}

async function readSteps(
  client: KeycloakAdminClient,
  alias: string,
): Promise<LiveStep[] | undefined> {
  const management = client.authenticationManagement;
  const executions = await readable(() => management.getExecutions({ flow: alias }));
  if (!executions) return undefined;
  const rows = await Promise.all(
    executions.map(async (execution): Promise<Row> => {
      const { authenticationConfig: id } = execution;
      return id ? { ...execution, config: (await management.getConfig({ id })).config } : execution;
    }),
  );
  return stepsOf(rows, partAlias(alias, ""));
}

/**
 * @param rows in the order of a walk through the tree, each with its depth
 * @param prefix what every part's alias begins with
 */
function stepsOf(rows: readonly Row[], prefix: string, depth = 0): LiveStep[] {
  const starts = rows.flatMap(({ level }, index) => (level === depth ? [index] : []));
  const names = starts.map((start) => {
    const { authenticationFlow, displayName = "", providerId = "" } = rows[start] ?? {};
    if (!authenticationFlow) return providerId;
    return displayName.startsWith(prefix) ? displayName.slice(prefix.length) : displayName;
  });
  return starts.flatMap((start, index): LiveStep[] => {
    const row = rows[start];
    if (!row) return [];
    const { id = "", requirement = "", priority = 0, config = {} } = row;
    const step = { id, name: numberedName(names, index), requirement, priority, config };
    if (!row.authenticationFlow) {
      const { authenticationConfig, alias = "" } = row;
      const configuration = authenticationConfig && { id: authenticationConfig, alias };
      return [{ ...step, ...(configuration ? { configuration } : {}) }];
    }
    return [
      {
        ...step,
        flowId: row.flowId ?? "",
        alias: row.displayName ?? "",
        description: row.description ?? "",
        // Only a form has a provider.
        type: row.providerId ? "form-flow" : "basic-flow",
        steps: stepsOf(rows.slice(start + 1, starts[index + 1]), prefix, depth + 1),
      },
    ];
  });
}

/**
 * Of a flow it has just listed, Keycloak answers so for a step it does not know (404) and for a part
 * that is missing (500). The latter may also be a moment's weakness, so it is asked again.
 */
async function readable<T>(read: () => Promise<T>): Promise<T | undefined> {
  const isUnreadable = (error: unknown) =>
    error instanceof NetworkError && [404, 500].includes(error.response.status);
  try {
    return await read().catch((error: unknown) => {
      if (isUnreadable(error)) return read();
      throw error;
    });
  } catch (error) {
    if (isUnreadable(error)) return undefined;
    throw error;
  }
}

/** One flow whose part was deleted, and the step that the part was wasn't, spoils the whole list. */
function unlisted(error: unknown, realm: string): unknown {
  if (!(error instanceof NetworkError) || error.response.status !== 400) return error;
  return new UserError(
    "FLOWS_UNREADABLE",
    `Keycloak can't list the flows of the realm "${realm}": a part of one of them was deleted by hand, and the flow still refers to it`,
    "Put the part back (POST /admin/realms/…/authentication/flows takes its old id, which the realm's admin events name), or restore the realm from a backup.",
    { cause: error },
  );
}
