import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Document, isScalar, type Scalar, type YAMLMap } from "yaml";
import type { z } from "zod";
import { type School, schoolIdPattern, schoolSchema } from "../config/schema.ts";
import { type Environment, readYaml } from "../config/yaml-file.ts";
import { UserError, UserErrors } from "../errors.ts";
import { schoolClientId, schoolGroupPath } from "../realm/school.ts";

/** What a school's file says, with variables as written. */
export type SchoolSettings = z.input<typeof schoolSchema>;

/** Where a school's file is. @param dir the configuration's folder */
export function schoolFile(dir: string, id: string): string {
  return join(dir, "schools", `${id}.yaml`);
}

/** What a school's file may leave out, and what it would look like. */
const optionalSettings: Readonly<
  Record<"video" | "legacy", { meaning: string; example: string[] }>
> = {
  video: {
    meaning:
      "A film that explains the new sign-in, linked on the school's landing page. https only. May be left out.",
    example: ["video: https://…"],
  },
  legacy: {
    meaning:
      "Another last day of the old method than portal.yaml has, to its end in Belgium. May be left out.",
    example: ["legacy:", "  until: 2026-08-31"],
  },
};

/** A school's file, with what each setting means. */
export function schoolFileText(id: string, settings: SchoolSettings): string {
  const { name, application, video, legacy } = settings;
  const document = new Document({
    name,
    application: {
      type: application.type,
      home: application.home,
      redirects: application.redirects,
      afterSignOut: application.afterSignOut,
      ...(application.backchannelLogout
        ? { backchannelLogout: application.backchannelLogout }
        : {}),
    },
    ...(video ? { video } : {}),
    ...(legacy ? { legacy } : {}),
  });
  const root = document.contents as YAMLMap;
  const inner = root.get("application") as YAMLMap;
  document.commentBefore = comment(
    "yaml-language-server: $schema=../school.schema.json",
    "One school. The file's name is the school's id: it stays the same for good, since people's",
    `memberships, the client (${schoolClientId(id)}) and the group (${schoolGroupPath(id)}) carry it.`,
  );
  explain(root, "name", "As parents know it; shown on the pages and in mails.");
  explain(
    root,
    "application",
    "The school's own application, which people sign in to. Addresses are compared letter by letter.",
  );
  key(root, "application").spaceBefore = true;
  inner.commentBefore = comment(
    "public: runs in the browser or on a phone and can't keep a secret.",
    "confidential: runs on a server; Keycloak makes its secret.",
  );
  explain(inner, "home", 'Where "back to the school" leads.');
  explain(inner, "redirects", "Where the browser comes back to after signing in.");
  explain(inner, "afterSignOut", "Where the browser may go after signing out.");
  const backchannelLogout =
    "Called by Keycloak when somebody signs out elsewhere. May be left out.";
  if (inner.has("backchannelLogout")) {
    explain(inner, "backchannelLogout", backchannelLogout);
  } else {
    inner.comment = comment(backchannelLogout, "backchannelLogout: https://…");
  }
  const leftOut: string[] = [];
  for (const [setting, { meaning, example }] of Object.entries(optionalSettings)) {
    if (root.has(setting)) {
      explain(root, setting, meaning);
      key(root, setting).spaceBefore = true;
    } else {
      leftOut.push(comment(meaning, ...example));
    }
  }
  if (leftOut.length > 0) document.comment = leftOut.join("\n\n");
  return document.toString({ lineWidth: 0 });
}

/**
 * Writes the file of a new school, after it was checked as every command will check it.
 *
 * @param dir the configuration's folder
 * @param env where `${NAME}` takes its value from
 * @returns the file's path
 * @throws {UserErrors} what is wrong with the settings
 * @throws {UserError} `SCHOOL_ID`, `SCHOOL_EXISTS`, `CONFIG_FILE_MISSING`
 */
export async function writeSchoolFile(
  dir: string,
  id: string,
  settings: SchoolSettings,
  env: Environment,
): Promise<string> {
  requireSchoolId(id);
  const file = schoolFile(dir, id);
  const text = schoolFileText(id, settings);
  const { mistakes } = readYaml(file, text, schoolSchema, env);
  if (mistakes.length > 0) throw new UserErrors(mistakes);
  try {
    await mkdir(join(dir, "schools"));
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === "ENOENT") throw noFolder(dir, cause);
    if (code !== "EEXIST") throw cause;
  }
  try {
    // Fails where there is a file already.
    await writeFile(file, text, { flag: "wx" });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "EEXIST") throw exists(id, file, cause);
    throw cause;
  }
  return file;
}

/**
 * Checks that a word can be a school's id.
 *
 * @throws {UserError} `SCHOOL_ID`
 */
export function requireSchoolId(id: School["id"]): void {
  if (schoolIdPattern.test(id)) return;
  const possible = id
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
  throw new UserError(
    "SCHOOL_ID",
    `"${id}" can't be a school's id, allowed: small letters, digits and hyphens`,
    possible ? `Try "${possible}"; the id stays the same for good.` : "Choose another id.",
  );
}

function comment(...lines: string[]): string {
  return lines.map((line) => ` ${line}`).join("\n");
}

function explain(map: YAMLMap, name: string, meaning: string): void {
  key(map, name).commentBefore = comment(meaning);
}

function key(map: YAMLMap, name: string): Scalar {
  const found = map.items.find(({ key }) => isScalar(key) && key.value === name)?.key;
  if (!isScalar(found)) throw new Error(`no key ${name} in the map`);
  return found;
}

function exists(id: string, file: string, cause: unknown): UserError {
  return new UserError(
    "SCHOOL_EXISTS",
    `the school "${id}" is there already: ${file}`,
    "Change that file, or choose another id.",
    { cause },
  );
}

function noFolder(dir: string, cause: unknown): UserError {
  return new UserError(
    "CONFIG_FILE_MISSING",
    `${dir} is not there`,
    "Run the command in the project's folder, or name the folder with --config.",
    { cause },
  );
}
