import { readFile } from "node:fs/promises";
import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import type CredentialRepresentation from "@keycloak/keycloak-admin-client/lib/defs/credentialRepresentation.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildExtension } from "../../scripts/extension/build.ts";
import { connect } from "../../scripts/keycloak/connection.ts";
import { type RunningKeycloak, startKeycloak } from "../../scripts/server/keycloak.ts";
import { silentTeller } from "../../scripts/terminal.ts";
import { recoveryCodesCredential } from "../support/recovery-codes.ts";

/** The credential of old passwords, as the import writes it and as people and programs see it. */

const realm = "old-passwords";
/** Of jBCrypt's tests: hashes of "a" and "abc". */
const hashOfA = "$2a$08$cfcvVd2aQ8CMvoMpP2EBfeodLEkkFJ9umNEfPD18.hUF62qqlC/V.";
const hashOfAbc = "$2a$10$WvvTPHKwdBJ3uk0Z37EMR.hLA2W6N9AEBhEgrAOljy2Ae5MtaSIUi";

let keycloak: RunningKeycloak;
let client: KeycloakAdminClient;

beforeAll(async () => {
  keycloak = await startKeycloak({ providers: [await buildExtension(silentTeller)] });
  const connection = { url: keycloak.url, adminRealm: "master", credentials: keycloak.admin };
  client = await connect(connection, realm);
  await client.realms.create({
    realm,
    enabled: true,
    adminEventsEnabled: true,
    adminEventsDetailsEnabled: true,
    clients: [{ clientId: "script", publicClient: true, directAccessGrantsEnabled: true }],
  });
});
afterAll(() => keycloak?.stop());

const legacyPassword = (
  username: string,
  hash: string,
  more: Record<string, string> = {},
): CredentialRepresentation => ({
  type: "legacy-password",
  credentialData: JSON.stringify({ school: "demo", username, ...more }),
  secretData: JSON.stringify({ hash }),
});

/** Makes an account with these credentials, and a password for Keycloak's own forms. */
async function account(username: string, credentials: CredentialRepresentation[]): Promise<string> {
  const password = { type: "password", value: "Printemps-2024", temporary: false };
  const { id } = await client.users.create({
    username,
    email: `${username}@example.org`,
    firstName: "Claire",
    lastName: "Dubois",
    enabled: true,
    credentials: [password, ...credentials],
  });
  return id;
}

/** The public parts of an account's old passwords. */
async function oldPasswords(id: string): Promise<unknown[]> {
  const credentials = await client.users.getCredentials({ id });
  return credentials
    .filter(({ type }) => type === "legacy-password")
    .map(({ credentialData }) => JSON.parse(credentialData ?? ""));
}

/** What the server answers to a request of its administration, as it is. */
async function administer(
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; text: string }> {
  const response = await fetch(`${keycloak.url}/admin/realms/${realm}/${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${await client.getAccessToken()}`,
      "Content-Type": "application/json",
    },
    body: JSON.stringify(body),
  });
  return { status: response.status, text: await response.text() };
}

describe("an old password", () => {
  it("is stored with a new account, its user name in one spelling", async () => {
    const id = await account("claire", [
      legacyPassword(" DuboisC", hashOfA, { fingerprint: "f1" }),
    ]);
    expect(await oldPasswords(id)).toEqual([
      { school: "demo", username: "duboisc", fingerprint: "f1" },
    ]);
  });

  it("is stored by a partial import", async () => {
    const { status } = await administer("POST", "partialImport", {
      ifResourceExists: "FAIL",
      users: [{ username: "luc", enabled: true, credentials: [legacyPassword("luc", hashOfA)] }],
    });
    expect(status).toBe(200);
    const [user] = await client.users.find({ username: "luc", exact: true });
    expect(await oldPasswords(user?.id ?? "")).toEqual([{ school: "demo", username: "luc" }]);
  });

  it("takes the place of the one for the same school and user name, and of no other", async () => {
    const id = await account("anne", [legacyPassword("anne", hashOfA)]);
    const [before] = await client.users.getCredentials({ id });
    await client.users.update(
      { id },
      {
        credentials: [
          legacyPassword("ANNE", hashOfAbc, { fingerprint: "f2" }),
          legacyPassword("anne2", hashOfA),
        ],
      },
    );
    expect(await oldPasswords(id)).toEqual([
      { school: "demo", username: "anne", fingerprint: "f2" },
      { school: "demo", username: "anne2" },
    ]);
    expect((await client.users.getCredentials({ id })).map((each) => each.id)).toContain(
      before?.id,
    );
  });

  const unusable = {
    "a plain password": legacyPassword("x", "Soleil-Levant-1987"),
    "a weak hash that is not wrapped": legacyPassword("x", "900150983cd24fb0d6963f7d28e17f72"),
    "a hash that would take minutes": legacyPassword("x", hashOfA.replace("$08$", "$31$")),
    "no hash": { ...legacyPassword("x", ""), secretData: "900150983cd24fb0" },
    "no school": {
      ...legacyPassword("x", hashOfA),
      credentialData: JSON.stringify({ school: null, username: "x" }),
    },
  };

  it.each(Object.entries(unusable))(
    "is refused with %s, and so is the account, without repeating it",
    async (_, credential) => {
      const user = { username: "nobody", enabled: true, credentials: [credential] };
      const { hash } = JSON.parse(
        credential.secretData?.startsWith("{")
          ? credential.secretData
          : '{"hash":"900150983cd24fb0"}',
      ) as { hash: string };
      for (const answer of [
        await administer("POST", "users", user),
        await administer("POST", "partialImport", { ifResourceExists: "FAIL", users: [user] }),
      ]) {
        expect(answer).toMatchObject({ status: 400 });
        expect(answer.text).toContain("unusableLegacyPassword");
        expect(answer.text).not.toContain(hash);
      }
      expect(await client.users.find({ username: "nobody", exact: true })).toEqual([]);
      expect(await readFile(keycloak.logFile, "utf8")).not.toContain(hash);
    },
  );

  it("leaves the account's earlier one as it was when it is refused", async () => {
    const id = await account("rose", [legacyPassword("rose", hashOfA, { fingerprint: "f1" })]);
    const { status } = await administer("PUT", `users/${id}`, {
      credentials: [legacyPassword("rose", "Soleil-Levant-1987", { fingerprint: "f2" })],
    });
    expect(status).toBe(400);
    expect(await oldPasswords(id)).toEqual([
      { school: "demo", username: "rose", fingerprint: "f1" },
    ]);
  });

  it("has a hash that no answer of the server and no event holds", async () => {
    const id = await account("marie", [legacyPassword("marie", hashOfA)]);
    const answers = await Promise.all(
      [
        `users/${id}`,
        `users/${id}/credentials`,
        "users?briefRepresentation=false",
        "admin-events?max=1000",
        "events",
      ].map((path) => administer("GET", path)),
    );
    answers.push(
      await administer("POST", "partial-export?exportClients=true&exportGroupsAndRoles=true"),
    );
    for (const { status, text } of answers) {
      expect(status).toBe(200);
      expect(text).not.toContain("$2a$");
    }
    expect(answers[1]?.text).toContain("marie");
    expect(answers[3]?.text).toContain("marie@example.org");
  });
});

describe("the account console's API", () => {
  it("neither lists an old password, nor removes or changes it", async () => {
    const id = await account("jeanne", [legacyPassword("jeanne", hashOfA)]);
    const stored = (await client.users.getCredentials({ id })).find(
      ({ type }) => type === "legacy-password",
    );
    const token = await personsToken("jeanne");
    const ask = (method: string, path: string, body?: unknown) =>
      fetch(`${keycloak.url}/realms/${realm}/account/${path}`, {
        method,
        headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
        body: JSON.stringify(body),
      });

    const listed = await ask("GET", "credentials");
    expect(listed.status).toBe(200);
    const types = ((await listed.json()) as { type: string }[]).map(({ type }) => type);
    expect(types).toContain("password");
    expect(types).not.toContain("legacy-password");

    for (const asked of [stored?.id, "legacy-password-id"]) {
      const removed = await ask("DELETE", `credentials/${asked}`);
      expect(removed.status).toBe(400);
    }
    await ask("PUT", `credentials/${stored?.id}/label`, "another school");
    await ask("POST", "", {
      username: "jeanne",
      email: "jeanne@example.org",
      firstName: "Jeanne",
      lastName: "Dubois",
      credentials: [legacyPassword("jeanne", hashOfAbc), legacyPassword("claire", hashOfAbc)],
    });
    expect(await oldPasswords(id)).toEqual([{ school: "demo", username: "jeanne" }]);
    const [after] = (await client.users.getCredentials({ id })).filter(
      ({ type }) => type === "legacy-password",
    );
    expect(after).toMatchObject({ id: stored?.id, createdDate: stored?.createdDate });
  });

  it("removes a second factor as ever in a realm that is no portal", async () => {
    const id = await account("paul", [recoveryCodesCredential(["PREMIERCODEX"])]);
    const token = await personsToken("paul");
    const stored = await client.users.getCredentials({ id });
    const codes = stored.find(({ type }) => type === "recovery-authn-codes");
    const removed = await fetch(
      `${keycloak.url}/realms/${realm}/account/credentials/${codes?.id}`,
      {
        method: "DELETE",
        headers: { Authorization: `Bearer ${token}`, Accept: "application/json" },
      },
    );
    expect(removed.status).toBe(204);
    const left = await client.users.getCredentials({ id });
    expect(left.map(({ type }) => type)).toEqual(["password"]);
  });
});

/** A token with which a person's browser speaks to the account console's API. */
async function personsToken(username: string): Promise<string> {
  const response = await fetch(`${keycloak.url}/realms/${realm}/protocol/openid-connect/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "password",
      client_id: "script",
      username,
      password: "Printemps-2024",
    }),
  });
  expect(response.status).toBe(200);
  return ((await response.json()) as { access_token: string }).access_token;
}
