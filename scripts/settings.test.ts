import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Environment } from "./config/yaml-file.ts";
import { demoFiles } from "./demo/running-demo.ts";
import { readSettings } from "./settings.ts";

let dir: string;
let server: Server;
let url: string;
let notes: string[];
beforeEach(async () => {
  notes = [];
  dir = await mkdtemp(join(tmpdir(), "settings-"));
  server = createServer((request, answer) => {
    answer.statusCode = request.url === "/realms/master" ? 200 : 404;
    answer.end("{}");
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const files = demoFiles(dir);
  await mkdir(join(dir, "demo"));
  const keycloak = { url, realm: "itschool", adminUser: "admin", adminPassword: "s3cret" };
  await writeFile(files.addresses, JSON.stringify({ keycloak }));
  await writeFile(files.variables, JSON.stringify({ SMTP_HOST: "127.0.0.1", SMTP_PORT: "1025" }));
});
afterEach(async () => {
  server.close();
  await rm(dir, { recursive: true });
});

/** The settings of a command that is run beside the demo. */
function settings(environment: Environment): Promise<Environment> {
  const note = (what: string) => notes.push(what);
  return readSettings({ note }, { dir, environment, demoFolder: dir });
}

test("a command without settings works on the running demo, and says so in one line", async () => {
  expect(await settings({ PATH: "/bin" })).toEqual({
    PATH: "/bin",
    SMTP_HOST: "127.0.0.1",
    SMTP_PORT: "1025",
    KEYCLOAK_URL: url,
    KEYCLOAK_ADMIN_REALM: "master",
    KEYCLOAK_ADMIN_USER: "admin",
    KEYCLOAK_ADMIN_PASSWORD: "s3cret",
  });
  expect(notes).toEqual([expect.stringContaining(url)]);
  expect(notes.join()).not.toContain("s3cret");
});

test("the demo's mails stay on this machine, whatever mail server is set", async () => {
  expect(await settings({ SMTP_HOST: "mail.example.org" })).toMatchObject({
    SMTP_HOST: "127.0.0.1",
  });
});

test.each(["KEYCLOAK_URL", "KEYCLOAK_ADMIN_USER", "PORTAIL_CLIENT_ID"])(
  "settings with %s win, and nothing of the demo is added to them",
  async (name) => {
    expect(await settings({ [name]: "theirs" })).toEqual({ [name]: "theirs" });
    await writeFile(join(dir, ".env"), `${name}=theirs\n`);
    expect(await settings({})).toEqual({ [name]: "theirs" });
    expect(notes).toEqual([]);
  },
);

test("a demo that was killed is no running demo", async () => {
  await new Promise((closed) => server.close(closed));
  expect(await settings({})).toEqual({});
});

test("another server on the demo's port is no running demo", async () => {
  server.removeAllListeners("request");
  server.on("request", (_, answer) => {
    answer.statusCode = 404;
    answer.end();
  });
  expect(await settings({})).toEqual({});
});

test.each(["", "{", "[]", '{"keycloak":{}}'])("a file with %j is no running demo", async (text) => {
  await writeFile(demoFiles(dir).addresses, text);
  expect(await settings({})).toEqual({});
});
