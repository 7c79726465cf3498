import { describe, expect, it } from "vitest";
import { shippedConfig } from "../../test/support/shipped-config.ts";
import { desiredRealm } from "../realm/desired.ts";
import { dueLeftovers, flowChanges, leftoverFlows } from "./flow-changes.ts";
import { asUnfinished, type LiveFlow, type LiveStep } from "./live-flow.ts";
import { realmAsDeclared } from "./live-realm.fixture.ts";
import type { LiveRealm } from "./live-realm.ts";
import { replacedFlowsAttribute } from "./replaced-flows.ts";

const config = await shippedConfig();
const desired = desiredRealm(config);
const live = realmAsDeclared(desired);
const reset = live.currentFlows.resetCredentialsFlow as LiveFlow;
const steps = reset.steps as [LiveStep, LiveStep, LiveStep, LiveStep];
const [chooseUser, mail, factor, ...others] = steps;

/** The realm with something else in the place of the reset flow's steps. */
function withReset(change: Partial<LiveFlow>): LiveRealm {
  const resetCredentialsFlow = { ...reset, ...change };
  const flows = live.flows.map((flow) => (flow.id === reset.id ? { ...flow, ...change } : flow));
  return { ...live, flows, currentFlows: { ...live.currentFlows, resetCredentialsFlow } };
}

describe("a flow", () => {
  it("that is as declared is left alone", () => {
    expect(flowChanges(desired, live)).toEqual([]);
  });

  it.each<[string, LiveStep[], { path: string; from: unknown; to: unknown }]>([
    [
      "a step that is missing",
      [mail, factor, ...others],
      { path: chooseUser.name, from: null, to: "REQUIRED at 10" },
    ],
    [
      "a step too many",
      [...steps, { ...chooseUser, name: "deny-access-authenticator", priority: 99 }],
      { path: "deny-access-authenticator", from: "REQUIRED at 99", to: null },
    ],
    [
      "another requirement",
      [{ ...chooseUser, requirement: "DISABLED" }, mail, factor, ...others],
      { path: `${chooseUser.name}.requirement`, from: "DISABLED", to: "REQUIRED" },
    ],
    [
      "another order",
      [mail, chooseUser, factor, ...others].map((step, index) => ({ ...step, priority: index })),
      { path: `${mail.name}.priority`, from: 0, to: 20 },
    ],
    [
      "a step missing in a part",
      [chooseUser, mail, { ...factor, steps: factor.steps?.slice(1) }, ...others],
      {
        path: "second factor > conditional-user-configured",
        from: null,
        to: "REQUIRED at 10",
      },
    ],
    [
      "a part of another kind",
      [chooseUser, mail, { ...factor, type: "form-flow" }, ...others],
      { path: "second factor.type", from: "form-flow", to: "basic-flow" },
    ],
  ])("with %s is made anew under the next name", (_, steps, field) => {
    const [change, ...more] = flowChanges(desired, withReset({ steps }));
    expect(more).toEqual([]);
    expect(change).toMatchObject({ kind: "flow", name: "portal-reset-2", action: "rebuild" });
    expect(change?.fields[0]).toEqual({
      path: "resetCredentialsFlow",
      from: "portal-reset",
      to: "portal-reset-2",
    });
    expect(change?.fields).toContainEqual(field);
  });

  it.each<[string, Partial<LiveFlow>, { path: string; from: unknown; to: unknown }]>([
    [
      "another place in the same order",
      { steps: [chooseUser, { ...mail, priority: 25 }, factor, ...others] },
      { path: `${mail.name}.priority`, from: 25, to: 20 },
    ],
    [
      "another value in a step's configuration",
      { steps: [chooseUser, { ...mail, config: { "force-login": "true" } }, factor, ...others] },
      { path: `${mail.name}.config.force-login`, from: "true", to: "false" },
    ],
    [
      "a value too many in a step's configuration",
      { steps: [chooseUser, { ...mail, config: { ...mail.config, x: "y" } }, factor, ...others] },
      { path: `${mail.name}.config.x`, from: "y", to: null },
    ],
    [
      "a part described otherwise",
      { steps: [chooseUser, mail, { ...factor, description: "?" }, ...others] },
      { path: "second factor.description", from: "?", to: factor.description },
    ],
    [
      "another description",
      { description: "?" },
      { path: "description", from: "?", to: reset.description },
    ],
  ])("with %s is set right in place", (_, change, field) => {
    expect(flowChanges(desired, withReset(change))).toEqual([
      { kind: "flow", name: "portal-reset", action: "update", fields: [field] },
    ]);
  });

  it("is bound again when somebody bound Keycloak's own", () => {
    const bound = { ...live.bound, resetCredentialsFlow: "reset credentials" };
    expect(flowChanges(desired, { ...live, bound })).toEqual([
      {
        kind: "flow",
        name: "portal-reset",
        action: "update",
        fields: [{ path: "resetCredentialsFlow", from: "reset credentials", to: "portal-reset" }],
      },
    ]);
    expect(leftoverFlows(desired, { ...live, bound })).toEqual([]);
  });

  it("that Keycloak itself can't read is made anew", () => {
    const [change] = flowChanges(desired, withReset({ steps: undefined }));
    expect(change).toMatchObject({ name: "portal-reset-2", action: "rebuild" });
    expect(change?.fields[1]).toEqual({ path: "steps", from: "unreadable", to: "complete" });
  });

  it("is made when somebody deleted it", () => {
    const gone: LiveRealm = {
      ...live,
      bound: { ...live.bound, resetCredentialsFlow: undefined },
      flows: live.flows.filter(({ id }) => id !== reset.id),
      currentFlows: { ...live.currentFlows, resetCredentialsFlow: undefined },
    };
    expect(flowChanges(desired, gone)).toMatchObject([
      {
        kind: "flow",
        name: "portal-reset",
        action: "create",
        fields: [
          { path: "resetCredentialsFlow", from: null, to: "portal-reset" },
          { path: chooseUser.name },
          { path: mail.name },
          { path: "second factor" },
          { path: "second factor > conditional-user-configured" },
          { path: "second factor > conditional-credential" },
          { path: "second factor > auth-otp-form" },
          { path: "second factor > webauthn-authenticator" },
          { path: "second factor > recovery code" },
          { path: "second factor > recovery code > auth-recovery-authn-code-form" },
          { path: "reset-password" },
        ],
      },
    ]);
  });
});

describe("a flow that is no longer bound", () => {
  const newer: LiveFlow = { ...reset, id: "newer", alias: "portal-reset-2" };

  /** The realm after the reset flow was replaced. */
  function replaced(attributes: Record<string, string> = {}, more: Partial<LiveRealm> = {}) {
    const settings = {
      ...live.settings,
      accessCodeLifespanLogin: 3600,
      accessCodeLifespanUserAction: 600,
      attributes: { ...live.settings.attributes, ...attributes },
    };
    const currentFlows = { ...live.currentFlows, resetCredentialsFlow: newer };
    const bound = { ...live.bound, resetCredentialsFlow: newer.alias };
    return { ...live, settings, bound, flows: [...live.flows, newer], currentFlows, ...more };
  }
  const since = (time: string) => ({
    [replacedFlowsAttribute]: JSON.stringify({ "portal-reset": time }),
  });
  const quick = desiredRealm({
    ...config,
    signIn: { ...config.signIn, lifespan: { ...config.signIn.lifespan, seconds: 60 } },
  });

  it("is no difference", () => {
    expect(flowChanges(desired, replaced())).toEqual([]);
  });

  it("waits until nobody can be in the middle of it: two pages, each open as long as allowed", () => {
    const leftovers = leftoverFlows(quick, replaced(since("2026-03-01T10:00:00.000Z")));
    expect(leftovers).toEqual([
      { alias: "portal-reset", action: "remove", from: "2026-03-01T12:00:00.000Z" },
    ]);
    expect(dueLeftovers(leftovers, new Date("2026-03-01T11:59:59.999Z"))).toEqual([]);
    expect(dueLeftovers(leftovers, new Date("2026-03-01T12:00:00.000Z"))).toEqual(leftovers);
  });

  it("waits for the longer of the times that are and will be allowed", () => {
    const slow = desiredRealm({
      ...config,
      signIn: { ...config.signIn, lifespan: { ...config.signIn.lifespan, seconds: 7200 } },
    });
    expect(leftoverFlows(slow, replaced(since("2026-03-01T10:00:00.000Z")))).toMatchObject([
      { action: "remove", from: "2026-03-01T14:00:00.000Z" },
    ]);
  });

  it.each([undefined, "not JSON", '{"portal-reset":"yesterday"}', "[]", "null"])(
    "is noted first when since when is not known (%s)",
    (text) => {
      const attributes = text === undefined ? undefined : { [replacedFlowsAttribute]: text };
      const leftovers = leftoverFlows(desired, replaced(attributes));
      expect(leftovers).toEqual([{ alias: "portal-reset", action: "note" }]);
      expect(dueLeftovers(leftovers, new Date())).toEqual(leftovers);
    },
  );

  it("is removed at once when it was never complete, and never bound", () => {
    const half = { ...asUnfinished(reset), id: "half", alias: "portal-reset-2" };
    const realm = { ...live, flows: [...live.flows, half] };
    expect(flowChanges(desired, realm)).toEqual([]);
    expect(leftoverFlows(desired, realm)).toEqual([{ alias: "portal-reset-2", action: "remove" }]);
    const [broken] = flowChanges(desired, { ...withReset({ steps: [] }), flows: realm.flows });
    expect(broken?.name).toBe("portal-reset-3");
  });

  it("stays as long as something else uses it", () => {
    const old = since("2020-01-01T00:00:00.000Z");
    const overridden = new Map([
      ...live.clients,
      ["theirs", { authenticationFlowBindingOverrides: { browser: reset.id } }] as const,
    ]);
    expect(leftoverFlows(desired, replaced(old, { clients: overridden }))).toEqual([
      { alias: "portal-reset", action: "keep", usedBy: ["the client theirs"] },
    ]);
    const provider = { firstBrokerLoginFlowAlias: "portal-reset" };
    const identityProviders = new Map([["theirs", provider]]);
    expect(leftoverFlows(desired, replaced(old, { identityProviders }))).toEqual([
      { alias: "portal-reset", action: "keep", usedBy: ["the identity provider theirs"] },
    ]);
    const realm = replaced(old);
    const settings = { ...realm.settings, registrationFlow: "portal-reset" };
    expect(leftoverFlows(desired, { ...realm, settings })).toEqual([
      { alias: "portal-reset", action: "keep", usedBy: ["the realm's registrationFlow"] },
    ]);
  });

  it("is somebody else's when only its beginning is like ours", () => {
    const alike = ["portal-reset-old", "portal-reset-02", "portal-reset-", "portal-resets"];
    const flows = [...live.flows, ...alike.map((alias) => ({ ...reset, id: alias, alias }))];
    expect(leftoverFlows(desired, { ...live, flows })).toEqual([]);
  });
});
