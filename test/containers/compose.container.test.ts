import { once } from "node:events";
import { connect as connectTo } from "node:net";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadConfig } from "../../scripts/config/load.ts";
import { mailbox } from "../../scripts/demo/mailbox.ts";
import { applyConfig } from "../../scripts/keycloak/apply.ts";
import { connect } from "../../scripts/keycloak/connection.ts";
import { desiredRealm } from "../../scripts/realm/desired.ts";
import { answers } from "../../scripts/server/answer.ts";
import { writeProviders } from "../../scripts/server/providers.ts";
import { silentTeller } from "../../scripts/terminal.ts";
import { type ComposeSet, runCompose, startComposeSet } from "./compose.ts";

/** Enough to fetch or build every image. */
const coldStartMs = 560_000;

describe("docker-compose.yml", () => {
  let set: ComposeSet;
  beforeAll(async () => {
    await writeProviders(silentTeller);
    set = await startComposeSet();
    if (!(await answers(set.keycloak.port, () => false))) throw new Error(await set.log());
  }, coldStartMs);
  afterAll(() => set?.stop(), 60_000);

  it("shows the portal's sign-in page, and its mails arrive in the catcher", async () => {
    const { url, admin } = set.keycloak;
    const connection = { url, adminRealm: "master", credentials: admin };
    const home = "http://127.0.0.1:4001";
    const config = await loadConfig(join(import.meta.dirname, "../../realm-config"), {
      SMTP_HOST: "mail",
      SMTP_PORT: "1025",
      DEMO_SCHOOL_URL: home,
      SAINT_EXUPERY_SCHOOL_URL: "http://127.0.0.1:4002",
    });
    await applyConfig(desiredRealm(config), connection, silentTeller);

    const request = new URL(`${url}/realms/${config.realm}/protocol/openid-connect/auth`);
    request.search = new URLSearchParams({
      client_id: "school-demo",
      redirect_uri: `${home}/callback`,
      response_type: "code",
      scope: "openid",
      code_challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
      code_challenge_method: "S256",
    }).toString();
    const page = await fetch(request, { headers: { "Accept-Language": "fr" } });
    expect(page.status).toBe(200);
    // Drawn by the theme, and shown by the extension.
    expect(await page.text()).toContain("Ouvrir le portail de connexion");

    const client = await connect(connection, config.realm);
    const email = "claire.dubois@example.org";
    const { id } = await client.users.create({ username: email, email, enabled: true });
    await client.users.executeActionsEmail({ id, actions: ["UPDATE_PASSWORD"] });
    await mailbox(`${set.mail.url}/api`).waitForMail(email);
  });

  it("keeps its data in PostgreSQL", async () => {
    const query = "select name from realm order by name";
    const rows = await set.inside(
      "database",
      ...["psql", "--username=keycloak", "--no-align", "--tuples-only", `--command=${query}`],
    );
    expect(rows.split("\n")).toContain("master");
  });

  it("has a page to read the mails on", async () => {
    const page = await fetch(set.mail.url, { headers: { Accept: "text/html" } });
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("MailDev");
  });

  it("cannot be reached from another machine", async () => {
    const outside = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .find((address) => !address.internal && address.family === "IPv4");
    if (outside === undefined) return;
    for (const url of [set.keycloak.url, set.mail.url]) {
      const socket = connectTo({ host: outside.address, port: Number(new URL(url).port) });
      const [error] = await once(socket, "error");
      expect(error).toMatchObject({ code: "ECONNREFUSED" });
    }
  });

  it("starts nothing without the database's password", async () => {
    await expect(runCompose(["config"], { DATABASE_PASSWORD: "" })).rejects.toMatchObject({
      all: expect.stringContaining("DATABASE_PASSWORD"),
    });
  });
});
