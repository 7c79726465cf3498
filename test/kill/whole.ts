import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import { expect } from "vitest";
import { readRealm } from "../../scripts/keycloak/read.ts";
import type { FieldChange } from "../../scripts/plan/field-changes.ts";
import { placedSteps, stepChanges } from "../../scripts/plan/flow-steps.ts";
import { isGeneration } from "../../scripts/plan/live-flow.ts";
import type { DesiredRealm } from "../../scripts/realm/desired.ts";

/** How each flow that is bound differs from what is declared, by what it is bound as. */
export async function boundFlows(
  client: KeycloakAdminClient,
  desired: DesiredRealm,
): Promise<Record<string, readonly FieldChange[]>> {
  const live = await readRealm(client, desired);
  const differences = desired.flows.flatMap(({ binding, flow }) => {
    const current = live?.currentFlows[binding];
    if (!live?.bound[binding]) return [];
    expect(current?.alias, `the ${binding} is one of ours`).toBe(live.bound[binding]);
    return [[binding, stepChanges(placedSteps(flow.steps), current?.steps ?? [])] as const];
  });
  return Object.fromEntries(differences);
}

/**
 * Everything that is declared is there, and once.
 *
 * @param told the aliases of the flows that a plan says are left over
 */
export async function expectWhole(
  client: KeycloakAdminClient,
  desired: DesiredRealm,
  told: readonly string[],
): Promise<void> {
  const clients = await client.clients.find({ clientId: "school-", search: true, max: 10_000 });
  const mappers = (list: typeof clients) =>
    Object.fromEntries(
      list.map(({ clientId, protocolMappers = [] }) => [
        clientId,
        protocolMappers.map(({ name }) => name).sort(),
      ]),
    );
  expect(mappers(clients)).toEqual(mappers([...desired.clients]));
  expect(clients).toHaveLength(desired.clients.length);

  const top = await client.groups.find({ max: 10_000 });
  expect(top.map(({ name }) => name)).toEqual(["schools"]);
  const parentId = top[0]?.id ?? "";
  const schools = await client.groups.listSubGroups({ parentId, max: 10_000 });
  expect(schools.map(({ path }) => path).sort()).toEqual([...desired.groups].sort());

  const providers = await client.identityProviders.find();
  expect(providers.map(({ alias }) => alias)).toEqual(
    desired.identityProviders.map(({ alias }) => alias),
  );

  const live = await readRealm(client, desired);
  const bound = Object.values(live?.bound ?? {});
  const flows = await client.authenticationManagement.getFlows();
  const unbound = flows
    .map(({ alias = "" }) => alias)
    .filter((alias) => desired.flows.some(({ flow }) => isGeneration(flow, alias)))
    .filter((alias) => !bound.includes(alias));
  expect([...told].sort()).toEqual(unbound.sort());
  expect(Object.keys(await boundFlows(client, desired))).toHaveLength(desired.flows.length);
}
