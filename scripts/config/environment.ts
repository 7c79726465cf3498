import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseEnv } from "node:util";
import type { Environment } from "./yaml-file.ts";

/**
 * The variables a command works with: those of the environment, and below them those of the file
 * `.env` in the given folder, where there is one.
 *
 * @param dir the project's folder
 * @param processEnvironment usually `process.env`; wins over the file
 */
export async function readEnvironment(
  dir: string,
  processEnvironment: Environment,
): Promise<Environment> {
  try {
    return { ...parseEnv(await readFile(join(dir, ".env"), "utf8")), ...processEnvironment };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return processEnvironment;
    throw error;
  }
}
