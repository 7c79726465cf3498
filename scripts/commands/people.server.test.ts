import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import { execaNode } from "execa";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { shippedVariables } from "../../test/support/shipped-config.ts";
import { type AccountName, accounts } from "../bootstrap/accounts.ts";
import { bareRealm, giveKey, settleAccount } from "../bootstrap/realm-accounts.ts";
import { buildExtension } from "../extension/build.ts";
import { newClientKey, publicClientKey } from "../keycloak/client-key.ts";
import { connect } from "../keycloak/connection.ts";
import { type RunningKeycloak, startKeycloak } from "../server/keycloak.ts";
import { silentTeller } from "../terminal.ts";

const realm = "itschool";
const claire = "claire.dubois@example.org";
const password = "a long sentence of hers";
const microsoftSecret = "not-a-secret-of-microsofts";
/** Claire's school lets her in; that its client takes passwords directly spares a test the browser. */
const schoolClient = "school-demo";

let keycloak: RunningKeycloak;
/** As the administrator: what a test looks at or has happened before. */
let admin: KeycloakAdminClient;
let dir: string;
const variables = {} as Record<AccountName, Record<string, string>>;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "people-"));
  keycloak = await startKeycloak({ providers: [await buildExtension(silentTeller)] });
  const credentials = keycloak.admin;
  admin = await connect({ url: keycloak.url, adminRealm: "master", credentials }, realm);
  await admin.realms.create(bareRealm(realm));
  for (const name of ["portail", "portail-plan"] as const) {
    await settleAccount(admin, accounts[name]);
    const key = newClientKey();
    await giveKey(admin, accounts[name], await publicClientKey(key));
    variables[name] = { PORTAIL_CLIENT_ID: name, PORTAIL_CLIENT_KEY: key };
  }
  await run("portail", ["apply", "--yes"]);
  const people = join(dir, "people.csv");
  await writeFile(
    people,
    [
      "school,email,first_name,last_name",
      `demo,${claire},Claire,Dubois`,
      `saint-exupery,${claire},Claire,Dubois`,
      "demo,x.claire.dubois@example.org,Clara,Dubois",
      "demo,marc@example.org,Marc,Lambert",
    ].join("\n"),
  );
  expect(await run("portail", ["import", people])).toMatchObject({ exitCode: 0 });
  const credential = { type: "password", value: password, temporary: false };
  await admin.users.resetPassword({ id: await idOf(claire), credential });
  const [client] = await admin.clients.find({ clientId: schoolClient });
  await admin.clients.update(
    { id: client?.id ?? "" },
    { ...client, directAccessGrantsEnabled: true },
  );
}, 300_000);
afterAll(async () => {
  await keycloak?.stop();
  await rm(dir, { recursive: true });
});

/** Runs the tool as a person would, without a terminal, as one of the accounts. */
async function run(account: AccountName, words: readonly string[]) {
  const { exitCode, stdout, stderr } = await execaNode(
    resolve("scripts/main.ts"),
    [...words, "--config", resolve("realm-config")],
    {
      cwd: dir,
      env: {
        ...shippedVariables,
        ...variables[account],
        KEYCLOAK_URL: keycloak.url,
        KEYCLOAK_ADMIN_REALM: realm,
        MICROSOFT_CLIENT_ID: "an-application",
        MICROSOFT_CLIENT_SECRET: microsoftSecret,
      },
      reject: false,
      stdin: "ignore",
    },
  );
  return { exitCode, stdout, stderr };
}

async function idOf(email: string): Promise<string> {
  const [user] = await admin.users.find({ email, exact: true });
  return user?.id ?? "";
}

async function linkWithMicrosoft(email: string, userId: string): Promise<void> {
  await admin.users.addToFederatedIdentity({
    id: await idOf(email),
    federatedIdentityId: "microsoft",
    federatedIdentity: { identityProvider: "microsoft", userId, userName: `${userId}@outlook.com` },
  });
}

async function linksOf(email: string): Promise<(string | undefined)[]> {
  const links = await admin.users.listFederatedIdentities({ id: await idOf(email) });
  return links.map(({ userName }) => userName);
}

/** What Keycloak's token endpoint answers. */
async function token(parameters: Record<string, string>): Promise<Record<string, string>> {
  const answer = await fetch(`${keycloak.url}/realms/${realm}/protocol/openid-connect/token`, {
    method: "POST",
    body: new URLSearchParams({ client_id: schoolClient, ...parameters }),
  });
  return (await answer.json()) as Record<string, string>;
}

describe("portail people unlink", { timeout: 60_000 }, () => {
  beforeEach(async () => {
    for (const [email, userId] of [
      [claire, "claire"],
      ["x.claire.dubois@example.org", "clara"],
    ] as const) {
      if ((await linksOf(email)).length === 0) await linkWithMicrosoft(email, userId);
    }
  });

  it("shows whose account it is and how else it is entered, and changes nothing unasked", async () => {
    const { exitCode, stdout, stderr } = await run("portail", ["people", "unlink", claire]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
    expect(stderr).toContain(
      `Claire Dubois <${claire}>, of "École de démonstration" and "Athénée Saint-Exupéry"`,
    );
    expect(stderr).toContain('Linked with the Microsoft account "claire@outlook.com"');
    expect(stderr).toMatch(/Other ways in: password, set up on \d{4}-\d\d-\d\d$/m);
    expect(stderr).toContain("(CONFIRMATION_MISSING)");
    expect(await linksOf(claire)).toEqual(["claire@outlook.com"]);
  });

  it("takes just this person's link away, and ends every session of theirs", async () => {
    const signedIn = await token({ grant_type: "password", username: claire, password });
    expect(signedIn).toHaveProperty("refresh_token");
    const id = await idOf(claire);
    expect(await admin.users.listSessions({ id })).toHaveLength(1);

    const typed = "Claire.Dubois@Example.org";
    const done = await run("portail", ["people", "unlink", typed, "--yes", "--json"]);
    expect(done.exitCode).toBe(0);
    expect(JSON.parse(done.stdout)).toEqual({
      version: 1,
      isUnlinked: true,
      person: { address: claire, name: "Claire Dubois", schools: ["demo", "saint-exupery"] },
      link: { provider: "microsoft", name: "claire@outlook.com" },
      waysIn: [{ kind: "password", since: expect.any(String) }],
    });
    expect(await linksOf(claire)).toEqual([]);
    expect(await linksOf("x.claire.dubois@example.org")).toEqual(["clara@outlook.com"]);
    expect(await admin.users.listSessions({ id })).toEqual([]);
    const { refresh_token = "" } = signedIn;
    expect(await token({ grant_type: "refresh_token", refresh_token })).toMatchObject({
      error: "invalid_grant",
    });
    const again = await token({ grant_type: "password", username: claire, password });
    expect(again).toHaveProperty("access_token");
  });

  it("is in Keycloak's log of changes: who, when, what", async () => {
    const before = Date.now();
    const done = await run("portail", ["people", "unlink", claire, "--yes"]);
    expect(done.exitCode).toBe(0);
    expect(done.stdout).toContain(
      'Keycloak\'s log of changes has it, as done by the client "portail".',
    );
    const [client] = await admin.clients.find({ clientId: "portail" });
    const events = await admin.realms.findAdminEvents({
      realm,
      operationTypes: "DELETE",
      resourcePath: `users/${await idOf(claire)}/federated-identity/microsoft`,
    });
    const [event] = events.sort((a, b) => (b.time ?? 0) - (a.time ?? 0));
    expect(event).toMatchObject({ operationType: "DELETE", authDetails: { clientId: client?.id } });
    expect(event?.time).toBeGreaterThanOrEqual(before);
    expect(event?.time).toBeLessThanOrEqual(Date.now());
  });

  it("warns where the log of changes is off", async () => {
    await admin.realms.update({ realm }, { adminEventsEnabled: false });
    const { stderr } = await run("portail", ["people", "unlink", claire]);
    await admin.realms.update({ realm }, { adminEventsEnabled: true });
    expect(stderr).toContain("Keycloak's log of changes is off");
  });

  it("says what the person does next, and names what somebody else may have set up", async () => {
    const id = await idOf(claire);
    const otp = {
      type: "otp",
      userLabel: "a phone\u001b[2J",
      secretData: JSON.stringify({ value: "not-a-secret" }),
      credentialData: JSON.stringify({
        subType: "totp",
        digits: 6,
        period: 30,
        algorithm: "HmacSHA1",
      }),
    };
    const user = await admin.users.findOne({ id });
    await admin.users.update({ id }, { ...user, credentials: [otp] });
    const { stdout, stderr } = await run("portail", ["people", "unlink", claire, "--yes"]);
    expect(stdout).toContain("Mot de passe oublié ?");
    expect(stdout).toMatch(/still set up: authenticator app "a phone"/);
    expect(`${stdout}${stderr}`).not.toContain("\u001b");
    expect(`${stdout}${stderr}`).not.toContain("not-a-secret");
    const credentials = await admin.users.getCredentials({ id });
    for (const { id: credentialId = "", type } of credentials) {
      if (type === "otp") await admin.users.deleteCredential({ id, credentialId });
    }
  });

  it("has nothing to do for somebody who is not linked, and touches nobody else", async () => {
    const none = await run("portail", ["people", "unlink", "marc@example.org", "--yes"]);
    expect(none).toMatchObject({
      exitCode: 0,
      stdout: "Nothing to do: marc@example.org is not linked with a Microsoft account.",
    });
    const words = ["people", "unlink", claire, "--provider", "other", "--yes", "--json"];
    const other = await run("portail", words);
    expect(JSON.parse(other.stdout)).toMatchObject({ isUnlinked: false, link: null });
    expect(await linksOf(claire)).toEqual(["claire@outlook.com"]);
  });

  it.each([
    ["nobody has", "claire.dubois@example.com"],
    ["begins like somebody's", "claire.dubois@example"],
    ["is a part of others", "dubois@example.org"],
    ["is a pattern", "%@example.org"],
    ["is a pattern of Keycloak's", "*@example.org"],
  ])("finds no account by an address that %s", async (_, address) => {
    const unknown = await run("portail", ["people", "unlink", address, "--yes"]);
    expect(unknown).toMatchObject({ exitCode: 1, stdout: "" });
    expect(unknown.stderr).toContain("(PERSON_UNKNOWN)");
  });

  it("chooses neither of two accounts that have one address", async () => {
    await admin.realms.update(
      { realm },
      { duplicateEmailsAllowed: true, loginWithEmailAllowed: false },
    );
    const { id } = await admin.users.create({ username: "second", email: claire });
    const { exitCode, stderr } = await run("portail", ["people", "unlink", claire, "--yes"]);
    await admin.users.del({ id });
    await admin.realms.update(
      { realm },
      { duplicateEmailsAllowed: false, loginWithEmailAllowed: true },
    );
    expect(exitCode).toBe(1);
    expect(stderr).toContain("(PERSON_TWICE)");
    expect(await linksOf(claire)).toEqual(["claire@outlook.com"]);
  });

  it("is refused to the account portail-plan, before anything has changed", async () => {
    await token({ grant_type: "password", username: claire, password });
    const refused = await run("portail-plan", ["people", "unlink", claire, "--yes"]);
    expect(refused).toMatchObject({ exitCode: 1, stdout: "" });
    expect(refused.stderr).toContain('does not let the client "portail-plan" do this');
    expect(refused.stderr).toContain("(SERVER_FORBIDDEN)");
    expect(await linksOf(claire)).toEqual(["claire@outlook.com"]);
    expect(await admin.users.listSessions({ id: await idOf(claire) })).not.toEqual([]);
  });
});
