import { describe, expect, it } from "vitest";
import { shippedConfig } from "../../test/support/shipped-config.ts";
import type { PortalConfig, School } from "../config/schema.ts";
import { UserError } from "../errors.ts";
import type { LiveRealm } from "../plan/live-realm.ts";
import type { Plan } from "../plan/plan.ts";
import { type Finding, findings } from "./checks.ts";
import type { Facts, ServerAnswer } from "./facts.ts";
import { hidden, seen, unchecked } from "./looked.ts";
import { findingsJson, findingsText, hasFailed } from "./print.ts";

const config = await shippedConfig();
const url = "https://login.example.org";
const broken = new UserError("CODE", "what is wrong", "What to do.");
const inSync: Plan = {
  realm: "itschool",
  changes: [],
  conflicts: [],
  undeclared: [],
  leftovers: [],
  unknown: [],
};

/** A portal that is well. */
function healthy(): Facts {
  const now = new Date("2026-06-01T10:00:00Z");
  return {
    today: "2026-06-01",
    config: seen(withDates("2027-06-30")),
    answer: seen({ url, issuer: `${url}/realms/master`, hasStrictTransport: true }),
    account: seen('the client "portail"'),
    clocks: seen({ here: now, there: now }),
    version: seen("26.7.4"),
    themes: seen({
      login: ["keycloak", "itschool"],
      email: ["itschool"],
      account: ["keycloak.v3", "itschool"],
    }),
    extension: seen({ deployed: "abc", own: "abc" }),
    comparison: compared({}),
    schoolsWithOldPasswords: seen(["demo", "saint-exupery"]),
    administrators: seen([{ name: "marie", isTemporary: false }]),
    isEnvReadable: false,
    microsoft: seen({ is: "accepted" }),
    testMail: seen("ops@example.org"),
  };
}

function compared(live: Partial<LiveRealm> | null, plan: Partial<Plan> = {}): Facts["comparison"] {
  const realm = { settings: { sslRequired: "external" }, clients: new Map(), ...live };
  return seen({ live: live && (realm as LiveRealm), plan: { ...inSync, ...plan } });
}

/** The old method's last day: of the portal, and of its schools where they have another. */
function withDates(portal?: string, ...ofSchools: string[]): PortalConfig {
  const { legacy: _, ...rest } = config;
  const schools = config.schools.map(({ legacy: _, ...school }, index): School => {
    const until = ofSchools[index];
    return until === undefined ? school : { ...school, legacy: { until } };
  });
  return { ...rest, schools, ...(portal === undefined ? {} : { legacy: { until: portal } }) };
}

function finding(check: string, changes: Partial<Facts>): Finding {
  const found = findings({ ...healthy(), ...changes }).find((one) => one.check === check);
  if (!found) throw new Error(`there is no check ${check}`);
  return found;
}

it("all is well where all is well", () => {
  const all = findings(healthy());
  expect(all.map(({ state }) => state)).toEqual(all.map(() => "ok"));
});

describe("each check tells what is not well", () => {
  const answer = (change: Partial<ServerAnswer>): Partial<Facts> => ({
    answer: seen({ url, issuer: `${url}/realms/master`, hasStrictTransport: true, ...change }),
  });
  const plain = "http://login.example.org";
  const local = "http://localhost:8080";
  const clocks = (seconds: number): Partial<Facts> => {
    const there = new Date("2026-06-01T10:00:00Z");
    return { clocks: seen({ there, here: new Date(there.getTime() + seconds * 1000) }) };
  };
  const themes = (
    names: Partial<Record<"login" | "email" | "account", string[]>>,
  ): Partial<Facts> => {
    const all = { login: ["itschool"], email: ["itschool"], account: ["itschool"] };
    return { themes: seen({ ...all, ...names }) };
  };
  const administrator = (name: string, isTemporary: boolean): Partial<Facts> => ({
    administrators: seen([{ name, isTemporary }]),
  });
  const change = { kind: "group", name: "/schools/demo", action: "create", fields: [] } as const;
  const confidential = (secret?: string): Partial<Facts> => {
    const [school] = config.schools;
    if (!school) throw new Error("no school to change");
    const application = { ...school.application, type: "confidential" as const };
    const client = { clientId: `school-${school.id}`, ...(secret ? { secret } : {}) };
    return {
      config: seen({ ...config, schools: [{ ...school, application }] }),
      comparison: compared({ clients: new Map([[client.clientId, client]]) }),
    };
  };
  const mail = { ...config.mail, user: "portal" };
  const secret = "identity provider microsoft: config.clientSecret";
  const rotated = {
    kind: "identity provider",
    name: "microsoft",
    action: "update",
    fields: [{ path: "config.clientSecret", secret: "changed" }],
  } as const;
  /** Microsoft's refusal, by its code or by its word alone. */
  const refusal = (
    told: number | string,
    application: Partial<NonNullable<PortalConfig["microsoft"]>> = {},
  ): Partial<Facts> => {
    const error = typeof told === "string" ? told : "invalid_client";
    const code = typeof told === "number" ? { code: told } : {};
    return {
      config: seen({ ...config, microsoft: { tenant: "common", ...application } }),
      microsoft: seen({ is: "refused", error, ...code }),
    };
  };
  const guid = "9188040d-6c67-4c5b-b112-36a304b66dad";
  const school = { tenant: "ecole.onmicrosoft.com" };

  const cases: [string, Partial<Facts>, Finding["state"], string][] = [
    ["version", { version: seen("26.7.3") }, "failed", "security fixes"],
    ["version", { version: seen("25.0.6") }, "failed", "Update it to 26.7.4"],
    ["version", { version: seen("26.7.5") }, "ok", "26.7.5"],
    ["version", { version: seen("26.8.0") }, "warning", "26.8.0 is newer"],
    ["version", { version: seen("27.0.0") }, "warning", "27.0.0 is newer"],
    ["version", { version: hidden("can't be seen") }, "unseen", "can't be seen"],
    ["address", answer({ url: plain, issuer: `${plain}/realms/a` }), "failed", "plain http"],
    ["address", answer({ issuer: `${plain}/realms/a` }), "failed", "plain http"],
    ["address", answer({ url: local, issuer: `${local}/realms/a` }), "ok", "this machine alone"],
    ["address", answer({ url: "http://127.0.0.1:8080" }), "warning", "calls itself https"],
    ["address", answer({ issuer: `${url}.evil/realms/a` }), "warning", "login.example.org.evil"],
    ["address", answer({ url: "https://LOGIN.example.org:443" }), "ok", "https alone"],
    ["address", answer({ hasStrictTransport: false }), "warning", "Strict-Transport-Security"],
    [
      "address",
      { comparison: compared({ settings: { sslRequired: "none" } }) },
      "failed",
      "sslRequired",
    ],
    ["clocks", clocks(5), "ok", "agree"],
    ["clocks", clocks(-6), "warning", "6 s apart"],
    ["clocks", clocks(61), "failed", "61 s apart"],
    ["theme", themes({ email: [] }), "failed", "(email)"],
    ["theme", themes({ account: ["keycloak.v3"] }), "failed", "(account)"],
    ["theme", themes({ login: [], email: [] }), "failed", "(login, email)"],
    ["extension", { extension: seen({ deployed: null, own: "abc" }) }, "failed", "lacks"],
    ["extension", { extension: seen({ deployed: "def", own: "abc" }) }, "warning", "another"],
    ["extension", { extension: seen({ deployed: "", own: "abc" }) }, "warning", "another"],
    ["realm", { comparison: compared(null) }, "failed", "portail apply"],
    ["realm", { comparison: compared({}, { changes: [change] }) }, "warning", "1 difference"],
    ["secrets", { isEnvReadable: true }, "warning", "chmod 600 .env"],
    ["secrets", { isEnvReadable: null }, "ok", "none is missing"],
    ["secrets", confidential(), "failed", "demo"],
    ["secrets", confidential("**********"), "ok", "none is missing"],
    ["secrets", { config: seen({ ...config, mail }) }, "failed", "no mail.password"],
    ["old method", { config: seen(withDates()) }, "ok", "closed: no date is set"],
    ["old method", { config: seen(withDates("2026-05-31")) }, "warning", "portail legacy retire"],
    ["old method", { config: seen(withDates("2026-06-01")) }, "warning", "2026-06-01, today"],
    ["old method", { config: seen(withDates("2026-07-01")) }, "warning", "in 30 days"],
    ["old method", { config: seen(withDates("2026-07-02")) }, "ok", "2 schools until 2026-07-02"],
    [
      "old method",
      { config: seen(withDates("2027-06-30", "2026-06-02")) },
      "warning",
      "until 2026-06-02 at the earliest, 2027-06-30 at the latest, in 1 day",
    ],
    ["old method", { config: seen(withDates(undefined, "2027-01-01")) }, "ok", "for 1 school "],
    [
      "old method",
      { config: seen(withDates("2027-06-30", "2027-06-30", "2026-05-31")) },
      "warning",
      "over at saint-exupery, where old passwords are left",
    ],
    [
      "old method",
      { config: seen(withDates("2026-05-31")), schoolsWithOldPasswords: seen([]) },
      "ok",
      "closed since 2026-05-31",
    ],
    ["mail", { testMail: hidden("not tried") }, "unseen", "not tried"],
    ["microsoft", { microsoft: seen(null) }, "ok", "not offered"],
    ["microsoft", { comparison: compared({}, { unknown: [secret] }) }, "ok", "PORTAIL_STATE_KEY"],
    ["microsoft", { comparison: compared({}, { changes: [rotated] }) }, "warning", "portail apply"],
    ["microsoft", { comparison: unchecked }, "ok", "accepts"],
    ["microsoft", { microsoft: { is: "broken", error: broken } }, "failed", "What to do"],
    [
      "microsoft",
      { microsoft: seen({ is: "silent", host: "login.example", why: "nothing listens there" }) },
      "warning",
      "login.example can't be asked from this machine: nothing listens there",
    ],
    ["microsoft", refusal(7000215), "failed", "(AADSTS7000215). Make a new one"],
    ["microsoft", refusal(7000215, { clientSecret: guid }), "failed", "looks like the Secret ID"],
    ["microsoft", refusal(7000222), "failed", "expired (AADSTS7000222). Make a new one"],
    [
      "microsoft",
      { ...refusal(7000215), comparison: compared({}, { changes: [rotated] }) },
      "failed",
      "(AADSTS7000215); the realm has another one, which sign-ins use. Make",
    ],
    ["microsoft", refusal(7000112), "failed", "switched off"],
    ["microsoft", refusal(700016, school), "failed", "no such application for the tenant"],
    ["microsoft", refusal("unauthorized_client"), "failed", "(unauthorized_client)"],
    ["microsoft", refusal(50194), "failed", "does not take the accounts"],
    ["microsoft", refusal(9002332, { tenant: "consumers" }), "failed", '"consumers"'],
    ["microsoft", refusal(90002, school), "failed", 'no tenant "ecole.onmicrosoft.com"'],
    ["microsoft", refusal(900023, school), "failed", "(AADSTS900023)"],
    // Of many tenants Microsoft may say so because none was named, and means nothing by it.
    ["microsoft", refusal(900023), "unseen", '(AADSTS900023), for "common"'],
    ["microsoft", refusal(9001023, { tenant: "consumers" }), "unseen", "does not tell"],
    ["microsoft", refusal(90033, school), "warning", "error?code=90033"],
    ["microsoft", refusal("temporarily_unavailable", school), "warning", "does not tell"],
    ["administrators", administrator("kc-admin", true), "warning", "kc-admin"],
    ["administrators", administrator("admin", false), "warning", '"admin"'],
    ["administrators", { administrators: hidden("not seen") }, "unseen", "not seen"],
  ];
  const rows = cases.map(([check, changes, state, said]) => ({ check, changes, state, said }));
  it.each(rows)("$check is $state: $said", ({ check, changes, state, said }) => {
    const found = finding(check, changes);
    expect([found.state, `${found.text}. ${found.remedy}`]).toEqual([
      state,
      expect.stringContaining(said),
    ]);
    expect(found.remedy === undefined).toBe(!["failed", "warning"].includes(state));
  });
});

describe("what is broken", () => {
  it("is told once, and what needs it is not checked", () => {
    const all = findings({ ...healthy(), config: { is: "broken", error: broken } });
    const states = Object.fromEntries(all.map(({ check, state }) => [check, state]));
    expect(states).toMatchObject({
      configuration: "failed",
      theme: "unchecked",
      "old method": "unchecked",
      secrets: "unchecked",
      server: "ok",
    });
  });

  it("leaves nothing to check where the server is away", () => {
    const away: Partial<Facts> = {
      answer: { is: "broken", error: broken },
      account: unchecked,
      clocks: unchecked,
      version: unchecked,
      themes: unchecked,
      extension: unchecked,
      schoolsWithOldPasswords: unchecked,
      comparison: unchecked,
      administrators: unchecked,
      testMail: unchecked,
    };
    const text = findingsText(findings({ ...healthy(), ...away }));
    expect(text).toMatchInlineSnapshot(`
      "✓ configuration   realm "itschool" with 2 schools
      ✗ server          what is wrong. What to do.
      · account         not checked
      · version         not checked
      · address         not checked
      · clocks          not checked
      · theme           not checked
      · extension       not checked
      · realm           not checked
      · secrets         not checked
      ✓ old method      open for 2 schools until 2027-06-30
      · mail            not checked
      ✓ microsoft       Microsoft accepts the application's secret
      · administrators  not checked
      "
    `);
  });
});

describe("the report", () => {
  it("has failed where something failed, and not for warnings", () => {
    const warned = findings({ ...healthy(), isEnvReadable: true });
    const bad = findings({ ...healthy(), comparison: compared(null) });
    expect([hasFailed(warned), hasFailed(bad)]).toEqual([false, true]);
  });

  it("is one document for programs", () => {
    const document = JSON.parse(findingsJson(findings({ ...healthy(), isEnvReadable: true })));
    expect(document).toMatchObject({
      version: 1,
      isHealthy: true,
      checks: expect.arrayContaining([
        {
          check: "secrets",
          state: "warning",
          text: "others on this machine can read .env",
          remedy: "Run: chmod 600 .env",
        },
      ]),
    });
  });

  it("is one line for each check, whatever a server says", () => {
    const all = findings({ ...healthy(), version: hidden("two\nlines\u001b[2J") });
    expect(findingsText(all).trimEnd().split("\n")).toHaveLength(all.length);
    expect(findingsText(all)).not.toContain("\u001b");
  });
});
