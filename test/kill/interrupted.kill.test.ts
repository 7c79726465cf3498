import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import { execaNode } from "execa";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadConfig } from "../../scripts/config/load.ts";
import { buildExtension } from "../../scripts/extension/build.ts";
import { type Connection, connect } from "../../scripts/keycloak/connection.ts";
import { type DesiredRealm, desiredRealm } from "../../scripts/realm/desired.ts";
import { type RunningKeycloak, startKeycloak } from "../../scripts/server/keycloak.ts";
import { silentTeller } from "../../scripts/terminal.ts";
import { writeManySchools } from "../support/many-schools.ts";
import { seeded } from "../support/seeded.ts";
import { spoil } from "./havoc.ts";
import { type Moment, moments } from "./moments.ts";
import { boundFlows, expectWhole } from "./whole.ts";

/*
 * `portail apply`, killed at random moments and run again. The same seed gives the same moments.
 */

const count = 150;
const parts = Array.from({ length: 10 }, (_, part) => part);
const seed = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000);

const settings = {
  SMTP_HOST: "mail.example.org",
  SMTP_PORT: "587",
  SMTP_ENCRYPTION: "starttls",
  SMTP_USER: "portail",
  SMTP_PASSWORD: "not-a-secret",
  MICROSOFT_CLIENT_ID: "an-application",
  MICROSOFT_CLIENT_SECRET: "not-a-secret",
  PORTAIL_STATE_KEY: "not-a-secret",
};

let keycloak: RunningKeycloak;
let administrator: Connection;
let dir: string;

beforeAll(async () => {
  process.stdout.write(`KILL_SEED=${seed}\n`);
  keycloak = await startKeycloak({ providers: [await buildExtension(silentTeller)] });
  administrator = { url: keycloak.url, adminRealm: "master", credentials: keycloak.admin };
  dir = await mkdtemp(join(tmpdir(), "portail-kill-"));
});
afterAll(async () => {
  await keycloak?.stop();
  await rm(dir, { recursive: true });
});

/** A realm, and its configuration in a folder of its own. */
interface Site {
  readonly folder: string;
  readonly desired: DesiredRealm;
  readonly client: KeycloakAdminClient;
}

async function newSite(realm: string): Promise<Site> {
  const folder = join(dir, realm);
  await writeManySchools(folder, { realm, count });
  const desired = desiredRealm(await loadConfig(folder, settings));
  return { folder, desired, client: await connect(administrator, realm) };
}

/** Runs the tool as a process of its own; what it loads before itself may count or kill. */
async function portail(
  { folder }: Site,
  words: readonly string[],
  [hook, variables]: [hook: string, variables: Record<string, string>],
) {
  const { exitCode, signal, stdout, stderr } = await execaNode(
    resolve("scripts/main.ts"),
    [...words, "--config", folder],
    {
      nodeOptions: ["--import", resolve(hook)],
      cwd: folder,
      env: {
        ...settings,
        KEYCLOAK_URL: keycloak.url,
        KEYCLOAK_ADMIN_USER: keycloak.admin.user,
        KEYCLOAK_ADMIN_PASSWORD: keycloak.admin.password,
        ...variables,
      },
      reject: false,
      stdin: "ignore",
    },
  );
  return { exitCode, signal, stdout, stderr };
}

/** A whole run, and how many requests it made. */
async function whole(site: Site, words: readonly string[]) {
  const file = join(site.folder, "requests");
  const run = await portail(site, words, [
    "test/bench/count-requests.ts",
    { PORTAL_REQUEST_COUNT: file },
  ]);
  return { ...run, requests: Number(await readFile(file, "utf8")) };
}

async function killedApply(site: Site, { request, milliseconds }: Moment): Promise<void> {
  process.stdout.write(`killed ${milliseconds} ms after its request ${request} began\n`);
  const { signal } = await portail(
    site,
    ["apply", "--yes"],
    ["test/kill/die-at-request.ts", { PORTAIL_DIE_AT: `${request}+${milliseconds}` }],
  );
  expect(signal).toBe("SIGKILL");
}

/** Running it again ends in the state of one clean run. */
async function expectToGoOn(site: Site): Promise<void> {
  const { exitCode, stderr } = await whole(site, ["apply", "--yes"]);
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
  expect(stderr, "the lock of the killed one").not.toContain("Another apply is at work");
  const planned = await whole(site, ["plan", "--json"]);
  expect(planned).toMatchObject({ exitCode: 0 });
  const plan = JSON.parse(planned.stdout);
  expect(plan).toMatchObject({ inSync: true, conflicts: [], undeclared: [], unknown: [] });
  const leftovers: { alias: string }[] = plan.leftovers;
  await expectWhole(
    site.client,
    site.desired,
    leftovers.map(({ alias }) => alias),
  );
}

describe("an apply that makes the realm, killed", () => {
  let planned: Moment[];
  beforeAll(async () => {
    const { exitCode, requests } = await whole(await newSite("made-whole"), ["apply", "--yes"]);
    expect(exitCode).toBe(0);
    planned = moments(parts.length, requests, seeded(seed));
  });

  it.each(parts)("in part %i of ten", async (part) => {
    const site = await newSite(`made-${part}`);
    await killedApply(site, planned[part] as Moment);
    for (const differences of Object.values(await boundFlows(site.client, site.desired))) {
      expect(differences).toEqual([]);
    }
    await expectToGoOn(site);
  });
});

describe("an apply that repairs a realm, killed", () => {
  let site: Site;
  let planned: Moment[];
  beforeAll(async () => {
    site = await newSite("repaired");
    expect(await whole(site, ["apply", "--yes"])).toMatchObject({ exitCode: 0 });
    await spoil(site.client, site.desired);
    const { exitCode, requests } = await whole(site, ["apply", "--yes"]);
    expect(exitCode).toBe(0);
    planned = moments(parts.length, requests, seeded(seed + 1));
  });

  it.each(parts)("in part %i of ten", async (part) => {
    await spoil(site.client, site.desired);
    const before = await boundFlows(site.client, site.desired);
    await killedApply(site, planned[part] as Moment);
    for (const [binding, now] of Object.entries(await boundFlows(site.client, site.desired))) {
      // Either the flow that somebody has spoiled, or the new one as a whole.
      expect([before[binding], []]).toContainEqual(now);
    }
    await expectToGoOn(site);
  });
});
