import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import type { Environment } from "../config/yaml-file.ts";

/** Where the demo of this project keeps what it is, unless it was told another folder. */
export const demoFolder = path.join(import.meta.dirname, "../../.portail");

/**
 * What a running demo says of itself.
 *
 * @param folder the demo's folder
 * @returns `addresses` for people and programs; `variables`, what `${NAME}` stands for in its
 *   `realm-config/`
 */
export function demoFiles(folder: string): { addresses: string; variables: string } {
  return {
    addresses: path.join(folder, "demo.json"),
    variables: path.join(folder, "demo/variables.json"),
  };
}

const addressesSchema = z.object({
  keycloak: z.object({ url: z.url(), adminUser: z.string(), adminPassword: z.string() }),
});
const variablesSchema = z.record(z.string(), z.string());

/**
 * The variables with which a command works on the demo: its Keycloak, its administrator, and what
 * its configuration was made with.
 *
 * @param folder the demo's folder
 * @returns `null` when no demo runs; a demo that was killed leaves its files behind
 */
export async function runningDemo(folder: string = demoFolder): Promise<Environment | null> {
  const files = demoFiles(folder);
  const addresses = await readJson(files.addresses, addressesSchema);
  const variables = await readJson(files.variables, variablesSchema);
  if (!addresses || !variables || !(await answers(addresses.keycloak.url))) return null;
  return {
    ...variables,
    KEYCLOAK_URL: addresses.keycloak.url,
    KEYCLOAK_ADMIN_REALM: "master",
    KEYCLOAK_ADMIN_USER: addresses.keycloak.adminUser,
    KEYCLOAK_ADMIN_PASSWORD: addresses.keycloak.adminPassword,
  };
}

/** A file that is not there, or half written, is no running demo. */
async function readJson<T>(file: string, schema: z.ZodType<T>): Promise<T | undefined> {
  try {
    return schema.parse(JSON.parse(await readFile(file, "utf8")));
  } catch {
    return undefined;
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/realms/master`, { signal: AbortSignal.timeout(5_000) });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}
