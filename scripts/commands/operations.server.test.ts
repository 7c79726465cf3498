import { chmod, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import { execaNode } from "execa";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { shippedVariables } from "../../test/support/shipped-config.ts";
import { type Account, type AccountName, accounts } from "../bootstrap/accounts.ts";
import { bareRealm, giveKey, settleAccount } from "../bootstrap/realm-accounts.ts";
import { loadConfig } from "../config/load.ts";
import type { PortalConfig } from "../config/schema.ts";
import { startMailCatcher } from "../demo/mail.ts";
import { buildExtension } from "../extension/build.ts";
import { applyConfig, compareRealm } from "../keycloak/apply.ts";
import { newClientKey, publicClientKey } from "../keycloak/client-key.ts";
import { type Connection, connect } from "../keycloak/connection.ts";
import { desiredRealm } from "../realm/desired.ts";
import { type RunningKeycloak, startKeycloak } from "../server/keycloak.ts";
import { silentTeller } from "../terminal.ts";

const configuration = {
  ...shippedVariables,
};

let keycloak: RunningKeycloak;
let asAdmin: Connection;
let administrator: Record<string, string>;
let config: PortalConfig;
let dir: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "portail-"));
  keycloak = await startKeycloak({ providers: [await buildExtension(silentTeller)] });
  asAdmin = { url: keycloak.url, adminRealm: "master", credentials: keycloak.admin };
  administrator = {
    KEYCLOAK_ADMIN_USER: keycloak.admin.user,
    KEYCLOAK_ADMIN_PASSWORD: keycloak.admin.password,
  };
  config = await loadConfig("realm-config", configuration);
}, 300_000);
afterAll(async () => {
  await keycloak?.stop();
  await rm(dir, { recursive: true });
});

/** Runs the tool as a person would, without a terminal, in a folder with a `.env` of its own. */
async function portail(words: readonly string[], variables: Record<string, string> = {}) {
  const options = ["--config", resolve("realm-config")];
  const { exitCode, stdout, stderr, all } = await execaNode(
    resolve("scripts/main.ts"),
    [...words, ...options],
    {
      cwd: dir,
      env: { ...configuration, KEYCLOAK_URL: keycloak.url, ...variables },
      reject: false,
      all: true,
      stdin: "ignore",
    },
  );
  return { exitCode, stdout, stderr, all };
}

/** A bare realm with one account, which may have fewer roles than it should. */
async function realmWith(
  realm: string,
  account: Account,
): Promise<{ asAccount: Connection; client: KeycloakAdminClient }> {
  const client = await connect(asAdmin, realm);
  if (!(await client.realms.findOne({ realm }))) await client.realms.create(bareRealm(realm));
  await settleAccount(client, account);
  const clientKey = newClientKey();
  await giveKey(client, account, await publicClientKey(clientKey));
  const credentials = { clientId: account.clientId, clientKey };
  return { asAccount: { url: keycloak.url, adminRealm: realm, credentials }, client };
}

function without(account: Account, role: string): Account {
  const roles = Object.entries(account.roles).filter(([name]) => name !== role);
  return { ...account, roles: Object.fromEntries(roles) };
}

const rolesOf = (name: AccountName) => Object.keys(accounts[name].roles);

/** What the person sees when the server says no. */
async function status(work: Promise<unknown>): Promise<number | "done"> {
  return work.then(
    () => "done" as const,
    (error) => error.response?.status ?? Promise.reject(error),
  );
}

describe("portail bootstrap", { timeout: 60_000 }, () => {
  it("changes nothing before somebody says yes", async () => {
    const { exitCode, stderr } = await portail(["bootstrap", "--write-env"], administrator);
    expect(exitCode).toBe(1);
    expect(stderr).toContain("+ realm itschool");
    expect(stderr).toContain("+ client portail: manage-realm, manage-clients, ");
    expect(stderr).toContain("--yes");
    const client = await connect(asAdmin, "itschool");
    expect(await client.realms.findOne({ realm: "itschool" })).toBeNull();
    await expect(readFile(join(dir, ".env"))).rejects.toMatchObject({ code: "ENOENT" });
  });

  it("makes a realm nobody can sign in to, and an account whose key is in .env alone", async () => {
    await writeFile(join(dir, ".env"), "# ours\nOTHER='kept as it is'\n", { mode: 0o644 });
    const { exitCode, all } = await portail(["bootstrap", "--write-env", "--yes"], administrator);
    expect(exitCode).toBe(0);
    const env = await readFile(join(dir, ".env"), "utf8");
    expect(env).toMatch(
      /^# ours\nOTHER='kept as it is'\nKEYCLOAK_URL=http:\S+\nKEYCLOAK_ADMIN_REALM=itschool\nPORTAIL_CLIENT_ID=portail\nPORTAIL_CLIENT_KEY=\S+\n$/,
    );
    expect((await stat(join(dir, ".env"))).mode & 0o777).toBe(0o600);
    const key = /KEY=(\S+)/.exec(env)?.[1] ?? "";
    expect(all).not.toContain(key);
    expect(all).not.toContain(keycloak.admin.password);

    const client = await connect(asAdmin, "itschool");
    expect(await client.realms.findOne({ realm: "itschool" })).toMatchObject({
      registrationAllowed: false,
      resetPasswordAllowed: false,
      sslRequired: "external",
      bruteForceProtected: true,
    });
    expect(await client.users.find()).toEqual([]);
  });

  it("makes an account that applies and imports, and one that plans", async () => {
    const applied = await portail(["apply", "--yes"]);
    expect(applied).toMatchObject({ exitCode: 0 });
    expect(await portail(["plan"])).toMatchObject({ exitCode: 0 });
    const people = join(dir, "people.csv");
    await writeFile(people, "email\nnew.parent@example.org\n");
    expect(await portail(["import", people, "--school", "demo"])).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining("1 account made, 0 changed."),
    });

    const printed = await portail(
      ["bootstrap", "--print-env", "portail-plan", "--yes"],
      administrator,
    );
    expect(printed.exitCode).toBe(0);
    const lines = printed.stdout.split("\n").map((line) => line.split("=") as [string, string]);
    const planner = Object.fromEntries(lines);
    expect(planner).toMatchObject({ PORTAIL_CLIENT_ID: "portail-plan" });
    expect(await portail(["plan"], planner)).toMatchObject({
      exitCode: 0,
      stdout: 'The realm "itschool" is as the configuration says.',
    });
    const moved = { ...planner, DEMO_SCHOOL_URL: "http://127.0.0.1:4009" };
    expect(await portail(["plan"], moved)).toMatchObject({ exitCode: 2 });
    const refused = await portail(["apply", "--yes"], moved);
    expect(refused).toMatchObject({ exitCode: 1 });
    expect(refused.stderr).toContain('does not let the client "portail-plan" do this');
    expect(refused.stderr).toContain("(SERVER_FORBIDDEN)");
    expect(await portail(["plan"])).toMatchObject({ exitCode: 0 });
  });

  it("run again finds nothing to do, and never makes a key that works useless by itself", async () => {
    const again = await portail(["bootstrap", "--write-env"], administrator);
    expect(again).toMatchObject({ exitCode: 0 });
    expect(again.stderr).toContain("Nothing to do");
    const elsewhere = await portail(["bootstrap", "--print-env", "portail-plan"], administrator);
    expect(elsewhere).toMatchObject({ exitCode: 1, stdout: "" });
    expect(elsewhere.stderr).toContain("(BOOTSTRAP_KEY_ELSEWHERE)");
    expect(await portail(["plan"])).toMatchObject({ exitCode: 0 });

    const before = await readFile(join(dir, ".env"), "utf8");
    const anew = await portail(["bootstrap", "--write-env", "--new-key", "--yes"], administrator);
    expect(anew).toMatchObject({ exitCode: 0 });
    expect(await portail(["plan"])).toMatchObject({ exitCode: 0 });
    const old = { PORTAIL_CLIENT_KEY: /KEY=(\S+)/.exec(before)?.[1] ?? "" };
    const refused = await portail(["plan"], old);
    expect(refused).toMatchObject({ exitCode: 1 });
    expect(refused.stderr).toContain("(SERVER_SIGN_IN_REFUSED)");
    expect(refused.stderr).toContain("PORTAIL_CLIENT_KEY");
  });

  it("gives back what an account lacks, and takes away what it does not need", async () => {
    const client = await connect(asAdmin, "itschool");
    const [portailClient] = await client.clients.find({ clientId: "portail" });
    const [management] = await client.clients.find({ clientId: "realm-management" });
    const [id, managementId] = [portailClient?.id ?? "", management?.id ?? ""];
    const account = await client.clients.getServiceAccountUser({ id });
    const userId = account.id ?? "";
    const role = async (name: string) => {
      const found = await client.clients.findRole({ id: managementId, roleName: name });
      return [{ id: found?.id ?? "", name }];
    };
    await client.users.addClientRoleMappings({
      id: userId,
      clientUniqueId: managementId,
      roles: await role("realm-admin"),
    });
    await client.clients.addClientScopeMappings(
      { id, client: managementId },
      await role("impersonation"),
    );
    await client.users.delClientRoleMappings({
      id: userId,
      clientUniqueId: managementId,
      roles: await role("manage-users"),
    });
    await client.clients.update(
      { id },
      { ...portailClient, fullScopeAllowed: true, directAccessGrantsEnabled: true },
    );

    const { stderr } = await portail(["bootstrap", "--yes"], administrator);
    expect(stderr).toContain(
      [
        "~ client portail: directAccessGrantsEnabled, fullScopeAllowed",
        "+ role manage-users for portail",
        "- role realm-admin of portail, which does not need it",
        "- role impersonation of the scope of portail, which does not need it",
      ].join("\n  "),
    );
    expect((await portail(["bootstrap"], administrator)).stderr).toContain("Nothing to do");
    expect(await portail(["plan"])).toMatchObject({ exitCode: 0 });
    const roles = await client.users.listRoleMappings({ id: userId });
    expect(roles.realmMappings).toBeUndefined();
    expect(Object.keys(roles.clientMappings ?? {})).toEqual(["realm-management"]);
  });

  it("leaves alone a client of that name that it did not make", async () => {
    const realm = "somebody-elses";
    const client = await connect(asAdmin, realm);
    await client.realms.create(bareRealm(realm));
    await client.clients.create({ clientId: "portail", publicClient: true });
    await expect(settleAccount(client, accounts.portail)).rejects.toMatchObject({
      code: "BOOTSTRAP_CLIENT_TAKEN",
    });
  });
});

describe("the account portail", { timeout: 60_000 }, () => {
  it("can't apply with any one less of the roles it is for, and can with all of them", async () => {
    const desired = desiredRealm(config, "least");
    const { asAccount, client } = await realmWith("least", accounts.portail);
    // What support alone needs: people.server.test.ts has it.
    const roles = rolesOf("portail").filter((role) => role !== "view-events");
    // In the order in which apply comes to need them: each gets a little further.
    for (const role of roles) {
      await settleAccount(client, without(accounts.portail, role));
      await expect(applyConfig(desired, asAccount, silentTeller), role).rejects.toMatchObject({
        code: "SERVER_FORBIDDEN",
      });
    }
    await settleAccount(client, accounts.portail);
    await applyConfig(desired, asAccount, silentTeller);
    expect((await applyConfig(desired, asAccount, silentTeller)).changes).toEqual([]);
  });

  it("can't give itself or others more rights, nor leave its realm", async () => {
    const { asAccount, client } = await realmWith("attacked", accounts.portail);
    const attacker = await connect(asAccount, "attacked");
    const outside = await connect(asAccount, "master");
    const [own] = await client.clients.find({ clientId: "portail" });
    const [management] = await client.clients.find({ clientId: "realm-management" });
    const clientUniqueId = management?.id ?? "";
    const self = await client.clients.getServiceAccountUser({ id: own?.id ?? "" });
    const role = await client.clients.findRole({ id: clientUniqueId, roleName: "realm-admin" });
    const roles = [{ id: role?.id ?? "", name: "realm-admin" }];
    const group = await attacker.groups.create({ name: "admins" });
    // Allowed, and of no use: Keycloak looks at the account, not at what its token claims.
    await attacker.clients.addProtocolMapper(
      { id: own?.id ?? "" },
      {
        name: "claimed",
        protocol: "openid-connect",
        protocolMapper: "oidc-hardcoded-role-mapper",
        config: { role: "realm-management.realm-admin" },
      },
    );
    const claiming = await connect(asAccount, "attacked");
    const attacks: Record<string, () => Promise<unknown>> = {
      "the role itself": () =>
        attacker.users.addClientRoleMappings({
          id: self.id ?? "",
          clientUniqueId,
          roles,
        }),
      "a group with the role": () =>
        attacker.groups.addClientRoleMappings({
          id: group.id,
          clientUniqueId,
          roles,
        }),
      "a role that contains it": () =>
        attacker.roles.create({
          name: "mine",
          composite: true,
          composites: { client: { "realm-management": ["realm-admin"] } },
        } as Parameters<typeof attacker.roles.create>[0]),
      "to be somebody else": () =>
        attacker.users.impersonation(
          { id: self.id ?? "" },
          { user: self.id ?? "", realm: "attacked" },
        ),
      "to empty the log of what was done": () =>
        claiming.realms.clearAdminEvents({ realm: "attacked" }),
      "to empty the log of sign-ins": () => claiming.realms.clearEvents({ realm: "attacked" }),
      "another realm": () => attacker.realms.create({ realm: "escaped" }),
      master: () => outside.realms.findOne({ realm: "master" }),
      "administrators of master": () => outside.users.create({ username: "escaped" }),
      "the schools of another realm": async () =>
        (await connect(asAccount, "itschool")).clients.find(),
    };
    for (const [what, attack] of Object.entries(attacks)) {
      expect([what, await status(attack())]).toEqual([what, 403]);
    }
  });

  // A limit that docs/operations.md names: when this fails, Keycloak has become stricter.
  it("owns its realm all the same: an import gives any role of the realm, and none of master", async () => {
    const { asAccount, client } = await realmWith("owned", accounts.portail);
    const attacker = await connect(asAccount, "owned");
    await attacker.realms.partialImport({
      realm: "owned",
      rep: {
        ifResourceExists: "FAIL",
        users: [
          {
            username: "intruder",
            email: "intruder@example.org",
            firstName: "In",
            lastName: "Truder",
            enabled: true,
            clientRoles: { "realm-management": ["realm-admin"] },
            credentials: [{ type: "password", value: "not-a-secret", temporary: false }],
          },
        ],
      },
    });
    const [admin] = await client.users.find({ username: "intruder" });
    const held = await client.users.listRoleMappings({ id: admin?.id ?? "" });
    expect(held.clientMappings).toHaveProperty("realm-management");
    const credentials = { user: "intruder", password: "not-a-secret" };
    const intruder: Connection = { url: keycloak.url, adminRealm: "owned", credentials };
    for (const realm of ["master", "itschool"]) {
      const beyond = await connect(intruder, realm);
      expect(await status(beyond.users.find())).toBe(403);
    }
  });
});

describe("the account portail-plan", { timeout: 60_000 }, () => {
  it.each(rolesOf("portail-plan"))(
    "is refused, not misled, where it lacks the role %s",
    async (role) => {
      const realm = "half-seen";
      const desired = desiredRealm(config, realm);
      await applyConfig(desired, asAdmin, silentTeller);
      // Lists are allowed, which then leave out everything.
      const half: Account = {
        ...accounts["portail-plan"],
        roles: {
          ...without(accounts["portail-plan"], role).roles,
          "query-clients": "",
          "query-groups": "",
        },
      };
      const { asAccount: asHalf } = await realmWith(realm, half);
      await expect(compareRealm(desired, asHalf)).rejects.toMatchObject({
        code: expect.stringMatching(/^(REALM_PARTLY_HIDDEN|SERVER_FORBIDDEN)$/),
      });
      const { asAccount: asWhole } = await realmWith(realm, accounts["portail-plan"]);
      expect((await compareRealm(desired, asWhole)).plan.changes).toEqual([]);
    },
  );

  it("can't become portail by what it sees, and changes nothing", async () => {
    const { asAccount } = await realmWith("watched", accounts["portail-plan"]);
    await realmWith("watched", accounts.portail);
    const reader = await connect(asAccount, "watched");
    const [target] = await reader.clients.find({ clientId: "portail" });
    const id = target?.id ?? "";
    const { value: clientSecret = "" } = await reader.clients.getClientSecret({ id });
    const credentials = { clientId: "portail", clientSecret };
    await expect(connect({ ...asAccount, credentials }, "watched")).rejects.toMatchObject({
      code: "SERVER_SIGN_IN_REFUSED",
    });
    const writes: Record<string, () => Promise<unknown>> = {
      "a client": () => reader.clients.update({ id }, { clientId: "portail", enabled: false }),
      "a secret": () => reader.clients.generateNewClientSecret({ id }),
      "the realm": () => reader.realms.update({ realm: "watched" }, { registrationAllowed: true }),
      "an account": () => reader.users.create({ username: "new" }),
      "a group": () => reader.groups.create({ name: "new" }),
      "a mail": () => reader.realms.testSMTPConnection({ realm: "watched" }, {}),
    };
    for (const [what, write] of Object.entries(writes)) {
      expect([what, await status(write())]).toEqual([what, 403]);
    }
  });
});

describe("portail doctor", { timeout: 60_000 }, () => {
  /** The state of each check, and everything that was printed. */
  async function doctor(words: string[] = [], variables: Record<string, string> = {}) {
    const { exitCode, stdout, all } = await portail(["doctor", "--json", ...words], variables);
    const { isHealthy, checks } = JSON.parse(stdout) as {
      isHealthy: boolean;
      checks: { check: string; state: string; text: string }[];
    };
    const states = Object.fromEntries(checks.map(({ check, state }) => [check, state]));
    return { exitCode, isHealthy, states, all };
  }

  it("sees with the account portail all but who administers the server", async () => {
    const { exitCode, isHealthy, states } = await doctor();
    expect(states).toEqual({
      configuration: "ok",
      server: "ok",
      account: "ok",
      version: "ok",
      address: "ok",
      clocks: "ok",
      // This server was started without one.
      theme: "failed",
      extension: "ok",
      realm: "ok",
      secrets: "ok",
      "old method": "ok",
      mail: "unseen",
      microsoft: "ok",
      administrators: "unseen",
    });
    expect([exitCode, isHealthy]).toEqual([1, false]);
    expect((await doctor([], administrator)).states).toMatchObject({ administrators: "unseen" });
    const asAdministrator = { ...administrator, PORTAIL_CLIENT_ID: "", KEYCLOAK_ADMIN_REALM: "" };
    expect((await doctor([], asAdministrator)).states).toMatchObject({
      account: "ok",
      administrators: "warning",
    });
  });

  it("sees with the account portail-plan the same, but for the version", async () => {
    const { asAccount } = await realmWith("itschool", accounts["portail-plan"]);
    const { credentials } = asAccount;
    const planner = {
      PORTAIL_CLIENT_ID: "portail-plan",
      PORTAIL_CLIENT_KEY: "clientKey" in credentials ? credentials.clientKey : "",
    };
    expect((await doctor([], planner)).states).toMatchObject({
      version: "unseen",
      theme: "failed",
      extension: "ok",
      realm: "ok",
      secrets: "ok",
    });
    const refused = await doctor(["--send-test-mail", "ops@example.org"], planner);
    expect(refused.states).toMatchObject({ mail: "failed" });
  });

  it("sends a mail by the realm's own settings, and leaves the account as it was", async () => {
    const caught = await startMailCatcher();
    const moved = { SMTP_PORT: String(caught.smtp.port) };
    const to = ["--send-test-mail", "ops@example.org"];
    try {
      expect((await portail(["apply", "--yes"], moved)).exitCode).toBe(0);
      expect((await doctor(to, moved)).states).toMatchObject({ mail: "ok" });
      const { from } = await caught.mailbox.waitForMail("ops@example.org");
      expect(from).toMatchObject([{ address: config.mail.from }]);
    } finally {
      await caught.stop();
    }
    const nobodyListens = await doctor(to, moved);
    expect(nobodyListens).toMatchObject({ exitCode: 1, states: { mail: "failed" } });
    const client = await connect(asAdmin, "itschool");
    const [own] = await client.clients.find({ clientId: "portail" });
    const account = await client.clients.getServiceAccountUser({ id: own?.id ?? "" });
    expect(account).toMatchObject({ username: "service-account-portail", enabled: true });
    expect(account.email).toBeUndefined();

    await client.users.create({ username: "parent", email: "parent@example.org" });
    const taken = await doctor(["--send-test-mail", "parent@example.org"], moved);
    expect(taken.states).toMatchObject({ mail: "failed" });
    expect(taken.all).toContain("somebody's in the realm");
    expect((await portail(["apply", "--yes"])).exitCode).toBe(0);
  });

  it("says when Microsoft refuses the secret, and never the secret itself", async () => {
    const answers = [
      { error: "invalid_client", error_description: "AADSTS7000222: expired. Trace ID: 255d" },
      { access_token: "not-a-token" },
    ];
    const microsoft = createServer((incoming, outgoing) => {
      incoming.resume().on("end", () => outgoing.end(JSON.stringify(answers.shift())));
    });
    await new Promise<void>((started) => microsoft.listen(0, "127.0.0.1", started));
    const { port } = microsoft.address() as AddressInfo;
    const application = {
      MICROSOFT_CLIENT_ID: "an-application",
      MICROSOFT_CLIENT_SECRET: "hunter2-hunter2",
      MICROSOFT_LOGIN_URL: `http://127.0.0.1:${port}`,
    };
    const expired = await doctor([], application);
    const accepted = await doctor([], application);
    microsoft.close();
    expect(expired).toMatchObject({ exitCode: 1, states: { microsoft: "failed" } });
    expect(expired.all).toContain("AADSTS7000222");
    expect(expired.all).not.toMatch(/hunter2|Trace ID/);
    // The realm has no Microsoft yet.
    expect(accepted.states).toMatchObject({ microsoft: "warning" });
    expect(accepted.all).not.toContain("not-a-token");
    const unsafe = await doctor([], { ...application, MICROSOFT_LOGIN_URL: "http://a.example" });
    expect(unsafe.states).toMatchObject({ microsoft: "failed", server: "ok" });
  });

  it("says that the server is away, and what could not be checked", async () => {
    const away = await portail(["doctor"], { KEYCLOAK_URL: "http://127.0.0.1:1" });
    expect(away.exitCode).toBe(1);
    expect(away.stdout).toContain("✗ server");
    expect(away.stdout.match(/ not checked$/gm)).toHaveLength(9);
    expect(away.all).not.toMatch(/^\s+at |Unexpected/m);
  });

  it("tells a difference without failing, and that others can read the key", async () => {
    await chmod(join(dir, ".env"), 0o644);
    const moved = { DEMO_SCHOOL_URL: "http://127.0.0.1:4009" };
    const { states, all } = await doctor([], moved);
    await chmod(join(dir, ".env"), 0o600);
    expect(states).toMatchObject({ realm: "warning", secrets: "warning" });
    const key = /KEY=(\S+)/.exec(await readFile(join(dir, ".env"), "utf8"))?.[1] ?? "none";
    expect(all).not.toContain(key);
  });
});

// Last: nobody signs in as the administrator afterwards.
describe("portail bootstrap --delete-temporary-admin", { timeout: 60_000 }, () => {
  it("deletes the temporary administrator, also when it is the one who asks, and nobody else", async () => {
    const master = await connect(asAdmin, "master");
    const credentials = [{ type: "password", value: "not-a-secret", temporary: false }];
    const { id } = await master.users.create({ username: "ops", enabled: true, credentials });
    const admin = await master.roles.findOneByName({ name: "admin" });
    const roles = [{ id: admin?.id ?? "", name: "admin" }];
    await master.users.addRealmRoleMappings({ id, roles });

    const { exitCode, stderr } = await portail(
      ["bootstrap", "--delete-temporary-admin", "--yes"],
      administrator,
    );
    expect(exitCode).toBe(0);
    expect(stderr).toContain(`- temporary administrator ${keycloak.admin.user} (user)`);
    const asOps = { ...asAdmin, credentials: { user: "ops", password: "not-a-secret" } };
    const left = await (await connect(asOps, "master")).users.find();
    expect(left.map(({ username }) => username)).toEqual(["ops"]);
    await expect(connect(asAdmin, "master")).rejects.toMatchObject({
      code: "SERVER_SIGN_IN_REFUSED",
    });
    expect(await portail(["plan"])).toMatchObject({ exitCode: 0 });
  });
});
