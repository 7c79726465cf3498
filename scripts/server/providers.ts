import { copyFile, mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { buildExtension } from "../extension/build.ts";
import type { Teller } from "../terminal.ts";
import { buildTheme } from "../theme/build.ts";

const project = path.join(import.meta.dirname, "../..");

/**
 * The JARs that make a Keycloak the portal's: the theme and the extension.
 *
 * @returns their paths
 * @throws UserError `THEME_BUILD_FAILED`, `EXTENSION_BUILD_FAILED`, `MAVEN_MISSING`
 */
export async function portalProviders(teller: Teller): Promise<[theme: string, extension: string]> {
  return [await buildTheme(teller), await buildExtension(teller)];
}

/**
 * Puts the JARs that Keycloak loads where the `Dockerfile` looks for them, and nothing else.
 *
 * @returns their paths
 */
export async function writeProviders(teller: Teller): Promise<string[]> {
  const folder = path.join(project, ".portail/providers");
  const [theme, extension] = await portalProviders(teller);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const written = { "portal-theme.jar": theme, "portal-extension.jar": extension };
  return Promise.all(
    Object.entries(written).map(async ([name, built]) => {
      const jar = path.join(folder, name);
      await copyFile(built, jar);
      return jar;
    }),
  );
}
