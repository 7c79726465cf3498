import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { UserError, UserErrors } from "../errors.ts";
import {
  type PortalConfig,
  portalSchema,
  type School,
  schoolIdPattern,
  schoolSchema,
} from "./schema.ts";
import { type Environment, readYaml } from "./yaml-file.ts";

/**
 * Reads and checks a configuration folder: `portal.yaml` and `schools/<id>.yaml`.
 *
 * @param dir the folder, e.g. `realm-config`; paths in messages begin with it
 * @param env where `${NAME}` takes its value from
 * @throws {UserErrors} every mistake in all files, each with file and line
 */
export async function loadConfig(dir: string, env: Environment): Promise<PortalConfig> {
  const mistakes: UserError[] = [];
  const portal = await read(join(dir, "portal.yaml"), (file, text) =>
    readYaml(file, text, portalSchema, env, ["password"]),
  );
  mistakes.push(...portal.mistakes);

  const schools: School[] = [];
  for (const file of await schoolFiles(join(dir, "schools"))) {
    const id = basename(file, ".yaml");
    if (!schoolIdPattern.test(id)) {
      mistakes.push(
        new UserError(
          "CONFIG_SCHOOL_ID",
          `${file}: "${id}" can't be a school's id, allowed: small letters, digits and hyphens`,
          "Rename the file; its name is the school's id and stays the same for good.",
        ),
      );
      continue;
    }
    const school = await read(file, (path, text) => readYaml(path, text, schoolSchema, env));
    mistakes.push(...school.mistakes);
    if (school.value) schools.push({ id, ...school.value });
  }

  if (!portal.value || mistakes.length > 0) throw new UserErrors(mistakes);
  return { ...portal.value, schools };
}

async function read<T>(file: string, parse: (file: string, text: string) => T) {
  try {
    return parse(file, await readFile(file, "utf8"));
  } catch (error) {
    throw isMissing(error) ? noSuchFile(file, error) : error;
  }
}

async function schoolFiles(dir: string): Promise<string[]> {
  try {
    const names = await readdir(dir);
    return names
      .filter((name) => name.endsWith(".yaml"))
      .sort()
      .map((name) => join(dir, name));
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

function noSuchFile(file: string, cause: unknown): UserErrors {
  return new UserErrors([
    new UserError(
      "CONFIG_FILE_MISSING",
      `${file} is not there`,
      "Run the command in the project's folder, or name the folder with --config.",
      { cause },
    ),
  ]);
}

function isMissing(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === "ENOENT" || code === "ENOTDIR";
}
