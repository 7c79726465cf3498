import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import type UserRepresentation from "@keycloak/keycloak-admin-client/lib/defs/userRepresentation.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { authorizationUrl } from "../../test/support/authorization.ts";
import { oneTimeCode, oneTimeCodeCredential } from "../../test/support/one-time-code.ts";
import { openOtherProvider } from "../../test/support/other-provider.ts";
import { shippedConfig, withoutLegacy } from "../../test/support/shipped-config.ts";
import { Visitor } from "../../test/support/visitor.ts";
import { type MailCatcher, startMailCatcher } from "../demo/mail.ts";
import { buildExtension } from "../extension/build.ts";
import { applyConfig } from "../keycloak/apply.ts";
import { type Connection, connect } from "../keycloak/connection.ts";
import { type RunningKeycloak, startKeycloak } from "../server/keycloak.ts";
import { silentTeller } from "../terminal.ts";
import { desiredRealm } from "./desired.ts";
import { microsoftAlias } from "./microsoft.ts";

const realm = "flows";
const app = "http://127.0.0.1:4001";
const password = "une phrase assez longue";
/** As a person copies it by hand. */
const otpSecret = "MEQHGZLDOJSXIIDPMYQGC3RAMFYHA";

const otp = oneTimeCodeCredential(otpSecret);

let keycloak: RunningKeycloak;
let mails: MailCatcher;

beforeAll(async () => {
  [keycloak, mails] = await Promise.all([
    startKeycloak({ providers: [await buildExtension(silentTeller)] }),
    startMailCatcher(),
  ]);
  const config = withoutLegacy(
    await shippedConfig({
      SMTP_HOST: mails.smtp.host,
      SMTP_PORT: String(mails.smtp.port),
      DEMO_SCHOOL_URL: app,
    }),
  );
  const connection = { url: keycloak.url, adminRealm: "master", credentials: keycloak.admin };
  const microsoft = { tenant: "common", clientId: "id", clientSecret: "not-a-secret" };
  await applyConfig(desiredRealm({ ...config, microsoft }, realm), connection, silentTeller);
  const client = await connect(connection, realm);
  await person(client, "plain@example.org", [{ type: "password", value: password }]);
  await person(client, "careful@example.org", [{ type: "password", value: password }, otp]);
  await person(client, "linked@example.org", []);
  await person(client, "careful-linked@example.org", [otp]);
  await openElsewhere(client, connection);
}, 300_000);
afterAll(async () => {
  await Promise.all([keycloak?.stop(), mails?.stop()]);
});

/**
 * Another realm in the place of Microsoft, bound to the same flows. Whoever signs in there is said to
 * have the address that they have there, proven or not.
 */
async function openElsewhere(client: KeycloakAdminClient, connection: Connection): Promise<void> {
  const made = await client.identityProviders.findOne({ alias: microsoftAlias });
  const elsewhere = await openOtherProvider(client, connection, "elsewhere", {
    postBrokerLoginFlowAlias: made?.postBrokerLoginFlowAlias,
  });
  for (const name of ["linked", "careful-linked", "stranger", "plain"]) {
    const email = `${name}@example.org`;
    await elsewhere.addPerson(email, password);
    const [here] = await client.users.find({ email, exact: true });
    if (name.endsWith("linked")) await elsewhere.link(email, here?.id ?? "");
  }
}

async function person(
  client: KeycloakAdminClient,
  email: string,
  credentials: Record<string, string>[],
  more: UserRepresentation = {},
): Promise<void> {
  const groups = ["/schools/demo"];
  await client.users.create({
    username: email,
    email,
    enabled: true,
    credentials,
    groups,
    ...more,
  });
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

describe("signing in with another account", { timeout: 60_000 }, () => {
  /** Presses the other account's button and signs in there. */
  async function byAnotherAccount(email: string): Promise<Visitor> {
    const visitor = await signInPage();
    await visitor.follow(/href="([^"]*\/broker\/elsewhere\/login[^"]*)"/);
    return visitor.send({ username: email, password });
  }

  it("leads somebody who has linked it straight to the school", async () => {
    const visitor = await byAnotherAccount("linked@example.org");
    expect(visitor.url).toEqual(backAtTheSchool);
  });

  it("is no way around the second factor", async () => {
    const visitor = await byAnotherAccount("careful-linked@example.org");
    expect(visitor.url).not.toContain(app);
    expect(visitor.fields).toContain("otp");
    await visitor.send({ otp: oneTimeCode(otpSecret) });
    expect(visitor.url).toEqual(backAtTheSchool);
  });

  it("opens nobody's account by an address alone: the mailbox has to agree", async () => {
    const visitor = await byAnotherAccount("plain@example.org");
    expect(visitor.url).not.toContain(app);
    // Keycloak's page asks whether to link; saying so sends a mail and nothing more.
    await visitor.send({ submitAction: "linkAccount" });
    expect(visitor.url).not.toContain(app);
    expect((await mails.mailbox.waitForMail("plain@example.org")).text).toContain("action-token");
  });

  it("makes no account for an address that no school knows", async () => {
    const visitor = await byAnotherAccount("stranger@example.org");
    expect(visitor.url).not.toContain(app);
    const connection = { url: keycloak.url, adminRealm: "master", credentials: keycloak.admin };
    const client = await connect(connection, realm);
    expect(await client.users.find({ email: "stranger@example.org" })).toEqual([]);
  });
});
