import { spawnSync } from "node:child_process";
import { hostname } from "node:os";
import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { shippedConfig } from "../../test/support/shipped-config.ts";
import type { PortalConfig } from "../config/schema.ts";
import { UserErrors } from "../errors.ts";
import { buildExtension } from "../extension/build.ts";
import type { PlanOptions } from "../plan/plan.ts";
import { type DesiredRealm, desiredRealm } from "../realm/desired.ts";
import { type RunningKeycloak, startKeycloak } from "../server/keycloak.ts";
import { silentTeller, type Teller } from "../terminal.ts";
import { applyConfig, applyPlan, compareRealm } from "./apply.ts";
import { type Connection, connect } from "./connection.ts";

/*
 * What stands between a plan and a realm that is so: another apply, somebody else's objects, a
 * server that fails in passing or for good.
 */

let keycloak: RunningKeycloak;
let connection: Connection;
let config: PortalConfig;

beforeAll(async () => {
  keycloak = await startKeycloak({ providers: [await buildExtension(silentTeller)] });
  connection = { url: keycloak.url, adminRealm: "master", credentials: keycloak.admin };
  config = await shippedConfig();
}, 300_000);
afterAll(() => keycloak?.stop());
afterEach(() => vi.restoreAllMocks());

const inSync = { changes: [], conflicts: [], undeclared: [], leftovers: [], unknown: [] };
const planNow = async (realm: string) =>
  (await compareRealm(desiredRealm(config, realm), connection)).plan;
const names = async (client: KeycloakAdminClient) =>
  (await client.clients.find()).map(({ clientId = "" }) => clientId).sort();

describe("two applies at once", { timeout: 60_000 }, () => {
  it("make a new realm together, each of its objects once", async () => {
    const desired = desiredRealm(config, "two-new");
    const made = await Promise.all([
      applyConfig(desired, connection, silentTeller),
      applyConfig(desired, connection, silentTeller),
    ]);
    expect(made.map(({ created }) => created).sort()).toEqual([false, true]);
    expect(await planNow("two-new")).toMatchObject(inSync);
    const all = await names(await connect(connection, "two-new"));
    expect(all).toEqual([...new Set(all)]);
  });

  it("the second says who is at it, and waits", async () => {
    const client = await driftingRealm("two-waiting");
    await client.roles.create({
      name: "portail-apply",
      description: "ann on her-machine, since 7:00",
      attributes: { host: ["her-machine"], process: ["4711"], beat: ["0"] },
    });
    const told: string[] = [];
    const teller: Teller = {
      ...silentTeller,
      warn(what) {
        told.push(what);
        void client.roles.delByName({ name: "portail-apply" });
      },
    };
    await applyConfig(desiredRealm(config, "two-waiting"), connection, teller);
    expect(told).toEqual([expect.stringContaining("ann on her-machine, since 7:00")]);
    expect(await planNow("two-waiting")).toMatchObject(inSync);
  });

  it("one that was killed on this machine holds nobody up", async () => {
    const client = await driftingRealm("two-killed");
    const { pid } = spawnSync("true");
    await client.roles.create({
      name: "portail-apply",
      attributes: { host: [hostname()], process: [String(pid)], beat: ["0"] },
    });
    const told = vi.fn();
    await applyConfig(desiredRealm(config, "two-killed"), connection, {
      ...silentTeller,
      warn: told,
    });
    expect(told).not.toHaveBeenCalled();
    expect(await planNow("two-killed")).toMatchObject(inSync);
    expect(await client.roles.findOneByName({ name: "portail-apply" })).toBeNull();
  });

  it("a plan is refused when the realm has changed since, and nothing is done", async () => {
    const client = await driftingRealm("two-outdated");
    const comparison = await compareRealm(desiredRealm(config, "two-outdated"), connection);
    await client.realms.update({ realm: "two-outdated" }, { verifyEmail: true });
    await expect(applyPlan(comparison, silentTeller)).rejects.toMatchObject({
      code: "REALM_CHANGED",
    });
    expect((await planNow("two-outdated")).changes[0]?.fields.map(({ path }) => path)).toEqual([
      "registrationAllowed",
      "verifyEmail",
    ]);
  });
});

describe("what portail has made", { timeout: 60_000 }, () => {
  it("goes only when it is pruned, and nothing else goes with it", async () => {
    const realm = "pruned";
    await applyConfig(desiredRealm(config, realm), connection, silentTeller);
    const client = await connect(connection, realm);
    const [above] = await client.groups.find({ search: "schools", exact: true });
    await client.groups.createChildGroup({ id: above?.id ?? "" }, { name: "by-hand" });
    await client.clients.create({ clientId: "school-by-hand" });
    const schools = config.schools.filter(({ id }) => id !== "demo");
    const fewer = desiredRealm({ ...config, schools }, realm);

    expect((await compareRealm(fewer, connection)).plan).toMatchObject({
      ...inSync,
      undeclared: [{ name: "school-demo" }, { name: "/schools/demo" }],
    });
    expect((await applyConfig(fewer, connection, silentTeller)).changes).toEqual([]);
    expect(await names(client)).toContain("school-demo");

    const pruned = await applyConfig(fewer, connection, silentTeller, { prunes: true });
    expect(pruned.changes).toEqual(["client school-demo: removed", "group /schools/demo: removed"]);
    const left = await names(client);
    expect(left).not.toContain("school-demo");
    expect(left).toEqual(expect.arrayContaining(["school-by-hand", "school-saint-exupery"]));
    const groups = await client.groups.listSubGroups({ parentId: above?.id ?? "" });
    expect(groups.map(({ name }) => name).sort()).toEqual(["by-hand", "saint-exupery"]);
    expect((await compareRealm(fewer, connection)).plan).toMatchObject(inSync);
  });
});

describe("what somebody else has made", { timeout: 60_000 }, () => {
  it("is named and left as it is until portail may take it over", async () => {
    const realm = "taken";
    const client = await connect(connection, realm);
    await client.realms.create({ realm, enabled: true });
    await client.clients.create({
      clientId: "school-demo",
      secret: "theirs",
      rootUrl: "https://x.example",
    });
    const desired = desiredRealm(config, realm);
    const before = (await client.realms.findOne({ realm }))?.loginTheme;
    const refused = await applyConfig(desired, connection, silentTeller).catch((error) => error);
    expect(refused).toBeInstanceOf(UserErrors);
    expect(refused.errors).toMatchObject([
      {
        code: "PLAN_CONFLICT",
        message: expect.stringContaining("client school-demo"),
        remedy: expect.stringContaining("--adopt"),
      },
    ]);
    expect((await client.realms.findOne({ realm }))?.loginTheme).toBe(before);

    await applyConfig(desired, connection, silentTeller, { adopts: true });
    expect((await compareRealm(desired, connection)).plan).toMatchObject(inSync);
    const [adopted] = await client.clients.find({ clientId: "school-demo" });
    expect(adopted).toMatchObject({ rootUrl: "https://x.example", name: "École de démonstration" });
  });

  it("an identity provider of another type is named, with the way out", async () => {
    const realm = "other-type";
    await applyConfig(desiredRealm(config, realm), connection, silentTeller);
    const client = await connect(connection, realm);
    await client.identityProviders.create({
      alias: "microsoft",
      providerId: "oidc",
      config: {
        clientId: "x",
        authorizationUrl: "https://x.example",
        tokenUrl: "https://x.example",
      },
    });
    const microsoft = { tenant: "common", clientId: "id", clientSecret: "a secret" };
    const desired = desiredRealm({ ...config, microsoft }, realm);
    const refused = await applyConfig(desired, connection, silentTeller, { adopts: true }).catch(
      (error) => error,
    );
    expect(refused.errors).toMatchObject([
      { code: "PLAN_CONFLICT", message: expect.stringMatching(/microsoft.*"oidc"/) },
    ]);
    await client.identityProviders.del({ alias: "microsoft" });
    await applyConfig(desired, connection, silentTeller, { stateKey: "key" });
    expect((await compareRealm(desired, connection, { stateKey: "key" })).plan).toMatchObject(
      inSync,
    );
    const other = desiredRealm(
      { ...config, microsoft: { ...microsoft, clientSecret: "another secret" } },
      realm,
    );
    const { plan } = await compareRealm(other, connection, { stateKey: "key" });
    expect(plan.changes).toMatchObject([
      { name: "microsoft", fields: [{ path: "config.clientSecret", secret: "changed" }] },
    ]);
    await applyConfig(other, connection, silentTeller, { stateKey: "key" });
    expect((await compareRealm(other, connection, { stateKey: "key" })).plan).toMatchObject(inSync);
  });
});

describe("Microsoft as a way to sign in", { timeout: 60_000 }, () => {
  const realm = "with-microsoft";
  const stateKey = "key";
  const without = () => desiredRealm(config, realm);
  const withMicrosoft = (clientSecret: string) =>
    desiredRealm(
      { ...config, microsoft: { tenant: "common", clientId: "id", clientSecret } },
      realm,
    );
  const apply = (desired: DesiredRealm, options: PlanOptions = {}) =>
    applyConfig(desired, connection, silentTeller, { stateKey, ...options });
  const provider = async () => {
    const client = await connect(connection, realm);
    return (await client.identityProviders.findOne({ alias: "microsoft" })) ?? null;
  };
  const linksOf = async (id: string) => {
    const client = await connect(connection, realm);
    return (await client.users.listFederatedIdentities({ id })).map(({ userId }) => userId);
  };
  /** Whether the sign-in page leads to Microsoft. */
  const isOffered = async () => {
    const account = `${keycloak.url}/realms/${realm}/account/`;
    const request = new URLSearchParams({
      client_id: "account-console",
      redirect_uri: account,
      response_type: "code",
      scope: "openid",
      code_challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
      code_challenge_method: "S256",
    });
    const page = await fetch(
      `${keycloak.url}/realms/${realm}/protocol/openid-connect/auth?${request}`,
    );
    expect(page.status).toBe(200);
    return (await page.text()).includes("/broker/microsoft/login");
  };
  let claire: string;

  it("is made when it is declared, and a second apply changes nothing", async () => {
    await apply(without());
    expect([await provider(), await isOffered()]).toEqual([null, false]);
    await apply(withMicrosoft("a secret"));
    expect(await isOffered()).toBe(true);
    expect((await apply(withMicrosoft("a secret"))).changes).toEqual([]);
    expect(await provider()).toMatchObject({
      providerId: "microsoft",
      enabled: true,
      trustEmail: false,
      postBrokerLoginFlowAlias: "portal-after-broker",
      config: { clientId: "id", tenantId: "common", syncMode: "IMPORT" },
    });
    const client = await connect(connection, realm);
    ({ id: claire } = await client.users.create({ username: "claire" }));
    await client.users.addToFederatedIdentity({
      id: claire,
      federatedIdentityId: "microsoft",
      federatedIdentity: { identityProvider: "microsoft", userId: "c-1", userName: "c" },
    });
  });

  it("gets another secret when it has changed, which only the key can tell", async () => {
    const changed = withMicrosoft("another secret");
    const { plan } = await compareRealm(changed, connection);
    expect(plan).toMatchObject({ changes: [], unknown: [expect.stringContaining("microsoft")] });
    expect((await apply(changed)).changes).toEqual([
      "identity provider microsoft: config.clientSecret",
    ]);
    expect((await apply(changed)).changes).toEqual([]);
  });

  it("is switched off when it is no longer declared, and people's links wait for it", async () => {
    expect((await apply(without())).changes).toEqual(["identity provider microsoft: enabled"]);
    expect(await provider()).toMatchObject({ enabled: false });
    expect(await isOffered()).toBe(false);
    const { plan } = await compareRealm(without(), connection, { stateKey });
    expect(plan.changes).toEqual([]);
    expect(plan.undeclared).toEqual([{ kind: "identity provider", name: "microsoft" }]);

    await apply(withMicrosoft("another secret"));
    expect(await provider()).toMatchObject({ enabled: true });
    expect((await apply(withMicrosoft("another secret"))).changes).toEqual([]);
    expect(await linksOf(claire)).toEqual(["c-1"]);
  });

  it("goes with everybody's link when it is pruned, and can be made anew", async () => {
    expect((await apply(without(), { prunes: true })).changes).toEqual([
      "identity provider microsoft: removed",
    ]);
    expect(await provider()).toBeNull();
    await apply(withMicrosoft("another secret"));
    expect((await apply(withMicrosoft("another secret"))).changes).toEqual([]);
    expect(await linksOf(claire)).toEqual([]);
  });
});

describe("a server that fails", { timeout: 60_000 }, () => {
  it("in passing is asked again, also when only its answer got lost", async () => {
    const realm = "in-passing";
    const { fetch } = globalThis;
    let failures = 0;
    const lost = ["/clients", "/children", "/admin/realms"];
    vi.spyOn(globalThis, "fetch").mockImplementation(async (input, options) => {
      const answer = await fetch(input, options);
      const pathname = new URL(String(input)).pathname.replace(/\/$/, "");
      const at = lost.findIndex((end) => pathname.endsWith(end));
      if (options?.method === "POST" && at >= 0) {
        lost.splice(at, 1);
        failures++;
        await answer.body?.cancel();
        throw new TypeError("fetch failed");
      }
      return answer;
    });
    await applyConfig(desiredRealm(config, realm), connection, silentTeller);
    vi.restoreAllMocks();
    expect(failures).toBe(3);
    expect(await planNow(realm)).toMatchObject(inSync);
    const all = await names(await connect(connection, realm));
    expect(all).toEqual([...new Set(all)]);
  });

  it("for good is told with the object it was about, and how much was done", async () => {
    const realm = "for-good";
    const { fetch } = globalThis;
    vi.spyOn(globalThis, "fetch").mockImplementation(async (input, options) => {
      if (options?.method === "POST" && String(options.body).includes('"school-saint-exupery"')) {
        const refusal = Response.json({ errorMessage: "no room for it" }, { status: 400 });
        return Object.defineProperty(refusal, "url", { value: String(input) });
      }
      return fetch(input, options);
    });
    const told = vi.fn();
    const refused = applyConfig(desiredRealm(config, realm), connection, {
      ...silentTeller,
      warn: told,
    });
    await expect(refused).rejects.toMatchObject({
      code: "SERVER_REFUSED",
      message: expect.stringMatching(/^client school-saint-exupery: .*no room for it/),
    });
    expect(told).toHaveBeenCalledWith(expect.stringMatching(/\d+ of \d+ changes were made/));
    vi.restoreAllMocks();
    await applyConfig(desiredRealm(config, realm), connection, silentTeller);
    expect(await planNow(realm)).toMatchObject(inSync);
  });

  it("that takes an account's rights away in the middle names what was left undone", async () => {
    const realm = "rights-gone";
    const client = await driftingRealm(realm);
    const account = { clientId: "operator", secret: "not-a-secret", serviceAccountsEnabled: true };
    const { id } = await client.clients.create({ ...account, fullScopeAllowed: true });
    const { id: userId = "" } = await client.clients.getServiceAccountUser({ id });
    const [management] = await client.clients.find({ clientId: "realm-management" });
    const clientUniqueId = management?.id ?? "";
    const role = await client.clients.findRole({ id: clientUniqueId, roleName: "realm-admin" });
    const roles = [{ id: role?.id ?? "", name: role?.name ?? "" }];
    await client.users.addClientRoleMappings({ id: userId, clientUniqueId, roles });
    const asOperator: Connection = {
      ...connection,
      adminRealm: realm,
      credentials: { clientId: account.clientId, clientSecret: account.secret },
    };
    const comparison = await compareRealm(desiredRealm(config, realm), asOperator);
    await client.users.delClientRoleMappings({ id: userId, clientUniqueId, roles });
    await expect(applyPlan(comparison, silentTeller)).rejects.toMatchObject({
      code: "SERVER_FORBIDDEN",
      message: expect.stringContaining('the client "operator"'),
    });
    expect((await planNow(realm)).changes).toMatchObject([{ kind: "realm" }]);
  });

  it("is refused when it is older than what portail speaks of", async () => {
    const { fetch } = globalThis;
    vi.spyOn(globalThis, "fetch").mockImplementation(async (input, options) =>
      String(input).endsWith("/admin/serverinfo")
        ? Response.json({ systemInfo: { version: "26.4.2" } })
        : fetch(input, options),
    );
    await expect(planNow("any")).rejects.toMatchObject({ code: "SERVER_TOO_OLD" });
  });
});

/** A realm that is as declared but for one setting. */
async function driftingRealm(realm: string): Promise<KeycloakAdminClient> {
  await applyConfig(desiredRealm(config, realm), connection, silentTeller);
  const client = await connect(connection, realm);
  await client.realms.update({ realm }, { registrationAllowed: true });
  return client;
}
