import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { UserErrors } from "../errors.ts";
import { loadConfig } from "./load.ts";

const environment = {
  SMTP_HOST: "127.0.0.1",
  SMTP_PORT: "1025",
  DEMO_SCHOOL_URL: "http://127.0.0.1:4001",
  SAINT_EXUPERY_SCHOOL_URL: "http://127.0.0.1:4002",
};

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "realm-config-"));
  await cp("realm-config", dir, { recursive: true });
});
afterEach(() => rm(dir, { recursive: true }));

/** Changes a file of the copied configuration; the text must be there. */
async function change(file: string, from: string, to: string): Promise<void> {
  const path = join(dir, file);
  const text = await readFile(path, "utf8");
  expect(text).toContain(from);
  await writeFile(path, text.replace(from, to));
}

/** A variable as the files write it. */
function variable(name: string): string {
  return `\${${name}}`;
}

async function lineOf(file: string, text: string): Promise<number> {
  const lines = (await readFile(join(dir, file), "utf8")).split("\n");
  return lines.findIndex((line) => line.includes(text)) + 1;
}

/** The mistakes as `code place-without-folder: words / remedy`. */
async function mistakes(env: Record<string, string | undefined> = environment): Promise<string[]> {
  try {
    await loadConfig(dir, env);
  } catch (error) {
    return (error as UserErrors).errors.map(
      ({ code, message, remedy }) => `${code} ${message.replace(`${dir}/`, "")} / ${remedy}`,
    );
  }
  return [];
}

test("reads the shipped configuration, with variables filled in and durations in seconds", async () => {
  const config = await loadConfig("realm-config", environment);
  expect(config).toMatchObject({
    realm: "itschool",
    mail: { host: "127.0.0.1", port: 1025, encryption: "none" },
    sessions: { idle: { seconds: 7200 }, rememberedMax: { seconds: 7_776_000 } },
    schools: [
      { id: "demo", name: "École de démonstration" },
      {
        id: "saint-exupery",
        application: { redirects: ["http://127.0.0.1:4002/callback"] },
      },
    ],
  });
  expect(config.mail.user).toBeUndefined();
});

test("an unknown key is named with its line and what was probably meant", async () => {
  await change("portal.yaml", "  fromName:", "  fromNam:");
  const line = await lineOf("portal.yaml", "fromNam:");
  expect(await mistakes()).toEqual([
    expect.stringMatching(/^CONFIG_MISSING_KEY portal\.yaml:\d+: "mail\.fromName" is missing/),
    `CONFIG_UNKNOWN_KEY portal.yaml:${line}: the key "mail.fromNam" is unknown / Did you mean "fromName"? Allowed here: host, port, from, fromName, replyTo, encryption, user, password.`,
  ]);
});

test("a missing variable is named with its file and line, and nothing follows from it", async () => {
  const line = await lineOf("schools/demo.yaml", "home: $");
  const found = await mistakes({ ...environment, DEMO_SCHOOL_URL: undefined });
  expect(found).toEqual([
    `CONFIG_MISSING_VARIABLE schools/demo.yaml:${line} needs the variable DEMO_SCHOOL_URL, which is not set / Set DEMO_SCHOOL_URL in the environment or in the file .env.`,
  ]);
});

test("a wrong value is shown with what is allowed", async () => {
  await change("portal.yaml", "  default: fr", "  default: it");
  await change("portal.yaml", "  max: 12h", "  max: a day");
  const found = await mistakes({ ...environment, SMTP_PORT: "mail" });
  expect(found).toEqual([
    expect.stringMatching(
      /^CONFIG_INVALID_VALUE portal\.yaml:\d+: "languages\.default" is "it", allowed: fr, nl, de, en/,
    ),
    expect.stringMatching(
      /^CONFIG_INVALID_VALUE portal\.yaml:\d+: "mail\.port" is "mail", allowed: a whole number from 1 to 65535 .* \$\{SMTP_PORT\}/,
    ),
    expect.stringMatching(
      /^CONFIG_INVALID_VALUE portal\.yaml:\d+: "sessions\.max" is "a day", allowed: a duration such as/,
    ),
  ]);
});

test("a brand that is not there is told with those that are", async () => {
  await change("portal.yaml", "brand: itschool", "brand: itschol");
  expect(await mistakes()).toEqual([
    expect.stringMatching(
      /^CONFIG_INVALID_VALUE portal\.yaml:\d+: "brand" is "itschol", allowed: .* has itschool/,
    ),
  ]);
});

test("a mail link that outlives the sign-in it belongs to is refused", async () => {
  await change("portal.yaml", "  lifespan: 90m", "  lifespan: 30m");
  expect(await mistakes()).toEqual([
    expect.stringContaining(
      '"signIn.mailLink" is "60m", allowed: a duration no longer than lifespan',
    ),
  ]);
});

test.each([
  ["plain http", "http://localhost:4000/film"],
  ["another scheme", "javascript:alert(1)"],
  ["a name in the address", "https://video.example@evil.example/"],
])("a school's video with %s is refused", async (_, address) => {
  await change(
    "schools/demo.yaml",
    "video: https://www.example.org/video-portail",
    `video: ${address}`,
  );
  expect(await mistakes()).toEqual([
    expect.stringContaining(`"video" is "${address}", allowed: an https:// address`),
  ]);
});

test.each([
  ["plain http to another machine", "http://school.example/callback"],
  ["a wildcard", "https://school.example/*"],
  ["a fragment", "https://school.example/callback#done"],
  ["another scheme", "javascript:alert(1)"],
  ["a name in the address", "https://school.example@evil.example/"],
])("a redirect address with %s is refused", async (_, address) => {
  await change("schools/demo.yaml", `${variable("DEMO_SCHOOL_URL")}/callback`, `"${address}"`);
  expect(await mistakes()).toEqual([
    expect.stringMatching(/^CONFIG_INVALID_VALUE schools\/demo\.yaml:\d+: "application\.redirects/),
  ]);
});

test("the second factor needs no more than what is offered, and recovery codes stand in for another", async () => {
  const shipped = "offered: [app, recoveryCodes, passkey]";
  await change("portal.yaml", shipped, "offered: [recoveryCodes]");
  expect(await mistakes()).toEqual([
    expect.stringMatching(/"secondFactor\.offered" .* allowed: app or passkey too/),
  ]);
  const path = join(dir, "portal.yaml");
  const text = await readFile(path, "utf8");
  const alone = "secondFactor:\n  offered: [app]\n\n";
  await writeFile(
    path,
    text.replace(/secondFactor:[\s\S]*?\n\n/, alone).replace(/passkeys:\n.*\n/, ""),
  );
  const { secondFactor, passkeys } = await loadConfig(dir, environment);
  expect(secondFactor).toEqual({
    offered: ["app"],
    codes: { digits: 6, every: { seconds: 30 }, leeway: 1 },
    afterMicrosoft: true,
  });
  expect(passkeys).toEqual({ signIn: true });
});

test("a password in the file is refused and not shown", async () => {
  await change("portal.yaml", variable("SMTP_PASSWORD:-"), "hunter2-hunter2");
  const found = await mistakes({ ...environment, SMTP_USER: "portail" });
  expect(found).toEqual([expect.stringMatching(/^CONFIG_SECRET_IN_FILE portal\.yaml:\d+/)]);
  expect(found.join()).not.toContain("hunter2");
});

test.each([
  ["as the value for when the variable is not set", variable("SMTP_PASSWORD:-hunter2-hunter2")],
  ["by an alias", '*secret\n  # "&secret hunter2-hunter2"'],
])("a password that comes into the file %s is refused and not shown", async (_, written) => {
  await change("portal.yaml", variable("SMTP_PASSWORD:-"), written);
  const found = await mistakes({ ...environment, SMTP_USER: "portail" });
  expect(found).toEqual([expect.stringMatching(/^CONFIG_(SECRET_IN_FILE|ALIAS) portal\.yaml:\d+/)]);
  expect(found.join()).not.toContain("hunter2");
});

test("a mail password never leaves this machine in the clear", async () => {
  const account = { SMTP_USER: "portail", SMTP_PASSWORD: "hunter2-hunter2" };
  expect(await mistakes({ ...environment, ...account })).toEqual([]);
  const remote = { ...environment, ...account, SMTP_HOST: "mail.example.org" };
  expect(await mistakes(remote)).toEqual([
    expect.stringMatching(
      /^CONFIG_(INVALID_VALUE|MISSING_KEY) portal.*"mail\.encryption".*starttls/,
    ),
  ]);
  expect(await mistakes({ ...remote, SMTP_ENCRYPTION: "starttls" })).toEqual([]);
});

test("a mail password without a user name is told: Keycloak would forget it", async () => {
  expect(await mistakes({ ...environment, SMTP_PASSWORD: "hunter2-hunter2" })).toEqual([
    expect.stringMatching(/^CONFIG_\w+ portal\.yaml.*mail\.user/),
  ]);
});

test("without Microsoft's client id there is no Microsoft, and each of the two needs the other", async () => {
  expect((await loadConfig(dir, environment)).microsoft).toEqual({ tenant: "common" });
  const clientId = { ...environment, MICROSOFT_CLIENT_ID: "an-application" };
  const clientSecret = { ...environment, MICROSOFT_CLIENT_SECRET: "hunter2-hunter2" };
  for (const [given, lacking] of [
    [clientId, "clientSecret"],
    [clientSecret, "clientId"],
  ] as const) {
    const found = await mistakes(given);
    const line = await lineOf("portal.yaml", `  ${lacking}: $`);
    expect(found).toEqual([
      expect.stringMatching(
        new RegExp(
          `^CONFIG_MISSING_KEY portal\\.yaml:${line}: "microsoft\\.${lacking}" is empty, allowed: both .* / Set the variable in `,
        ),
      ),
    ]);
    expect(found.join()).not.toContain("hunter2");
  }
  const { microsoft } = await loadConfig(dir, { ...clientId, ...clientSecret });
  expect(microsoft).toMatchObject({ clientId: "an-application", clientSecret: "hunter2-hunter2" });
});

test.each([
  "organizations",
  "consumers",
  "9188040d-6c67-4c5b-b112-36a304b66dad",
  "ecole.onmicrosoft.com",
])("the tenant may be %s", async (tenant) => {
  await change("portal.yaml", "tenant: common", `tenant: ${tenant}`);
  expect(await mistakes()).toEqual([]);
});

test.each(["Common", "organisations", "ecole", "9188040d-6c67", "https://ecole.be", "common/../x"])(
  "the tenant %s is refused with what it may be and where that stands",
  async (tenant) => {
    await change("portal.yaml", "tenant: common", `tenant: ${tenant}`);
    const line = await lineOf("portal.yaml", `tenant: ${tenant}`);
    expect(await mistakes()).toEqual([
      expect.stringMatching(
        new RegExp(
          `^CONFIG_INVALID_VALUE portal\\.yaml:${line}: .*common, organizations, .*Overview`,
        ),
      ),
    ]);
  },
);

test("a secret that was put in the wrong place is not shown", async () => {
  await change("portal.yaml", variable("SMTP_PORT"), variable("SMTP_PASSWORD"));
  const found = await mistakes({ ...environment, SMTP_PASSWORD: "hunter2-hunter2" });
  expect(found).toEqual([
    expect.stringMatching(/^CONFIG_INVALID_VALUE portal\.yaml:\d+: "mail\.port" is \(not shown\)/),
  ]);
});

test("copies of copies of a list are refused before they are made", async () => {
  const lists = ["a: &a [x, x]", "b: &b [*a, *a]", "c: [*b, *b]"].join("\n");
  await change("portal.yaml", "realm: itschool", `realm: itschool\n${lists}`);
  expect(await mistakes()).toEqual(Array(4).fill(expect.stringMatching(/^CONFIG_ALIAS /)));
});

test("a variable that is written wrongly is not taken for its own value", async () => {
  await change("portal.yaml", variable("SMTP_HOST"), variable("SMTP-HOST"));
  expect(await mistakes()).toEqual([expect.stringMatching(/^CONFIG_VARIABLE portal\.yaml:\d+/)]);
});

test("a school's file with another ending is not overlooked", async () => {
  await cp(join(dir, "schools/demo.yaml"), join(dir, "schools/athenee.yml"));
  expect(await mistakes()).toEqual([
    expect.stringMatching(/^CONFIG_FILE_ENDING schools\/athenee\.yml/),
  ]);
});

test.each<[string, string, () => Promise<unknown>]>([
  [
    "a folder in a file's place",
    "CONFIG_FILE_UNREADABLE",
    () => mkdir(join(dir, "schools/athenee.yaml")),
  ],
  [
    "a file in a folder's place",
    "CONFIG_FILE_UNREADABLE",
    () =>
      rm(join(dir, "schools"), { recursive: true }).then(() => writeFile(join(dir, "schools"), "")),
  ],
  [
    "a file in Windows-1252",
    "CONFIG_NOT_UTF8",
    () => writeFile(join(dir, "schools/demo.yaml"), Buffer.from("name: \xc9cole\n", "latin1")),
  ],
])("%s is one clear mistake", async (_, code, make) => {
  await make();
  await expect(loadConfig(dir, environment)).rejects.toMatchObject({ name: "UserError", code });
});

test("broken YAML is reported with its line", async () => {
  await change("portal.yaml", "realm: itschool", 'realm: "itschool');
  expect(await mistakes()).toEqual(
    expect.arrayContaining([expect.stringMatching(/^CONFIG_NOT_YAML portal\.yaml:\d+ is not/)]),
  );
});

test("mistakes in several files are reported together", async () => {
  await change("portal.yaml", "brand: itschool", "brand: IT SCHOOL");
  await change("schools/demo.yaml", "type: public", "type: secret");
  expect(await mistakes()).toHaveLength(2);
});

test("a file name that can't be a school's id is refused", async () => {
  await cp(join(dir, "schools/demo.yaml"), join(dir, "schools/École.yaml"));
  expect(await mistakes()).toEqual([
    expect.stringMatching(/^CONFIG_SCHOOL_ID schools\/École\.yaml/),
  ]);
});

test("a folder that is not there is one clear mistake", async () => {
  await expect(loadConfig(join(dir, "nowhere"), environment)).rejects.toMatchObject({
    code: "CONFIG_FILE_MISSING",
  });
});
