import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { UserError } from "../errors.ts";
import { silentTeller, type Teller } from "../terminal.ts";
import { unpackedDistribution } from "./distribution.ts";
import { findJava } from "./java.ts";
import { keycloakCommand, keycloakEnvironment } from "./jvm.ts";
import { watchForOrphan } from "./orphan-watcher.ts";
import { freePort, isPortFree } from "./port.ts";
import { preparedServer } from "./prepared-server.ts";
import { bootstrapAdmin, isInUse, layHome, serverFolder } from "./server-folder.ts";
import { dataInUse, portTaken, startFailure } from "./start-failure.ts";
import { keycloakVersion } from "./version.ts";

/** A Keycloak that answers, whatever started it. */
export interface RunningKeycloak {
  /** Where it answers, without a slash at the end, e.g. `http://localhost:8080`. */
  url: string;
  version: string;
  /** The administrator of the `master` realm. */
  admin: { user: string; password: string };
  /** What the server writes while it runs. */
  logFile: string;
  /** Settles when the server ended, by `stop` or by itself. */
  ended: Promise<void>;
  /** Ends it in good order; temporary data go with it. */
  stop(): Promise<void>;
}

/** What kind of Keycloak is wanted. */
export interface KeycloakOptions {
  /** Paths of the JARs it loads: themes and extensions. */
  providers: string[];
  /** Folder that keeps the data between runs; without it they live as long as the server. */
  dataDir?: string;
  /** Port on the loopback interface; a free one without it. */
  port?: number;
  /** Environment of the server, e.g. `KC_TRUSTSTORE_PATHS`; the caller's `KC_*` are not passed on. */
  env?: Record<string, string>;
  /** Further options of `kc.sh start`. */
  extraArguments?: string[];
  /** Further options of `kc.sh build`, e.g. `--features=…`; a new value costs a preparation. */
  buildArguments?: string[];
  teller?: Teller;
}

const startLimitMs = 180_000;
const stopLimitMs = 10_000;

/**
 * Starts Keycloak from its distribution, in production mode over plain HTTP on the loopback
 * interface with the embedded database. It ends with this process, however that ends.
 *
 * @returns when the server answers
 * @throws UserError `JAVA_MISSING`, `JAVA_TOO_OLD`, `MAVEN_MISSING`, `DOWNLOAD_FAILED`,
 *   `CHECKSUM_MISMATCH`, `KEYCLOAK_BUILD_FAILED`, `PORT_TAKEN`, `DATA_IN_USE`, `KEYCLOAK_DIED`,
 *   `KEYCLOAK_SLOW`
 */
export async function startKeycloak(options: KeycloakOptions): Promise<RunningKeycloak> {
  const { port, teller = silentTeller } = options;
  if (port !== undefined && !(await isPortFree(port))) throw portTaken(port);
  const java = await findJava();
  const distribution = await unpackedDistribution(keycloakVersion, teller);
  const server = await preparedServer(
    {
      version: keycloakVersion,
      distribution,
      providers: options.providers,
      buildArguments: options.buildArguments ?? [],
    },
    java,
    teller,
  );
  const isTemporary = options.dataDir === undefined;
  const folder = path.resolve(options.dataDir ?? (await mkdtemp(path.join(tmpdir(), "keycloak-"))));
  await mkdir(folder, { recursive: true });
  teller.start(`Starting Keycloak ${keycloakVersion}`);
  const launch = { ...options, java, server, folder, isTemporary };
  return port === undefined ? launchedOnFreePort(launch) : launched({ ...launch, port });
}

interface Launch extends KeycloakOptions {
  java: string;
  /** The prepared server's folder. */
  server: string;
  /** What this server keeps: data, log, password. */
  folder: string;
  isTemporary: boolean;
}

/** Somebody else may take a free port before Keycloak does; then another one is as good. */
async function launchedOnFreePort(launch: Launch, attempts = 3): Promise<RunningKeycloak> {
  try {
    return await launched({ ...launch, port: await freePort() });
  } catch (error) {
    const isPortTaken = error instanceof UserError && error.code === "PORT_TAKEN";
    if (!isPortTaken || attempts === 1) throw error;
    return launchedOnFreePort(launch, attempts - 1);
  }
}

async function launched(launch: Launch & { port: number }): Promise<RunningKeycloak> {
  const { folder, port } = launch;
  const files = serverFolder(folder);
  if (await isInUse(files)) throw dataInUse(folder);
  await layHome(files, launch.server);
  const admin = await bootstrapAdmin(files);
  const url = `http://localhost:${port}`;
  const command = keycloakCommand(launch.java, files.home, [
    "start",
    "--optimized",
    "--cache=local",
    "--http-enabled=true",
    "--http-host=127.0.0.1",
    `--http-port=${port}`,
    `--hostname=${url}`,
    ...(launch.extraArguments ?? []),
  ]);
  const jvm = spawnedJvm(command, {
    logFile: files.logFile,
    temporaryFolder: launch.isTemporary ? folder : null,
    environment: keycloakEnvironment(process.env, {
      KC_BOOTSTRAP_ADMIN_USERNAME: admin.user,
      KC_BOOTSTRAP_ADMIN_PASSWORD: admin.password,
      ...launch.env,
    }),
  });
  await writeFile(files.pidFile, String(jvm.pid));

  if (!(await answers(port, jvm))) {
    const hasEnded = jvm.hasEnded();
    await jvm.stop();
    await rm(files.pidFile, { force: true });
    // The folder stays, also a temporary one: the error names the log in it.
    if (!hasEnded) throw tooSlow(files.logFile);
    const log = await readFile(files.logFile, "utf8");
    throw startFailure(log, { port, dataDir: folder, logFile: files.logFile });
  }
  const stop = async () => {
    await jvm.stop();
    await rm(launch.isTemporary ? folder : files.pidFile, { recursive: true, force: true });
  };
  return { url, version: keycloakVersion, admin, logFile: files.logFile, ended: jvm.ended, stop };
}

interface Jvm {
  pid: number;
  hasEnded(): boolean;
  ended: Promise<void>;
  stop(): Promise<void>;
}

/** Starts the server's process in a group of its own, so that Ctrl-C at the terminal is ours. */
function spawnedJvm(
  [command, ...rest]: [string, ...string[]],
  {
    logFile,
    temporaryFolder,
    environment,
  }: { logFile: string; temporaryFolder: string | null; environment: NodeJS.ProcessEnv },
): Jvm {
  const log = openSync(logFile, "w", 0o600);
  const child = spawn(command, rest, {
    detached: true,
    stdio: ["ignore", log, log],
    env: environment,
  });
  closeSync(log);
  const { pid } = child;
  if (pid === undefined) throw new Error(`cannot run ${command}`);
  const watcher = watchForOrphan(pid, temporaryFolder);
  let isOver = false;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve())).then(() => {
    isOver = true;
    watcher.dismiss();
  });
  child.unref();
  const kill = (signal: NodeJS.Signals) => {
    if (!isOver) process.kill(-pid, signal);
  };
  return {
    pid,
    ended,
    hasEnded: () => isOver,
    async stop() {
      kill("SIGTERM");
      const limit = setTimeout(() => kill("SIGKILL"), stopLimitMs);
      await ended;
      clearTimeout(limit);
    },
  };
}

/** Waits until the server answers: true; or until it ended or took too long: false. */
async function answers(port: number, jvm: Jvm): Promise<boolean> {
  const deadline = Date.now() + startLimitMs;
  while (!jvm.hasEnded() && Date.now() < deadline) {
    if (await isUp(port)) return true;
    await delay(100);
  }
  return false;
}

async function isUp(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/realms/master`);
    await response.body?.cancel();
    return response.status === 200;
  } catch {
    return false;
  }
}

function tooSlow(logFile: string): UserError {
  return new UserError(
    "KEYCLOAK_SLOW",
    `Keycloak did not answer within ${startLimitMs / 1000} s`,
    `See in ${logFile} what it was doing, and try again when the machine is less busy.`,
  );
}
