import { randomBytes } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { type ContainerRuntimeClient, GenericContainer } from "testcontainers";
import { UserError } from "../errors.ts";
import type { Teller } from "../terminal.ts";
import { answers } from "./answer.ts";
import { containerEngine, messageOf, requireImage } from "./container-engine.ts";
import { smallJvm } from "./jvm.ts";
import type { KeycloakOptions, Launch, RunningKeycloak } from "./keycloak.ts";
import {
  databaseArgument,
  databaseEnvironment,
  localUrl,
  startArguments,
} from "./start-arguments.ts";
import { startFailure, tooSlow } from "./start-failure.ts";
import { keycloakVersion } from "./version.ts";

const stopLimitMs = 10_000;

/**
 * Keycloak from its image, in a container of this machine's engine. It shares this machine's network,
 * and so its loopback interface: addresses are those of a server without a container, nobody else
 * reaches it, and it reaches the mail catcher and the schools' applications. Its data go with it.
 *
 * @param options `env` may name files of the image alone
 * @returns what starts it; that may say `CONTAINER_REFUSED`
 * @throws UserError `ENGINE_MISSING`, `ENGINE_ELSEWHERE`, `IMAGE_MISSING`, `CONTAINER_KEEPS_NO_DATA`
 */
export async function containerServer(options: KeycloakOptions, teller: Teller): Promise<Launch> {
  if (options.dataDir !== undefined) throw keepsNoData(options.dataDir);
  const engine = await containerEngine();
  const image = keycloakImage(process.env);
  await requireImage(engine, image, teller);
  const folder = await mkdtemp(path.join(tmpdir(), "keycloak-"));
  return (port) => launched({ ...options, engine, image, folder, port });
}

/** The image to start from: what `KEYCLOAK_IMAGE` names, else the official one. */
export function keycloakImage(environment: NodeJS.ProcessEnv): string {
  return environment.KEYCLOAK_IMAGE || `quay.io/keycloak/keycloak:${keycloakVersion}`;
}

interface Started extends KeycloakOptions {
  engine: ContainerRuntimeClient;
  image: string;
  /** For the log; it goes with the server. */
  folder: string;
  port: number;
}

async function launched({
  engine,
  image,
  folder,
  port,
  ...options
}: Started): Promise<RunningKeycloak> {
  const admin = { user: "admin", password: randomBytes(18).toString("base64url") };
  const logFile = path.join(folder, "keycloak.log");
  const container = new LeashedContainer(image, engine, "/opt/keycloak/bin/kc.sh", [
    "start",
    databaseArgument(options.database),
    ...startArguments(port),
    ...(options.buildArguments ?? []),
    ...(options.extraArguments ?? []),
  ])
    .withNetworkMode("host")
    .withEnvironment({
      JAVA_OPTS: (options.jvm ?? smallJvm).join(" "),
      KC_BOOTSTRAP_ADMIN_USERNAME: admin.user,
      KC_BOOTSTRAP_ADMIN_PASSWORD: admin.password,
      ...databaseEnvironment(options.database),
      ...options.env,
    })
    .withCopyFilesToContainer([
      ...options.providers.map((jar) => ({
        source: jar,
        target: `/opt/keycloak/providers/${path.basename(jar)}`,
        mode: 0o644,
      })),
      ...(options.trustedCertificates ?? []).map((certificate, index) => ({
        source: certificate,
        target: `/opt/keycloak/conf/truststores/${index}.pem`,
        mode: 0o644,
      })),
    ]);
  const ended = writtenTo(logFile, container);
  const started = await container.start().catch(async (cause: unknown) => {
    await container.discard();
    throw cannotStart(image, cause);
  });

  let isOver = false;
  ended.then(() => {
    isOver = true;
    container.release();
  });
  const end = async () => {
    // The engine removes it by itself.
    if (!isOver) await started.stop({ remove: false, timeout: stopLimitMs });
    await ended;
  };
  if (!(await answers(port, () => isOver))) {
    // The folder stays: the error names the log in it.
    if (!isOver) {
      await end();
      throw tooSlow(logFile);
    }
    throw startFailure(await readFile(logFile, "utf8"), { port, dataDir: folder, logFile });
  }
  const stop = async () => {
    await end();
    await rm(folder, { recursive: true, force: true });
  };
  return { url: localUrl(port), version: keycloakVersion, admin, logFile, ended, stop };
}

/**
 * Writes what a container says to a file for its owner alone.
 *
 * @returns settles when there is no more to come: the container ended
 */
function writtenTo(file: string, container: GenericContainer): Promise<void> {
  return new Promise((resolve) => {
    container.withLogConsumer((lines) => {
      // A connection to the engine that breaks off is an end too.
      pipeline(lines, createWriteStream(file, { mode: 0o600 })).then(resolve, () => resolve());
    });
  });
}

/**
 * Waits until standard input ends, and then ends the server, which is process 1. The engine closes
 * the input as soon as the one program that holds its other end is gone: after a `SIGKILL` too, as
 * the system closes that connection.
 */
const leash = `
(read -r _; while kill -TERM 1; do sleep 1; done) <&0 &
exec "$@" </dev/null
`;

/** A container that does not outlive this process, however this one ends, and leaves nothing behind. */
class LeashedContainer extends GenericContainer {
  readonly #engine: ContainerRuntimeClient;
  #id?: string;
  #held?: NodeJS.ReadWriteStream;

  constructor(image: string, engine: ContainerRuntimeClient, program: string, args: string[]) {
    super(image);
    this.#engine = engine;
    // The library's own way is one more container, from an image that may not be at hand.
    this.withAutoCleanup(false);
    this.hostConfig.AutoRemove = true;
    this.createOpts.OpenStdin = true;
    this.createOpts.StdinOnce = true;
    this.withEntrypoint(["/bin/bash", "-c", leash, "leash", program]);
    this.withCommand(args);
  }

  protected override async containerCreated(id: string): Promise<void> {
    this.#id = id;
    const container = this.#engine.container.getById(id);
    this.#held = await container.attach({ stream: true, stdin: true, hijack: true });
  }

  /** Lets go of the container's input; it holds this process too. */
  release(): void {
    this.#held?.end();
  }

  /** Removes what was made and could not be started. */
  async discard(): Promise<void> {
    this.release();
    if (this.#id === undefined) return;
    const container = this.#engine.container.getById(this.#id);
    await container.remove({ force: true }).catch(() => {});
  }
}

function cannotStart(image: string, cause: unknown): UserError {
  return new UserError(
    "CONTAINER_REFUSED",
    `the container engine cannot start the image ${image}: ${messageOf(cause)}`,
    "Check that it is an image of Keycloak, and what else the engine says.",
    { cause },
  );
}

function keepsNoData(dataDir: string): UserError {
  return new UserError(
    "CONTAINER_KEEPS_NO_DATA",
    `Keycloak's data are to be kept in ${dataDir}, and a container of ours keeps none`,
    "Leave KEYCLOAK_PROVIDER out, or use docker-compose.yml, which keeps them in a database.",
  );
}
