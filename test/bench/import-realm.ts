import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import { execa } from "execa";
import { connect } from "../../scripts/keycloak/connection.ts";
import type { RunningKeycloak } from "../../scripts/server/keycloak.ts";
import { writeManySchools } from "../support/many-schools.ts";
import { madeUpSchools } from "./made-up-people.ts";

const project = join(import.meta.dirname, "../..");

/** A realm that `portail apply` has made, with the schools of made-up people, and nobody in it yet. */
export interface ImportRealm {
  readonly realm: string;
  /** Its administrator. */
  readonly client: KeycloakAdminClient;
  /** Runs the command in a process of its own, from its start to its end. */
  portail(...words: string[]): Promise<MeasuredRun>;
}

/** What a command took. */
export interface MeasuredRun {
  readonly seconds: number;
  /** The most memory that its process had at once, in bytes. */
  readonly peakBytes: number;
  /** Of all its threads: what it would take on a machine that nobody else uses, at most. */
  readonly cpuSeconds: number;
  /** What it said at last. */
  readonly summary: string;
}

/**
 * @param folder for all such realms: each has one of its own there
 * @param realm a name that no other has
 */
export async function makeImportRealm(
  keycloak: RunningKeycloak,
  folder: string,
  realm: string,
): Promise<ImportRealm> {
  const own = join(folder, realm);
  await mkdir(own, { recursive: true });
  await writeManySchools(own, { realm, count: madeUpSchools.length });
  const portail = (...words: string[]) => measured(keycloak, own, words);
  await portail("apply", "--yes");
  const connection = { url: keycloak.url, adminRealm: "master", credentials: keycloak.admin };
  return { realm, client: await connect(connection, realm), portail };
}

async function measured(
  { url, admin }: RunningKeycloak,
  folder: string,
  words: readonly string[],
): Promise<MeasuredRun> {
  const usageFile = join(folder, "resource-usage");
  const startedAt = performance.now();
  const { exitCode, stdout, stderr } = await execa(
    "node",
    [
      "--import",
      join(import.meta.dirname, "resource-usage.ts"),
      join(project, "scripts/main.ts"),
      ...words,
      "--config",
      folder,
    ],
    {
      preferLocal: true,
      localDir: project,
      // No `.env` of this project may have a say.
      cwd: folder,
      reject: false,
      stdin: "ignore",
      env: {
        KEYCLOAK_URL: url,
        KEYCLOAK_ADMIN_USER: admin.user,
        KEYCLOAK_ADMIN_PASSWORD: admin.password,
        SMTP_HOST: "127.0.0.1",
        SMTP_PORT: "1025",
        PORTAL_RESOURCE_USAGE: usageFile,
      },
    },
  );
  const seconds = (performance.now() - startedAt) / 1000;
  if (exitCode !== 0)
    throw new Error(`portail ${words.join(" ")} ended with ${exitCode}:\n${stderr}`);
  const used = JSON.parse(await readFile(usageFile, "utf8"));
  return { seconds, ...used, summary: stdout.trim() };
}
