import KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import { afterEach, expect, it, vi } from "vitest";
import { shippedConfig } from "../../test/support/shipped-config.ts";
import { desiredRealm } from "../realm/desired.ts";
import { readFlows } from "./live-flows.ts";

const config = await shippedConfig();
const desired = desiredRealm(config);
afterEach(() => vi.unstubAllGlobals());

/** Reads from a server that has one flow, and answers so when asked for its steps. */
function reading(answers: Response[]) {
  vi.stubGlobal("fetch", async (input: string | URL) => {
    const { pathname } = new URL(input);
    if (pathname.endsWith("/flows")) {
      return Response.json([{ id: "its-id", alias: "portal-browser", providerId: "basic-flow" }]);
    }
    const answer = answers.shift();
    if (!answer) throw new Error(`asked too often: ${pathname}`);
    return answer;
  });
  const client = new KeycloakAdminClient({ baseUrl: "http://127.0.0.1:1", realmName: "any" });
  client.setAccessToken("none");
  return readFlows(client, desired, { browserFlow: "portal-browser" });
}

const failure = (status: number) => Response.json({ error: "unknown_error" }, { status });
const step = { id: "step", level: 0, requirement: "REQUIRED", priority: 10, providerId: "a-step" };

it("asks again before it takes a flow for one that Keycloak can't read", async () => {
  const { currentFlows } = await reading([failure(500), Response.json([step])]);
  expect(currentFlows.browserFlow?.steps).toMatchObject([{ name: "a-step", priority: 10 }]);
});

it.each([404, 500])("knows a flow that Keycloak can't read (%i)", async (status) => {
  const { currentFlows } = await reading([failure(status), failure(status)]);
  expect(currentFlows.browserFlow).toMatchObject({ alias: "portal-browser", steps: undefined });
});

it.each([403, 503])("takes no other failure for that (%i)", async (status) => {
  await expect(reading([failure(status), failure(status)])).rejects.toThrow();
});

it("numbers the steps that stand in the same place twice, and nests parts", async () => {
  const part = {
    ...{ id: "part", level: 0, requirement: "REQUIRED", priority: 30, authenticationFlow: true },
    ...{ displayName: "portal-browser forms", description: "d", flowId: "part-flow" },
  };
  const rows = [step, { ...step, id: "second", priority: 20 }, part, { ...step, level: 1 }];
  const { currentFlows } = await reading([Response.json(rows)]);
  expect(currentFlows.browserFlow?.steps).toMatchObject([
    { name: "a-step", id: "step" },
    { name: "a-step (2)", id: "second" },
    { name: "forms", type: "basic-flow", steps: [{ name: "a-step" }] },
  ]);
});
