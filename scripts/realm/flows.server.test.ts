import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { authorizationUrl } from "../../test/support/authorization.ts";
import { oneTimeCode } from "../../test/support/one-time-code.ts";
import { Visitor } from "../../test/support/visitor.ts";
import { loadConfig } from "../config/load.ts";
import { type MailCatcher, startMailCatcher } from "../demo/mail.ts";
import { applyConfig } from "../keycloak/apply.ts";
import { connect } from "../keycloak/connection.ts";
import { type RunningKeycloak, startKeycloak } from "../server/keycloak.ts";
import { silentTeller } from "../terminal.ts";
import { desiredRealm } from "./desired.ts";

const realm = "flows";
const app = "http://127.0.0.1:4001";
const password = "une phrase assez longue";
/** As a person copies it by hand. */
const otpSecret = "MEQHGZLDOJSXIIDPMYQGC3RAMFYHA";

let keycloak: RunningKeycloak;
let mails: MailCatcher;

beforeAll(async () => {
  [keycloak, mails] = await Promise.all([startKeycloak({ providers: [] }), startMailCatcher()]);
  const config = await loadConfig("realm-config", {
    SMTP_HOST: mails.smtp.host,
    SMTP_PORT: String(mails.smtp.port),
    DEMO_SCHOOL_URL: app,
    SAINT_EXUPERY_SCHOOL_URL: "http://127.0.0.1:4002",
  });
  const connection = { url: keycloak.url, adminRealm: "master", credentials: keycloak.admin };
  await applyConfig(desiredRealm(config, realm), connection, silentTeller);
  const client = await connect(connection, realm);
  await person(client, "plain@example.org", [{ type: "password", value: password }]);
  await person(client, "careful@example.org", [
    { type: "password", value: password },
    {
      type: "otp",
      secretData: JSON.stringify({ value: otpSecret }),
      credentialData: JSON.stringify({
        secretEncoding: "BASE32",
        subType: "totp",
        digits: 6,
        period: 30,
        algorithm: "HmacSHA1",
        counter: 0,
      }),
    },
  ]);
}, 300_000);
afterAll(async () => {
  await Promise.all([keycloak?.stop(), mails?.stop()]);
});

async function person(
  client: KeycloakAdminClient,
  email: string,
  credentials: Record<string, string>[],
): Promise<void> {
  await client.users.create({ username: email, email, enabled: true, credentials });
}

function signInPage(): Promise<Visitor> {
  const portal = { issuer: `${keycloak.url}/realms/${realm}` };
  const school = { clientId: "school-demo", app: { url: app } };
  return new Visitor(app).open(authorizationUrl(portal, school));
}

const backAtTheSchool = expect.stringMatching(/^http:\/\/127\.0\.0\.1:4001\/callback\?.*code=/);

/** Asks for a new password; the visitor is then on the page that says a mail was sent. */
async function forgotten(email: string): Promise<Visitor> {
  const visitor = await signInPage();
  await visitor.follow(/href="([^"]*reset-credentials[^"]*)"/);
  return visitor.send({ username: email });
}

async function mailedLink(email: string): Promise<string> {
  const mail = await mails.mailbox.waitForMail(email);
  const link = /https?:\/\/\S*action-token\S*/.exec(mail.text ?? "")?.[0];
  if (!link) throw new Error("no link in the mail");
  return link;
}

describe("the browser flow", { timeout: 60_000 }, () => {
  it("leads from address and password straight to the school", async () => {
    const visitor = await signInPage();
    await visitor.send({ username: "plain@example.org", password });
    expect(visitor.url).toEqual(backAtTheSchool);
  });

  it("asks for the second factor of whoever has one", async () => {
    const visitor = await signInPage();
    await visitor.send({ username: "careful@example.org", password });
    expect(visitor.fields).toContain("otp");
    await visitor.send({ otp: oneTimeCode(otpSecret) });
    expect(visitor.url).toEqual(backAtTheSchool);
  });
});

describe("the reset flow", { timeout: 60_000 }, () => {
  const fresh = "encore une phrase assez longue";

  it("leads from the mail to the new password and straight on to the school", async () => {
    const visitor = await forgotten("plain@example.org");
    await visitor.open(await mailedLink("plain@example.org"));
    expect(visitor.fields).toContain("password-new");
    await visitor.send({ "password-new": fresh, "password-confirm": fresh });
    expect(visitor.url).toEqual(backAtTheSchool);
  });

  it("asks for the second factor before the new password", async () => {
    const visitor = await forgotten("careful@example.org");
    await visitor.open(await mailedLink("careful@example.org"));
    expect(visitor.fields).toContain("otp");
    expect(visitor.fields).not.toContain("password-new");
    await visitor.send({ otp: "000000" });
    expect(visitor.fields).toContain("otp");
  });

  it("can't be pushed past the mail by asking for another way", async () => {
    const visitor = await signInPage();
    await visitor.follow(/href="([^"]*reset-credentials[^"]*)"/);
    const resetAddress = visitor.formAddress;
    await visitor.send({ username: "careful@example.org", tryAnotherWay: "on" });
    for (const address of [visitor.formAddress, resetAddress]) {
      await visitor.open(address, { tryAnotherWay: "on" });
      expect(visitor.fields).not.toContain("otp");
      expect(visitor.fields).not.toContain("password-new");
    }
  });
});
