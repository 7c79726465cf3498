import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { closeSync, openSync } from "node:fs";
import { chown, cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { execa } from "execa";
import { UserError } from "../errors.ts";
import { watchForOrphan } from "./orphan-watcher.ts";
import { freePort } from "./port.ts";
import { postgresPrograms } from "./postgres-programs.ts";

/** A database that Keycloak can be started on, and who may use it. */
export interface Database {
  host: string;
  port: number;
  name: string;
  user: string;
  password: string;
}

/** A PostgreSQL that accepts connections. */
export interface RunningPostgres {
  /** An empty database of it, and its administrator. */
  database: Database;
  logFile: string;
  /** Ends it; its data go with it. */
  stop(): Promise<void>;
}

const startLimitMs = 30_000;
const stopLimitMs = 10_000;

/**
 * Starts a throw-away PostgreSQL on the loopback interface. It ends with this process, however that ends.
 *
 * @param settings in the place of those it comes with, with which what it has confirmed is on the disk
 * @throws UserError `POSTGRES_MISSING`, `POSTGRES_FAILED`
 */
export async function startPostgres(
  settings: Readonly<Record<string, string>> = {},
): Promise<RunningPostgres> {
  const installed = postgresPrograms();
  const owner = await unprivileged();
  const folder = await mkdtemp(path.join(tmpdir(), "postgres-"));
  if (owner) await chown(folder, owner.uid, owner.gid);
  try {
    // Somebody else may have no way into the folder of this project.
    const programs = owner ? path.join(folder, "programs") : installed;
    if (owner) await cp(installed, programs, { recursive: true, verbatimSymlinks: true });
    return await launched({ folder, programs, owner, port: await freePort(), settings });
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Whom a program runs as. */
interface Owner {
  uid: number;
  gid: number;
}

interface Launched {
  /** For everything it keeps; only its owner may look into it. */
  folder: string;
  /** The folder that holds `bin`, `lib` and `share`. */
  programs: string;
  /** Absent where it may run as this process does. */
  owner: Owner | undefined;
  port: number;
  settings: Readonly<Record<string, string>>;
}

async function launched({
  folder,
  programs,
  owner,
  port,
  settings,
}: Launched): Promise<RunningPostgres> {
  const data = path.join(folder, "data");
  const logFile = path.join(folder, "postgres.log");
  const database = {
    host: "127.0.0.1",
    port,
    name: "postgres",
    user: "postgres",
    password: randomBytes(18).toString("base64url"),
  };
  await makeCluster({ folder, programs, owner, data, database });

  const settingsGiven = Object.entries(settings).flatMap(([name, value]) => [
    "-c",
    `${name}=${value}`,
  ]);
  const log = openSync(logFile, "w", 0o600);
  const child = spawn(
    path.join(programs, "bin", "postgres"),
    ["-D", data, "-h", database.host, "-p", String(port), "-k", "", ...settingsGiven],
    { ...owner, cwd: folder, detached: true, stdio: ["ignore", log, log] },
  );
  closeSync(log);
  const { pid } = child;
  if (pid === undefined) throw failed(`cannot run ${programs}/bin/postgres`);
  const watcher = watchForOrphan(pid, folder);
  let isOver = false;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve())).then(() => {
    isOver = true;
    watcher.dismiss();
  });
  child.unref();
  const end = async () => {
    // Connections that are still open are cut.
    if (!isOver) process.kill(pid, "SIGINT");
    const limit = setTimeout(() => !isOver && process.kill(pid, "SIGQUIT"), stopLimitMs);
    await ended;
    clearTimeout(limit);
  };
  if (!(await isReady(data, () => isOver))) {
    await end();
    throw failed((await readFile(logFile, "utf8")).trim().split("\n").slice(-5).join("\n"));
  }
  const stop = async () => {
    await end();
    await rm(folder, { recursive: true, force: true });
  };
  return { database, logFile, stop };
}

async function makeCluster({
  folder,
  programs,
  owner,
  data,
  database,
}: Omit<Launched, "port" | "settings"> & { data: string; database: Database }): Promise<void> {
  const passwordFile = path.join(folder, "password");
  await writeFile(passwordFile, database.password, { mode: 0o600 });
  if (owner) await chown(passwordFile, owner.uid, owner.gid);
  await mkdir(data, { mode: 0o700 });
  if (owner) await chown(data, owner.uid, owner.gid);
  const result = await execa(
    path.join(programs, "bin", "initdb"),
    [
      `--pgdata=${data}`,
      `--username=${database.user}`,
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--no-locale",
    ],
    { ...owner, cwd: folder, all: true, reject: false, stdin: "ignore" },
  );
  await rm(passwordFile);
  if (result.failed) throw failed(result.all.trim().split("\n").slice(-5).join("\n"));
}

/**
 * PostgreSQL refuses to run as root; the account that owns nothing runs it then.
 *
 * @returns nothing where this process is not root
 */
async function unprivileged(): Promise<Owner | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const [uid, gid] = await Promise.all(
    ["-u", "-g"].map(async (which) => Number((await execa("id", [which, "nobody"])).stdout)),
  );
  if (uid && gid) return { uid, gid };
  throw failed("this process is root, and there is no account nobody to run it as");
}

/** @returns whether it accepts connections; false when it ended before, or took too long */
async function isReady(data: string, hasEnded: () => boolean): Promise<boolean> {
  const deadline = Date.now() + startLimitMs;
  while (!hasEnded() && Date.now() < deadline) {
    // The eighth line of this file is its state.
    const state = await readFile(path.join(data, "postmaster.pid"), "utf8").catch(() => "");
    if (state.split("\n")[7]?.trim() === "ready") return true;
    await delay(50);
  }
  return false;
}

function failed(complaint: string): UserError {
  return new UserError(
    "POSTGRES_FAILED",
    `PostgreSQL does not run: ${complaint}`,
    "Check that there is space on the disk, and that npm ci has run on this machine.",
  );
}
