import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readEnvironment } from "./environment.ts";

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "environment-"));
});
afterEach(() => rm(dir, { recursive: true }));

test("the environment wins over .env, and .env may be missing", async () => {
  expect(await readEnvironment(dir, { A: "1" })).toEqual({ A: "1" });
  await writeFile(join(dir, ".env"), "A=file\nB='from file'\n");
  expect(await readEnvironment(dir, { A: "1" })).toEqual({ A: "1", B: "from file" });
});

test("comments, empty lines, export and values of several lines are fine", async () => {
  const content = '\uFEFFexport A=1\r\n# mail\r\n\r\n  B = "two\nlines"  # why\nC=\nD=x=y\n';
  await writeFile(join(dir, ".env"), content);
  expect(await readEnvironment(dir, {})).toMatchObject({ A: "1", B: "two\nlines", C: "" });
});

test("a line that would be overlooked is named, without what stands in it", async () => {
  await writeFile(join(dir, ".env"), "A=1\nSMTP_PASSWORD hunter2\n");
  await expect(readEnvironment(dir, {})).rejects.toMatchObject({
    code: "ENV_LINE",
    message: expect.not.stringContaining("hunter2"),
  });
  await expect(readEnvironment(dir, {})).rejects.toThrow(".env:2 ");
});

test("a folder in .env's place is one clear mistake", async () => {
  await mkdir(join(dir, ".env"));
  await expect(readEnvironment(dir, {})).rejects.toMatchObject({ code: "ENV_UNREADABLE" });
});
