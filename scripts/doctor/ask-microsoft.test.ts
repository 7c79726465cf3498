import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { shippedConfig } from "../../test/support/shipped-config.ts";
import { type RunningMicrosoft, startMicrosoft } from "../demo/microsoft/microsoft.ts";
import { askMicrosoft } from "./ask-microsoft.ts";

const variables = {
  MICROSOFT_CLIENT_ID: "an-application",
  MICROSOFT_CLIENT_SECRET: "a ~secret&more",
};
const config = await shippedConfig(variables);

let server: Server | undefined;
afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((closed) => (server ? server.close(closed) : closed(undefined)));
  server = undefined;
});

/** Starts something in Microsoft's place, and asks it. */
async function ask(listener: RequestListener, limitMs?: number) {
  const listening = createServer(listener);
  server = listening;
  await new Promise<void>((started) => listening.listen(0, "127.0.0.1", started));
  const { port } = listening.address() as AddressInfo;
  const answer = await askMicrosoft(
    config,
    { MICROSOFT_LOGIN_URL: `http://127.0.0.1:${port}` },
    limitMs,
  );
  return { answer, host: `127.0.0.1:${port}` };
}

const answering =
  (status: number, body: unknown): RequestListener =>
  (_, outgoing) =>
    outgoing.writeHead(status).end(typeof body === "string" ? body : JSON.stringify(body));

describe("Microsoft is asked", () => {
  it("for a token of the application itself, which is thrown away", async () => {
    let asked = "";
    const { answer } = await ask(async (incoming, outgoing) => {
      asked = `${incoming.method} ${incoming.url} `;
      for await (const chunk of incoming) asked += chunk;
      outgoing.end('{"access_token":"not-a-token","token_type":"Bearer","expires_in":3599}');
    });
    const [method, path, body] = asked.split(" ");
    expect([method, path]).toEqual(["POST", "/common/oauth2/v2.0/token"]);
    expect(Object.fromEntries(new URLSearchParams(body))).toEqual({
      grant_type: "client_credentials",
      scope: "https://graph.microsoft.com/.default",
      client_id: "an-application",
      client_secret: "a ~secret&more",
    });
    expect(answer).toEqual({ is: "accepted" });
  });

  it("only where there is an application", async () => {
    const nowhere = { MICROSOFT_LOGIN_URL: "http://127.0.0.1:1" };
    expect(await askMicrosoft(await shippedConfig(), nowhere)).toBeNull();
  });
});

describe("what Microsoft refuses", () => {
  const description =
    "AADSTS7000215: Invalid client secret provided for app 'an-application'.\r\nTrace ID: 255d1aef-8c98-452f-ac51-23d051240864";

  it("is told by its code, without the description", async () => {
    const error = { error: "invalid_client", error_description: description };
    const { answer } = await ask(answering(401, { ...error, error_codes: [7000215] }));
    expect(answer).toEqual({ is: "refused", error: "invalid_client", code: 7000215 });
  });

  it("has its code in the description alone where no list has it", async () => {
    const error = { error: "invalid_client", error_description: description };
    const { answer } = await ask(answering(401, error));
    expect(answer).toEqual({ is: "refused", error: "invalid_client", code: 7000215 });
  });

  it("may have no code", async () => {
    const { answer } = await ask(answering(400, { error: "invalid_request", error_codes: ["x"] }));
    expect(answer).toEqual({ is: "refused", error: "invalid_request" });
  });
});

describe("the stand-in for Microsoft", () => {
  let microsoft: RunningMicrosoft;
  beforeAll(async () => {
    microsoft = await startMicrosoft();
  });
  afterAll(() => microsoft?.stop());

  it.each<[string, () => Partial<NonNullable<typeof config.microsoft>>, object]>([
    ["takes the application's secret", () => ({}), { is: "accepted" }],
    ["takes it for one organisation", () => ({ tenant: microsoft.tenant }), { is: "accepted" }],
    ["knows a wrong one", () => ({ clientSecret: "another" }), { code: 7000215 }],
    [
      "knows one that has expired",
      () => ({ clientSecret: microsoft.expiredSecret }),
      { code: 7000222 },
    ],
    ["knows no other application", () => ({ clientId: "another" }), { code: 700016 }],
    ["knows no such tenant", () => ({ tenant: "nowhere.example" }), { code: 90002 }],
  ])("%s", async (_, change, answer) => {
    const application = { tenant: "common", ...microsoft.client, ...change() };
    const env = { MICROSOFT_LOGIN_URL: microsoft.loginUrl };
    const found = await askMicrosoft({ ...config, microsoft: application }, env);
    expect(found).toMatchObject(answer);
  });
});

describe("what is not Microsoft's answer is told as silence", () => {
  it.each([
    ["a page", 502, "<html>Bad gateway</html>"],
    ["half an answer", 200, '{"access_token":"not-a-'],
    ["an empty token", 200, { access_token: "" }],
    ["a list", 200, []],
    ["nothing", 204, ""],
    ["words in the place of an error", 400, { error: "Look \u001b[2J here" }],
  ])("%s", async (_, status, body) => {
    const { answer, host } = await ask(answering(status, body));
    expect(answer).toEqual({ is: "silent", host, why: `it answered ${status}` });
  });

  it("a way elsewhere, to which no secret is sent", async () => {
    const asked: (string | undefined)[] = [];
    const { answer } = await ask((incoming, outgoing) => {
      asked.push(incoming.url);
      outgoing.writeHead(307, { location: "/elsewhere" }).end();
    });
    expect(answer).toMatchObject({ is: "silent", why: "it answered 307" });
    expect(asked).toEqual(["/common/oauth2/v2.0/token"]);
  });

  it("nobody who listens", async () => {
    const answer = await askMicrosoft(config, { MICROSOFT_LOGIN_URL: "http://127.0.0.1:1" });
    expect(answer).toMatchObject({ is: "silent", host: "127.0.0.1:1" });
  });

  it("one who takes too long", async () => {
    const { answer } = await ask(() => {}, 50);
    expect(answer).toMatchObject({ is: "silent", why: "it did not answer in time" });
  });

  it("an answer that breaks off", async () => {
    const { answer } = await ask((_, outgoing) => {
      outgoing.writeHead(200, { "content-length": "100" });
      outgoing.write('{"access_token"');
      outgoing.socket?.end();
    });
    expect(answer).toMatchObject({ is: "silent" });
  });
});

describe("the address in Microsoft's place", () => {
  it.each([
    "http://login.example.org",
    "ftp://127.0.0.1",
    "login.example.org",
    "https://a:hunter2@b",
  ])("is refused as %s, and not repeated", async (address) => {
    const refused = askMicrosoft(config, { MICROSOFT_LOGIN_URL: address });
    await expect(refused).rejects.toMatchObject({
      code: "MICROSOFT_LOGIN_URL",
      message: expect.not.stringContaining("hunter2"),
    });
  });
});
