import { createServer } from "node:net";
import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { shippedConfig } from "../../test/support/shipped-config.ts";
import type { PortalConfig } from "../config/schema.ts";
import { buildExtension } from "../extension/build.ts";
import { desiredRealm } from "../realm/desired.ts";
import { type RunningKeycloak, startKeycloak } from "../server/keycloak.ts";
import { silentTeller } from "../terminal.ts";
import { applyConfig, applyPlan, compareRealm } from "./apply.ts";
import { type Connection, connect } from "./connection.ts";

let keycloak: RunningKeycloak;
let connection: Connection;
let config: PortalConfig;

beforeAll(async () => {
  keycloak = await startKeycloak({ providers: [await buildExtension(silentTeller)] });
  connection = { url: keycloak.url, adminRealm: "master", credentials: keycloak.admin };
  config = await shippedConfig();
}, 300_000);
afterAll(() => keycloak?.stop());

/** The realm as it is, without what differs from one reading to the next. */
async function snapshot(realm: string): Promise<unknown> {
  const client = await connect(connection, realm);
  return {
    export: await client.realms.export({
      realm,
      exportClients: true,
      exportGroupsAndRoles: true,
    }),
    profile: await client.users.getProfile({}),
  };
}

async function writes(client: KeycloakAdminClient): Promise<number> {
  const events = await client.realms.findAdminEvents({ realm: client.realmName, max: 1000 });
  return events.length;
}

describe("applying a configuration", { timeout: 60_000 }, () => {
  it("makes a realm that a second apply finds as it should be, and writes nothing", async () => {
    const desired = desiredRealm(config, "second-apply");
    expect(await applyConfig(desired, connection, silentTeller)).toMatchObject({ created: true });
    const client = await connect(connection, desired.name);
    const [before, eventsBefore] = [await snapshot(desired.name), await writes(client)];
    const second = await applyConfig(desired, connection, silentTeller);
    expect(second).toEqual({ created: false, changes: [] });
    // The reading of the snapshot itself is one event of the realm.
    expect(await writes(client)).toBe(eventsBefore);
    expect(await snapshot(desired.name)).toEqual(before);
  });

  it("makes an existing, plain realm the same as a new one", async () => {
    const client = await connect(connection, "from-plain");
    await client.realms.create({ realm: "from-plain", enabled: true });
    await applyConfig(desiredRealm(config, "from-plain"), connection, silentTeller);
    await applyConfig(desiredRealm(config, "from-nothing"), connection, silentTeller);
    expect(comparable(await snapshot("from-plain"), "from-plain")).toEqual(
      comparable(await snapshot("from-nothing"), "from-nothing"),
    );
    expect(await applyConfig(desiredRealm(config, "from-plain"), connection, silentTeller)).toEqual(
      { created: false, changes: [] },
    );
  });

  it("puts back what somebody changed by hand, and leaves alone what isn't declared", async () => {
    const desired = desiredRealm(config, "by-hand");
    await applyConfig(desired, connection, silentTeller);
    const client = await connect(connection, desired.name);
    const [school] = await client.clients.find({ clientId: "school-demo" });
    const scopes = await client.clientScopes.find();
    const roles = scopes.find(({ name }) => name === "roles");
    await client.clients.update(
      { id: school?.id ?? "" },
      {
        ...school,
        redirectUris: ["https://evil.example/*"],
        attributes: { ...school?.attributes, "pkce.code.challenge.method": "", kept: "yes" },
      },
    );
    await client.clients.addDefaultClientScope({
      id: school?.id ?? "",
      clientScopeId: roles?.id ?? "",
    });
    await client.realms.update(
      { realm: desired.name },
      { registrationAllowed: true, displayNameHtml: "kept" },
    );
    const inFrench = { realm: desired.name, selectedLocale: "fr" };
    await client.realms.addLocalization({ ...inFrench, key: "termsUrl" }, "https://evil.example");
    await client.realms.addLocalization({ ...inFrench, key: "ours" }, "kept");

    const { changes } = await applyConfig(desired, connection, silentTeller);
    expect(changes).toEqual([
      "realm by-hand: registrationAllowed",
      "client school-demo: redirectUris, defaultClientScopes, attributes.pkce.code.challenge.method",
      "message fr termsUrl",
    ]);
    expect(await client.realms.getRealmLocalizationTexts(inFrench)).toMatchObject({ ours: "kept" });
    const [after] = await client.clients.find({ clientId: "school-demo" });
    expect(after).toMatchObject({
      redirectUris: ["http://127.0.0.1:4001/callback"],
      attributes: { "pkce.code.challenge.method": "S256", kept: "yes" },
    });
    expect(after?.defaultClientScopes).not.toContain("roles");
    expect((await client.realms.findOne({ realm: desired.name }))?.displayNameHtml).toBe("kept");
    expect((await applyConfig(desired, connection, silentTeller)).changes).toEqual([]);
  });

  it("asks the same few questions for ten schools and for a hundred", async () => {
    const requests = async (count: number) => {
      const realm = `of-${count}`;
      const [model] = config.schools;
      if (!model) throw new Error("no school to copy");
      const schools = Array.from({ length: count }, (_, index) => ({ ...model, id: `s${index}` }));
      const desired = desiredRealm({ ...config, schools }, realm);
      await applyConfig(desired, connection, silentTeller);
      const asked = vi.spyOn(globalThis, "fetch");
      try {
        const { plan } = await compareRealm(desired, connection);
        expect(plan).toEqual({
          realm,
          changes: [],
          conflicts: [],
          undeclared: [],
          leftovers: [],
          unknown: [],
        });
        const made = asked.mock.calls.map(([url, options]) => ({ url, method: options?.method }));
        const writes = made.filter(({ method = "GET" }) => method !== "GET");
        // Signing in.
        expect(writes.map(({ url }) => String(url))).toEqual([expect.stringMatching(/token$/)]);
        return made.length;
      } finally {
        asked.mockRestore();
      }
    };
    const few = await requests(10);
    const many = await requests(100);
    expect(many).toBeLessThanOrEqual(40);
    // Neither fills a page.
    expect(many).toBe(few);
  });

  it("needs no more to plan than rights to look", async () => {
    const desired = desiredRealm(config, "read-only");
    await applyConfig(desired, connection, silentTeller);
    const client = await connect(connection, desired.name);
    const secret = "not-a-secret";
    const reader = { clientId: "reader", secret, serviceAccountsEnabled: true };
    const { id } = await client.clients.create({ ...reader, fullScopeAllowed: true });
    const account = await client.clients.getServiceAccountUser({ id });
    const [management] = await client.clients.find({ clientId: "realm-management" });
    const clientUniqueId = management?.id ?? "";
    const roles = await Promise.all(
      ["view-realm", "view-clients", "view-users", "view-identity-providers"].map((roleName) =>
        client.clients.findRole({ id: clientUniqueId, roleName }),
      ),
    );
    await client.users.addClientRoleMappings({
      id: account.id ?? "",
      clientUniqueId,
      roles: roles.map((role) => ({ id: role?.id ?? "", name: role?.name ?? "" })),
    });
    await client.realms.update({ realm: desired.name }, { registrationAllowed: true });
    const asReader: Connection = {
      ...connection,
      adminRealm: desired.name,
      credentials: { clientId: "reader", clientSecret: secret },
    };
    expect((await compareRealm(desired, asReader)).plan.changes).toEqual([
      {
        kind: "realm",
        name: desired.name,
        action: "update",
        fields: [{ path: "registrationAllowed", from: true, to: false }],
      },
    ]);
    await expect(applyConfig(desired, asReader, silentTeller)).rejects.toMatchObject({
      code: "SERVER_FORBIDDEN",
    });
  });

  it("writes a mail password that Keycloak hides only when told to", async () => {
    const secret = "correct horse battery";
    const mail = { ...config.mail, encryption: "tls" as const, user: "portal", password: secret };
    const desired = desiredRealm({ ...config, mail }, "mail-password");
    await applyConfig(desired, connection, silentTeller);
    const { plan } = await compareRealm(desired, connection);
    expect(plan).toMatchObject({
      changes: [],
      unknown: ["realm mail-password: smtpServer.password"],
    });
    const told = await compareRealm(desired, connection, { writesSecrets: true });
    expect(told.plan.changes).toMatchObject([
      { kind: "realm", fields: [{ path: "smtpServer.password", secret: "changed" }] },
    ]);
    expect(JSON.stringify([plan, told.plan])).not.toContain(secret);
    await applyPlan(told, silentTeller);
  });

  it("needs no more than a service account that may create realms", async () => {
    const master = await connect(connection, "master");
    const secret = "not-a-secret";
    const { id } = await master.clients.create({
      clientId: "portail",
      secret,
      serviceAccountsEnabled: true,
      fullScopeAllowed: true,
    });
    const account = await master.clients.getServiceAccountUser({ id });
    const role = await master.roles.findOneByName({ name: "create-realm" });
    await master.users.addRealmRoleMappings({
      id: account.id ?? "",
      roles: [{ id: role?.id ?? "", name: "create-realm" }],
    });
    const desired = desiredRealm(config, "by-service-account");
    const asPortail = { ...connection, credentials: { clientId: "portail", clientSecret: secret } };
    expect(await applyConfig(desired, asPortail, silentTeller)).toMatchObject({ created: true });
    expect((await applyConfig(desired, asPortail, silentTeller)).changes).toEqual([]);
  });

  it("lets nobody in with a password sent straight to the server", async () => {
    const desired = desiredRealm(config, "no-direct-grant");
    await applyConfig(desired, connection, silentTeller);
    for (const client_id of ["admin-cli", "school-demo"]) {
      const answer = await fetch(
        `${keycloak.url}/realms/no-direct-grant/protocol/openid-connect/token`,
        {
          method: "POST",
          body: new URLSearchParams({
            grant_type: "password",
            client_id,
            username: "somebody",
            password: "something",
          }),
        },
      );
      expect([client_id, await answer.json()]).toMatchObject([
        client_id,
        { error: "unauthorized_client" },
      ]);
    }
  });
});

describe("tokens that outlive a sign-out", { timeout: 60_000 }, () => {
  it.each([
    ["account-console", "/realms/no-offline/account/"],
    ["account", "/realms/no-offline/account/"],
    ["security-admin-console", "/admin/no-offline/console/"],
  ])("nobody gets one from Keycloak's own client %s", async (client_id, home) => {
    await applyConfig(desiredRealm(config, "no-offline"), connection, silentTeller);
    const url = new URL(`${keycloak.url}/realms/no-offline/protocol/openid-connect/auth`);
    url.search = new URLSearchParams({
      client_id,
      redirect_uri: `${keycloak.url}${home}`,
      response_type: "code",
      scope: "openid offline_access",
      code_challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
      code_challenge_method: "S256",
    }).toString();
    const answer = await fetch(url, { redirect: "manual" });
    expect(answer.headers.get("location")).toContain("error=invalid_scope");
  });
});

describe("a server that does not do it", { timeout: 60_000 }, () => {
  it("says which address can't be reached", async () => {
    const url = "http://127.0.0.1:1";
    await expect(connect({ ...connection, url }, "any")).rejects.toMatchObject({
      code: "SERVER_UNREACHABLE",
      message: expect.stringContaining(url),
    });
  });

  it("names the variables of a refused password, and never the password", async () => {
    const credentials = { user: "admin", password: "wrong-horse" };
    const refused = connect({ ...connection, credentials }, "any");
    await expect(refused).rejects.toMatchObject({
      code: "SERVER_SIGN_IN_REFUSED",
      message: expect.not.stringContaining("wrong-horse"),
      remedy: expect.stringContaining("KEYCLOAK_ADMIN_PASSWORD"),
    });
  });

  it("says that a realm is disabled, to an account of its own", async () => {
    const master = await connect(connection, "master");
    await master.realms.create({ realm: "disabled", enabled: false });
    const credentials = { clientId: "any", clientSecret: "not-a-secret" };
    const refused = connect({ ...connection, adminRealm: "disabled", credentials }, "disabled");
    await expect(refused).rejects.toMatchObject({ code: "SERVER_REALM_DISABLED" });
  });

  it("says that an account lacks rights", async () => {
    const master = await connect(connection, "master");
    const client = { clientId: "no-rights", secret: "not-a-secret", serviceAccountsEnabled: true };
    await master.clients.create(client);
    const credentials = { clientId: client.clientId, clientSecret: client.secret };
    const refused = applyConfig(
      desiredRealm(config, "no-rights"),
      { ...connection, credentials },
      silentTeller,
    );
    await expect(refused).rejects.toMatchObject({ code: "SERVER_FORBIDDEN" });
  });

  it("tells a Keycloak from another web server", async () => {
    const url = `${keycloak.url}/nothing-here`;
    await expect(connect({ ...connection, url }, "any")).rejects.toMatchObject({
      code: "SERVER_NOT_KEYCLOAK",
    });
  });

  it("tells an encryption that fails", async () => {
    const plain = createServer((socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
    await new Promise<void>((listening) => plain.listen(0, "127.0.0.1", listening));
    const { port } = plain.address() as { port: number };
    await expect(
      connect({ ...connection, url: `https://127.0.0.1:${port}` }, "any"),
    ).rejects.toMatchObject({ code: "SERVER_TLS" });
    plain.close();
  });
});

/** Two realms differ in every id and in their names, and their lists come in any order. */
function comparable(value: unknown, realm: string): unknown {
  if (typeof value === "string") return value.replaceAll(realm, "REALM");
  if (Array.isArray(value)) {
    const items = value.map((item) => comparable(item, realm));
    return items.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(
    ([key]) => !/^(_?id|containerId|parentId)$/.test(key),
  );
  return Object.fromEntries(entries.sort().map(([key, inner]) => [key, comparable(inner, realm)]));
}
