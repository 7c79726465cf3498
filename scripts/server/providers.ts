import { copyFile, mkdir, rm } from "node:fs/promises";
import path from "node:path";
import type { Teller } from "../terminal.ts";
import { buildTheme } from "../theme/build.ts";

const project = path.join(import.meta.dirname, "../..");

/**
 * Puts the JARs that Keycloak loads where the `Dockerfile` looks for them, and nothing else.
 *
 * @returns their paths
 */
export async function writeProviders(teller: Teller): Promise<string[]> {
  const folder = path.join(project, ".portail/providers");
  const theme = await buildTheme(teller);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const jar = path.join(folder, "portal-theme.jar");
  await copyFile(theme, jar);
  return [jar];
}
