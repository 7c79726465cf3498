import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { execaNode } from "execa";
import { afterAll, beforeAll, expect, test } from "vitest";
import { shippedVariables } from "../test/support/shipped-config.ts";

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "portail-"));
  await mkdir(join(dir, "env-is-a-folder/.env"), { recursive: true });
  await writeFile(join(dir, "empty.csv"), "");
  await writeFile(join(dir, "binary.csv"), Buffer.from([0xff, 0xfe, 0, 0x80]));
});
afterAll(() => rm(dir, { recursive: true }));

/** All that a run may need, with a Keycloak that is not there. */
const environment = {
  KEYCLOAK_URL: "http://127.0.0.1:1",
  KEYCLOAK_ADMIN_USER: "ops",
  KEYCLOAK_ADMIN_PASSWORD: "hunter2-hunter2",
  ...shippedVariables,
};

test.each<[string, string[], string, { cwd?: string; env?: Record<string, string> }?]>([
  ["no command", [], "Usage: portail"],
  ["an unknown command", ["aply"], "Did you mean apply?"],
  ["a word that only objects know", ["constructor"], "unknown command"],
  ["an unknown option", ["apply", "--conf", "x"], "Did you mean --config?"],
  ["a port that is none", ["demo", "--port", "0"], "from 1 to 65535"],
  ["a folder that is not there", ["apply", "--config", "/nowhere"], "(CONFIG_FILE_MISSING)"],
  ["another folder than the project's", ["apply"], "(CONFIG_FILE_MISSING)", { cwd: "" }],
  [".env being a folder", ["apply"], "(ENV_UNREADABLE)", { cwd: "env-is-a-folder" }],
  ["no Java", ["demo"], "(JAVA_MISSING)", { env: { PATH: "/nowhere", JAVA_HOME: "" } }],
  ["a wrong JAVA_HOME", ["demo"], "(JAVA_MISSING)", { env: { JAVA_HOME: "/nowhere" } }],
  ["no file to import", ["import"], "missing required argument 'file'"],
  ["a file that is not there", ["import", "nowhere.csv"], "(IMPORT_FILE_MISSING)"],
  ["a folder as a file", ["import", "."], "(IMPORT_NOT_FILE)"],
  ["an empty file", ["import", "empty.csv"], "(IMPORT_EMPTY)"],
  ["a binary file", ["import", "binary.csv"], "(IMPORT_NOT_TEXT)"],
  ["an unknown school", ["import", "x.csv", "--school", "other"], "(IMPORT_SCHOOL_UNKNOWN)"],
  ["a person's name", ["people", "unlink", "Claire", "Dubois"], "(PERSON_ADDRESS)"],
  ["nobody to show", ["people", "show"], "missing required argument 'address'"],
  ["nobody to unlink", ["people", "unlink"], "missing required argument 'address'"],
  ["nobody to invite", ["invite"], "required option '--school <id>' not specified"],
  ["no mails a minute", ["invite", "--school", "demo", "--per-minute", "0"], "whole number from 1"],
  ["an unknown school to invite", ["invite", "--school", "dmo"], 'Did you mean "demo"?'],
])(
  "after %s a person reads one clear line, and no stack",
  { timeout: 60_000 },
  async (_, words, told, where = {}) => {
    const cwd = join(dir, where.cwd ?? "");
    const config =
      where.cwd === undefined && ["import", "invite"].includes(words[0] ?? "")
        ? resolve("realm-config")
        : null;
    const { exitCode, all } = await execaNode(
      resolve("scripts/main.ts"),
      [...words, ...(config ? ["--config", config] : [])],
      { cwd, env: { ...environment, ...where.env }, reject: false, all: true, stdin: "ignore" },
    );
    expect(all).toContain(told);
    expect(exitCode).toBe(1);
    expect(all).not.toMatch(/^\s+at |Unexpected error|hunter2/m);
  },
);
