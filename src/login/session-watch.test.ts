import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { KcContext } from "./KcContext.ts";
import { watchSession } from "./session-watch.ts";

/** Stands for Keycloak's script: notes what it is asked to do. */
const checker = `
  export const startSessionPolling = (url) => globalThis.asked.push(["poll", url]);
  export const checkAuthSession = (hash) => globalThis.asked.push(["check", hash]);
`;

let folder: string;
const asked: string[][] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "resources-"));
  await mkdir(join(folder, "js"));
  await writeFile(join(folder, "js/authChecker.js"), checker);
  Object.assign(globalThis, { asked });
});
beforeEach(() => {
  asked.length = 0;
});
afterAll(() => rm(folder, { recursive: true }));

const context = (ssoLoginInOtherTabsUrl: string, authSessionIdHash: string) =>
  ({
    url: { resourcesPath: pathToFileURL(folder).href, ssoLoginInOtherTabsUrl },
    authenticationSession: { authSessionIdHash },
  }) as unknown as KcContext;

test("follows a sign-in in another tab", async () => {
  await watchSession(context("/restart", "a-hash"), new EventTarget());
  expect(asked).toEqual([
    ["poll", "/restart"],
    ["check", "a-hash"],
  ]);
});

test("leaves a page alone that stands after the end of a sign-in: it would be reloaded", async () => {
  await watchSession(context("/restart", ""), new EventTarget());
  expect(asked).toEqual([["poll", "/restart"]]);
});

test("does nothing on a page outside any sign-in", async () => {
  await watchSession(context("", ""), new EventTarget());
  expect(asked).toEqual([]);
});

test.each(["submit", "beforeunload"])("leaves alone who is on the way out (%s)", async (event) => {
  const page = new EventTarget();
  const watching = watchSession(context("/restart", "a-hash"), page);
  page.dispatchEvent(new Event(event));
  await watching;
  expect(asked).toEqual([]);
});
