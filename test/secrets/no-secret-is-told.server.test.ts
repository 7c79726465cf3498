import { randomBytes } from "node:crypto";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { execaNode } from "execa";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildExtension } from "../../scripts/extension/build.ts";
import { connect } from "../../scripts/keycloak/connection.ts";
import { type RunningKeycloak, startKeycloak } from "../../scripts/server/keycloak.ts";
import { silentTeller } from "../../scripts/terminal.ts";
import { type Eavesdropper, eavesdropOn } from "./eavesdropper.ts";

/*
 * Every secret there is has a value that is found wherever it turns up. Commands run at their most
 * talkative, against a server that does what it is asked and one that does not; then all they have
 * printed and written, and the server's own log, is searched.
 */

/** No other text contains it, however it may be cut, quoted or encoded. */
const marked = (name: string) => `${name}${randomBytes(12).toString("hex")}`;

const secrets: Record<string, string> = {
  "the mail server's password": marked("mail"),
  "another password of the mail server": marked("mail2"),
  "Microsoft's client secret": marked("microsoft"),
  "another client secret of Microsoft's": marked("microsoft2"),
  PORTAIL_STATE_KEY: marked("state"),
  "a service account's secret": marked("account"),
  "a refused password": marked("refused"),
  "a refused secret": marked("refused2"),
  "a password in an address": marked("address"),
  "a secret in the wrong place": marked("misplaced"),
  "the hash of an old password": marked("hash"),
  "a weak hash of an old password": marked("weak"),
  "an old password itself": marked("old"),
  "a token of Microsoft's": marked("token"),
};
const secret = (name: string) => secrets[name] ?? "";

const configuration = {
  SMTP_HOST: "mail.example.org",
  SMTP_PORT: "587",
  SMTP_ENCRYPTION: "starttls",
  SMTP_USER: "portail",
  SMTP_PASSWORD: secret("the mail server's password"),
  MICROSOFT_CLIENT_ID: "an-application",
  MICROSOFT_CLIENT_SECRET: secret("Microsoft's client secret"),
  DEMO_SCHOOL_URL: "https://demo.example.org",
  SAINT_EXUPERY_SCHOOL_URL: "https://saint-exupery.example.org",
  PORTAIL_STATE_KEY: secret("PORTAIL_STATE_KEY"),
};
const rotated = {
  SMTP_PASSWORD: secret("another password of the mail server"),
  MICROSOFT_CLIENT_SECRET: secret("another client secret of Microsoft's"),
};

let keycloak: RunningKeycloak;
let between: Eavesdropper;
let dir: string;
/** Everything that anybody could read: what was printed, what was written, the server's log. */
const told = new Map<string, string>();

/** Runs the tool in the folder that has its `.env`, and keeps what it says. */
async function portail(
  what: string,
  words: readonly string[],
  expected: number,
  variables: Record<string, string> = {},
) {
  const { exitCode, stdout, stderr } = await execaNode(
    resolve("scripts/main.ts"),
    [...words, "--verbose", "--config", join(dir, "realm-config")],
    {
      cwd: dir,
      env: {
        ...configuration,
        KEYCLOAK_URL: between.url,
        MICROSOFT_LOGIN_URL: between.url,
        ...variables,
      },
      reject: false,
      stdin: "ignore",
    },
  );
  told.set(`${what}: standard output`, stdout);
  told.set(`${what}: standard error`, stderr);
  expect({ what, exitCode, stderr }).toMatchObject({ exitCode: expected });
  return { stdout, stderr };
}

const asMaster = (realm: string) =>
  connect({ url: keycloak.url, adminRealm: "master", credentials: keycloak.admin }, realm);

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "portail-"));
  keycloak = await startKeycloak({
    providers: [await buildExtension(silentTeller)],
    extraArguments: ["--log-level=info,org.keycloak.events:debug"],
  });
  between = await eavesdropOn(keycloak.url);
  await cp("realm-config", join(dir, "realm-config"), { recursive: true });
  await writeFile(
    join(dir, "realm-config/schools/athenee.yaml"),
    await confidentialSchool("https://athenee.example.org"),
  );
  const { user, password } = keycloak.admin;
  secrets["the administrator's password"] = password;
  const administrator = { KEYCLOAK_ADMIN_USER: user, KEYCLOAK_ADMIN_PASSWORD: password };

  await workAsIntended(administrator);
  await failToSignIn();
  await meetRefusals();

  for (const entry of await readdir(dir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const name = relative(dir, join(entry.parentPath, entry.name));
    // What an account's key is written to is not read by anybody else.
    if (name === ".env" || name.startsWith("realm-config")) continue;
    told.set(`the file ${name}`, await readFile(join(dir, name), "utf8"));
  }
  told.set("the server's log", await readFile(keycloak.logFile, "utf8"));
});
afterAll(async () => {
  await between?.[Symbol.asyncDispose]();
  await keycloak?.stop();
  await rm(dir, { recursive: true });
});

async function workAsIntended(administrator: Record<string, string>): Promise<void> {
  await portail("bootstrap", ["bootstrap", "--write-env", "--yes"], 0, administrator);
  const env = await readFile(join(dir, ".env"), "utf8");
  secrets["the account's key"] = /PORTAIL_CLIENT_KEY=(\S+)/.exec(env)?.[1] ?? "";
  await Promise.all([
    portail("plan", ["plan"], 2),
    portail("plan --json", ["plan", "--json", "--out", "plan.json"], 2),
  ]);
  await portail("apply of a saved plan", ["apply", "plan.json", "--yes"], 0);
  const [school] = await (await asMaster("itschool")).clients.find({ clientId: "school-athenee" });
  secrets["a school's client secret"] = school?.secret ?? "";
  microsoftAnswers({ access_token: secret("a token of Microsoft's") });
  await Promise.all([
    portail("plan, nothing to do", ["plan", "--json"], 0),
    portail("plan, secrets changed", ["plan", "--json", "--out", "other.json"], 2, rotated),
    portail("plan without the key", ["plan"], 0, { PORTAIL_STATE_KEY: "" }),
    portail("schools list", ["schools", "list", "--json"], 0),
    portail("schools show", ["schools", "show", "athenee"], 0),
    portail("schools show --json", ["schools", "show", "athenee", "--json"], 0),
    // No mail server answers, which is one thing that it tells.
    portail("doctor", ["doctor"], 1),
    portail("doctor --json", ["doctor", "--json"], 1, administrator),
  ]);
  // Whatever Microsoft says, it may have the secret in it.
  const said = `AADSTS7000215: not ${secret("Microsoft's client secret")}`;
  microsoftAnswers({ error: "invalid_client", error_description: said });
  await portail("doctor, secret refused", ["doctor"], 1);
  between.answerFor(() => undefined);
  await portail("apply, secrets changed", ["apply", "--yes"], 0, rotated);

  await writeFile(people(), peopleText());
  await portail("import --dry-run", ["import", people(), "--dry-run"], 2);
  await portail("import", ["import", people()], 2);
  await unlinkSomebody();
  // Its mail server is nowhere, so that Keycloak's log has mails that could not leave.
  await portail("invite", ["invite", "--school", "demo", "--yes", "--json"], 2);
  await portail("legacy status", ["legacy", "status", "--csv", "not-moved.csv"], 0);
  await portail("legacy retire", ["legacy", "retire", "--yes"], 0);
}

function microsoftAnswers(body: object): void {
  between.answerFor((_, path) =>
    path === "/common/oauth2/v2.0/token" ? { status: 200, body: JSON.stringify(body) } : undefined,
  );
}

async function unlinkSomebody(): Promise<void> {
  const { users } = await asMaster("itschool");
  const [{ id = "" } = {}] = await users.find({ email: "a@example.org", exact: true });
  const federatedIdentity = { identityProvider: "microsoft", userId: "1", userName: "a" };
  await users.addToFederatedIdentity({ id, federatedIdentityId: "microsoft", federatedIdentity });
  await portail("people show", ["people", "show", "a@example.org"], 0);
  await portail("people show --json", ["people", "show", "a@example.org", "--json"], 0);
  const words = ["people", "unlink", "a@example.org"];
  await portail("people unlink, unasked", words, 1);
  await portail("people unlink", [...words, "--yes", "--json"], 0);
}

/** A school's export, which is nobody's to search. */
function people(): string {
  return join(dir, "realm-config/people.csv");
}

function peopleText(): string {
  const strong = `$2y$10$KEC.f6bKcoxYOf3Melu87O${secret("the hash of an old password").padEnd(31, "x")}`;
  return [
    "school,email,legacy_username,legacy_password_hash",
    `demo,a@example.org,a,${strong}`,
    `demo,b@example.org,b,{SSHA}${secret("a weak hash of an old password")}`,
    `demo,c@example.org,c,${secret("an old password itself")}`,
  ].join("\n");
}

async function failToSignIn(): Promise<void> {
  const ofMaster = { KEYCLOAK_ADMIN_REALM: "master", PORTAIL_CLIENT_KEY: "" };
  const withSecret = { ...ofMaster, PORTAIL_CLIENT_ID: "somebody" };
  const account = { clientId: "somebody", secret: secret("a service account's secret") };
  await (await asMaster("master")).clients.create({ ...account, serviceAccountsEnabled: true });
  const password = secret("a password in an address");
  await Promise.all([
    portail("an account without rights", ["plan"], 1, {
      ...withSecret,
      PORTAIL_CLIENT_SECRET: account.secret,
    }),
    portail("a refused secret", ["apply", "--yes"], 1, {
      ...withSecret,
      PORTAIL_CLIENT_SECRET: secret("a refused secret"),
    }),
    portail("a refused password", ["plan"], 1, {
      ...ofMaster,
      PORTAIL_CLIENT_ID: "",
      KEYCLOAK_ADMIN_USER: "admin",
      KEYCLOAK_ADMIN_PASSWORD: secret("a refused password"),
    }),
    portail("a key that is none", ["plan"], 1, {
      PORTAIL_CLIENT_KEY: secret("a secret in the wrong place"),
    }),
    portail("a server that is not there", ["plan"], 1, { KEYCLOAK_URL: "http://127.0.0.1:1" }),
    ...["http:", "ftp:", "https"].map((protocol) =>
      portail(`an address with a password after ${protocol}`, ["plan"], 1, {
        KEYCLOAK_URL: `${protocol}//admin:${password}@127.0.0.1`,
      }),
    ),
    portail("a secret without what belongs to it", ["plan"], 1, { MICROSOFT_CLIENT_ID: "" }),
  ]);
}

/** The server, or something before it, does not do what it is asked. */
async function meetRefusals(): Promise<void> {
  const refuse = (status: number, writes: RegExp) =>
    between.answerFor((method, path) =>
      method !== "GET" && writes.test(path)
        ? { status, body: JSON.stringify({ errorMessage: "it can't be done" }) }
        : undefined,
    );
  refuse(400, /\/admin\/realms\/itschool$/);
  await portail("a refused change of the realm", ["apply", "--yes"], 1);
  refuse(409, /identity-provider/);
  await portail("a refused change of the provider", ["apply", "--yes"], 1);
  refuse(400, /\/partialImport$/);
  await writeFile(people(), peopleText().replaceAll("@example", ".new@example"));
  await portail("a refused import", ["import", people()], 2);
  between.answerFor((_, path) =>
    path.includes("/protocol/openid-connect/token")
      ? { status: 200, body: `{"access_token":"${secret("a secret in the wrong place")}"` }
      : undefined,
  );
  await portail("a token that is cut off", ["apply", "--yes"], 1);
}

describe("no secret is told", () => {
  it.each(
    [...Object.keys(secrets), "the administrator's password", "the account's key"].map((name) => [
      name,
    ]),
  )("not %s", (name) => expect(placesWith(secret(name))).toEqual([]));

  it("not a school's client secret, which only schools show --secret tells", () => {
    expect(between.heard()).toContain(secret("a school's client secret"));
    expect(placesWith(secret("a school's client secret"))).toEqual([]);
  });

  it("no access token, not even the part that is its signature", () => {
    expect(between.tokens().length).toBeGreaterThan(10);
    const signatures = between.tokens().map((token) => token.split(".").at(-1) ?? "");
    expect(signatures.flatMap(placesWith)).toEqual([]);
  });
});

describe("the search", () => {
  it("is for secrets that were in use", () => {
    for (const name of [
      "the mail server's password",
      "another password of the mail server",
      "Microsoft's client secret",
      "another client secret of Microsoft's",
      "a refused password",
      "a refused secret",
      "the administrator's password",
      "the hash of an old password",
    ]) {
      expect([name, between.heard().includes(encodeURIComponent(secret(name)))]).toEqual([
        name,
        true,
      ]);
    }
  });

  it("looks where something was told", () => {
    for (const what of ["plan.json", "other.json"]) {
      expect(told.get(`the file ${what}`)).toContain('"secret": "changed"');
    }
    expect(told.get("doctor: standard output")).toContain("Microsoft accepts");
    expect(told.get("doctor, secret refused: standard output")).toContain("(AADSTS7000215)");
    expect(told.get("people show: standard output")).toContain("old password");
    expect(told.get("people unlink: standard output")).toContain('"isUnlinked": true');
    expect(told.get("the file not-moved.csv")).toContain("demo,,,a@example.org,a");
    expect(told.get("the server's log")).toContain("type=");
    expect(told.get("plan --json: standard output")).toContain("smtpServer.password");
  });
});

/** Where a secret is told: as it is, or in Base64. */
function placesWith(value: string): string[] {
  if (value === "") return ["nothing was searched for"];
  const forms = [value, Buffer.from(value).toString("base64").replace(/=*$/, "")];
  return [...told]
    .filter(([, text]) => forms.some((form) => text.includes(form)))
    .map(([what]) => what);
}

async function confidentialSchool(url: string): Promise<string> {
  const text = await readFile("realm-config/schools/demo.yaml", "utf8");
  return text.replace("type: public", "type: confidential").replaceAll("${DEMO_SCHOOL_URL}", url);
}
