import { describe, expect, it } from "vitest";
import { loadConfig } from "../config/load.ts";
import { desiredRealm } from "../realm/desired.ts";
import { placedSteps } from "./flow-steps.ts";
import type { LiveRealm } from "./live-realm.ts";
import { planOf } from "./plan.ts";

const config = await loadConfig("realm-config", {
  SMTP_HOST: "127.0.0.1",
  SMTP_PORT: "1025",
  DEMO_SCHOOL_URL: "http://127.0.0.1:4001",
  SAINT_EXUPERY_SCHOOL_URL: "http://127.0.0.1:4002",
});
const desired = desiredRealm(config);

/** A realm that is as declared, and has something more of each kind. */
const live: LiveRealm = {
  settings: {
    ...desired.settings,
    displayNameHtml: "not declared",
    browserFlow: "portal-browser",
    resetCredentialsFlow: "portal-reset",
  },
  userProfile: desired.userProfile,
  flows: ["browser", "portal-browser", "portal-reset"].map((alias) => ({ id: alias, alias })),
  boundSteps: Object.fromEntries(
    desired.flows.map(({ binding, flow }) => [binding, placedSteps(flow.steps)]),
  ),
  clients: new Map(
    [...desired.clients, ...desired.builtInClients, { clientId: "theirs" }].map((client) => [
      client.clientId ?? "",
      { ...client, id: "some-id" },
    ]),
  ),
  clientScopeIds: new Map(),
  messages: { ...desired.messages, it: { termsUrl: "not declared" } },
  groupIds: new Map(["/schools", ...desired.groups, "/theirs"].map((path) => [path, path])),
};
const inSync = { realm: "itschool", changes: [], leftovers: [], unknown: [] };

describe("a plan", () => {
  it("is empty for a realm that is as declared, whatever else is in it", () => {
    expect(planOf(desired, live)).toEqual(inSync);
  });

  it("makes everything where there is no realm, in the order in which it is made", () => {
    const { changes } = planOf(desired, null);
    expect(changes.map(({ kind, name, action }) => `${action} ${kind} ${name}`)).toEqual([
      "create realm itschool",
      "create user profile itschool",
      "create flow portal-browser",
      "create flow portal-reset",
      "create client school-demo",
      "create client school-saint-exupery",
      "update client admin-cli",
      "update client account",
      "update client account-console",
      "update client security-admin-console",
      ...Object.entries(desired.messages).flatMap(([language, messages]) =>
        Object.keys(messages).map((key) => `create message ${language} ${key}`),
      ),
      "create group /schools",
      "create group /schools/demo",
      "create group /schools/saint-exupery",
    ]);
  });

  it("names each field that somebody changed, with what it was and what it should be", () => {
    const demo = live.clients.get("school-demo");
    const changed: LiveRealm = {
      ...live,
      settings: { ...live.settings, registrationAllowed: true },
      clients: new Map([
        ...live.clients,
        ["school-demo", { ...demo, redirectUris: ["https://evil.example/*"], protocolMappers: [] }],
      ]),
    };
    const { changes } = planOf(desired, changed);
    expect(changes).toMatchObject([
      { kind: "realm", fields: [{ path: "registrationAllowed", from: true, to: false }] },
      { kind: "client", name: "school-demo", school: "demo", action: "update" },
    ]);
    expect(changes[1]?.fields).toContainEqual({
      path: "redirectUris",
      from: ["https://evil.example/*"],
      to: ["http://127.0.0.1:4001/callback"],
    });
    expect(changes[1]?.fields.map(({ path }) => path)).toContain(
      "mappers.school user names.config.claim.name",
    );
  });

  it("sees a rule too many in the user profile", () => {
    const [first, ...others] = desired.userProfile.attributes ?? [];
    const asking = { ...first, validations: { ...first?.validations, pattern: { pattern: "x" } } };
    const userProfile = { ...desired.userProfile, attributes: [asking, ...others] };
    expect(planOf(desired, { ...live, userProfile }).changes).toMatchObject([
      { kind: "user profile", fields: [{ path: "attributes.username.validations" }] },
    ]);
    const more = { ...desired.userProfile, attributes: [asking, ...others, { name: "birthday" }] };
    expect(planOf(desired, { ...live, userProfile: more }).changes[0]?.fields[0]).toMatchObject({
      path: "attributes",
      from: ["username", "email", "firstName", "lastName", "birthday"],
    });
  });

  it("rebuilds a flow under a new name for a step that is missing, changed or too many", () => {
    const steps = live.boundSteps.resetCredentialsFlow ?? [];
    const [first, ...others] = steps;
    if (!first) throw new Error("no step to change");
    for (const [broken, path] of [
      [others, first.name],
      [[{ ...first, requirement: "DISABLED" }, ...others], first.name],
      [[...steps, { ...first, priority: 99 }], `${first.name} (2)`],
      [[{ ...first, config: { x: "y" } }, ...others], first.name],
    ] as const) {
      const boundSteps = { ...live.boundSteps, resetCredentialsFlow: broken };
      const { changes } = planOf(desired, { ...live, boundSteps });
      expect(changes).toMatchObject([
        {
          kind: "flow",
          name: "portal-reset-2",
          action: "rebuild",
          fields: [
            { path: "resetCredentialsFlow", from: "portal-reset", to: "portal-reset-2" },
            { path },
          ],
        },
      ]);
    }
  });

  it("lists a replaced flow apart: it is no difference", () => {
    const flows = [...live.flows, { id: "new", alias: "portal-reset-2" }];
    const settings = { ...live.settings, resetCredentialsFlow: "portal-reset-2" };
    expect(planOf(desired, { ...live, flows, settings })).toEqual({
      ...inSync,
      leftovers: ["portal-reset"],
    });
  });

  it("holds no secret, and counts one that is hidden as unknown", () => {
    const secret = "correct horse battery";
    const mail = { ...config.mail, user: "portal", password: secret };
    const withPassword = desiredRealm({ ...config, mail });
    const smtpServer = (password: string) => ({
      ...live,
      settings: {
        ...live.settings,
        smtpServer: { ...withPassword.settings.smtpServer, password },
      },
    });
    const hidden = planOf(withPassword, smtpServer("**********"));
    expect(hidden).toEqual({ ...inSync, unknown: ["realm itschool: smtpServer.password"] });
    const other = planOf(withPassword, smtpServer("an older secret"));
    expect(other.changes[0]?.fields).toEqual([{ path: "smtpServer.password", secret: "changed" }]);
    const plans = JSON.stringify([hidden, other, planOf(withPassword, null)]);
    expect(plans).not.toContain(secret);
    expect(plans).not.toContain("an older secret");
  });
});
