import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { authorizationUrl } from "../../test/support/authorization.ts";
import { shippedConfig, withoutLegacy } from "../../test/support/shipped-config.ts";
import { Visitor } from "../../test/support/visitor.ts";
import type { PortalConfig } from "../config/schema.ts";
import { buildExtension } from "../extension/build.ts";
import { replacedFlows, replacedFlowsAttribute } from "../plan/replaced-flows.ts";
import { type DesiredRealm, desiredRealm } from "../realm/desired.ts";
import { type FlowStep, isSubFlow } from "../realm/flow.ts";
import { type RunningKeycloak, startKeycloak } from "../server/keycloak.ts";
import { silentTeller } from "../terminal.ts";
import { applyConfig, compareRealm } from "./apply.ts";
import { type Connection, connect } from "./connection.ts";
import type { Execution } from "./live-flows.ts";

const app = "http://127.0.0.1:4001";

let keycloak: RunningKeycloak;
let connection: Connection;
let config: PortalConfig;

beforeAll(async () => {
  keycloak = await startKeycloak({ providers: [await buildExtension(silentTeller)] });
  connection = { url: keycloak.url, adminRealm: "master", credentials: keycloak.admin };
  config = withoutLegacy(await shippedConfig());
}, 300_000);
afterAll(() => keycloak?.stop());

/** A realm that was just applied, and what a test does with it. */
interface Applied {
  desired: DesiredRealm;
  client: KeycloakAdminClient;
  management: KeycloakAdminClient["authenticationManagement"];
  apply(): Promise<readonly string[]>;
  rows(flow: string): Promise<Execution[]>;
  bound(binding: "browserFlow" | "resetCredentialsFlow"): Promise<string | undefined>;
}

async function applied(realm: string): Promise<Applied> {
  const desired = desiredRealm(config, realm);
  await applyConfig(desired, connection, silentTeller);
  const client = await connect(connection, realm);
  const management = client.authenticationManagement;
  return {
    desired,
    client,
    management,
    apply: async () => (await applyConfig(desired, connection, silentTeller)).changes,
    rows: (flow) => management.getExecutions({ flow }),
    bound: async (binding) => (await client.realms.findOne({ realm }))?.[binding],
  };
}

function row(rows: readonly Execution[], name: string): Execution & { id: string } {
  const found = rows.find((one) => one.providerId === name || one.displayName === name);
  if (!found?.id) throw new Error(`no step ${name}`);
  return { ...found, id: found.id };
}

/** The realm's note of when flows were replaced, as it would be after many hours. */
async function letHoursPass({ client }: Applied): Promise<void> {
  const { realmName: realm } = client;
  const settings = await client.realms.findOne({ realm });
  const noted = Object.keys(replacedFlows(settings ?? {}));
  const long = Object.fromEntries(noted.map((alias) => [alias, "2020-01-01T00:00:00.000Z"]));
  const attributes = { ...settings?.attributes, [replacedFlowsAttribute]: JSON.stringify(long) };
  await client.realms.update({ realm }, { attributes });
}

describe("a flow changed by hand", { timeout: 60_000 }, () => {
  it("gets configuration, places and descriptions back in place", async () => {
    const { management, rows, apply } = await applied("in-place");
    const before = await rows("portal-reset");
    const mail = row(before, "school-reset-mail");
    const condition = row(before, "conditional-credential");
    const part = row(before, "portal-reset second factor");
    const password = row(before, "reset-password");
    await management.updateConfig({
      id: mail.authenticationConfig ?? "",
      alias: "portal-reset school-reset-mail",
      config: { "force-login": "true", other: "value" },
    });
    await management.delConfig({ id: condition.authenticationConfig ?? "" });
    await management.createConfig({ id: password.id, alias: "x", config: { some: "thing" } });
    await management.updateExecution({ flow: "portal-reset" }, {
      ...part,
      description: "by hand",
    } as Execution);
    for (const [step, priority] of [
      [mail, 11],
      [part, 12],
      [password, 13],
    ] as const) {
      const moved: Execution = { ...step, priority };
      await management.updateExecution({ flow: "portal-reset" }, moved);
    }

    expect(await apply()).toEqual([
      [
        "flow portal-reset: school-reset-mail.priority",
        "school-reset-mail.config.force-login",
        "school-reset-mail.config.other",
        "second factor.priority",
        "second factor.description",
        "second factor > conditional-credential.config.credentials",
        "second factor > conditional-credential.config.included",
        "reset-password.priority",
        "reset-password.config.some",
      ].join(", "),
    ]);
    const after = await rows("portal-reset");
    // Whoever is in the middle of the flow goes on with the same steps.
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(await apply()).toEqual([]);
  });

  it("is made anew and bound where its structure differs; the old one waits", async () => {
    const realm = await applied("broken");
    const { id } = row(await realm.rows("portal-reset"), "auth-otp-form");
    await realm.management.delExecution({ id });
    expect(await realm.apply()).toEqual(["flow portal-reset-2 made and bound"]);
    expect(await realm.bound("resetCredentialsFlow")).toBe("portal-reset-2");
    expect(await realm.apply()).toEqual([]);

    const { plan } = await compareRealm(realm.desired, connection);
    expect(plan).toMatchObject({
      changes: [],
      leftovers: [{ alias: "portal-reset", action: "remove", from: expect.any(String) }],
    });
    await letHoursPass(realm);
    expect(await realm.apply()).toEqual(["flow portal-reset removed"]);
    expect(await realm.apply()).toEqual([]);
  });

  it("is made anew where Keycloak itself can't read it", async () => {
    const { management, rows, apply } = await applied("unreadable");
    // The part is gone, and the step that it was is not.
    const { flowId = "" } = row(await rows("portal-browser"), "portal-browser second factor");
    await management.deleteFlow({ flowId });
    await expect(rows("portal-browser")).rejects.toThrow();
    expect(await apply()).toEqual(["flow portal-browser-2 made and bound"]);
    expect(await apply()).toEqual([]);
  });

  it("is explained where Keycloak can't list any flow because of it", async () => {
    const { management, rows, apply } = await applied("unlisted");
    const { flowId = "" } = row(await rows("portal-reset"), "portal-reset second factor");
    await management.deleteFlow({ flowId });
    await expect(apply()).rejects.toMatchObject({
      code: "FLOWS_UNREADABLE",
      message: expect.stringContaining("unlisted"),
      remedy: expect.stringContaining("events"),
    });
  });

  it("is made anew where somebody bound an older making of it", async () => {
    const realm = await applied("older");
    const { client, desired, bound, apply, management, rows } = realm;
    const { id } = row(await rows("portal-reset"), "auth-otp-form");
    await management.delExecution({ id });
    await apply();
    await client.realms.update({ realm: desired.name }, { resetCredentialsFlow: "portal-reset" });
    expect(await apply()).toEqual([
      "flow portal-reset-3 made and bound",
      "flow portal-reset-2 noted as no longer used",
    ]);
    expect(await bound("resetCredentialsFlow")).toBe("portal-reset-3");
    await letHoursPass(realm);
    expect(await apply()).toEqual(["flow portal-reset removed", "flow portal-reset-2 removed"]);
    expect(await apply()).toEqual([]);
  });

  it("is bound again where Keycloak's own was bound", async () => {
    const { desired, client, bound, apply } = await applied("own-browser");
    await client.realms.update({ realm: desired.name }, { browserFlow: "browser" });
    expect(await apply()).toEqual(["flow portal-browser: browserFlow"]);
    expect(await bound("browserFlow")).toBe("portal-browser");
    expect(await apply()).toEqual([]);
  });

  it("is not removed while a client uses it", async () => {
    const realm = await applied("used-by-client");
    const { client, management, rows, apply, desired } = realm;
    const { id } = row(await rows("portal-browser"), "auth-otp-form");
    await management.delExecution({ id });
    await apply();
    await letHoursPass(realm);
    const [theirs] = await client.clients.find({ clientId: "account" });
    const flows = await management.getFlows();
    const old = flows.find(({ alias }) => alias === "portal-browser")?.id ?? "";
    const override = (browser: string) =>
      client.clients.update(
        { id: theirs?.id ?? "" },
        { ...theirs, authenticationFlowBindingOverrides: { browser } },
      );
    await override(old);
    const { plan } = await compareRealm(desired, connection);
    expect(plan.leftovers).toEqual([
      { alias: "portal-browser", action: "keep", usedBy: ["the client account"] },
    ]);
    expect(await apply()).toEqual([]);
    await override("");
    expect(await apply()).toEqual(["flow portal-browser removed"]);
  });
});

describe("an apply that stops in the middle of a flow", { timeout: 60_000 }, () => {
  it("says why, and the next one removes what was never complete nor bound", async () => {
    const { desired, rows, bound, apply } = await applied("half-made");
    const lacking: DesiredRealm = {
      ...desired,
      flows: desired.flows.map(({ binding, flow }) =>
        binding === "browserFlow"
          ? {
              binding,
              flow: {
                ...flow,
                steps: [
                  ...flow.steps,
                  { authenticator: "no-such-step", requirement: "ALTERNATIVE" },
                ],
              },
            }
          : { binding, flow },
      ),
    };
    await expect(applyConfig(lacking, connection, silentTeller)).rejects.toMatchObject({
      code: "FLOW_STEP_UNKNOWN",
      message: expect.stringMatching(/portal-browser-2.*no-such-step/),
    });
    expect(await bound("browserFlow")).toBe("portal-browser");
    expect((await rows("portal-browser-2")).length).toBeGreaterThan(0);

    const { plan } = await compareRealm(desired, connection);
    expect(plan).toMatchObject({
      changes: [],
      leftovers: [{ alias: "portal-browser-2", action: "remove" }],
    });
    // What is made in the meantime can't be confused with it.
    const { plan: next } = await compareRealm(lacking, connection);
    expect(next.changes).toMatchObject([{ name: "portal-browser-3", action: "rebuild" }]);
    expect(await apply()).toEqual(["flow portal-browser-2 removed"]);
    // Its parts' names are free again.
    const { flows } = withoutCodes(desired);
    expect((await applyConfig({ ...desired, flows }, connection, silentTeller)).changes).toContain(
      "flow portal-browser-2 made and bound",
    );
  });
});

/** The realm with flows that have one step less. */
function withoutCodes(desired: DesiredRealm): DesiredRealm {
  const fewer = (steps: readonly FlowStep[]): readonly FlowStep[] =>
    steps
      .filter((step) => !isSubFlow(step) || step.name !== "recovery code")
      .map((step) => (isSubFlow(step) ? { ...step, steps: fewer(step.steps) } : step));
  return {
    ...desired,
    flows: desired.flows.map(({ binding, flow }) => ({
      binding,
      flow: { ...flow, steps: fewer(flow.steps) },
    })),
  };
}

describe("a form that is open while the flow is replaced", { timeout: 60_000 }, () => {
  it("is shown once more, without a word of error, and nothing is counted", async () => {
    const { desired, client, management, rows, apply } = await applied("across");
    const { name: realm } = desired;
    const email = "parent@example.org";
    const password = "une phrase assez longue";
    const credentials = [{ type: "password", value: password }];
    const { id } = await client.users.create({
      username: email,
      email,
      enabled: true,
      credentials,
      groups: ["/schools/demo"],
    });
    const school = { clientId: "school-demo", app: { url: app } };
    const visitor = new Visitor(app);
    await visitor.open(authorizationUrl({ issuer: `${keycloak.url}/realms/${realm}` }, school));

    const step = row(await rows("portal-browser"), "auth-otp-form");
    await management.delExecution({ id: step.id });
    expect(await apply()).toEqual(["flow portal-browser-2 made and bound"]);

    await visitor.send({ username: email, password });
    // It knows by now who it is.
    expect(visitor.fields).not.toContain("username");
    expect(visitor.fields).toContain("password");
    expect(visitor.html).not.toMatch(/alert-error|aria-invalid="true"/);
    await visitor.send({ password });
    expect(visitor.url).toMatch(/callback\?.*code=/);

    const events = await client.realms.findEvents({ realm });
    expect(events.map(({ type }) => type)).toEqual(["LOGIN"]);
    expect(await client.attackDetection.findOne({ id })).toMatchObject({ numFailures: 0 });
  });
});
