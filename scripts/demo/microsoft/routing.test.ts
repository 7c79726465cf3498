import { createHash } from "node:crypto";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { type IncomingMessage, request } from "node:http";
import type { Socket } from "node:net";
import { connect, type TLSSocket } from "node:tls";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningMicrosoft, startMicrosoft } from "./microsoft.ts";

let microsoft: RunningMicrosoft;

beforeAll(async () => {
  microsoft = await startMicrosoft();
});

afterAll(() => microsoft.stop());

/** Asks the proxy for a tunnel, as Keycloak does. */
async function tunnel(target: string): Promise<{ status?: number; socket: Socket }> {
  const proxy = new URL(microsoft.loginUrl);
  const asked = request({
    host: proxy.hostname,
    port: proxy.port,
    method: "CONNECT",
    path: target,
  });
  asked.end();
  const [answer, socket] = (await once(asked, "connect")) as [IncomingMessage, Socket];
  return { status: answer.statusCode, socket };
}

/** Speaks TLS with the host of that name, and trusts what Keycloak is told to trust. */
async function secured(socket: Socket, host: string): Promise<TLSSocket> {
  const [file = ""] = microsoft.trustedCertificates;
  const tls = connect({ socket, servername: host, ca: await readFile(file) });
  await once(tls, "secureConnect");
  return tls;
}

describe("the proxy that Keycloak is given", () => {
  it("is named for both hosts of Microsoft", () => {
    const [argument] = microsoft.keycloakArguments;
    expect(argument).toBe(
      `--spi-connections-http-client--default--proxy-mappings=login.microsoftonline.com;${microsoft.loginUrl},graph.microsoft.com;${microsoft.loginUrl}`,
    );
  });

  it.each(["login.microsoftonline.com", "graph.microsoft.com"])(
    "leads to the stand-in as %s, with a certificate of the authority that is to be trusted",
    async (host) => {
      const { status, socket } = await tunnel(`${host}:443`);
      expect(status).toBe(200);
      const tls = await secured(socket, host);
      tls.end(`GET /v1.0/me HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
      const [answer] = await once(tls, "data");
      expect(String(answer)).toMatch(/^HTTP\/1.1 401 /);
      tls.destroy();
    },
  );

  it("leads nowhere else", async () => {
    for (const target of ["www.example.org:443", "graph.microsoft.com:80"]) {
      const { status, socket } = await tunnel(target);
      expect(status, target).toBe(403);
      socket.destroy();
    }
  });
});

it("names the public key that a browser is to take", async () => {
  const { socket } = await tunnel("login.microsoftonline.com:443");
  const tls = await secured(socket, "login.microsoftonline.com");
  const key = tls.getPeerX509Certificate()?.publicKey.export({ type: "spki", format: "der" });
  tls.destroy();
  expect(key && createHash("sha256").update(key).digest("base64")).toBe(microsoft.publicKeyHash);
});

it("answers for control without TLS alone", async () => {
  const { socket } = await tunnel("login.microsoftonline.com:443");
  const tls = await secured(socket, "login.microsoftonline.com");
  tls.end(
    "POST /control/people HTTP/1.1\r\nHost: login.microsoftonline.com\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}",
  );
  const [answer] = await once(tls, "data");
  tls.destroy();
  expect(String(answer)).toMatch(/^HTTP\/1.1 404 /);
});
