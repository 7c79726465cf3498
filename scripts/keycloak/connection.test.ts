import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { decodeJwt } from "jose";
import { afterEach, expect, test, vi } from "vitest";
import { newClientKey } from "./client-key.ts";
import { connect, connectionFrom } from "./connection.ts";
import { isPassing } from "./server-error.ts";

const KEYCLOAK_URL = "https://login.example.org/";
const person = { KEYCLOAK_ADMIN_USER: "ops", KEYCLOAK_ADMIN_PASSWORD: "p" };
const service = { PORTAIL_CLIENT_ID: "portail", PORTAIL_CLIENT_SECRET: "s" };

test("a service account is taken before a person's account, its key before a secret", () => {
  expect(connectionFrom({ KEYCLOAK_URL, ...person, ...service })).toEqual({
    url: "https://login.example.org",
    adminRealm: "master",
    credentials: { clientId: "portail", clientSecret: "s" },
  });
  const key = { ...service, PORTAIL_CLIENT_KEY: "k", KEYCLOAK_ADMIN_REALM: "itschool" };
  expect(connectionFrom({ KEYCLOAK_URL, ...person, ...key })).toEqual({
    url: "https://login.example.org",
    adminRealm: "itschool",
    credentials: { clientId: "portail", clientKey: "k" },
  });
  expect(connectionFrom({ KEYCLOAK_URL, ...person, KEYCLOAK_ADMIN_REALM: "itschool" })).toEqual({
    url: "https://login.example.org",
    adminRealm: "itschool",
    credentials: { user: "ops", password: "p" },
  });
});

test.each([
  ["the address", person, "KEYCLOAK_URL"],
  ["both accounts", { KEYCLOAK_URL }, "PORTAIL_CLIENT_ID"],
  ["the key", { KEYCLOAK_URL, PORTAIL_CLIENT_ID: "portail" }, "PORTAIL_CLIENT_KEY"],
  ["the password", { KEYCLOAK_URL, KEYCLOAK_ADMIN_USER: "ops" }, "KEYCLOAK_ADMIN_PASSWORD"],
])("%s missing is told by the variable's name", (_, env, name) => {
  expect(() => connectionFrom(env)).toThrow(
    expect.objectContaining({
      code: "CONNECTION_INCOMPLETE",
      message: expect.stringContaining(name),
    }),
  );
});

test("an address that is none is told", () => {
  expect(() => connectionFrom({ KEYCLOAK_URL: "login.example.org", ...person })).toThrow(
    expect.objectContaining({ code: "CONNECTION_URL" }),
  );
});

test.each([
  "https://admin:hunter2@login.example.org",
  "ftp://admin:hunter2@login.example.org",
  "https//admin:hunter2@login.example.org",
])("an address with a password in it is refused, and the password is not shown: %s", (url) => {
  expect(() => connectionFrom({ KEYCLOAK_URL: url, ...person })).toThrow(
    expect.objectContaining({
      code: "CONNECTION_URL",
      message: expect.not.stringContaining("hunter2"),
    }),
  );
});

/** A server that calls itself as it likes and refuses every token with these words. */
function refusing(issuer: string, error_description: string) {
  const fetch = vi.fn(async (input: string | URL, _options?: RequestInit) =>
    String(input).endsWith("/token")
      ? Response.json({ error: "invalid_client", error_description }, { status: 400 })
      : Response.json({ issuer }),
  );
  // An answer that was made by hand has no address of its own.
  vi.stubGlobal("fetch", async (input: string | URL, options?: RequestInit) => {
    const answer = await fetch(input, options);
    return Object.defineProperty(answer, "url", { value: String(input) });
  });
  return fetch;
}
afterEach(() => vi.unstubAllGlobals());

test("a key signs for the name that the server gives itself, which may not be the one it is asked by", async () => {
  const issuer = "https://login.example.org/realms/itschool";
  const fetch = refusing(issuer, "Unable to load public key");
  const credentials = { clientId: "portail", clientKey: newClientKey() };
  const inner = { url: "http://127.0.0.1:8080", adminRealm: "itschool", credentials };
  await expect(connect(inner, "itschool")).rejects.toMatchObject({
    code: "SERVER_SIGN_IN_REFUSED",
    remedy: expect.stringContaining("PORTAIL_CLIENT_KEY"),
  });
  const [asked, options] = fetch.mock.calls.at(-1) ?? [];
  expect(asked).toBe(`${inner.url}/realms/itschool/protocol/openid-connect/token`);
  const assertion = new URLSearchParams(String(options?.body)).get("client_assertion") ?? "";
  expect(decodeJwt(assertion)).toMatchObject({ iss: "portail", sub: "portail", aud: issuer });
});

test.each(["Token is not active", "Token was issued in the future"])(
  "clocks that are apart are told as what they are (%s)",
  async (words) => {
    refusing("http://127.0.0.1:8080/realms/itschool", words);
    const credentials = { clientId: "portail", clientKey: newClientKey() };
    const connection = { url: "http://127.0.0.1:8080", adminRealm: "itschool", credentials };
    await expect(connect(connection, "itschool")).rejects.toMatchObject({
      code: "SERVER_CLOCKS_APART",
    });
  },
);

test("a server that takes a request and never answers is not waited for longer than a minute", async () => {
  const passed = AbortSignal.abort(new DOMException("The time is up", "TimeoutError"));
  const limit = vi.spyOn(AbortSignal, "timeout").mockReturnValue(passed);
  const url = "http://127.0.0.1:1";
  for (const credentials of [
    { user: "ops", password: "p" },
    { clientId: "portail", clientSecret: "s" },
    { clientId: "portail", clientKey: newClientKey() },
  ]) {
    await expect(connect({ url, adminRealm: "master", credentials }, "any")).rejects.toMatchObject({
      code: "SERVER_UNREACHABLE",
      message: expect.stringContaining("did not answer in time"),
    });
  }
  expect(limit).toHaveBeenCalledTimes(3);
  expect(limit).toHaveBeenCalledWith(60_000);
  limit.mockRestore();
});

test("a server whose answer breaks off is told like one that is silent, and may be asked again", async () => {
  const server = createServer((_, outgoing) => {
    outgoing.writeHead(200, { "content-type": "application/json", "content-length": "100" });
    outgoing.write('{"access_token"');
    outgoing.socket?.end();
  });
  await new Promise<void>((started) => server.listen(0, "127.0.0.1", started));
  const { port } = server.address() as AddressInfo;
  const connection = connectionFrom({ KEYCLOAK_URL: `http://127.0.0.1:${port}`, ...person });
  const failure = await connect(connection, "itschool").catch((error) => error);
  server.close();
  expect(failure).toMatchObject({
    code: "SERVER_UNREACHABLE",
    message: expect.stringContaining("it broke off the connection"),
  });
  expect(isPassing(failure)).toBe(true);
});
