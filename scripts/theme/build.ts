import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { glob, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { execa } from "execa";
import { UserError } from "../errors.ts";
import { pruneCache } from "../server/cache-folder.ts";
import type { Teller } from "../terminal.ts";
import { brandFolders } from "./brand.ts";

const project = join(import.meta.dirname, "../..");
const cache = join(project, ".portail/theme");

/** Everything the theme is made from, beside the brands. */
const sources = [
  "src/**/*.{ts,tsx,css,ftl}",
  "scripts/theme/*.ts",
  "index.html",
  "vite.config.ts",
  "package-lock.json",
];

/**
 * Makes the theme's JAR, or takes the one made before when nothing it is made from has changed.
 *
 * @returns path of the JAR that Keycloak loads
 * @throws UserError `THEME_BUILD_FAILED` with the builder's last words
 */
export async function buildTheme(teller: Teller): Promise<string> {
  const jar = join(cache, `${await fingerprint()}.jar`);
  if (existsSync(jar)) return jar;
  teller.start("Building the theme");
  const startedAt = performance.now();
  const work = join(cache, `work-${process.pid}`);
  await mkdir(work, { recursive: true });
  try {
    const noConfiguration = await emptyFiles(work);
    const env = {
      PORTAL_THEME_DIR: relative(project, work),
      // Keycloakify gathers the JAR's files below it; of two builds at once, one would meet the other's.
      XDG_CACHE_HOME: join(work, "cache"),
      // Maven's own keeps what it fetches; the one in that cache would be fetched anew each time.
      KEYCLOAKIFY_USE_DEFAULT_MAVEN_REPO: "true",
      // Within a test the variable says so, and JSX would be made for development: twice as large.
      NODE_ENV: "production",
      // Keycloakify passes npm's whole `cafile` on in one variable, too large for a process where a
      // company's certificates are configured: it is given two empty configurations instead.
      npm_config_userconfig: noConfiguration[0],
      npm_config_globalconfig: noConfiguration[1],
      npm_config_cafile: noConfiguration[2],
    };
    for (const [program, ...args] of [
      ["vite", "build"],
      ["keycloakify", "build"],
    ] as const) {
      await execa(program, args, { cwd: project, env, preferLocal: true, all: true });
    }
    await rename(join(work, "jar/portal-theme.jar"), jar);
    await pruneCache("", 14, cache);
  } catch (error) {
    const output = (error as { all?: string }).all;
    if (output === undefined) throw error;
    throw new UserError(
      "THEME_BUILD_FAILED",
      `The theme could not be built: ${output.trim().split("\n").slice(-15).join("\n")}`,
      "Mend what it names, or run npm ci if packages are missing.",
      { cause: error },
    );
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  teller.done(`Theme built (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`);
  return jar;
}

/** A name for the state of all sources: same sources, same name. */
async function fingerprint(): Promise<string> {
  const hash = createHash("sha256");
  const add = async (root: string, patterns: string[]) => {
    const files: string[] = [];
    for await (const file of glob(patterns, { cwd: root })) files.push(file);
    for (const file of files.sort()) {
      // Keycloakify writes this one, and nothing reads it.
      if (file === "src/kc.gen.tsx") continue;
      hash
        .update(file)
        .update("\0")
        .update(await readFile(join(root, file)))
        .update("\0");
    }
  };
  await add(project, sources);
  for (const folder of brandFolders()) await add(folder.path, ["*"]);
  return hash.digest("hex").slice(0, 16);
}

async function emptyFiles(folder: string): Promise<[string, string, string]> {
  const files = ["user.npmrc", "global.npmrc", "ca.pem"].map((name) => join(folder, name));
  await Promise.all(files.map((file) => writeFile(file, "")));
  return files as [string, string, string];
}
