import { describe, expect, it } from "vitest";
import { shippedConfig } from "../../test/support/shipped-config.ts";
import { desiredRealm } from "../realm/desired.ts";
import { realmAsDeclared } from "./live-realm.fixture.ts";
import type { LiveRealm } from "./live-realm.ts";
import { notesAfter } from "./notes-changes.ts";
import { planOf } from "./plan.ts";

const config = await shippedConfig();
const desired = desiredRealm(config);

const live = realmAsDeclared(desired);
const inSync = {
  realm: "itschool",
  changes: [],
  conflicts: [],
  undeclared: [],
  leftovers: [],
  unknown: [],
};

describe("a plan", () => {
  it("is empty for a realm that is as declared, whatever else is in it", () => {
    expect(planOf(desired, live)).toEqual(inSync);
  });

  it("makes everything where there is no realm, in the order in which it is made", () => {
    const { changes } = planOf(desired, null);
    expect(changes.map(({ kind, name, action }) => `${action} ${kind} ${name}`)).toEqual([
      "create realm itschool",
      "create user profile itschool",
      ...desired.requiredActions.map(({ alias }) => `update required action ${alias}`),
      "update client scope profile",
      "update client scope email",
      "create flow portal-browser",
      "create flow portal-reset",
      "create flow portal-first-broker",
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

  it("sees by its keyed hash whether a hidden secret is another one", () => {
    const mail = { ...config.mail, user: "portal", password: "correct horse battery" };
    const withPassword = desiredRealm({ ...config, mail });
    const { secrets } = notesAfter(live.notes, [], withPassword, "key");
    const hidden = {
      ...live,
      notes: { ...live.notes, secrets },
      settings: {
        ...live.settings,
        smtpServer: { ...withPassword.settings.smtpServer, password: "**********" },
      },
    };
    expect(planOf(withPassword, hidden, { stateKey: "key" })).toEqual(inSync);
    const other = desiredRealm({ ...config, mail: { ...mail, password: "another" } });
    const changed = [{ path: "smtpServer.password", secret: "changed" }];
    expect(planOf(other, hidden, { stateKey: "key" }).changes).toMatchObject([{ fields: changed }]);
    expect(planOf(withPassword, hidden, { stateKey: "other key" }).changes).toMatchObject([
      { fields: changed },
    ]);
    expect(planOf(withPassword, hidden).unknown).toEqual(["realm itschool: smtpServer.password"]);
  });
});

describe("what is no longer declared", () => {
  const made = {
    client: ["school-demo", "school-saint-exupery", "school-old"],
    group: ["/schools", "/schools/demo", "/schools/saint-exupery", "/schools/old"],
    message: ["fr termsUrl", "fr old"],
    "identity provider": ["microsoft"],
  };
  const withOld: LiveRealm = {
    ...live,
    notes: { made, secrets: {} },
    identityProviders: new Map([["microsoft", { alias: "microsoft" }]]),
    clients: new Map([
      ...live.clients,
      ["school-old", { clientId: "school-old" }],
      ["school-by-hand", { clientId: "school-by-hand" }],
    ]),
    groupIds: new Map([...live.groupIds, ["/schools/old", "old"], ["/schools/by-hand", "hand"]]),
    messages: { ...live.messages, fr: { ...live.messages.fr, old: "x", theirs: "y" } },
  };
  const old = [
    { kind: "identity provider", name: "microsoft" },
    { kind: "client", name: "school-old", school: "old" },
    { kind: "message", name: "fr old" },
    { kind: "group", name: "/schools/old", school: "old" },
  ] as const;

  it("is listed and left alone, and is no difference", () => {
    expect(planOf(desired, withOld)).toEqual({ ...inSync, undeclared: old });
  });

  it("is switched off and kept where people sign in by it, unless somebody else has made it", () => {
    const enabled = new Map(
      ["microsoft", "by-hand"].map((alias) => [alias, { alias, enabled: true }] as const),
    );
    const { changes, undeclared } = planOf(desired, { ...withOld, identityProviders: enabled });
    const fields = [{ path: "enabled", from: true, to: false }];
    expect(changes).toEqual([
      { kind: "identity provider", name: "microsoft", action: "update", fields },
    ]);
    expect(undeclared).toEqual(old);
    const pruned = planOf(desired, { ...withOld, identityProviders: enabled }, { prunes: true });
    expect(pruned.changes.map(({ action }) => action)).toEqual(old.map(() => "delete"));
  });

  it("is removed when pruned; what somebody else has made never is", () => {
    const { changes, undeclared } = planOf(desired, withOld, { prunes: true });
    expect(undeclared).toEqual([]);
    expect(changes).toEqual(old.map((one) => ({ ...one, action: "delete", fields: [] })));
  });
});

describe("what somebody else has made under a declared name", () => {
  const byHand: LiveRealm = {
    ...live,
    notes: { made: { client: ["school-saint-exupery"] }, secrets: {} },
  };

  it("stands in the way", () => {
    const { changes, conflicts } = planOf(desired, byHand);
    expect(changes).toEqual([]);
    expect(conflicts).toMatchObject([{ kind: "client", name: "school-demo", school: "demo" }]);
  });

  it("is taken over when told to, with its differences", () => {
    const demo = { ...byHand.clients.get("school-demo"), enabled: false };
    const clients = new Map([...byHand.clients, ["school-demo", demo]]);
    for (const [there, fields] of [
      [byHand, []],
      [{ ...byHand, clients }, [{ path: "enabled", from: false, to: true }]],
    ] as const) {
      expect(planOf(desired, there, { adopts: true })).toEqual({
        ...inSync,
        changes: [{ kind: "client", name: "school-demo", school: "demo", action: "adopt", fields }],
      });
    }
  });

  it("can't be taken over where its type is another and can't be changed", () => {
    const microsoft = { tenant: "common", clientId: "id", clientSecret: "secret" };
    const withMicrosoft = desiredRealm({ ...config, microsoft });
    const provider = { alias: "microsoft", providerId: "oidc" };
    const identityProviders = new Map([["microsoft", provider]]);
    const there = { ...live, identityProviders };
    expect(planOf(withMicrosoft, there, { adopts: true }).conflicts).toMatchObject([
      { name: "microsoft", problem: expect.stringContaining('"oidc"') },
    ]);
  });
});
