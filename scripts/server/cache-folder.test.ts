import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { cachedFolder, cacheRoot, pruneCache } from "./cache-folder.ts";

let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "cache-test-"));
});
afterEach(() => rm(root, { recursive: true }));

it("fills a folder once and finds it again", async () => {
  let fills = 0;
  const fill = async (folder: string) => {
    fills += 1;
    await writeFile(path.join(folder, "file"), "x");
  };
  const first = await cachedFolder("thing-1", fill, root);
  expect(await cachedFolder("thing-1", fill, root)).toBe(first);
  expect(fills).toBe(1);
  expect(await readdir(first)).toEqual(["file"]);
});

it("keeps nothing of a filling that failed", async () => {
  const failing = cachedFolder("thing-1", () => Promise.reject(new Error("disk full")), root);
  await expect(failing).rejects.toThrow("disk full");
  expect(await readdir(root)).toEqual([]);
});

it("gives both of two simultaneous fillings the same whole folder", async () => {
  const fill = (folder: string) => writeFile(path.join(folder, "file"), "x");
  const both = await Promise.all([
    cachedFolder("thing-1", fill, root),
    new Promise((resolve) => setImmediate(resolve)).then(() => cachedFolder("thing-1", fill, root)),
  ]);
  expect(new Set(both).size).toBe(1);
  expect(await readdir(root)).toEqual(["thing-1"]);
});

it("removes what was unused for long and leftovers of interrupted runs, nothing else", async () => {
  const threeDaysAgo = new Date(Date.now() - 3 * 24 * 60 * 60 * 1000);
  const sixteenDaysAgo = new Date(Date.now() - 16 * 24 * 60 * 60 * 1000);
  for (const [name, date] of [
    ["server-old", sixteenDaysAgo],
    ["server-recent", threeDaysAgo],
    ["server-x.1-1.partial", threeDaysAgo],
    ["keycloak-old", sixteenDaysAgo],
  ] as const) {
    await mkdir(path.join(root, name));
    await utimes(path.join(root, name), date, date);
  }
  await pruneCache("server-", 14, root);
  expect((await readdir(root)).sort()).toEqual(["keycloak-old", "server-recent"]);
});

it("follows XDG_CACHE_HOME", () => {
  expect(cacheRoot({ XDG_CACHE_HOME: "/x" })).toBe("/x/itschool-portal");
});
