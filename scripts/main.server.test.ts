import { randomUUID } from "node:crypto";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execaNode } from "execa";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { shippedVariables } from "../test/support/shipped-config.ts";
import { buildExtension } from "./extension/build.ts";
import { connect } from "./keycloak/connection.ts";
import { readSchoolGroups } from "./keycloak/school-groups.ts";
import { type RunningKeycloak, startKeycloak } from "./server/keycloak.ts";
import { silentTeller } from "./terminal.ts";

let keycloak: RunningKeycloak;
let environment: Record<string, string>;
let dir: string;
let shipped: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "portail-"));
  shipped = join(dir, "shipped");
  await cp("realm-config", shipped, { recursive: true });
  // Old passwords are imported as long as the old method is open, whatever day it is.
  for (const name of ["portal.yaml", "schools/saint-exupery.yaml"]) {
    const text = await readFile(join(shipped, name), "utf8");
    await writeFile(join(shipped, name), text.replace(/^( +until): .*/m, "$1: 2999-12-31"));
  }
  keycloak = await startKeycloak({ providers: [await buildExtension(silentTeller)] });
  environment = {
    KEYCLOAK_URL: keycloak.url,
    KEYCLOAK_ADMIN_USER: keycloak.admin.user,
    KEYCLOAK_ADMIN_PASSWORD: keycloak.admin.password,
    ...shippedVariables,
  };
}, 300_000);
afterAll(async () => {
  await keycloak?.stop();
  await rm(dir, { recursive: true });
});

/** Runs the tool as a person would, without a terminal. */
async function portail(words: readonly string[], changes: Record<string, string> = {}) {
  const inConfig = words.includes("--config") ? words : [...words, "--config", shipped];
  const { exitCode, stdout, stderr, all } = await execaNode("scripts/main.ts", inConfig, {
    env: { ...environment, ...changes },
    reject: false,
    all: true,
    stdin: "ignore",
  });
  return { exitCode, stdout, stderr, all };
}

describe("portail", { timeout: 60_000 }, () => {
  it("applies the configuration only when told to, and the second time finds nothing to do", async () => {
    expect(await portail(["apply"])).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining("--yes"),
    });
    expect(await portail(["apply", "--yes"])).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/^The realm "itschool" was made: \d+ objects \([\d.]+ s\)\.$/),
    });
    expect(await portail(["apply", "--yes"])).toMatchObject({
      exitCode: 0,
      stdout: 'Nothing to do: the realm "itschool" is as the configuration says.',
    });
  });

  it("plans without changing anything, and says by its exit code whether there is a difference", async () => {
    expect(await portail(["plan"])).toMatchObject({
      exitCode: 0,
      stdout: 'The realm "itschool" is as the configuration says.',
    });
    const moved = { DEMO_SCHOOL_URL: "http://127.0.0.1:4009" };
    const { exitCode, stdout } = await portail(["plan"], moved);
    expect(exitCode).toBe(2);
    expect(stdout).toContain("School demo\n  ~ client school-demo\n");
    expect(stdout).toContain(
      '~ redirectUris: ["http://127.0.0.1:4001/callback"] → ["http://127.0.0.1:4009/callback"]',
    );
    expect(stdout).toMatch(/1 difference: 1 to change\.$/);
    const json = await portail(["plan", "--json"], moved);
    expect(json.exitCode).toBe(2);
    expect(JSON.parse(json.stdout)).toMatchObject({
      inSync: false,
      changes: [{ kind: "client", name: "school-demo", school: "demo", action: "update" }],
    });
    expect((await portail(["plan"])).exitCode).toBe(0);
    expect((await portail(["plan"], { KEYCLOAK_URL: "http://127.0.0.1:1" })).exitCode).toBe(1);
  });

  it("imports the demo people once", async () => {
    const people = "realm-config/demo/people.csv";
    const importing = (...words: string[]) =>
      portail(["import", people, ...words, "--report", join(dir, randomUUID())]);
    expect(await importing("--dry-run")).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(
        /^302 rows: 302 would be imported, 0 unchanged, 0 held, 0 rejected\.\n290 accounts would be made, 0 changed, 85 old passwords set\.\n/,
      ),
    });
    expect(await importing()).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(
        /^302 rows: 302 imported, 0 unchanged, 0 held, 0 rejected\.\n290 accounts made, 0 changed, 85 old passwords set\.\n/,
      ),
    });
    const client = await connect(
      { url: keycloak.url, adminRealm: "master", credentials: keycloak.admin },
      "itschool",
    );
    const hashes = async () =>
      [...(await readSchoolGroups(client)).values()].map(
        ({ attributes }) => attributes?.["legacy.hash"],
      );
    const before = await hashes();
    expect(before).toEqual(["$2y$10$", "$2y$10$"].map((kind) => [expect.stringContaining(kind)]));
    expect((await importing()).stdout).toContain("302 rows: 0 imported, 302 unchanged");
    expect((await importing("--dry-run")).stdout).toContain(" 302 unchanged");
    expect(await hashes()).toEqual(before);
  });

  it("gives each person the memberships and attributes of all their rows, and no more", async () => {
    const client = await connect(
      { url: keycloak.url, adminRealm: "master", credentials: keycloak.admin },
      "itschool",
    );
    const [claire] = await client.users.find({ email: "claire.dubois@example.org" });
    expect(claire).toMatchObject({
      username: "claire.dubois@example.org",
      firstName: "Claire",
      lastName: "Dubois",
      emailVerified: false,
      enabled: true,
      attributes: {
        locale: ["fr"],
        "demo.username": ["duboisc"],
        "demo.person": [expect.stringMatching(/^D\d+$/)],
        "demo.passwords": [expect.stringMatching(/^[\w-]{22} duboisc$/)],
        "saint-exupery.username": ["c.dubois"],
        "saint-exupery.person": [expect.stringMatching(/^\d+$/)],
        "saint-exupery.passwords": [expect.stringMatching(/^[\w-]{22} c\.dubois$/)],
      },
    });
    const id = claire?.id ?? "";
    const groups = await client.users.listGroups({ id });
    expect(groups.map(({ path }) => path).sort()).toEqual([
      "/schools/demo",
      "/schools/saint-exupery",
    ]);
    const roles = await client.users.listRealmRoleMappings({ id });
    expect(roles.map(({ name }) => name)).toEqual(["default-roles-itschool"]);
    const credentials = await client.users.getCredentials({ id });
    expect(credentials.map(({ type }) => type)).toEqual(["legacy-password", "legacy-password"]);
    expect(credentials.map(({ credentialData = "" }) => JSON.parse(credentialData))).toEqual(
      expect.arrayContaining([
        { school: "demo", username: "duboisc" },
        { school: "saint-exupery", username: "c.dubois" },
      ]),
    );

    const [marc] = await client.users.find({ email: "marc.lambert@example.org" });
    expect(Object.keys(marc?.attributes ?? {}).sort()).toEqual([
      "demo.passwords",
      "demo.person",
      "demo.username",
      "locale",
    ]);
  });

  it("tells rejected rows by line, column and reason, and imports the others", async () => {
    const file = join(dir, "people.csv");
    await writeFile(file, "email,last_name\nnot-an-address,X\nnew.parent@example.org,Y\n");
    const report = join(dir, "report");
    const words = ["import", file, "--school", "demo", "--report", report];
    const { stdout, stderr, exitCode } = await portail(words);
    expect(exitCode).toBe(2);
    expect(stdout).toBe(
      `2 rows: 1 imported, 0 unchanged, 0 held, 1 rejected.\n1 account made, 0 changed.\nReport: ${report}`,
    );
    expect(stderr).toContain(`${file}:2 rejected: email is not an e-mail address`);
  });

  it("tells a confidential school's secret to whoever asks for it, and nowhere else", async () => {
    const config = join(dir, "realm-config");
    await cp(shipped, config, { recursive: true });
    const inConfig = (...words: string[]) => portail([...words, "--config", config]);
    const url = "https://athenee.example";
    await inConfig("schools", "add", "athenee", "--name", "Athénée royal", "--url", url);
    expect((await inConfig("schools", "show", "athenee", "--secret")).stderr).toContain(
      "SCHOOL_NOT_APPLIED",
    );
    const applied = await inConfig("apply", "--yes");
    expect(applied.exitCode).toBe(0);
    const asked = await inConfig("schools", "show", "athenee", "--secret");
    expect(asked).toMatchObject({ exitCode: 0, stderr: "" });
    expect(asked.stdout).toMatch(/^\S{32,}$/);
    const shown = await inConfig("schools", "show", "athenee");
    expect(`${applied.all}${shown.all}`).not.toContain(asked.stdout);

    const unasked = await inConfig("schools", "rotate-secret", "athenee");
    expect(unasked).toMatchObject({ exitCode: 1, stderr: expect.stringContaining("--yes") });
    const rotated = await inConfig("schools", "rotate-secret", "athenee", "--yes");
    expect(rotated.stdout).toMatch(/^\S{32,}$/);
    expect(rotated.stdout).not.toBe(asked.stdout);
    expect((await inConfig("schools", "show", "athenee", "--secret")).stdout).toBe(rotated.stdout);
    expect((await inConfig("plan")).exitCode).toBe(0);
  });

  it("does a saved plan as it was saved, and refuses it once the realm has changed", async () => {
    const file = join(dir, "plan.json");
    const moved = { DEMO_SCHOOL_URL: "http://127.0.0.1:4009" };
    expect(await portail(["plan", "--out", file], moved)).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining(`portail apply ${file}`),
    });
    // As if the configuration had changed.
    expect(await portail(["apply", file, "--yes"])).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining("PLAN_OUTDATED"),
    });
    expect(await portail(["apply", file, "--yes"], moved)).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/1 change \([\d.]+ s\)\.$/),
    });
    const again = await portail(["apply", file, "--yes"], moved);
    expect(again).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining("PLAN_OUTDATED"),
    });
    expect((await portail(["apply", join(dir, "nothing.json"), "--yes"])).all).toContain(
      "nothing.json: it is not there",
    );
    expect((await portail(["apply", "--yes"])).exitCode).toBe(0);
  });

  it("lists a school whose file is gone, and removes it only with --prune", async () => {
    // The school "athenee" of a test above is not in the shipped configuration.
    const plan = await portail(["plan"]);
    expect(plan).toMatchObject({ exitCode: 0 });
    expect(plan.stdout).toContain("left alone without --prune: client school-athenee");
    const pruning = await portail(["plan", "--prune"]);
    expect(pruning.exitCode).toBe(2);
    expect(pruning.stdout).toContain(
      "School athenee\n  - client school-athenee\n  - group /schools/athenee (its people are no longer known to the school)",
    );
    expect(await portail(["apply", "--prune", "--yes"])).toMatchObject({ exitCode: 0 });
    expect((await portail(["plan"])).stdout).toBe(
      'The realm "itschool" is as the configuration says.',
    );
  });

  it.each([
    ["an unreachable server", { KEYCLOAK_URL: "http://127.0.0.1:1" }, "SERVER_UNREACHABLE"],
    ["a refused password", { KEYCLOAK_ADMIN_PASSWORD: "s3cret-typo" }, "SERVER_SIGN_IN_REFUSED"],
    ["a missing variable", { DEMO_SCHOOL_URL: "" }, "CONFIG_MISSING_VARIABLE"],
    ["no server named", { KEYCLOAK_URL: "" }, "CONNECTION_INCOMPLETE"],
  ])("ends with one clear line, exit code 1 and no stack after %s", async (_, changes, code) => {
    const { exitCode, all } = await portail(["apply", "--yes"], changes);
    expect(exitCode).toBe(1);
    expect(all).toContain(`(${code})`);
    expect(all).not.toMatch(/^\s+at /m);
    expect(all).not.toContain("s3cret-typo");
    expect(all).not.toContain(keycloak.admin.password);
  });
});
