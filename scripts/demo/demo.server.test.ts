import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { signInAt } from "../../test/support/microsoft-sign-in.ts";
import { Visitor } from "../../test/support/visitor.ts";
import { belgianDay } from "../belgian-day.ts";
import { loadConfig } from "../config/load.ts";
import { findings } from "../doctor/checks.ts";
import { look } from "../doctor/look.ts";
import { connect, connectionFrom } from "../keycloak/connection.ts";
import { readMembers } from "../legacy/read-members.ts";
import { silentTeller } from "../terminal.ts";
import { startDemo } from "./demo.ts";
import { mailbox } from "./mailbox.ts";
import { runningDemo } from "./running-demo.ts";

it("starts everything in good health, writes down where it is, and leaves nothing when it is stopped", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "demo-test-"));
  const file = path.join(folder, "demo.json");
  const demo = await startDemo({ isFresh: false, folder, teller: silentTeller });
  const { keycloak, mail, schools, people, microsoft } = JSON.parse(await readFile(file, "utf8"));

  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(schools).toEqual([
    { id: "demo", name: expect.any(String), url: expect.any(String), clientId: "school-demo" },
    {
      id: "saint-exupery",
      name: expect.any(String),
      url: expect.any(String),
      clientId: "school-saint-exupery",
    },
  ]);
  expect(people.length).toBeGreaterThan(200);
  const claire = "claire.dubois@example.org";
  expect(people.find(({ email }: { email: string }) => email === claire)).toEqual({
    email: claire,
    schools: ["demo", "saint-exupery"],
    legacy: { school: "demo", username: "duboisc", password: "duboisc-2019" },
  });
  const realm = `${keycloak.url}/realms/${keycloak.realm}`;
  for (const url of [
    realm,
    `${mail.api}/email`,
    ...schools.map((one: { url: string }) => one.url),
  ]) {
    expect((await fetch(url)).status, url).toBe(200);
  }
  const signIn = await fetch(`${schools[0].url}/sign-in`);
  expect(signIn.status).toBe(200);
  expect(signIn.url).toContain(`${realm}/`);

  const settings = await runningDemo(folder);
  expect(connectionFrom(settings ?? {})).toEqual({
    url: keycloak.url,
    adminRealm: "master",
    credentials: { user: keycloak.adminUser, password: keycloak.adminPassword },
  });
  const config = await loadConfig("realm-config", settings ?? {});
  expect(config.schools.map(({ application }) => application.home)).toEqual(
    schools.map((one: { url: string }) => `${one.url}/`),
  );

  const to = "ops@example.org";
  const found = findings(await look("realm-config", settings ?? {}, to));
  expect(found.filter(({ state }) => state !== "ok")).toMatchObject([
    { check: "administrators", state: "warning", text: expect.stringContaining("temporary") },
  ]);
  expect((await mailbox(mail.api).waitForMail(to)).subject).not.toBe("");

  const arrival = async (password: string) => {
    const visitor = new Visitor();
    await visitor.open(`${schools[0].url}/sign-in`);
    return visitor.send({ method: "legacy", username: "duboisc", password });
  };
  expect((await arrival("duboisc-2018")).fields).toContain("password");
  const { html, fields } = await arrival("duboisc-2019");
  expect(html).toContain('value="later"');
  expect(fields).not.toContain("password");
  const client = await connect(connectionFrom(settings ?? {}), keycloak.realm);
  const members = (await readMembers(client, ["demo"], silentTeller)).get("demo");
  expect(members?.find(({ email }) => email === claire)).toMatchObject({
    lastLegacySignIn: belgianDay(),
    hasMoved: false,
    oldPasswords: 1,
  });

  const byMicrosoft = new Visitor("https://login.microsoftonline.com");
  await byMicrosoft.open(`${schools[1].url}/sign-in`);
  await byMicrosoft.follow(/href="([^"]+\/broker\/microsoft\/[^"]+)"/);
  const back = await signInAt(microsoft.control, byMicrosoft.url, microsoft.people[0]);
  expect((await byMicrosoft.open(back.href)).html).toContain("Ce compte existe déjà");
  const token = await fetch(`${settings?.MICROSOFT_LOGIN_URL}/common/oauth2/v2.0/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "client_credentials",
      client_id: settings?.MICROSOFT_CLIENT_ID ?? "",
      client_secret: settings?.MICROSOFT_CLIENT_SECRET ?? "",
      scope: "https://graph.microsoft.com/.default",
    }),
  });
  expect(token.status).toBe(200);

  const second = startDemo({ isFresh: true, folder, teller: silentTeller });
  await expect(second).rejects.toMatchObject({ code: "DEMO_RUNNING" });

  await demo.stop();
  await expect(stat(file)).rejects.toThrow();
  expect(await runningDemo(folder)).toBeNull();
  await expect(fetch(realm)).rejects.toThrow();
  await rm(folder, { recursive: true });
}, 400_000);
