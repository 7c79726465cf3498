import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { execaNode } from "execa";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type MailCatcher, startMailCatcher } from "../../scripts/demo/mail.ts";
import { buildExtension } from "../../scripts/extension/build.ts";
import { connect } from "../../scripts/keycloak/connection.ts";
import { fingerprintsRole } from "../../scripts/realm/people.ts";
import { usualJvm } from "../../scripts/server/jvm.ts";
import { type RunningKeycloak, startKeycloak } from "../../scripts/server/keycloak.ts";
import { type RunningPostgres, startPostgres } from "../../scripts/server/postgres.ts";
import { serverFolder } from "../../scripts/server/server-folder.ts";
import { silentTeller } from "../../scripts/terminal.ts";
import { writeManySchools } from "../support/many-schools.ts";
import { seeded } from "../support/seeded.ts";
import { importRows } from "./import-rows.ts";
import { type Moment, moments } from "./moments.ts";
import { accountIds, differences, type StoredPerson, storedPeople } from "./people-in-database.ts";

/*
 * `portail import`, killed at random moments, and Keycloak under it, then run again: the realm is that
 * of one clean run. The same seed gives the same files and moments; `KILL_ROWS` makes it smaller.
 *
 * The moments lie one in each of equal parts of a clean run's writing requests. A realm is killed five
 * times on its way: each run goes on with what the killed one has left, up to its own moment, and the
 * last one to the end. What a run that is killed leaves undone and the next ones do not mend shows at
 * the end; what only a run of its own after each single moment could show would not.
 */

const seed = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000);
const rowCount = Number(process.env.KILL_ROWS ?? 20_000);
const realms = [0, 1, 2, 3];
const killsPerRealm = 5;

/** Of a server that two cores are shared with. */
const slowMs = 900_000;

let dir: string;
let mail: MailCatcher;
let database: RunningPostgres;
let sql: Sql;
let keycloak: RunningKeycloak;
let startAgain: () => Promise<RunningKeycloak>;
let keycloakPidFile: string;
let plannedMoments: (count: number, seed: number) => Moment[];
let clean: Record<string, StoredPerson>;

beforeAll(async () => {
  process.stdout.write(`KILL_SEED=${seed} KILL_ROWS=${rowCount}\n`);
  dir = await mkdtemp(join(tmpdir(), "portail-kill-"));
  const { header, before, after } = importRows(rowCount, seed);
  await writeFile(join(dir, "before.csv"), `${[header, ...before].join("\n")}\n`);
  await writeFile(join(dir, "after.csv"), `${[header, ...after].join("\n")}\n`);

  mail = await startMailCatcher();
  database = await startPostgres();
  const { host, port, user, password, name } = database.database;
  sql = postgres({ host, port, user, password, database: name });
  const [dataDir, providers] = [join(dir, "keycloak"), [await buildExtension(silentTeller)]];
  keycloakPidFile = serverFolder(dataDir).pidFile;
  const options = { providers, dataDir, jvm: usualJvm, database: database.database };
  keycloak = await startKeycloak({ ...options, provider: "distribution" });
  const samePort = Number(new URL(keycloak.url).port);
  startAgain = () => startKeycloak({ ...options, provider: "distribution", port: samePort });

  const site = await newSite("clean");
  const run = await site.import("after.csv", {});
  expectEnding(run, someRejected);
  process.stdout.write(`a clean run: ${run.seconds.toFixed(0)} s, ${run.writes} writes\n`);
  clean = await site.people();
  plannedMoments = (count, from) => moments(count, run.writes, seeded(from));
}, slowMs);
afterAll(async () => {
  await keycloak?.stop();
  await sql?.end({ timeout: 5 });
  await database?.stop();
  await mail?.stop();
  await rm(dir, { recursive: true });
}, slowMs);

/** Of the rows, one can't be imported. */
const someRejected = 2;

/** A realm into which the first export was imported. */
interface Site {
  import(file: string, kill: { at?: readonly Moment[]; keycloak?: boolean }): Promise<Run>;
  people(): Promise<Record<string, StoredPerson>>;
}

interface Run {
  exitCode: number | undefined;
  signal: string | undefined;
  stderr: string;
  seconds: number;
  /** NaN for one that was killed. */
  writes: number;
}

async function newSite(realm: string): Promise<Site> {
  const folder = join(dir, realm);
  await mkdir(folder);
  await writeManySchools(folder, { realm, count: 2 });
  const file = (name: string) => join(dir, name);
  expectEnding(await portail(folder, ["apply", "--yes"]), 0);
  await giveKey(realm);
  const first = await portail(folder, ["import", file("before.csv"), "--yes"]);
  expectEnding(first, 0);
  const before = await accountIds(sql, realm);
  return {
    import: (name, { at = [], keycloak: isKeycloak = false }) =>
      portail(folder, ["import", file(name), "--update-addresses", "--yes"], {
        PORTAIL_KILL_AT: at.map(({ request, milliseconds }) => `${request}+${milliseconds}`).join(),
        ...(isKeycloak ? { PORTAIL_KILL_PID: keycloakPidFile } : {}),
      }),
    people: () => storedPeople(sql, realm, before),
  };
}

/** With the same key, the fingerprints of two realms can be compared. */
async function giveKey(realm: string): Promise<void> {
  const connection = { url: keycloak.url, adminRealm: "master", credentials: keycloak.admin };
  const client = await connect(connection, realm);
  const key = Buffer.alloc(32, "not-a-secret").toString("base64url");
  await client.roles.create({ name: fingerprintsRole, attributes: { key: [key] } });
}

/** Runs the tool as a process of its own. */
async function portail(
  folder: string,
  words: readonly string[],
  variables: Record<string, string> = {},
): Promise<Run> {
  const writesFile = join(folder, "writes");
  await rm(writesFile, { force: true });
  const startedAt = performance.now();
  const { exitCode, signal, stderr } = await execaNode(
    resolve("scripts/main.ts"),
    [...words, "--config", folder],
    {
      nodeOptions: ["--import", resolve("test/kill/kill-at-write.ts")],
      cwd: folder,
      env: {
        KEYCLOAK_URL: keycloak.url,
        KEYCLOAK_ADMIN_USER: keycloak.admin.user,
        KEYCLOAK_ADMIN_PASSWORD: keycloak.admin.password,
        SMTP_HOST: mail.smtp.host,
        SMTP_PORT: String(mail.smtp.port),
        PORTAIL_WRITES: writesFile,
        ...variables,
      },
      reject: false,
      stdin: "ignore",
    },
  );
  const seconds = (performance.now() - startedAt) / 1000;
  const writes = Number(await readFile(writesFile, "utf8").catch(() => Number.NaN));
  return { exitCode, signal, stderr, seconds, writes };
}

function expectEnding({ exitCode, stderr }: Run, expected: number): void {
  expect(exitCode, stderr).toBe(expected);
}

function endedEarly({ exitCode, stderr }: Run): never {
  throw new Error(`the import ended with ${exitCode} before Keycloak was killed:\n${stderr}`);
}

/** Running it again ends in the state of one clean run, after which there is nothing left to do. */
async function expectToGoOn(site: Site): Promise<void> {
  const run = await site.import("after.csv", {});
  process.stdout.write(`run again to the end: ${run.seconds.toFixed(0)} s\n`);
  expectEnding(run, someRejected);
  expect(run.stderr, "the lock of the killed one").not.toContain("Another import is at work");
  expect(differences(await site.people(), clean)).toEqual([]);
}

describe("an import, killed five times on its way", () => {
  it.each(realms)(
    "in realm %i of four",
    async (realm) => {
      const site = await newSite(`killed-${realm}`);
      let done = 0;
      for (const { request, milliseconds } of plannedMoments(killsPerRealm, seed + realm)) {
        const at = [{ request: Math.max(request - done, 1), milliseconds }];
        const { signal, seconds } = await site.import("after.csv", { at });
        process.stdout.write(
          `killed ${milliseconds} ms after write ${request}, ${seconds.toFixed(0)} s\n`,
        );
        expect(signal).toBe("SIGKILL");
        done = request;
      }
      await expectToGoOn(site);
    },
    slowMs,
  );
});

describe("an import whose Keycloak is killed five times on its way", () => {
  it(
    "goes on by itself when it is there again, and misses nothing",
    async () => {
      const site = await newSite("keycloak-killed");
      const at = plannedMoments(killsPerRealm, seed + realms.length);
      const importing = site.import("after.csv", { at, keycloak: true });
      for (const { request } of at) {
        await Promise.race([keycloak.ended, importing.then(endedEarly)]);
        process.stdout.write(`Keycloak was killed at write ${request}\n`);
        keycloak = await startAgain();
      }
      const run = await importing;
      process.stdout.write(`it took ${run.seconds.toFixed(0)} s\n`);
      expectEnding(run, someRejected);
      expect(differences(await site.people(), clean)).toEqual([]);
      await expectToGoOn(site);
    },
    slowMs,
  );
});
