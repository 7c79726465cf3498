import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { UserError, UserErrors } from "../errors.ts";
import { brandFolders } from "../theme/brand.ts";
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
 * @throws {UserError} `CONFIG_FILE_MISSING`, `CONFIG_FILE_UNREADABLE`, `CONFIG_NOT_UTF8`
 */
export async function loadConfig(dir: string, env: Environment): Promise<PortalConfig> {
  const mistakes: UserError[] = [];
  // Keycloak would show its own pages, without a word, for a theme that it does not have.
  const brands = brandFolders().map(({ name }) => name);
  const schema = portalSchema.refine(({ brand }) => brands.includes(brand), {
    path: ["brand"],
    error: `a folder in themes/, which has ${brands.join(", ")}`,
  });
  const portal = await read(join(dir, "portal.yaml"), (file, text) =>
    readYaml(file, text, schema, env, ["password", "clientSecret"]),
  );
  mistakes.push(...portal.mistakes);

  const schools: School[] = [];
  for (const file of await schoolFiles(join(dir, "schools"))) {
    if (file.endsWith(".yml")) {
      mistakes.push(
        new UserError(
          "CONFIG_FILE_ENDING",
          `${file} would not be read: the files of schools end in .yaml`,
          "Rename the file.",
        ),
      );
      continue;
    }
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

async function read<T>(file: string, parse: (file: string, text: string) => T): Promise<T> {
  return parse(file, decoded(file, await readFile(file).catch(unreadable(file))));
}

function decoded(file: string, bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new UserError(
      "CONFIG_NOT_UTF8",
      `${file} is not a UTF-8 text`,
      "Save it as UTF-8, or the names in it would be garbled.",
      { cause },
    );
  }
}

async function schoolFiles(dir: string): Promise<string[]> {
  const names = await readdir(dir).catch((error: NodeJS.ErrnoException) =>
    error.code === "ENOENT" ? [] : unreadable(dir)(error),
  );
  return names
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => join(dir, name));
}

/** Says why a file or folder can't be read. */
function unreadable(file: string) {
  return (cause: NodeJS.ErrnoException): never => {
    const isMissing = cause.code === "ENOENT";
    throw new UserError(
      isMissing ? "CONFIG_FILE_MISSING" : "CONFIG_FILE_UNREADABLE",
      isMissing ? `${file} is not there` : `${file} can't be read (${cause.code})`,
      isMissing
        ? "Run the command in the project's folder, or name the folder with --config."
        : "Check that it is what its name says, and that you may read it.",
      { cause },
    );
  };
}
