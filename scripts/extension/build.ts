import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { glob, mkdir, mkdtemp, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { execa } from "execa";
import { UserError } from "../errors.ts";
import { pruneCache } from "../server/cache-folder.ts";
import { mavenComplaint } from "../server/distribution.ts";
import { requireMaven } from "../server/java.ts";
import { keycloakVersion } from "../server/version.ts";
import type { Teller } from "../terminal.ts";

const project = path.join(import.meta.dirname, "../..");
const cache = path.join(project, ".portail/extension");

/** Everything the extension is made from, beside Keycloak. */
const sources = ["extension/pom.xml", "extension/src/main/**/*.*"];

/**
 * Makes the JAR of Keycloak's extension, or takes the one made before when nothing it is made from
 * has changed. Its own tests are a suite of `npm test`, not a part of this.
 *
 * @returns path of the JAR that Keycloak loads
 * @throws UserError `EXTENSION_BUILD_FAILED` with Maven's first complaint, `MAVEN_MISSING`
 */
export async function buildExtension(teller: Teller): Promise<string> {
  const version = await extensionVersion();
  const jar = path.join(cache, `portal-extension-${version}-${keycloakVersion}.jar`);
  if (existsSync(jar)) return jar;
  await requireMaven();
  teller.start("Building the extension");
  const startedAt = performance.now();
  await mkdir(cache, { recursive: true });
  const work = await mkdtemp(path.join(cache, "work-"));
  try {
    const result = await execa(
      "mvn",
      [
        "--batch-mode",
        `--file=${path.join(project, "extension/pom.xml")}`,
        `-Dkeycloak.version=${keycloakVersion}`,
        `-DbuildDirectory=${work}`,
        `-DsourceVersion=${version}`,
        "-Dmaven.test.skip=true",
        "package",
      ],
      { all: true, reject: false, stdin: "ignore" },
    );
    if (result.failed) {
      throw new UserError(
        "EXTENSION_BUILD_FAILED",
        `The extension could not be built: ${mavenComplaint(result.all)}`,
        "Mend what it names; if a library could not be fetched, check the network and Maven's settings.xml.",
      );
    }
    await rename(path.join(work, "portal-extension.jar"), jar);
    await pruneCache("", 14, cache);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  teller.done(`Extension built (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`);
  return jar;
}

/** A name for the state of all sources: same sources, same name. A server tells it of its JAR. */
export async function extensionVersion(): Promise<string> {
  const hash = createHash("sha256");
  const files: string[] = [];
  for await (const file of glob(sources, { cwd: project })) files.push(file);
  for (const file of files.sort()) {
    hash.update(`\0${file}\0`).update(await readFile(path.join(project, file)));
  }
  return hash.digest("hex").slice(0, 16);
}
