import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import path from "node:path";
import { execa } from "execa";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { type RunningKeycloak, startKeycloak } from "./keycloak.ts";
import { freePort } from "./port.ts";

/** Enough for a machine that has to fetch and prepare Keycloak first. */
const coldStartMs = 400_000;
const startMs = 120_000;

async function adminTokenStatus({ url, admin }: RunningKeycloak): Promise<number> {
  const response = await fetch(`${url}/realms/master/protocol/openid-connect/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "password",
      client_id: "admin-cli",
      username: admin.user,
      password: admin.password,
    }),
  });
  return response.status;
}

describe("a Keycloak with kept data", () => {
  let dataDir: string;
  let keycloak: RunningKeycloak;
  beforeAll(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), "keycloak-test-"));
    keycloak = await startKeycloak({ provider: "distribution", providers: [], dataDir });
  }, coldStartMs);
  afterAll(async () => {
    await keycloak.stop();
    await rm(dataDir, { recursive: true });
  });

  it("answers under the address it tells, and knows its administrator", async () => {
    const response = await fetch(`${keycloak.url}/realms/master`);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      "token-service": expect.stringContaining(keycloak.url),
    });
    expect(await adminTokenStatus(keycloak)).toBe(200);
  });

  it("cannot be reached from another machine", async () => {
    const outside = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .find((address) => !address.internal && address.family === "IPv4");
    if (outside === undefined) return;
    const socket = connect({ host: outside.address, port: Number(new URL(keycloak.url).port) });
    const [error] = await once(socket, "error");
    expect(error).toMatchObject({ code: "ECONNREFUSED" });
  });

  it("is not started a second time on the same data", async () => {
    await expect(
      startKeycloak({ provider: "distribution", providers: [], dataDir }),
    ).rejects.toMatchObject({
      code: "DATA_IN_USE",
    });
  });

  it(
    "runs beside another one",
    async () => {
      const other = await startKeycloak({ provider: "distribution", providers: [] });
      expect(other.url).not.toBe(keycloak.url);
      expect(await adminTokenStatus(other)).toBe(200);
      expect(await adminTokenStatus(keycloak)).toBe(200);
      await other.stop();
    },
    startMs,
  );

  it(
    "keeps data and password over a restart",
    async () => {
      const { password } = keycloak.admin;
      await keycloak.stop();
      keycloak = await startKeycloak({ provider: "distribution", providers: [], dataDir });
      expect(keycloak.admin.password).toBe(password);
      expect(await adminTokenStatus(keycloak)).toBe(200);
    },
    startMs,
  );
});

it("names a taken port before it does anything else", async () => {
  const listener = createServer().listen({ port: 0, host: "127.0.0.1" });
  await once(listener, "listening");
  const address = listener.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  await expect(
    startKeycloak({ provider: "distribution", providers: [], port: address.port }),
  ).rejects.toMatchObject({
    code: "PORT_TAKEN",
    message: expect.stringContaining(String(address.port)),
  });
  listener.close();
});

it(
  "shows what Keycloak complained about when it cannot start",
  async () => {
    const dataDir = await mkdtemp(path.join(tmpdir(), "keycloak-test-"));
    const extraArguments = ["--no-such-option=1"];
    await expect(
      startKeycloak({ provider: "distribution", providers: [], dataDir, extraArguments }),
    ).rejects.toMatchObject({
      code: "KEYCLOAK_DIED",
      message: expect.stringContaining("--no-such-option"),
    });
    await rm(dataDir, { recursive: true });
  },
  startMs,
);

describe("without its starter", () => {
  let starter: ReturnType<typeof spawn> | undefined;
  afterEach(() => {
    starter?.kill("SIGKILL");
  });

  it.each(["SIGKILL", "SIGINT"] as const)(
    "goes away within seconds after %s",
    async (signal) => {
      const port = await freePort();
      const module = path.join(import.meta.dirname, "keycloak.ts");
      starter = spawn(
        process.execPath,
        [
          "--input-type=module",
          "-e",
          `const { startKeycloak } = await import(${JSON.stringify(module)});
           const { logFile } = await startKeycloak({ provider: "distribution", providers: [], port: ${port} });
           process.stdout.write(logFile);
           setInterval(() => {}, 1000);`,
        ],
        { stdio: ["ignore", "pipe", "inherit"] },
      );
      if (starter.stdout === null) throw new Error("no output");
      const logFile = String(await once(starter.stdout, "data"));
      starter.kill(signal);
      await vi.waitFor(
        () => expect(fetch(`http://127.0.0.1:${port}/realms/master`)).rejects.toThrow(),
        { timeout: 15_000, interval: 200 },
      );
      await vi.waitFor(async () => expect(await processesWith(`--http-port=${port}`)).toBe(0), {
        timeout: 15_000,
        interval: 200,
      });
      await vi.waitFor(() => expect(stat(logFile), "temporary data").rejects.toThrow("ENOENT"), {
        timeout: 15_000,
        interval: 200,
      });
    },
    startMs,
  );
});

async function processesWith(argument: string): Promise<number> {
  const { stdout } = await execa("ps", ["-ww", "-eo", "command="]);
  return stdout.split("\n").filter((command) => command.includes(argument)).length;
}
