import { mkdir, mkdtemp, readlink, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import {
  bootstrapAdmin,
  isInUse,
  layHome,
  type ServerFolder,
  serverFolder,
} from "./server-folder.ts";

let root: string;
let files: ServerFolder;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "server-folder-test-"));
  files = serverFolder(root);
});
afterEach(() => rm(root, { recursive: true }));

it("keeps the administrator's password between starts, for the owner's eyes alone", async () => {
  const first = await bootstrapAdmin(files);
  expect(await bootstrapAdmin(files)).toEqual(first);
  expect((await stat(files.adminFile)).mode & 0o777).toBe(0o600);
});

it("gives each server a password of its own", async () => {
  const other = serverFolder(path.join(root, "other"));
  await mkdir(path.join(root, "other"));
  expect((await bootstrapAdmin(files)).password).not.toBe((await bootstrapAdmin(other)).password);
});

it("points an earlier home to the newly prepared server and keeps its data", async () => {
  await layHome(files, "/prepared/1");
  await writeFile(path.join(files.home, "data"), "kept");
  await layHome(files, "/prepared/2");
  expect(await readlink(path.join(files.home, "providers"))).toBe("/prepared/2/providers");
  expect((await stat(path.join(files.home, "data"))).isFile()).toBe(true);
});

it("does not take another program with a crashed server's process id for a running server", async () => {
  await writeFile(files.pidFile, String(process.pid));
  expect(await isInUse(files)).toBe(false);
});
