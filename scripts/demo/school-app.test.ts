import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { type ServerType, serve } from "@hono/node-server";
import { Hono } from "hono";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { schoolApp } from "./school-app.ts";

const url = "http://localhost:4001";
const clientId = "school-demo";

/** An OpenID provider that lets everybody in as the person it is told. */
class Issuer {
  url = "";
  #server?: ServerType;
  #keys?: CryptoKeyPair;
  /** What the next ID token says beside the nonce. */
  claims: JWTPayload = {};
  nonce = "";
  tokenRequest: Record<string, unknown> = {};

  async start() {
    this.#keys = (await generateKeyPair("RS256")) as CryptoKeyPair;
    const { publicKey } = this.#keys;
    const app = new Hono()
      .get("/.well-known/openid-configuration", (context) =>
        context.json({
          issuer: this.url,
          authorization_endpoint: `${this.url}/authorize`,
          token_endpoint: `${this.url}/token`,
          end_session_endpoint: `${this.url}/end-session`,
          jwks_uri: `${this.url}/keys`,
        }),
      )
      .get("/keys", async (context) =>
        context.json({ keys: [{ ...(await exportJWK(publicKey)), alg: "RS256", kid: "1" }] }),
      )
      .post("/token", async (context) => {
        this.tokenRequest = await context.req.parseBody();
        return context.json({
          access_token: "unused",
          token_type: "Bearer",
          id_token: await this.signed({ nonce: this.nonce, ...this.claims }),
        });
      });
    this.#server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" });
    await once(this.#server, "listening");
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop() {
    this.#server?.close();
  }

  signed(payload: JWTPayload): Promise<string> {
    if (!this.#keys) throw new Error("not started");
    return new SignJWT(payload)
      .setProtectedHeader({ alg: "RS256", kid: "1" })
      .setIssuer(this.url)
      .setAudience((payload.aud as string) ?? clientId)
      .setIssuedAt()
      .setExpirationTime("5m")
      .sign(this.#keys.privateKey);
  }
}

const issuer = new Issuer();
beforeAll(() => issuer.start());
afterAll(() => issuer.stop());

let app: Hono;
let browser: Browser;
beforeEach(() => {
  issuer.claims = { sub: "anna", sid: "session-1", email: "anna@example.org" };
  app = schoolApp({ id: "demo", name: 'École <b>"demo"</b>', issuer: issuer.url, clientId }, url);
  browser = new Browser();
});

/** Keeps cookies, follows nothing. */
class Browser {
  readonly cookies = new Map<string, string>();

  async get(path: string): Promise<Response> {
    return this.request(path, {});
  }

  async request(path: string, init: RequestInit): Promise<Response> {
    const cookie = [...this.cookies].map((pair) => pair.join("=")).join("; ");
    const response = await app.request(new URL(path, url), {
      ...init,
      headers: { ...init.headers, cookie },
    });
    for (const set of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      this.cookies.set(name, value);
    }
    return response;
  }

  /** Begins a sign-in and gives the address at Keycloak. */
  async begin(path = "/sign-in"): Promise<URL> {
    const location = (await this.get(path)).headers.get("location") ?? "";
    const authorization = new URL(location);
    issuer.nonce = authorization.searchParams.get("nonce") ?? "";
    return authorization;
  }

  async signIn(path = "/sign-in"): Promise<Response> {
    const authorization = await this.begin(path);
    return this.get(`/callback?code=x&state=${authorization.searchParams.get("state")}`);
  }

  async isSignedIn(): Promise<boolean> {
    return (await (await this.get("/")).text()).includes("Se déconnecter");
  }
}

describe("signing in", () => {
  it("asks with PKCE, state, nonce and the exact registered address", async () => {
    const { searchParams } = await browser.begin();
    expect(searchParams.get("code_challenge_method")).toBe("S256");
    expect(searchParams.get("redirect_uri")).toBe(`${url}/callback`);
    for (const name of ["code_challenge", "state", "nonce"])
      expect(searchParams.get(name)).toBeTruthy();
    expect(searchParams.has("ui_locales")).toBe(false);
  });

  it("passes the wanted language on", async () => {
    const page = await (await browser.get("/?ui_locales=nl")).text();
    expect(page).toContain("ui_locales=nl");
    const { searchParams } = await browser.begin("/sign-in?ui_locales=nl");
    expect(searchParams.get("ui_locales")).toBe("nl");
  });

  it("shows who is signed in and what the token says", async () => {
    expect((await browser.signIn()).headers.get("location")).toBe(`${url}/`);
    expect(issuer.tokenRequest.code_verifier).toBeTruthy();
    const page = await (await browser.get("/")).text();
    expect(page).toContain("anna@example.org");
    expect(page).toContain("session-1");
  });

  it("leads to the person's account at the portal, and from there back", async () => {
    await browser.signIn();
    const link = `<a href="${issuer.url}/account/?referrer=${clientId}">Mon compte</a>`;
    for (const path of ["/", "/classes/3b"])
      expect(await (await browser.get(path)).text()).toContain(link);
  });

  it("leads to the page that was asked for", async () => {
    const response = await browser.get("/classes/3b");
    const signInPath = response.headers.get("location") ?? "";
    expect((await browser.signIn(signInPath)).headers.get("location")).toBe(`${url}/classes/3b`);
    expect(await (await browser.get("/classes/3b")).text()).toContain("Classe 3b");
  });

  it.each([
    "//evil.example",
    "https://evil.example/",
    "/.//evil.example",
    "\\\\evil.example",
    `blob:${url}/x`,
    "http://user:password@localhost:4001/",
    `${url}.evil.example/`,
    "javascript:alert(1)",
  ])("never leads out of the application: %s", async (returnTo) => {
    const response = await browser.signIn(`/sign-in?return_to=${encodeURIComponent(returnTo)}`);
    const location = response.headers.get("location") ?? "";
    expect(location.startsWith(`${url}/`)).toBe(true);
  });

  it("goes home with an answer that came after another tab's, and takes nothing over", async () => {
    const late = (await browser.begin()).searchParams.get("state");
    await browser.signIn();
    issuer.claims = { sub: "mallory", email: "mallory@example.org" };
    const response = await browser.get(`/callback?code=x&state=${late}`);
    expect(response.headers.get("location")).toBe("/");
    expect(await (await browser.get("/")).text()).not.toContain("mallory");
  });

  it("says so on a page when the portal does not answer", async () => {
    app = schoolApp({ id: "demo", name: "École", issuer: "http://127.0.0.1:1", clientId }, url);
    const response = await browser.get("/sign-in");
    expect(response.status).toBe(502);
    expect(await response.text()).toContain("Le portail ne répond pas");
  });

  it("refuses an answer to a sign-in that another browser began", async () => {
    const state = (await browser.begin()).searchParams.get("state");
    const other = new Browser();
    expect((await other.get(`/callback?code=x&state=${state}`)).status).toBe(400);
    expect(await other.isSignedIn()).toBe(false);
  });

  it("refuses an answer that is sent a second time", async () => {
    const state = (await browser.begin()).searchParams.get("state");
    await browser.get(`/callback?code=x&state=${state}`);
    issuer.tokenRequest = {};
    await browser.get(`/callback?code=x&state=${state}`);
    expect(issuer.tokenRequest).toEqual({});
  });

  it("refuses a token made for another sign-in", async () => {
    const state = (await browser.begin()).searchParams.get("state");
    issuer.nonce = "another";
    expect((await browser.get(`/callback?code=x&state=${state}`)).status).toBe(400);
    expect(await browser.isSignedIn()).toBe(false);
  });

  it("changes the session's id, so that nobody can have planted it", async () => {
    await browser.begin();
    const before = browser.cookies.get("session-demo");
    await browser.signIn();
    expect(browser.cookies.get("session-demo")).not.toBe(before);
  });

  it("shows names as text, whatever is in them", async () => {
    issuer.claims = { sub: "x", given_name: "<script>alert(1)</script>" };
    await browser.signIn();
    const page = await (await browser.get("/")).text();
    expect(page).not.toContain("<script>");
    expect(page).not.toContain("<b>");
    expect(page).toContain("&lt;script&gt;");
  });
});

describe("signing out", () => {
  it("ends the session here and at the portal", async () => {
    await browser.signIn();
    const response = await browser.request("/sign-out", {
      method: "POST",
      headers: { origin: url, "content-type": "application/x-www-form-urlencoded" },
    });
    const target = new URL(response.headers.get("location") ?? "");
    expect(target.pathname).toBe("/end-session");
    expect(target.searchParams.get("post_logout_redirect_uri")).toBe(`${url}/`);
    expect(target.searchParams.get("id_token_hint")).toBeTruthy();
    expect(await browser.isSignedIn()).toBe(false);
  });

  it("does not let another site sign somebody out", async () => {
    await browser.signIn();
    const response = await browser.request("/sign-out", {
      method: "POST",
      headers: {
        origin: "https://evil.example",
        "content-type": "application/x-www-form-urlencoded",
      },
    });
    expect(response.status).toBe(403);
    expect(await browser.isSignedIn()).toBe(true);
  });
});

describe("signing out elsewhere", () => {
  const event = { "http://schemas.openid.net/event/backchannel-logout": {} };

  async function told(payload: JWTPayload): Promise<number> {
    const response = await app.request("/backchannel-logout", {
      method: "POST",
      body: new URLSearchParams({ logout_token: await issuer.signed(payload) }),
    });
    return response.status;
  }

  it("ends the session that it names", async () => {
    await browser.signIn();
    expect(await told({ jti: "1", events: event, sid: "session-1", sub: "anna" })).toBe(200);
    expect(await browser.isSignedIn()).toBe(false);
  });

  it("leaves the same person's other sessions", async () => {
    await browser.signIn();
    expect(await told({ jti: "1", events: event, sid: "session-2", sub: "anna" })).toBe(200);
    expect(await browser.isSignedIn()).toBe(true);
  });

  it.each<[string, JWTPayload]>([
    [
      "is meant for another application",
      { jti: "1", events: event, sid: "session-1", aud: "other" },
    ],
    ["is no sign-out", { jti: "1", events: {}, sid: "session-1" }],
    ["has a nonce, as an ID token has", { jti: "1", events: event, sid: "session-1", nonce: "x" }],
    ["names nobody", { jti: "1", events: event }],
  ])("refuses a message that %s", async (_, payload) => {
    await browser.signIn();
    expect(await told(payload)).toBe(400);
    expect(await browser.isSignedIn()).toBe(true);
  });
});
