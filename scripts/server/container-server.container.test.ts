import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, stat } from "node:fs/promises";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { containerEngine } from "./container-engine.ts";
import { type KeycloakOptions, type RunningKeycloak, startKeycloak } from "./keycloak.ts";
import { freePort } from "./port.ts";

function startContainer(options: Partial<KeycloakOptions> = {}): Promise<RunningKeycloak> {
  return startKeycloak({ provider: "container", providers: [], ...options });
}

/** The containers whose command has the given argument, also those that have ended. */
async function containersWith(argument: string): Promise<string[]> {
  const containers = await (await containerEngine()).container.list();
  return containers.filter(({ Command }) => Command.includes(argument)).map(({ Id }) => Id);
}

describe("a Keycloak in a container", () => {
  let keycloak: RunningKeycloak;
  beforeAll(async () => {
    keycloak = await startContainer({ extraArguments: ["--log-level=debug"] });
  });
  afterAll(() => keycloak?.stop());

  it("answers under the address it tells, and knows its administrator", async () => {
    const { url, admin } = keycloak;
    const realm = await fetch(`${url}/realms/master`);
    expect(await realm.json()).toMatchObject({ "token-service": expect.stringContaining(url) });
    const token = await fetch(`${url}/realms/master/protocol/openid-connect/token`, {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "password",
        client_id: "admin-cli",
        username: admin.user,
        password: admin.password,
      }),
    });
    expect(token.status).toBe(200);
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

  it("writes its log to a file for its owner alone, and takes it along", async () => {
    expect(await readFile(keycloak.logFile, "utf8")).toMatch(/DEBUG[\s\S]*Listening on/);
    expect((await stat(keycloak.logFile)).mode & 0o777).toBe(0o600);
    const { port } = new URL(keycloak.url);
    await keycloak.stop();
    await expect(stat(keycloak.logFile)).rejects.toThrow("ENOENT");
    await expect(fetch(keycloak.url)).rejects.toThrow();
    await vi.waitFor(async () => expect(await containersWith(`--http-port=${port}`)).toEqual([]));
  });
});

it("shows what Keycloak complained about when it cannot start", async () => {
  await expect(startContainer({ extraArguments: ["--no-such-option=1"] })).rejects.toMatchObject({
    code: "KEYCLOAK_DIED",
    message: expect.stringContaining("--no-such-option"),
  });
});

it("does not promise to keep data", async () => {
  await expect(startContainer({ dataDir: "/somewhere" })).rejects.toMatchObject({
    code: "CONTAINER_KEEPS_NO_DATA",
  });
});

describe("an image that is not there", () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it("is named", async () => {
    vi.stubEnv("KEYCLOAK_IMAGE", "registry.invalid/keycloak:none");
    await expect(startContainer()).rejects.toMatchObject({
      code: "IMAGE_MISSING",
      message: expect.stringContaining("registry.invalid/keycloak:none"),
    });
  });
});

describe("without its starter", () => {
  let starter: ReturnType<typeof spawn> | undefined;
  afterEach(() => {
    starter?.kill("SIGKILL");
  });

  it.each(["SIGKILL", "SIGINT"] as const)("goes away within seconds after %s", async (signal) => {
    const port = await freePort();
    const module = path.join(import.meta.dirname, "keycloak.ts");
    starter = spawn(
      process.execPath,
      [
        "--input-type=module",
        "-e",
        `const { startKeycloak } = await import(${JSON.stringify(module)});
         await startKeycloak({ provider: "container", providers: [], port: ${port} });
         process.stdout.write("started");
         setInterval(() => {}, 1000);`,
      ],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    if (starter.stdout === null) throw new Error("no output");
    await once(starter.stdout, "data");
    expect(await containersWith(`--http-port=${port}`)).toHaveLength(1);
    starter.kill(signal);
    await vi.waitFor(async () => expect(await containersWith(`--http-port=${port}`)).toEqual([]), {
      timeout: 20_000,
      interval: 200,
    });
    await expect(fetch(`http://127.0.0.1:${port}/realms/master`)).rejects.toThrow();
  });
});
