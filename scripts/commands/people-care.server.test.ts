import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type CommandRealm, startCommandRealm } from "../../test/support/command-realm.ts";
import { legacyCredential } from "../../test/support/legacy-account.ts";
import { startTestMailServer, type TestMailServer } from "../../test/support/mail-server.ts";
import { oneTimeCode, oneTimeCodeCredential } from "../../test/support/one-time-code.ts";
import { belgianDay } from "../belgian-day.ts";
import { bareRealm } from "../bootstrap/realm-accounts.ts";
import {
  type Finding,
  findingLine,
  reportHeadLine,
  reportTailLine,
} from "../import/report-format.ts";
import { connect } from "../keycloak/connection.ts";
import { readSchoolGroups } from "../keycloak/school-groups.ts";
import { eraseSchoolless } from "../people/erase.ts";
import { findSchoolless, type Looked } from "../people/find-schoolless.ts";
import { silentTeller } from "../terminal.ts";

const claire = "claire.dubois@example.org";
const password = "a long sentence of hers";
const otpSecret = "MEQHGZLDOJSXIIDPMYQGC3RAMFYHA";

let portal: CommandRealm;
let mails: TestMailServer;
/** Claire's account. */
let id: string;

beforeAll(async () => {
  mails = await startTestMailServer();
  portal = await startCommandRealm({
    SMTP_PORT: String(mails.port),
    MICROSOFT_CLIENT_ID: "an-application",
    MICROSOFT_CLIENT_SECRET: "not-a-secret-of-microsofts",
  });
  const oldName = { school: { id: "demo" }, username: "duboisc", password: "ancien mot de passe" };
  id = await portal.addPerson(claire, {
    firstName: "Claire",
    lastName: "Dubois",
    groups: ["/schools/demo", "/schools/saint-exupery"],
    attributes: {
      "demo.username": ["duboisc"],
      "demo.person": ["17"],
      "saint-exupery.lastLegacySignIn": ["2026-06-01"],
      "left-behind.username": ["c.dubois"],
      locale: ["nl"],
    },
    credentials: [
      { type: "password", value: password, temporary: false },
      oneTimeCodeCredential(otpSecret),
      legacyCredential(oldName),
    ],
  });
  await portal.admin.users.addToFederatedIdentity({
    id,
    federatedIdentityId: "microsoft",
    federatedIdentity: { identityProvider: "microsoft", userId: "c", userName: "c@outlook.com" },
  });
  // Somebody whose address only resembles hers.
  await portal.addPerson(`x.${claire}`, {
    firstName: "Clara",
    groups: ["/schools/demo"],
    attributes: { "demo.username": ["duboiscl"] },
  });
}, 300_000);
afterAll(async () => {
  await portal?.[Symbol.asyncDispose]();
  await mails?.[Symbol.asyncDispose]();
});

describe("portail people show", { timeout: 60_000 }, () => {
  it("shows all that support needs, and nothing secret", async () => {
    const { exitCode, stdout, stderr } = await portal.run("portail", ["people", "show", claire]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    const today = "\\d{4}-\\d\\d-\\d\\d";
    for (const line of [
      `^Claire Dubois <${claire}>$`,
      `^Account +enabled, address not proven by a mail yet, language nl, made on ${today}$`,
      "^Guessed passwords +not locked$",
      '^Schools +"École de démonstration" \\(demo\\); old user name duboisc; number 17$',
      '^ +"Athénée Saint-Exupéry" \\(saint-exupery\\)$',
      '^ +"left-behind" \\(left-behind\\), which does not know them any more; old user name c.dubois$',
      `^Ways in +password, set up on ${today}$`,
      '^ +old password "École de démonstration"$',
      '^ +the Microsoft account "c@outlook.com"$',
      "^Second factor +on: authenticator app",
      "^Last sign-in +none in the last 90 days; Keycloak keeps them no longer$",
      '^ +by the old method of "Athénée Saint-Exupéry" on 2026-06-01$',
      "^Signed in now +nowhere$",
      "^Last imports +no report of an import in import-reports$",
    ]) {
      expect(stdout).toMatch(new RegExp(line, "m"));
    }
    for (const secret of [otpSecret, "pbkdf2", password, "hashIterations"]) {
      expect(stdout).not.toContain(secret);
    }
  });

  it("is one JSON document for programs", async () => {
    const words = ["people", "show", "Claire.Dubois@Example.org", "--json"];
    const { exitCode, stdout } = await portal.run("portail", words);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      person: { address: claire, name: "Claire Dubois" },
      account: { isEnabled: true, isAddressProven: false, guessing: { isLocked: false } },
      schools: [
        { id: "demo", isMember: true, usernames: ["duboisc"], personIds: ["17"] },
        { id: "saint-exupery", isMember: true, lastOldSignIn: "2026-06-01" },
        { id: "left-behind", isMember: false },
      ],
      waysIn: [{ kind: "password" }, { kind: "old password", label: "demo" }],
      links: [{ provider: "microsoft", name: "c@outlook.com" }],
      secondFactor: [{ kind: "authenticator app" }],
      signIns: { state: "kept", keptSeconds: 90 * 86_400 },
      sessions: [],
      imports: { last: {}, findings: [], others: 0, troubles: [] },
    });
    expect(stdout).not.toContain(otpSecret);
  });

  it("knows the last sign-in, where somebody is signed in, and since when they are locked out", async () => {
    const marc = "marc@example.org";
    const credentials = [{ type: "password", value: password, temporary: false }];
    await portal.addPerson(marc, { groups: ["/schools/demo"], credentials });
    const signIn = (typed: string) =>
      portal.token({ grant_type: "password", username: marc, password: typed });
    const show = async (account: "portail" | "portail-plan") =>
      JSON.parse((await portal.run(account, ["people", "show", marc, "--json"])).stdout);

    const before = Date.now();
    expect(await signIn(password)).toHaveProperty("access_token");
    const between = Date.now();
    expect(await signIn(password)).toHaveProperty("access_token");
    const shown = await show("portail");
    expect(shown.signIns.last).toMatchObject({ where: "demo", by: "portal" });
    expect(Date.parse(shown.signIns.last.at)).toBeGreaterThanOrEqual(between);
    expect(shown.sessions).toHaveLength(2);
    expect(shown.sessions[0]).toMatchObject({ where: ["demo"] });
    expect(Date.parse(shown.sessions[1].startedAt)).toBeGreaterThanOrEqual(before - 1000);

    for (let guess = 0; guess < 20; guess++) await signIn(`guess ${guess}`);
    const locked = await show("portail");
    expect(locked.account.guessing).toMatchObject({ isLocked: true });
    expect(locked.signIns).toEqual(shown.signIns);
    expect(Date.parse(locked.account.guessing.lockedUntil)).toBeGreaterThan(Date.now());

    // The account that can change nothing may see all but the log of sign-ins.
    const seen = await show("portail-plan");
    expect(seen).toEqual({ ...locked, signIns: { state: "hidden", keptSeconds: 90 * 86_400 } });
  });

  it("says that Keycloak keeps no sign-ins where it does not", async () => {
    await portal.admin.realms.update({ realm: "itschool" }, { eventsEnabled: false });
    const { stdout } = await portal.run("portail", ["people", "show", claire]);
    await portal.admin.realms.update({ realm: "itschool" }, { eventsEnabled: true });
    expect(stdout).toMatch(/^Last sign-in +not known: Keycloak keeps no sign-ins/m);
  });

  it("finds nobody by an address that only resembles, and has nothing of one that resembles", async () => {
    for (const address of ["claire.dubois@example", "dubois@example.org", "%@example.org"]) {
      const { exitCode, stdout, stderr } = await portal.run("portail", ["people", "show", address]);
      expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
      expect(stderr).toContain("(PERSON_UNKNOWN)");
    }
    const { stdout } = await portal.run("portail", ["people", "show", `x.${claire}`]);
    expect(stdout).toContain("Clara <x.claire.dubois@example.org>");
    expect(stdout).not.toContain("Saint-Exupéry");
    expect(stdout).not.toMatch(/duboisc$|number/m);
  });

  it("shows what others have written without letting it write on the terminal", async () => {
    const hostile = "hostile@example.org";
    await portal.addPerson(hostile, {
      firstName: "\u001b[2J\u202EClaire",
      lastName: "x\nSecond factor      off",
      groups: ["/schools/demo"],
      attributes: { "demo.username": ["a\u001b]0;title\u0007\nSchools none"] },
      credentials: [{ ...oneTimeCodeCredential(otpSecret), userLabel: "a\nSecond factor  off" }],
    });
    const { exitCode, stdout } = await portal.run("portail", ["people", "show", hostile]);
    expect(exitCode).toBe(0);
    expect(stdout).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}]/u);
    expect(stdout).not.toMatch(/^Second factor +off/m);
    expect(stdout).not.toMatch(/^Schools none/m);
  });

  describe("with reports of imports", () => {
    const at = "2026-11-20T08:00:00.000Z";
    const counts = { rows: 3, imported: 1, unchanged: 0, held: 1, rejected: 1 };
    const tail = reportTailLine({
      endedAt: at,
      schools: { demo: counts },
      rows: counts,
      accounts: { made: 0, changed: 1, unchanged: 0 },
      passwords: 0,
    });
    const write = async (folder: string, ...findings: Finding[]) => {
      await mkdir(join(portal.dir, folder), { recursive: true });
      const head = reportHeadLine({ version: 1, startedAt: at, dryRun: false, files: ["d.csv"] });
      const lines = findings.map((finding, place) => findingLine(finding, place === 0));
      await writeFile(join(portal.dir, folder, "report.json"), [head, ...lines, tail].join(""));
    };
    const row = { school: "demo", file: "d.csv", line: 7 };

    it("says what the last import found, also of an address without an account", async () => {
      await write(
        "import-reports/2026-11-20",
        { ...row, kind: "address-changed", address: "new@example.org", username: "duboisc" },
        { ...row, kind: "rejected", address: "typo@example.org", column: "language" },
        { ...row, kind: "rejected", school: "saint-exupery", username: "duboisc" },
      );
      const known = await portal.run("portail", ["people", "show", claire]);
      expect(known.stdout).toMatch(
        /^Last imports +2026-11-20 09:00, "École de démonstration", d\.csv:7: address-changed: /m,
      );
      expect(known.stdout).not.toContain("rejected");
      expect(known.stdout).toContain('no report in import-reports of "Athénée Saint-Exupéry"');
      for (const [address, kind] of [
        ["new@example.org", "address-changed"],
        ["typo@example.org", "rejected"],
      ] as const) {
        const unknown = await portal.run("portail", ["people", "show", address]);
        expect(unknown).toMatchObject({ exitCode: 1, stdout: "" });
        expect(unknown.stderr).toContain(`d.csv:7: ${kind}: `);
        expect(unknown.stderr).toContain("(PERSON_UNKNOWN)");
        const told = await portal.run("portail", ["people", "show", address, "--json"]);
        expect(told.exitCode).toBe(1);
        expect(JSON.parse(told.stdout)).toMatchObject({
          person: null,
          imports: { findings: [{ kind }] },
        });
      }
      await rm(join(portal.dir, "import-reports"), { recursive: true });
    });

    it("knows what a real import has just found", async () => {
      const file = join(portal.dir, "demo.csv");
      const rows = ["school,email,legacy_username", "demo,elsewhere@example.org,duboisc"];
      await writeFile(file, `${rows.join("\n")}\n`);
      expect(await portal.run("portail", ["import", file])).toMatchObject({ exitCode: 2 });
      const { stdout } = await portal.run("portail", ["people", "show", claire]);
      expect(stdout).toMatch(
        /^Last imports +\S+ \S+, "École de démonstration", \S+demo\.csv:2: address-changed: held/m,
      );
      const unknown = await portal.run("portail", ["people", "show", "elsewhere@example.org"]);
      expect(unknown.stderr).toContain("demo.csv:2: address-changed: held");
      await rm(join(portal.dir, "import-reports"), { recursive: true });
    });

    it("shows the person all the same where a report is damaged or can't be read", async () => {
      await write("other/damaged");
      await writeFile(join(portal.dir, "other/damaged/report.json"), "{");
      await mkdir(join(portal.dir, "other/closed/report.json"), { recursive: true });
      const words = ["people", "show", claire, "--reports", "other"];
      const { exitCode, stdout } = await portal.run("portail", words);
      expect(exitCode).toBe(0);
      expect(stdout).toContain("other/damaged/report.json is damaged, or no report");
      expect(stdout).toContain("other/closed/report.json can't be read (EISDIR)");
      expect(stdout).toContain("no report of an import in other");
    });
  });
});

describe("portail people reset-2fa", { timeout: 60_000 }, () => {
  const recoveryCodes = {
    type: "recovery-authn-codes",
    secretData: JSON.stringify({ codes: [] }),
    credentialData: JSON.stringify({ totalCodes: 12, remainingCodes: 12, algorithm: "RS512" }),
  };
  const passkey = {
    type: "webauthn-passwordless",
    userLabel: "phone\u001b[2J",
    secretData: "{}",
    credentialData: JSON.stringify({ credentialId: "AA", counter: 0 }),
  };

  async function carefulPerson(email: string): Promise<string> {
    const id = await portal.addPerson(email, {
      firstName: "Anne",
      emailVerified: true,
      groups: ["/schools/demo"],
      credentials: [
        { type: "password", value: password, temporary: false },
        oneTimeCodeCredential(otpSecret),
        recoveryCodes,
        passkey,
      ],
    });
    expect(await typesOf(id)).toHaveLength(4);
    return id;
  }
  const typesOf = async (id: string) =>
    (await portal.admin.users.getCredentials({ id })).map(({ type }) => type);
  const mailsTo = (address: string) => mails.taken.filter(({ to }) => to === address).length;

  it("shows whose account it is, what goes and what stays, and changes nothing unasked", async () => {
    const email = "unasked@example.org";
    const id = await carefulPerson(email);
    const asked = await portal.run("portail", ["people", "reset-2fa", email]);
    expect(asked).toMatchObject({ exitCode: 1, stdout: "" });
    expect(asked.stderr).toContain(`Anne <${email}>, of "École de démonstration"`);
    expect(asked.stderr).toMatch(
      /^ *Goes: passkey "phone", .*; authenticator app, .*; recovery codes$/m,
    );
    expect(asked.stderr).toMatch(/^ *Stays: password, set up on \d{4}-\d\d-\d\d$/m);
    expect(asked.stderr).toContain("(CONFIRMATION_MISSING)");
    expect(asked.stderr).not.toContain("\u001b");
    expect(await typesOf(id)).toHaveLength(4);
    expect(await portal.admin.users.findOne({ id })).toMatchObject({ emailVerified: true });
    expect(mailsTo(email)).toBe(0);
  });

  it("takes it away, ends the sessions, tells the person, and a password alone opens nothing", async () => {
    const email = "anne@example.org";
    const id = await carefulPerson(email);
    const before = Date.now();
    const totp = oneTimeCode(otpSecret);
    const signedIn = await portal.token({
      grant_type: "password",
      username: email,
      password,
      totp,
    });
    expect(signedIn).toHaveProperty("refresh_token");

    const words = ["people", "reset-2fa", "Anne@Example.org", "--yes", "--json"];
    const done = await portal.run("portail", words);
    expect(done.exitCode).toBe(0);
    expect(JSON.parse(done.stdout)).toEqual({
      version: 1,
      isReset: true,
      isTold: true,
      person: { address: email, name: "Anne", schools: ["demo"] },
      secondFactor: [
        { kind: "passkey", label: passkey.userLabel, since: expect.any(String) },
        { kind: "authenticator app", since: expect.any(String) },
        { kind: "recovery codes" },
      ],
      waysIn: [{ kind: "password", since: expect.any(String) }],
    });
    expect(await typesOf(id)).toEqual(["password"]);
    expect(await portal.admin.users.findOne({ id })).toMatchObject({
      email,
      firstName: "Anne",
      emailVerified: false,
      requiredActions: ["VERIFY_EMAIL"],
    });
    expect(mailsTo(email), "one mail, whatever has gone").toBe(1);
    expect(await portal.admin.users.listSessions({ id })).toEqual([]);
    const { refresh_token = "" } = signedIn;
    const attempts: Record<string, string>[] = [
      { grant_type: "refresh_token", refresh_token },
      { grant_type: "password", username: email, password },
    ];
    for (const attempt of attempts) {
      expect(await portal.token(attempt)).toMatchObject({ error: "invalid_grant" });
    }

    const [client] = await portal.admin.clients.find({ clientId: "portail" });
    const { realmName: realm } = portal.admin;
    const events = await portal.admin.realms.findAdminEvents({ realm, max: 20 });
    const own = events.filter(
      ({ resourcePath = "", time = 0 }) => resourcePath.includes(id) && time >= before,
    );
    expect(own.every(({ authDetails }) => authDetails?.clientId === client?.id)).toBe(true);
    const removed = own.filter(({ resourcePath = "" }) => resourcePath.includes("/credentials/"));
    expect(removed).toHaveLength(3);
    expect(own.some(({ operationType }) => operationType === "UPDATE")).toBe(true);

    const again = await portal.run("portail", ["people", "reset-2fa", email, "--yes"]);
    expect(again).toMatchObject({
      exitCode: 0,
      stdout: `Nothing to do: ${email} has neither a second factor nor a passkey.`,
    });
    expect(mailsTo(email)).toBe(1);
  });

  it("keeps nobody waiting for a mail server that takes nothing, and says so", async () => {
    const email = "untold@example.org";
    const id = await carefulPerson(email);
    mails.refuses = new Set([email]);
    const done = await portal.run("portail", ["people", "reset-2fa", email, "--yes"]);
    expect(done.exitCode).toBe(0);
    expect(done.stderr).toContain(`${email} could not be told by mail`);
    expect(done.stdout).toContain("tell them yourself");
    expect(await typesOf(id)).toEqual(["password"]);
  });

  it("is refused to the account portail-plan, before anything has changed", async () => {
    const email = "refused@example.org";
    const id = await carefulPerson(email);
    const refused = await portal.run("portail-plan", ["people", "reset-2fa", email, "--yes"]);
    expect(refused).toMatchObject({ exitCode: 1, stdout: "" });
    expect(refused.stderr).toContain("(SERVER_FORBIDDEN)");
    expect(await typesOf(id)).toHaveLength(4);
    expect(mailsTo(email)).toBe(0);
  });
});

describe("portail people erase", { timeout: 60_000 }, () => {
  const period = { today: belgianDay(), days: 365 };
  const longAgo = { "portail.left": ["2024-01-31"] };
  const find = () => findSchoolless(portal.admin, period, silentTeller);
  const erase = (found: readonly Looked[]) =>
    eraseSchoolless(portal.admin, found, period, silentTeller, new AbortController().signal);
  const read = (user: string) => portal.admin.users.findOne({ id: user });
  const groupId = async (school: string) =>
    (await readSchoolGroups(portal.admin)).get(school)?.id ?? "";

  /** Accounts of others would be in every list. */
  beforeEach(async () => {
    for (const { id: other = "", email } of await portal.admin.users.find()) {
      if (email !== claire) await portal.admin.users.del({ id: other });
    }
  });

  it("shows whom it would erase, and changes nothing unasked", async () => {
    const old = await portal.addPerson("old@example.org", { attributes: longAgo, lastName: "Old" });
    const fresh = await portal.addPerson("fresh@example.org", { attributes: { locale: ["fr"] } });
    const unasked = await portal.run("portail", ["people", "erase"]);
    expect(unasked).toMatchObject({ exitCode: 1, stdout: "" });
    expect(unasked.stderr).toContain("Old <old@example.org>, since 2024-01-31");
    expect(unasked.stderr).toContain("  fresh@example.org\n");
    expect(unasked.stderr).toContain("(CONFIRMATION_MISSING)");
    const dry = await portal.run("portail", ["people", "erase", "--dry-run", "--yes", "--json"]);
    expect(dry.exitCode).toBe(0);
    expect(JSON.parse(dry.stdout)).toEqual({
      version: 1,
      isDryRun: true,
      isErased: false,
      ...period,
      due: [{ who: "old@example.org", name: "Old", leftOn: "2024-01-31" }],
      unmarked: [{ who: "fresh@example.org", name: "" }],
      waiting: [],
      knownAgain: [],
      spared: [],
    });
    expect(await read(old)).toMatchObject({ attributes: longAgo });
    expect((await read(fresh))?.attributes).toEqual({ locale: ["fr"] });
  });

  it("erases whom no school has known for long, and nobody else", async () => {
    const old = await portal.addPerson("old@example.org", { attributes: longAgo });
    const nameless = (
      await portal.admin.users.create({ username: "sans-adresse-1", attributes: longAgo })
    ).id;
    const recent = { "portail.left": [belgianDay(new Date(Date.now() - 30 * 86_400_000))] };
    const waiting = await portal.addPerson("waiting@example.org", { attributes: recent });
    const attributes = { "gone.username": ["x", "y"], locale: ["de"] };
    const fresh = await portal.addPerson("fresh@example.org", { attributes, firstName: "Fred" });
    const back = await portal.addPerson("back@example.org", {
      attributes: { ...longAgo, "demo.username": ["back"] },
      groups: ["/schools/demo"],
    });

    const { exitCode, stdout } = await portal.run("portail", ["people", "erase", "--yes"]);
    expect({ exitCode, stdout }).toEqual({
      exitCode: 0,
      stdout: [
        "2 accounts erased.",
        "The period of 1 account begins today.",
        "1 account no longer marked.",
      ].join("\n"),
    });
    expect([await read(old), await read(nameless)]).toEqual([null, null]);
    expect(await read(waiting)).toMatchObject({ attributes: recent });
    expect(await read(fresh)).toMatchObject({
      firstName: "Fred",
      email: "fresh@example.org",
      attributes: { ...attributes, "portail.left": [period.today] },
    });
    expect((await read(back))?.attributes).toEqual({ "demo.username": ["back"] });
    expect(await read(id)).toMatchObject({ email: claire });
    const again = await portal.run("portail", ["people", "erase", "--yes"]);
    expect(again.stdout).toBe("Nothing to do: no account is to be erased.");
  });

  it("ends the sessions, and is in Keycloak's log of changes", async () => {
    const old = await portal.addPerson("old@example.org", {
      groups: ["/schools/demo"],
      credentials: [{ type: "password", value: password, temporary: false }],
      attributes: longAgo,
    });
    const { refresh_token = "" } = await portal.token({
      grant_type: "password",
      username: "old@example.org",
      password,
    });
    expect(refresh_token).not.toBe("");
    await portal.admin.users.delFromGroup({ id: old, groupId: await groupId("demo") });
    expect((await portal.run("portail", ["people", "erase", "--yes"])).exitCode).toBe(0);
    expect(await portal.token({ grant_type: "refresh_token", refresh_token })).toMatchObject({
      error: "invalid_grant",
    });
    const events = await portal.admin.realms.findAdminEvents({
      realm: "itschool",
      operationTypes: "DELETE",
      resourcePath: `users/${old}`,
    });
    expect(events).toHaveLength(1);
  });

  it("never touches an account with a role or group of its own, nor a program's", async () => {
    const attributes = longAgo;
    const { admin } = portal;
    await admin.roles.create({ name: "helper" });
    const helper = await admin.roles.findOneByName({ name: "helper" });
    const withRole = await portal.addPerson("role@example.org", { attributes });
    const roles = [{ id: helper?.id ?? "", name: "helper" }];
    await admin.users.addRealmRoleMappings({ id: withRole, roles });
    const [management] = await admin.clients.find({ clientId: "realm-management" });
    const clientUniqueId = management?.id ?? "";
    const view = await admin.clients.findRole({ id: clientUniqueId, roleName: "view-users" });
    const withClientRole = await portal.addPerson("support@example.org", { attributes });
    await admin.users.addClientRoleMappings({
      id: withClientRole,
      clientUniqueId,
      roles: [{ id: view?.id ?? "", name: "view-users" }],
    });
    await admin.groups.create({ name: "testers" });
    const withGroup = await portal.addPerson("group@example.org", {
      attributes,
      groups: ["/testers"],
    });
    const [client] = await admin.clients.find({ clientId: "portail-plan" });
    const service = await admin.clients.getServiceAccountUser({ id: client?.id ?? "" });
    await admin.users.update({ id: service.id ?? "" }, { ...service, attributes });

    const { stdout } = await portal.run("portail", ["people", "erase", "--yes", "--json"]);
    expect(JSON.parse(stdout)).toMatchObject({
      due: [],
      spared: expect.arrayContaining([
        { who: "role@example.org", name: "", why: "has the role helper" },
        { who: "support@example.org", name: "", why: "has the role view-users" },
        { who: "group@example.org", name: "", why: "is in the group /testers" },
      ]),
    });
    for (const one of [withRole, withClientRole, withGroup, service.id ?? ""]) {
      expect(await read(one)).toMatchObject({ attributes });
    }
  });

  it("leaves alone whom a school took up, or who changed, since it looked", async () => {
    const { admin } = portal;
    const [takenUp, leftAgain, marked] = [
      await portal.addPerson("taken-up@example.org", { attributes: longAgo }),
      await portal.addPerson("left-again@example.org", { attributes: longAgo }),
      await portal.addPerson("marked@example.org"),
    ];
    const gone = await portal.addPerson("gone@example.org", { attributes: longAgo });
    const found = await find();
    expect(found.map(({ standing }) => standing.is).sort()).toEqual([
      "due",
      "due",
      "due",
      "unmarked",
    ]);
    for (const one of [takenUp, marked]) {
      await admin.users.addToGroup({ id: one, groupId: await groupId("demo") });
    }
    const today = { "portail.left": [period.today] };
    await admin.users.update({ id: leftAgain }, { ...(await read(leftAgain)), attributes: today });
    await admin.users.del({ id: gone });

    const { changed, ...done } = await erase(found);
    expect(done).toEqual({ erased: 0, marked: 0, unmarked: 0 });
    expect(changed.map(({ who }) => who).sort()).toEqual([
      "left-again@example.org",
      "marked@example.org",
      "taken-up@example.org",
    ]);
    expect(await read(takenUp)).toMatchObject({ email: "taken-up@example.org" });
    expect(await read(leftAgain)).toMatchObject({ attributes: today });
    expect((await read(marked))?.attributes).toBeUndefined();
  });

  it("stopped on the way, it goes on when it is run again", async () => {
    for (let person = 0; person < 20; person++) {
      await portal.addPerson(`old-${person}@example.org`, { attributes: longAgo });
    }
    const stopping = new AbortController();
    const found = await find();
    const afterTheFirst = { to: () => stopping.abort(new Error("stopped")), end() {} };
    const teller = { ...silentTeller, progress: () => afterTheFirst };
    const done = eraseSchoolless(portal.admin, found, period, teller, stopping.signal);
    await expect(done).rejects.toThrow("stopped");
    const rest = await find();
    expect(rest.length).toBeGreaterThan(0);
    expect(rest.length).toBeLessThan(20);
    expect(await erase(rest)).toMatchObject({ erased: rest.length });
    expect(await find()).toEqual([]);
  });

  it("is refused to the account portail-plan, and where the realm has no school", async () => {
    const old = await portal.addPerson("old@example.org", { attributes: longAgo });
    const refused = await portal.run("portail-plan", ["people", "erase", "--yes"]);
    expect(refused).toMatchObject({ exitCode: 1, stdout: "" });
    expect(refused.stderr).toContain("(SERVER_FORBIDDEN)");
    expect(await read(old)).not.toBeNull();

    const bare = await connect(portal.connection, "bare");
    await bare.realms.create(bareRealm("bare"));
    await expect(findSchoolless(bare, period, silentTeller)).rejects.toMatchObject({
      code: "ERASE_NO_SCHOOLS",
    });
  });

  it.each([
    ["an address", [claire]],
    ["too short a time", ["--after", "89"]],
    ["no time", ["--after", "0"]],
    ["half a day", ["--after", "365.5"]],
  ])("does nothing when it is given %s", async (_, words) => {
    const old = await portal.addPerson("old@example.org", { attributes: longAgo });
    const refused = await portal.run("portail", ["people", "erase", "--yes", ...words]);
    expect(refused).toMatchObject({ exitCode: 1, stdout: "" });
    expect(await read(old)).not.toBeNull();
  });
});
