import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execaNode } from "execa";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "schools-"));
  await cp("realm-config", join(dir, "realm-config"), { recursive: true });
});
afterAll(() => rm(dir, { recursive: true }));

/** Runs the tool as a person would, without a terminal, in a folder with a configuration. */
async function schools(words: readonly string[], changes: Record<string, string> = {}) {
  const { exitCode, stdout, stderr } = await execaNode(
    join(process.cwd(), "scripts/main.ts"),
    ["schools", ...words],
    {
      cwd: dir,
      extendEnv: false,
      env: {
        PATH: process.env.PATH,
        NO_COLOR: "1",
        KEYCLOAK_URL: "https://login.example",
        SMTP_HOST: "127.0.0.1",
        SMTP_PORT: "1025",
        DEMO_SCHOOL_URL: "http://localhost:4001",
        SAINT_EXUPERY_SCHOOL_URL: "http://localhost:4002",
        ...changes,
      },
      reject: false,
      stdin: "ignore",
    },
  );
  return { exitCode, stdout, stderr };
}

describe("portail schools", { timeout: 30_000 }, () => {
  it("lists the schools for people and for programs", async () => {
    expect(await schools(["list"])).toEqual({
      exitCode: 0,
      stdout: [
        "demo           École de démonstration  http://localhost:4001/",
        "saint-exupery  Athénée Saint-Exupéry   http://localhost:4002/",
      ].join("\n"),
      stderr: "",
    });
    const { stdout } = await schools(["list", "--json"]);
    expect(JSON.parse(stdout)).toContainEqual({
      id: "demo",
      name: "École de démonstration",
      home: "http://localhost:4001/",
      type: "public",
      clientId: "school-demo",
    });
  });

  it("shows what a developer needs, without asking a server", async () => {
    const { stdout, exitCode } = await schools(["show", "demo", "--json"]);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      issuer: "https://login.example/realms/itschool",
      clientId: "school-demo",
      redirectUris: ["http://localhost:4001/callback"],
      pkce: "S256",
    });
    expect((await schools(["show", "demo"])).stdout).toContain("Example (openid-client 6)");
  });

  it.each([
    ["an unknown school", ["show", "dmo"], 'Did you mean "demo"?'],
    ["the secret of a public application", ["show", "demo", "--secret"], "SCHOOL_HAS_NO_SECRET"],
    ["options that are missing", ["add", "athenee"], "--name and --url are missing"],
    ["an option that is missing", ["add", "athenee", "--name", "A"], "--url is missing"],
    [
      "an address that is not safe",
      ["add", "athenee", "--name", "A", "--url", "http://athenee.example"],
      '--url is "http://athenee.example", allowed: an https:// address',
    ],
    ["an id that can't be one", ["add", "Athénée"], 'Try "athenee"'],
    [
      "a school that is there",
      ["add", "demo", "--name", "A", "--url", "https://a.example"],
      "SCHOOL_EXISTS",
    ],
  ])("answers %s with what to do", async (_, words, says) => {
    const { exitCode, stdout, stderr } = await schools(words);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
    expect(stderr).toContain(says);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it("adds a school that the other commands then know", async () => {
    const url = "https://athenee.example";
    const added = await schools(["add", "athenee", "--name", "Athénée royal", "--url", url]);
    expect(added).toMatchObject({
      exitCode: 0,
      stdout: "realm-config/schools/athenee.yaml was written.",
      stderr: expect.stringContaining("portail apply"),
    });
    expect(await readFile(join(dir, "realm-config/schools/athenee.yaml"), "utf8")).toContain(
      "# As parents know it",
    );
    expect(JSON.parse((await schools(["show", "athenee", "--json"])).stdout)).toMatchObject({
      name: "Athénée royal",
      type: "confidential",
      redirectUris: [`${url}/callback`],
      postLogoutRedirectUris: [`${url}/`],
      backchannelLogoutUri: null,
    });
    // Only a secret needs an account on the server.
    expect((await schools(["show", "athenee", "--secret"])).stderr).toContain("PORTAIL_CLIENT_ID");
  });
});
