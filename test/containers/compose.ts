import { randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { execa } from "execa";
import { keycloakImage } from "../../scripts/server/container-server.ts";
import { freePort } from "../../scripts/server/port.ts";

const project = path.join(import.meta.dirname, "../..");

/** The set of `docker-compose.yml`, started under a name, on ports and with passwords of its own. */
export interface ComposeSet {
  keycloak: { url: string; port: number; admin: { user: string; password: string } };
  mail: { url: string };
  /** Runs a command in the container of a service and gives what it prints. */
  inside(service: string, ...command: string[]): Promise<string>;
  /** What the services wrote. */
  log(): Promise<string>;
  /** Removes it with its data. */
  stop(): Promise<void>;
}

/**
 * Builds the portal's image and starts the set. Where `BASE_IMAGE` names an image of Debian, the
 * database and the mail catcher are stand-ins made from it (`stand-ins.yml`).
 *
 * @returns as soon as the containers run; Keycloak takes a while until it answers
 */
export async function startComposeSet(): Promise<ComposeSet> {
  const folder = await mkdtemp(path.join(tmpdir(), "compose-"));
  const admin = { user: "temp-admin", password: randomBytes(18).toString("base64url") };
  const port = await freePort();
  const mailPort = await freePort();
  const variables = {
    DATABASE_PASSWORD: randomBytes(18).toString("base64url"),
    KEYCLOAK_ADMIN_PASSWORD: admin.password,
    KEYCLOAK_IMAGE: keycloakImage(process.env),
    KEYCLOAK_PORT: String(port),
    MAIL_PORT: String(mailPort),
    BASE_IMAGE: process.env.BASE_IMAGE ?? "",
  };
  const envFile = path.join(folder, ".env");
  const lines = Object.entries(variables).map(([name, value]) => `${name}=${value}\n`);
  await writeFile(envFile, lines.join(""), { mode: 0o600 });

  const name = `portal-test-${randomUUID().slice(0, 8)}`;
  const files = ["docker-compose.yml"];
  if (variables.BASE_IMAGE !== "") files.push("test/containers/stand-ins.yml");
  const words = ["--project-name", name, "--env-file", envFile];
  const compose = (...more: string[]) =>
    runCompose([...words, ...files.flatMap((file) => ["--file", file]), ...more]);

  const stop = async () => {
    await compose("down", "--volumes", "--remove-orphans");
    await rm(folder, { recursive: true });
  };
  try {
    await compose("up", "--detach", "--build");
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    keycloak: { url: `http://localhost:${port}`, port, admin },
    mail: { url: `http://localhost:${mailPort}` },
    inside: (service, ...command) => compose("exec", "-T", service, ...command),
    log: () => compose("logs", "--no-color"),
    stop,
  };
}

/**
 * Runs Docker Compose, the engine's plug-in or the program of its own, in the project's folder.
 *
 * @param environment more variables; they win over those of a file
 * @returns what it printed
 * @throws what it complained about, when it fails
 */
export async function runCompose(words: string[], environment = {}): Promise<string> {
  const hasPlugin = !(await execa("docker", ["compose", "version"], { reject: false })).failed;
  const [program, ...first] = hasPlugin ? ["docker", "compose"] : ["docker-compose"];
  const { all } = await execa(program, [...first, ...words], {
    cwd: project,
    all: true,
    stdin: "ignore",
    env: environment,
  });
  return all;
}
