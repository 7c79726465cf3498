import { spawn } from "node:child_process";
import { once } from "node:events";
import { stat } from "node:fs/promises";
import path from "node:path";
import postgres from "postgres";
import { afterEach, expect, it, vi } from "vitest";
import { startKeycloak } from "./keycloak.ts";
import { isPortFree } from "./port.ts";
import { type Database, startPostgres } from "./postgres.ts";

function client({ host, port, name, user, password }: Database) {
  return postgres({ host, port, database: name, user, password, max: 1 });
}

it("has on the disk what it has confirmed", async () => {
  await using server = disposable(await startPostgres());
  await using sql = disposable(client(server.database));
  const settings = await sql`
    SELECT name, setting FROM pg_settings
    WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit') ORDER BY name`;
  expect(settings.map(({ setting }) => setting)).toEqual(["on", "on", "on"]);
});

it("opens to its password alone", async () => {
  await using server = disposable(await startPostgres());
  await using sql = disposable(client({ ...server.database, password: "postgres" }));
  await expect(sql`SELECT 1`).rejects.toThrow("password authentication failed");
});

it("leaves nothing behind, also while somebody is connected", async () => {
  const server = await startPostgres();
  const sql = client(server.database);
  await sql`SELECT 1`;
  await server.stop();
  expect(await isPortFree(server.database.port)).toBe(true);
  await expect(stat(path.dirname(server.logFile))).rejects.toThrow("ENOENT");
  await sql.end({ timeout: 0 });
});

it("carries a Keycloak", async () => {
  await using server = disposable(await startPostgres());
  const { database } = server;
  await using keycloak = disposable(
    await startKeycloak({ provider: "distribution", providers: [], database }),
  );
  await using sql = disposable(client(database));
  expect(await sql`SELECT name FROM realm`).toEqual([{ name: "master" }]);
  expect((await fetch(`${keycloak.url}/realms/master`)).status).toBe(200);
}, 400_000);

let starter: ReturnType<typeof spawn> | undefined;
afterEach(() => {
  starter?.kill("SIGKILL");
});

it("goes away within seconds after its starter was killed", async () => {
  const module = path.join(import.meta.dirname, "postgres.ts");
  starter = spawn(
    process.execPath,
    [
      "--input-type=module",
      "-e",
      `const { startPostgres } = await import(${JSON.stringify(module)});
       const { database, logFile } = await startPostgres();
       process.stdout.write(database.port + " " + logFile);
       setInterval(() => {}, 1000);`,
    ],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  if (starter.stdout === null) throw new Error("no output");
  const [port, logFile = ""] = String(await once(starter.stdout, "data")).split(" ");
  expect(await isPortFree(Number(port))).toBe(false);
  starter.kill("SIGKILL");
  const soon = { timeout: 15_000, interval: 200 };
  await vi.waitFor(async () => expect(await isPortFree(Number(port))).toBe(true), soon);
  await vi.waitFor(() => expect(stat(logFile)).rejects.toThrow("ENOENT"), soon);
});

/** Ends with the test, however that ends. */
function disposable<T extends { stop(): Promise<void> } | { end(): Promise<void> }>(thing: T) {
  const end = () => ("stop" in thing ? thing.stop() : thing.end());
  return Object.assign(thing, { [Symbol.asyncDispose]: end });
}
