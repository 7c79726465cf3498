import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import { NetworkError } from "@keycloak/keycloak-admin-client";
import { expect } from "vitest";
import { accounts } from "../../scripts/bootstrap/accounts.ts";
import { bareRealm, giveKey, settleAccount } from "../../scripts/bootstrap/realm-accounts.ts";
import { applyConfig, applyPlan, compareRealm } from "../../scripts/keycloak/apply.ts";
import { newClientKey, publicClientKey } from "../../scripts/keycloak/client-key.ts";
import { type Connection, connect } from "../../scripts/keycloak/connection.ts";
import { isGeneration } from "../../scripts/plan/live-flow.ts";
import type { Plan } from "../../scripts/plan/plan.ts";
import type { DesiredRealm } from "../../scripts/realm/desired.ts";
import type { RunningKeycloak } from "../../scripts/server/keycloak.ts";
import { silentTeller } from "../../scripts/terminal.ts";
import { stateKey } from "./declared.ts";
import type { DriftCase, ExpectedChange } from "./drift-case.ts";

/** A realm that is as declared. */
export interface ProvingGround {
  readonly desired: DesiredRealm;
  /** The account that an installation's portail works as; it may do no more than that. */
  readonly connection: Connection;
  /** Somebody who may change everything by hand. */
  readonly client: KeycloakAdminClient;
  readonly administrator: Connection;
}

/** A realm that is disabled lets its own accounts in no more: somebody of `master` has to help. */
const lockedOut = /^realm \S+: enabled /;

/** Makes the realm. */
export async function provingGround(
  desired: DesiredRealm,
  { url, admin }: RunningKeycloak,
): Promise<ProvingGround> {
  const { name: realm } = desired;
  const administrator: Connection = { url, adminRealm: "master", credentials: admin };
  const client = await connect(administrator, realm);
  const account = accounts.portail;
  const clientKey = newClientKey();
  await client.realms.create(bareRealm(realm));
  await settleAccount(client, account);
  await giveKey(client, account, await publicClientKey(clientKey));
  const credentials = { clientId: account.clientId, clientKey };
  const connection = { url, adminRealm: realm, credentials };
  await applyConfig(desired, connection, silentTeller, { stateKey });
  return { desired, connection, client, administrator };
}

/** What was changed by hand is named by a plan, that alone, and an apply of that plan puts it back. */
export async function provePutBack(one: DriftCase, ground: ProvingGround): Promise<void> {
  const { client, desired, administrator } = ground;
  const connection = lockedOut.test(one.name) ? administrator : ground.connection;
  expect(await one.read(client), "before").toEqual(one.declared);
  try {
    await one.spoil(client);
    expect(await one.read(client), "changed by hand").not.toEqual(one.declared);
    const comparison = await compareRealm(desired, connection, { stateKey });
    expect(named(comparison.plan, desired), "the plan").toEqual(one.expected.map(sorted));
    await applyPlan(comparison, silentTeller);
    expect(await differences(ground), "the plan after the apply").toEqual([]);
    expect(await one.read(client), "put back").toEqual(one.declared);
  } catch (error) {
    // The next case begins from a realm as declared, whatever came of this one.
    await applyConfig(desired, administrator, silentTeller, { stateKey });
    throw error;
  } finally {
    await one.tidy?.(client);
  }
}

/** What was changed by hand leaves no trace: the server refuses it, ignores it or does not show it. */
export async function proveOutOfReach(one: DriftCase, ground: ProvingGround): Promise<void> {
  await one.spoil(ground.client).catch((error: unknown) => {
    if (!(error instanceof NetworkError && error.response.status === 400)) throw error;
  });
  expect(await differences(ground)).toEqual([]);
}

/** Where there is no such realm any more, and no account of it, an administrator makes it as declared. */
export async function proveMadeAnew({ desired, administrator }: ProvingGround): Promise<void> {
  const comparison = await compareRealm(desired, administrator, { stateKey });
  expect(comparison.live).toBeNull();
  await applyPlan(comparison, silentTeller);
  const { plan } = await compareRealm(desired, administrator, { stateKey });
  expect(plan).toMatchObject({ changes: [], conflicts: [], undeclared: [], unknown: [] });
}

async function differences({ desired, connection }: ProvingGround): Promise<ExpectedChange[]> {
  return named((await compareRealm(desired, connection, { stateKey })).plan, desired);
}

/** What a plan names, a flow by its own name whichever making of it is meant. */
function named({ changes }: Plan, { flows }: DesiredRealm): ExpectedChange[] {
  return changes.map(({ kind, name: found, action, fields }) => {
    const flow = kind === "flow" && flows.find(({ flow }) => isGeneration(flow, found))?.flow;
    const change = { kind, name: flow ? flow.alias : found, action };
    return action === "create"
      ? change
      : sorted({ ...change, paths: fields.map(({ path }) => path) });
  });
}

function sorted(change: ExpectedChange): ExpectedChange {
  return change.paths ? { ...change, paths: [...change.paths].sort() } : change;
}
