import { createHash } from "node:crypto";
import { copyFile, cp, mkdir, readFile, symlink } from "node:fs/promises";
import path from "node:path";
import { execa } from "execa";
import { UserError } from "../errors.ts";
import type { Teller } from "../terminal.ts";
import { cachedFolder, pruneCache } from "./cache-folder.ts";
import { keycloakCommand, keycloakEnvironment } from "./jvm.ts";

/** What is fixed when a server is prepared; another value means another preparation. */
export interface Preparation {
  version: string;
  /** The unpacked distribution. */
  distribution: string;
  /** Paths of the JARs that Keycloak loads: themes and extensions. */
  providers: string[];
  /** What Keycloak takes only at build time: its database, and e.g. `--features=…`. */
  buildArguments: string[];
}

/**
 * A server folder on which Keycloak's slow build step (15 s and more) was already done for these
 * providers, so that it starts at once. The libraries (160 MB) are not copied but linked to.
 *
 * @throws UserError `KEYCLOAK_BUILD_FAILED` when Keycloak refuses a provider or an option
 */
export async function preparedServer(
  preparation: Preparation,
  java: string,
  teller: Teller,
): Promise<string> {
  const prefix = "server-";
  const name = `${prefix}${preparation.version}-${await fingerprint(preparation)}`;
  return cachedFolder(name, async (folder) => {
    teller.start("Preparing Keycloak for its providers (once for each of their versions)");
    await lay(folder, preparation);
    const [command, ...rest] = keycloakCommand(java, folder, [
      "build",
      ...preparation.buildArguments,
    ]);
    const result = await execa(command, rest, {
      all: true,
      reject: false,
      stdin: "ignore",
      env: keycloakEnvironment(process.env, {}),
      extendEnv: false,
    });
    if (result.failed) {
      throw new UserError(
        "KEYCLOAK_BUILD_FAILED",
        `Keycloak cannot be built with its providers: ${result.all.trim().split("\n").slice(-5).join("\n")}`,
        "Check the provider JARs and the build options.",
      );
    }
    await pruneCache(prefix, 14);
  });
}

async function lay(folder: string, { distribution, providers }: Preparation): Promise<void> {
  const of = (...names: string[]) => path.join(distribution, ...names);
  const to = (...names: string[]) => path.join(folder, ...names);
  await mkdir(to("lib"));
  await mkdir(to("providers"));
  await mkdir(to("themes"));
  // The build step writes into these two, so they must be copies.
  await cp(of("lib", "app"), to("lib", "app"), { recursive: true });
  await cp(of("lib", "quarkus"), to("lib", "quarkus"), { recursive: true });
  await copyFile(of("lib", "quarkus-run.jar"), to("lib", "quarkus-run.jar"));
  await symlink(of("lib", "lib"), to("lib", "lib"));
  await cp(of("conf"), to("conf"), { recursive: true });
  for (const jar of providers) await copyFile(jar, to("providers", path.basename(jar)));
}

async function fingerprint(preparation: Preparation): Promise<string> {
  const hash = createHash("sha256");
  hash.update(JSON.stringify(preparation.buildArguments));
  for (const jar of [...preparation.providers].sort()) {
    hash.update(path.basename(jar)).update(await readFile(jar));
  }
  return hash.digest("hex").slice(0, 16);
}
