import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { UserError } from "../errors.ts";
import type { Environment } from "./yaml-file.ts";

/**
 * The variables a command works with: those of the environment, and below them those of the file
 * `.env` in the given folder, where there is one.
 *
 * @param dir the project's folder
 * @param processEnvironment usually `process.env`; wins over the file
 * @throws {UserError} `ENV_UNREADABLE`, `ENV_LINE`
 */
export async function readEnvironment(
  dir: string,
  processEnvironment: Environment,
): Promise<Environment> {
  const file = join(dir, ".env");
  const text = await readFile(file, "utf8").catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === "ENOENT") return "";
    throw new UserError(
      "ENV_UNREADABLE",
      `${file} can't be read (${cause.code})`,
      "It is a file of lines such as NAME=value; make it readable for you, or remove it.",
      { cause },
    );
  });
  const content = text.replace(/^\uFEFF/, "");
  const line = wrongLine(content);
  if (line !== null) {
    throw new UserError(
      "ENV_LINE",
      `${file}:${line} is not a line such as NAME=value`,
      "Correct it; a comment begins with #.",
    );
  }
  return { ...parseEnv(content), ...processEnvironment };
}

/** The number of the first line that would be overlooked. What stands in it may be a secret. */
function wrongLine(text: string): number | null {
  // Quoted values may hold any number of lines.
  const flat = text.replaceAll(
    /=[ \t]*(["'`])[\s\S]*?\1/g,
    (value) => `=${value.replaceAll(/[^\n]/g, "")}`,
  );
  const lines = flat.split("\n");
  const index = lines.findIndex(
    (line) => !/^\s*(#.*|(export\s+)?[\w.-]+\s*=.*)?$/.test(line.trimEnd()),
  );
  return index < 0 ? null : index + 1;
}
