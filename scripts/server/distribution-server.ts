import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Teller } from "../terminal.ts";
import { answers } from "./answer.ts";
import { unpackedDistribution } from "./distribution.ts";
import { findJava } from "./java.ts";
import { keycloakCommand, keycloakEnvironment } from "./jvm.ts";
import type { KeycloakOptions, Launch, RunningKeycloak } from "./keycloak.ts";
import { watchForOrphan } from "./orphan-watcher.ts";
import { preparedServer } from "./prepared-server.ts";
import { bootstrapAdmin, isInUse, layHome, serverFolder } from "./server-folder.ts";
import {
  databaseArgument,
  databaseEnvironment,
  localUrl,
  startArguments,
} from "./start-arguments.ts";
import { dataInUse, startFailure, tooSlow } from "./start-failure.ts";
import { keycloakVersion } from "./version.ts";

const stopLimitMs = 10_000;

/**
 * Keycloak from its distribution, as a process of this machine.
 *
 * @returns what starts it; that may say `DATA_IN_USE`
 * @throws UserError `JAVA_MISSING`, `JAVA_TOO_OLD`, `MAVEN_MISSING`, `DOWNLOAD_FAILED`,
 *   `CHECKSUM_MISMATCH`, `KEYCLOAK_BUILD_FAILED`
 */
export async function distributionServer(
  options: KeycloakOptions,
  teller: Teller,
): Promise<Launch> {
  const java = await findJava();
  const distribution = await unpackedDistribution(keycloakVersion, teller);
  const server = await preparedServer(
    {
      version: keycloakVersion,
      distribution,
      providers: options.providers,
      buildArguments: [databaseArgument(options.database), ...(options.buildArguments ?? [])],
    },
    java,
    teller,
  );
  const isTemporary = options.dataDir === undefined;
  const folder = path.resolve(options.dataDir ?? (await mkdtemp(path.join(tmpdir(), "keycloak-"))));
  await mkdir(folder, { recursive: true });
  return (port) => launched({ ...options, java, server, folder, isTemporary, port });
}

interface Started extends KeycloakOptions {
  java: string;
  /** The prepared server's folder. */
  server: string;
  /** What this server keeps: data, log, password. */
  folder: string;
  isTemporary: boolean;
  port: number;
}

async function launched(launch: Started): Promise<RunningKeycloak> {
  const { folder, port } = launch;
  const files = serverFolder(folder);
  if (await isInUse(files)) throw dataInUse(folder);
  await layHome(files, launch.server);
  const admin = await bootstrapAdmin(files);
  const command = keycloakCommand(
    launch.java,
    files.home,
    ["start", "--optimized", ...startArguments(port), ...(launch.extraArguments ?? [])],
    launch.jvm,
  );
  const jvm = spawnedJvm(command, {
    logFile: files.logFile,
    temporaryFolder: launch.isTemporary ? folder : null,
    environment: keycloakEnvironment(process.env, {
      KC_BOOTSTRAP_ADMIN_USERNAME: admin.user,
      KC_BOOTSTRAP_ADMIN_PASSWORD: admin.password,
      ...databaseEnvironment(launch.database),
      ...trusting(launch.trustedCertificates),
      ...launch.env,
    }),
  });
  await writeFile(files.pidFile, String(jvm.pid));

  if (!(await answers(port, jvm.hasEnded))) {
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
  return {
    url: localUrl(port),
    version: keycloakVersion,
    admin,
    logFile: files.logFile,
    ended: jvm.ended,
    stop,
  };
}

function trusting(files: string[] = []): Record<string, string> {
  return files.length > 0 ? { KC_TRUSTSTORE_PATHS: files.join(",") } : {};
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
