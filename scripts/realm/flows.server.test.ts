import { createHmac } from "node:crypto";
import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
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
const otpSecret = "a secret of an authenticator app";

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

/** The code an authenticator app shows now (RFC 6238). */
function oneTimeCode(): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const hash = createHmac("sha1", otpSecret).update(counter).digest();
  const offset = (hash.at(-1) ?? 0) & 15;
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

/** A browser of the simplest kind: keeps cookies, follows redirects on the server, sends forms. */
class Visitor {
  readonly #cookies = new Map<string, string>();
  /** The page it is on, or the address of the application that it was sent to. */
  html = "";
  url = "";

  async open(address: string, form?: Record<string, string>): Promise<this> {
    let request: { url: string; form?: Record<string, string> } = { url: address, form };
    for (;;) {
      this.url = request.url;
      if (request.url.startsWith(app)) return this;
      const answer = await fetch(request.url, {
        redirect: "manual",
        method: request.form ? "POST" : "GET",
        ...(request.form ? { body: new URLSearchParams(request.form) } : {}),
        headers: {
          cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; "),
        },
      });
      for (const cookie of answer.headers.getSetCookie()) {
        const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
        this.#cookies.set(name, value);
      }
      const location = answer.headers.get("location");
      if (!location) {
        this.html = await answer.text();
        return this;
      }
      request = { url: new URL(location, request.url).href };
    }
  }

  send(form: Record<string, string>): Promise<this> {
    return this.open(this.formAddress, form);
  }

  /** Where the form of this page is sent to. */
  get formAddress(): string {
    return this.#address(/action="([^"]+)"/);
  }

  follow(link: RegExp): Promise<this> {
    return this.open(this.#address(link));
  }

  #address(pattern: RegExp): string {
    const found = pattern.exec(this.html)?.[1];
    if (!found) throw new Error(`nothing like ${pattern} on ${this.url}`);
    return new URL(found.replaceAll("&amp;", "&"), this.url).href;
  }

  /** What the page asks for: the names of its visible fields. */
  get fields(): string[] {
    return [...this.html.matchAll(/<input[^>]*\bname="([^"]+)"/g)].map(([, name = ""]) => name);
  }
}

function signInPage(): Promise<Visitor> {
  const url = new URL(`${keycloak.url}/realms/${realm}/protocol/openid-connect/auth`);
  url.search = new URLSearchParams({
    client_id: "school-demo",
    redirect_uri: `${app}/callback`,
    response_type: "code",
    scope: "openid",
    code_challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
    code_challenge_method: "S256",
  }).toString();
  return new Visitor().open(url.href);
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
    await visitor.send({ otp: oneTimeCode() });
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
