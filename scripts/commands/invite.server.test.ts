import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import type UserRepresentation from "@keycloak/keycloak-admin-client/lib/defs/userRepresentation.js";
import { execaNode } from "execa";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startTestMailServer, type TestMailServer } from "../../test/support/mail-server.ts";
import { shippedVariables } from "../../test/support/shipped-config.ts";
import { type AccountName, accounts } from "../bootstrap/accounts.ts";
import { bareRealm, giveKey, settleAccount } from "../bootstrap/realm-accounts.ts";
import { buildExtension } from "../extension/build.ts";
import { newClientKey, publicClientKey } from "../keycloak/client-key.ts";
import { connect } from "../keycloak/connection.ts";
import { type RunningKeycloak, startKeycloak } from "../server/keycloak.ts";
import { silentTeller } from "../terminal.ts";

const realm = "itschool";

let keycloak: RunningKeycloak;
let mail: TestMailServer;
/** As the administrator: what a test looks at or has happened before. */
let admin: KeycloakAdminClient;
let dir: string;
const variables = {} as Record<AccountName, Record<string, string>>;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "invite-"));
  mail = await startTestMailServer();
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
  expect(await run(["apply", "--yes"])).toMatchObject({ exitCode: 0 });
  await admin.identityProviders.create({ alias: "microsoft", providerId: "oidc" });
}, 300_000);
afterAll(async () => {
  await keycloak?.stop();
  await mail?.[Symbol.asyncDispose]();
  await rm(dir, { recursive: true });
});
afterEach(async () => {
  mail.refuses = new Set();
  mail.delayMs = 0;
  const people = await admin.users.find({ max: 1000 });
  for (const { id = "", username = "" } of people) {
    if (!username.startsWith("service-account-")) await admin.users.del({ id });
  }
});

/** Runs the tool as a person would, without a terminal; the process is there to be stopped. */
function start(words: readonly string[], account: AccountName = "portail") {
  return execaNode(resolve("scripts/main.ts"), [...words, "--config", resolve("realm-config")], {
    cwd: dir,
    env: {
      ...shippedVariables,
      ...variables[account],
      SMTP_PORT: String(mail.port),
      KEYCLOAK_URL: keycloak.url,
      KEYCLOAK_ADMIN_REALM: realm,
    },
    reject: false,
    all: true,
    stdin: "ignore",
  });
}

async function run(words: readonly string[], account?: AccountName) {
  const { exitCode, stdout, stderr, all, signal } = await start(words, account);
  // Whatever it says, it never shows a way into somebody's account.
  expect(all).not.toMatch(/eyJ|key=|login-actions/);
  return { exitCode, stdout, stderr, signal };
}

const inDemo = ["invite", "--school", "demo", "--yes", "--per-minute", "6000"];

interface Told {
  sent: string[];
  refused: { address: string; why: string }[];
  uncertain: { address: string }[];
  alreadyInvited: { address: string; at: string }[];
  alreadyIn: number;
  withoutAddress: number;
  disabled: number;
  waiting: number;
  stopped: string | null;
}

async function invite(...words: string[]): Promise<Told & { exitCode: number | undefined }> {
  const { exitCode, stdout } = await run([...inDemo, ...words, "--json"]);
  return { exitCode, ...(JSON.parse(stdout) as Told) };
}

async function addPerson(
  name: string,
  more: UserRepresentation = {},
  schools: readonly string[] = ["demo"],
): Promise<{ id: string; email: string }> {
  const email = `${name}@example.org`;
  const { id } = await admin.users.create({
    username: more.email === "" ? name : email,
    email,
    firstName: name,
    enabled: true,
    groups: schools.map((school) => `/schools/${school}`),
    ...more,
  });
  return { id, email };
}

async function addPeople(name: string, count: number): Promise<string[]> {
  const people: string[] = [];
  for (let one = 1; one <= count; one++) people.push((await addPerson(`${name}${one}`)).email);
  return people;
}

async function attributesOf(id: string) {
  return (await admin.users.findOne({ id }))?.attributes ?? {};
}

/** For whom mails were taken while something was done. */
async function takenDuring(work: () => Promise<unknown>): Promise<string[]> {
  const before = mail.taken.length;
  await work();
  return mail.taken.slice(before).map(({ to }) => to);
}

describe("portail invite", { timeout: 60_000 }, () => {
  it("mails just those who have not come in yet, once, and keeps all else of their accounts", async () => {
    const legacy = { "demo.username": ["duboisc"], locale: ["nl"] };
    const claire = await addPerson("claire", { attributes: legacy, lastName: "<i>Dubois</i>" });
    const credential = (type: string) => ({
      credentials: [{ type, value: "a long sentence", secretData: "{}", credentialData: "{}" }],
    });
    await addPerson("by-password", {
      credentials: [{ type: "password", value: "a long sentence", temporary: false }],
    });
    await addPerson("by-passkey", credential("webauthn-passwordless"));
    const linked = await addPerson("by-microsoft");
    await admin.users.addToFederatedIdentity({
      id: linked.id,
      federatedIdentityId: "microsoft",
      federatedIdentity: { identityProvider: "microsoft", userId: "1", userName: "m" },
    });
    await addPerson("disabled", { enabled: false });
    await addPerson("no-address", { email: "" });
    await addPerson("elsewhere", {}, ["saint-exupery"]);
    const before = await admin.users.findOne({ id: claire.id });

    let told: Awaited<ReturnType<typeof invite>> | undefined;
    const startedAt = Date.now();
    const taken = await takenDuring(async () => {
      told = await invite();
    });
    expect(taken).toEqual([claire.email]);
    expect(told).toMatchObject({
      exitCode: 0,
      sent: [claire.email],
      alreadyIn: 3,
      withoutAddress: 1,
      disabled: 1,
      waiting: 0,
      stopped: null,
    });
    const after = await admin.users.findOne({ id: claire.id });
    const { "portail.invited": [invited] = [], ...others } = after?.attributes ?? {};
    expect(others).toEqual(legacy);
    expect(Date.parse(invited ?? "")).toBeGreaterThanOrEqual(startedAt);
    expect({ ...after, attributes: null }).toEqual({ ...before, attributes: null });
  });

  it("mails nobody twice within the set time, whichever school invites, and tells when it was", async () => {
    const { id, email } = await addPerson("claire", {}, ["demo", "saint-exupery"]);
    expect((await invite()).sent).toEqual([email]);
    expect(await invite()).toMatchObject({
      exitCode: 0,
      sent: [],
      alreadyInvited: [{ address: email, at: expect.stringMatching(/^\d{4}-/) }],
    });
    const other = await run(["invite", "--school", "saint-exupery", "--yes"]);
    expect(other).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/nobody was invited\n {2}invited before: 1, the last on \d{4}/),
    });

    const user = await admin.users.findOne({ id });
    const longAgo = new Date(Date.now() - 20.5 * 86_400_000).toISOString();
    await admin.users.update({ id }, { ...user, attributes: { "portail.invited": [longAgo] } });
    expect((await invite("--again-after", "21")).sent).toEqual([]);
    expect((await invite("--again-after", "20")).sent).toEqual([email]);
  });

  it("only says what would happen, and asks before it does it", async () => {
    const { id } = await addPerson("claire");
    await addPerson("marc");
    const taken = await takenDuring(async () => {
      const dry = await run(["invite", "--school", "demo", "--dry-run"], "portail-plan");
      expect(dry).toMatchObject({
        exitCode: 0,
        stdout: expect.stringContaining(": 2 people would be invited"),
      });
      const unasked = await run(["invite", "--school", "demo"]);
      expect(unasked).toMatchObject({ exitCode: 1, stdout: "" });
      expect(unasked.stderr).toContain("(CONFIRMATION_MISSING)");
      const refused = await run(inDemo, "portail-plan");
      expect(refused.stderr).toContain("(SERVER_FORBIDDEN)");
    });
    expect(taken).toEqual([]);
    expect(await attributesOf(id)).toEqual({});
  });

  it("sends in portions, which together reach everybody once", async () => {
    const people = await addPeople("parent", 7);
    const taken = await takenDuring(async () => {
      expect(await invite("--limit", "3")).toMatchObject({ waiting: 4 });
      expect(await invite("--limit", "3")).toMatchObject({ waiting: 1 });
      expect(await invite("--limit", "3")).toMatchObject({ waiting: 0 });
      expect(await invite("--limit", "3")).toMatchObject({ sent: [] });
    });
    expect(taken.toSorted()).toEqual(people.toSorted());
  });

  it("keeps to its rate", async () => {
    await addPeople("parent", 12);
    const before = mail.taken.length;
    mail.delayMs = 100;
    expect((await invite("--per-minute", "300")).sent).toHaveLength(12);
    const moments = mail.taken.slice(before).map(({ atMs }) => atMs);
    const tookMs = (moments.at(-1) ?? 0) - (moments[0] ?? 0);
    // Twelve mails are eleven turns of 200 ms each; the first may have taken longer than the last.
    expect(tookMs).toBeGreaterThan(11 * 200 - 1000);
  });

  it("lists who the mail server refuses, and tries them again the next time", async () => {
    const people = await addPeople("parent", 4);
    const { id, email } = await addPerson("moved-away", { attributes: { "demo.person": ["7"] } });
    mail.refuses = new Set([email]);
    const told = await invite();
    expect(told).toMatchObject({
      exitCode: 2,
      refused: [{ address: email, why: "Keycloak could not hand it over" }],
    });
    expect(told.sent.toSorted()).toEqual(people);
    expect(await attributesOf(id)).toEqual({ "demo.person": ["7"] });
    mail.refuses = new Set();
    expect(await invite()).toMatchObject({ exitCode: 0, sent: [email], refused: [] });
  });

  it("keeps a former invitation's moment when the next one is refused", async () => {
    const attributes = { "portail.invited": ["2025-01-02T03:04:05.000Z"] };
    const { id, email } = await addPerson("claire", { attributes });
    mail.refuses = new Set([email]);
    expect((await invite()).refused).toHaveLength(1);
    expect(await attributesOf(id)).toEqual(attributes);
  });

  it("stops early where the mail server takes nothing, and has marked nobody", async () => {
    await addPeople("parent", 30);
    mail.refuses = true;
    const triedBefore = mail.tried;
    const { exitCode, stdout, stderr } = await run(inDemo);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/stopped early: Keycloak could hand none .* to 127\.0\.0\.1:\d+/);
    expect(stderr).toContain("(INVITE_MAIL_SERVER)");
    expect(stdout).toMatch(/: 0 invitations sent\n {2}waiting for their turn, .*: \d\d/);
    expect(mail.tried - triedBefore).toBeLessThanOrEqual(8);
    mail.refuses = new Set();
    expect((await invite()).sent).toHaveLength(30);
  });

  it("mails nobody twice after it was killed at any moment, and names whom it is uncertain of", async () => {
    const people = await addPeople("parent", 40);
    mail.delayMs = 20;
    const before = mail.taken.length;
    for (const count of [1, 8, 16, 24]) {
      const killed = start(inDemo);
      await mail.hasTaken(before + count);
      killed.kill("SIGKILL");
      expect((await killed).signal).toBe("SIGKILL");
    }
    const { uncertain, exitCode } = await invite();
    const last = await invite();
    const taken = mail.taken.slice(before).map(({ to }) => to);
    expect(new Set(taken).size, "each at most once").toBe(taken.length);
    expect(last).toMatchObject({ sent: [], waiting: 0, uncertain });
    const unsure = uncertain.map(({ address }) => address);
    expect(exitCode).toBe(unsure.length > 0 ? 2 : 0);
    expect(people.filter((one) => !taken.includes(one) && !unsure.includes(one))).toEqual([]);
    expect(unsure.length, "no more than were on their way").toBeLessThanOrEqual(4 * 4);
  });

  it("goes on to be uncertain of somebody only as long as nobody is to be mailed again", async () => {
    const attributes = {
      "portail.invited": [new Date(Date.now() - 3 * 86_400_000).toISOString()],
      "portail.inviting": ["demo A school"],
    };
    const { id, email } = await addPerson("claire", { attributes });
    expect(await invite()).toMatchObject({ exitCode: 2, uncertain: [{ address: email }] });
    const { stdout } = await run(inDemo);
    expect(stdout).toMatch(/uncertain: claire@example\.org, a run was broken off on \d{4}/);
    expect(await invite("--again-after", "3")).toMatchObject({ sent: [email], uncertain: [] });
    expect(Object.keys(await attributesOf(id))).toEqual(["portail.invited"]);
  });

  it("stops at Ctrl-C once the mails on their way have left", async () => {
    await addPeople("parent", 20);
    mail.delayMs = 50;
    const before = mail.taken.length;
    const stopped = start([...inDemo, "--json"]);
    await mail.hasTaken(before + 3);
    stopped.kill("SIGINT");
    const { exitCode, stdout } = await stopped;
    expect(exitCode).toBe(130);
    const told = JSON.parse(stdout) as Told;
    const taken = mail.taken.slice(before).map(({ to }) => to);
    expect(told).toMatchObject({ stopped: "asked", uncertain: [] });
    expect(told.sent.toSorted()).toEqual(taken.toSorted());
    expect(told.waiting).toBe(20 - taken.length);
    expect(taken.length).toBeLessThan(20);
  });

  it("mails nobody twice when it runs twice at once", async () => {
    const people = await addPeople("parent", 15);
    mail.delayMs = 30;
    const taken = await takenDuring(async () => {
      const both = await Promise.all([run(inDemo), run(inDemo)]);
      expect(both.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
    });
    expect(taken.toSorted()).toEqual(people.toSorted());
  });

  it("passes over whoever has come in while others had their turn", async () => {
    const people = await addPeople("parent", 4);
    const before = mail.taken.length;
    const running = start([...inDemo, "--per-minute", "15", "--json"]);
    await mail.hasTaken(before + 1);
    const credential = { type: "password", value: "a long sentence", temporary: false };
    for (const email of people) {
      const [user] = await admin.users.find({ email, exact: true });
      await admin.users.resetPassword({ id: user?.id ?? "", credential });
    }
    const { stdout } = await running;
    const told = JSON.parse(stdout) as Told;
    expect(told).toMatchObject({ sent: [mail.taken.at(-1)?.to], alreadyIn: 3, waiting: 0 });
    expect(mail.taken).toHaveLength(before + 1);
  });

  it("invites nobody where the realm would not keep that they were", async () => {
    const { email } = await addPerson("claire");
    const profile = await admin.users.getProfile({});
    const { unmanagedAttributePolicy: _, ...others } = profile;
    await admin.users.updateProfile(others);
    const taken = await takenDuring(async () => {
      const { exitCode, stderr } = await run(inDemo);
      expect(exitCode).toBe(1);
      expect(stderr).toContain("(INVITE_NOT_APPLIED)");
    });
    await admin.users.updateProfile(profile);
    expect(taken).toEqual([]);
    expect((await invite()).sent).toEqual([email]);
  });
});
