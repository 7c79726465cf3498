import { cp, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import { execaNode } from "execa";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { shippedVariables } from "../../test/support/shipped-config.ts";
import { belgianDay } from "../belgian-day.ts";
import { type AccountName, accounts } from "../bootstrap/accounts.ts";
import { bareRealm, giveKey, settleAccount } from "../bootstrap/realm-accounts.ts";
import { buildExtension } from "../extension/build.ts";
import { newClientKey, publicClientKey } from "../keycloak/client-key.ts";
import { connect } from "../keycloak/connection.ts";
import { type RunningKeycloak, startKeycloak } from "../server/keycloak.ts";
import { silentTeller } from "../terminal.ts";

const realm = "itschool";
const claire = "claire.dubois@example.org";
const hash = "$2y$10$KEC.f6bKcoxYOf3Melu87OY8PXUdY2lqK1vcQPtxXesKnapNFbGQC";

let keycloak: RunningKeycloak;
/** As the administrator: what a test looks at or has happened before. */
let admin: KeycloakAdminClient;
let dir: string;
/** A configuration that a test may change. */
let config: string;
const variables = {} as Record<AccountName, Record<string, string>>;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "legacy-"));
  config = join(dir, "realm-config");
  await cp("realm-config", config, { recursive: true });
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
  // Its old passwords were imported while its old method was open.
  const school = join(config, "schools/saint-exupery.yaml");
  const over = await readFile(school, "utf8");
  await writeFile(school, over.replace(/^( +until): .*/m, "$1: 2999-12-31"));
  await run("portail", ["apply", "--yes"]);
  const people = join(dir, "people.csv");
  await writeFile(
    people,
    [
      "school,email,first_name,last_name,legacy_username,legacy_password_hash",
      `demo,${claire},Claire,Dubois,duboisc,${hash}`,
      `saint-exupery,${claire},Claire,Dubois,c.dubois,${hash}`,
      `saint-exupery,${claire},Claire,Dubois,c.dubois2,${hash}`,
      `saint-exupery,marc@example.org,=Marc,Lambert,m.lambert,${hash}`,
      `saint-exupery,gone@example.org,Guy,Parti,g.parti,${hash}`,
      "saint-exupery,new@example.org,Nora,Neuve,,",
    ].join("\n"),
  );
  expect(await run("portail", ["import", people])).toMatchObject({
    exitCode: 0,
    stdout: expect.stringContaining("4 accounts made, 0 changed, 5 old passwords set."),
  });
  await writeFile(school, over);
  expect(await run("portail", ["apply", "--yes"])).toMatchObject({ exitCode: 0 });
}, 300_000);
afterAll(async () => {
  await keycloak?.stop();
  await rm(dir, { recursive: true });
});

/** Runs the tool as a person would, without a terminal, as one of the accounts. */
async function run(
  account: AccountName,
  words: readonly string[],
  { nodeOptions = [], ...more }: { nodeOptions?: string[] } & Record<string, unknown> = {},
) {
  const { exitCode, stdout, stderr, all, signal } = await execaNode(
    resolve("scripts/main.ts"),
    [...words, "--config", config],
    {
      cwd: dir,
      env: {
        ...shippedVariables,
        ...variables[account],
        ...(more as Record<string, string>),
        KEYCLOAK_URL: keycloak.url,
        KEYCLOAK_ADMIN_REALM: realm,
      },
      nodeOptions,
      reject: false,
      all: true,
      stdin: "ignore",
    },
  );
  return { exitCode, stdout, stderr, all, signal };
}

async function account(email: string) {
  const [user] = await admin.users.find({ email });
  const id = user?.id ?? "";
  const credentials = await admin.users.getCredentials({ id });
  const schools = credentials
    .filter(({ type }) => type === "legacy-password")
    .map(({ credentialData = "" }) => (JSON.parse(credentialData) as { school: string }).school);
  return { id, user, schools: schools.sort() };
}

/** As the extension does at a sign-in by the old method. */
async function hasComeByOldMethod(email: string, school: string, day: string) {
  const { id, user } = await account(email);
  const attributes = { ...user?.attributes, [`${school}.lastLegacySignIn`]: [day] };
  await admin.users.update({ id }, { ...user, attributes });
}

describe("portail legacy status", { timeout: 60_000 }, () => {
  it("counts with the account portail-plan who has moved and who comes by the old method", async () => {
    const today = belgianDay();
    await hasComeByOldMethod(claire, "saint-exupery", today);
    await hasComeByOldMethod("gone@example.org", "saint-exupery", "2026-01-02");
    const { id } = await account("new@example.org");
    const credential = { type: "password", value: "a long sentence of mine", temporary: false };
    await admin.users.resetPassword({ id, credential });

    const { exitCode, stdout } = await run("portail-plan", ["legacy", "status", "--json"]);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      today,
      schools: [
        { id: "demo", isOpen: true, members: 1, moved: 0, cameInLast30Days: 0, oldPasswords: 1 },
        {
          id: "saint-exupery",
          until: "2026-06-30",
          isOpen: false,
          daysLeft: null,
          members: 4,
          moved: 1,
          cameInLast7Days: 1,
          cameInLast30Days: 1,
          neverCame: 1,
          oldPasswords: 4,
        },
      ],
    });
    const people = await run("portail", ["legacy", "status"]);
    expect(people.stdout).toMatch(/^demo .* until 2027-06-30, \d+ days left$/m);
    expect(people.stdout).toMatch(/^saint-exupery +4 +1 \(25 %\) .* over since 2026-06-30$/m);
    expect(people.stderr).toContain("portail legacy retire");
  });

  it("counts a linked Microsoft account as moved", async () => {
    await admin.identityProviders.create({ alias: "microsoft", providerId: "oidc" });
    const { id } = await account("gone@example.org");
    await admin.users.addToFederatedIdentity({
      id,
      federatedIdentityId: "microsoft",
      federatedIdentity: { identityProvider: "microsoft", userId: "1", userName: "guy" },
    });
    const words = ["legacy", "status", "--school", "saint-exupery", "--json"];
    const { stdout } = await run("portail-plan", words);
    expect(JSON.parse(stdout).schools).toMatchObject([{ id: "saint-exupery", moved: 2 }]);
    await admin.users.delFromFederatedIdentity({ id, federatedIdentityId: "microsoft" });
    await admin.identityProviders.del({ alias: "microsoft" });
  });

  it("lists those who have not moved in a file that nobody else can read", async () => {
    const file = join(dir, "not-moved.csv");
    await writeFile(file, "an older list that everybody could read", { mode: 0o644 });
    const words = ["legacy", "status", "--school", "saint-exupery", "--csv", file];
    expect(await run("portail-plan", words)).toMatchObject({ exitCode: 0 });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const lines = (await readFile(file, "utf8")).replace("\uFEFF", "").split("\r\n");
    expect(lines.sort()).toEqual([
      "",
      `saint-exupery,'=Marc,Lambert,marc@example.org,m.lambert`,
      `saint-exupery,Claire,Dubois,${claire},c.dubois; c.dubois2`,
      "saint-exupery,Guy,Parti,gone@example.org,g.parti",
      "school,first_name,last_name,email,legacy_username",
    ]);
  });
});

describe("portail legacy extend", { timeout: 60_000 }, () => {
  it("changes what plan then shows, and apply the server", async () => {
    const school = ["legacy", "extend", "--school", "demo", "--until"];
    const past = await run("portail", [...school, "2026-01-01"]);
    expect(past).toMatchObject({ exitCode: 1, stdout: "" });
    expect(past.stderr).toContain("(LEGACY_DAY_PAST)");
    expect(await run("portail", ["plan"])).toMatchObject({ exitCode: 0 });

    const extended = await run("portail", [...school, "2028-01-31"]);
    expect(extended.stdout).toMatch(/demo\.yaml: 2028-01-31 in the place of 2027-06-30\.$/);
    expect(extended.stderr).toContain("portail apply");
    expect(await run("portail", ["plan"])).toMatchObject({ exitCode: 2 });
    expect(await run("portail", ["apply", "--yes"])).toMatchObject({ exitCode: 0 });
    const [client] = await admin.clients.find({ clientId: "school-demo" });
    expect(client?.attributes).toMatchObject({ "school.legacy.until": "2028-01-31" });
  });
});

describe("portail legacy retire", { timeout: 60_000 }, () => {
  const retire = ["legacy", "retire"];

  it("erases nothing unasked, of a school that is open, or that the realm still has open", async () => {
    const unasked = await run("portail", retire);
    expect(unasked).toMatchObject({ exitCode: 1, stdout: "" });
    expect(unasked.stderr).toContain(
      "saint-exupery, over since 2026-06-30: 4 old passwords of 3 accounts",
    );
    expect(unasked.stderr).toContain("(CONFIRMATION_MISSING)");

    const open = await run("portail", [...retire, "--school", "demo", "--yes"]);
    expect(open).toMatchObject({ exitCode: 1 });
    expect(open.stderr).toContain("(LEGACY_NOT_OVER)");

    const [client] = await admin.clients.find({ clientId: "school-saint-exupery" });
    const setLive = (day: string) =>
      admin.clients.update(
        { id: client?.id ?? "" },
        { ...client, attributes: { ...client?.attributes, "school.legacy.until": day } },
      );
    await setLive("2099-12-31");
    const unapplied = await run("portail", [...retire, "--yes"]);
    expect(unapplied).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/^Nothing to do/),
    });
    expect(unapplied.stderr).toContain(
      "open until 2099-12-31 in the realm. Run portail apply first",
    );
    await setLive("2026-06-30");
    expect((await account(claire)).schools).toEqual(["demo", "saint-exupery", "saint-exupery"]);
  });

  it("is refused to the account portail-plan", async () => {
    const refused = await run("portail-plan", [...retire, "--yes"]);
    expect(refused).toMatchObject({ exitCode: 1 });
    expect(refused.stderr).toContain("(SERVER_FORBIDDEN)");
    expect((await account(claire)).schools).toHaveLength(3);
  });

  it("killed on its way, erases the rest when it is run again, and what belongs to others stays", async () => {
    // Somebody who has left the school still has its password.
    const gone = await account("gone@example.org");
    const groups = await admin.users.listGroups({ id: gone.id });
    await admin.users.delFromGroup({ id: gone.id, groupId: groups[0]?.id ?? "" });

    // Claire has two old passwords, erased one after the other, and two more people have one each: when
    // the fourth is to go, one of hers at least is gone.
    const killed = await run("portail", [...retire, "--yes"], {
      nodeOptions: ["--import", resolve("test/kill/die-at-request.ts")],
      PORTAIL_DIE_AT: "DELETE 4",
    });
    expect(killed.signal).toBe("SIGKILL");
    const left = async () => {
      const all = await Promise.all([claire, "marc@example.org", "gone@example.org"].map(account));
      return all.flatMap(({ schools }) => schools).filter((school) => school === "saint-exupery");
    };
    expect([1, 2, 3]).toContain((await left()).length);

    const again = await run("portail", [...retire, "--yes", "--json"]);
    expect(again).toMatchObject({ exitCode: 0 });
    expect(JSON.parse(again.stdout)).toMatchObject({
      version: 1,
      isErased: true,
      schools: [{ id: "saint-exupery", until: "2026-06-30" }],
    });
    expect(await left()).toEqual([]);

    const { user, schools } = await account(claire);
    expect(schools).toEqual(["demo"]);
    expect(user).toMatchObject({ enabled: true, email: claire, firstName: "Claire" });
    expect(user?.attributes).toEqual({
      "demo.username": ["duboisc"],
      "demo.passwords": [expect.stringMatching(/^\S+ duboisc$/)],
      "saint-exupery.username": ["c.dubois", "c.dubois2"],
    });
    const { id } = await account("new@example.org");
    expect(await admin.users.getCredentials({ id })).toMatchObject([{ type: "password" }]);

    const once = await run("portail", [...retire, "--yes"]);
    expect(once).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^Nothing to do/) });
  });

  it("leaves doctor content, which warned before", async () => {
    const oldMethod = async () => {
      const { stdout } = await run("portail", ["doctor", "--json"]);
      const { checks } = JSON.parse(stdout) as { checks: { check: string; state: string }[] };
      return checks.find(({ check }) => check === "old method")?.state;
    };
    expect(await oldMethod()).toBe("ok");
    const groups = await admin.groups.find({ search: "saint-exupery" });
    const group = groups[0]?.subGroups?.find(({ name }) => name === "saint-exupery");
    await admin.groups.update(
      { id: group?.id ?? "" },
      { name: "saint-exupery", attributes: { "legacy.hash": [hash] } },
    );
    expect(await oldMethod()).toBe("warning");
  });
});
