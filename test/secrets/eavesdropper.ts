import { request as ask, createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** Stands between a command and its server: keeps what they send each other. */
export interface Eavesdropper extends AsyncDisposable {
  /** Where commands reach the server through it. */
  readonly url: string;
  /** Everything that was sent, in both directions. */
  heard(): string;
  /** Every access token that was used. */
  tokens(): string[];
  /** From now on, answers in the server's place where this gives an answer. */
  answerFor(answer: Answering): void;
}

/** An answer in the server's place; `undefined` leaves it to the server. */
export type Answering = (
  method: string,
  path: string,
) => { status: number; body: string } | undefined;

/** Starts one in front of a server on this machine. */
export async function eavesdropOn(serverUrl: string): Promise<Eavesdropper> {
  const target = new URL(serverUrl);
  const heard: string[] = [];
  const tokens = new Set<string>();
  let answering: Answering = () => undefined;

  const proxy = createServer(async (incoming, outgoing) => {
    const { method = "GET", url: path = "/", headers } = incoming;
    const body = await bodyOf(incoming);
    const [kind = "", credential = ""] = headers.authorization?.split(" ") ?? [];
    if (kind === "Bearer") tokens.add(credential);
    else heard.push(Buffer.from(credential, "base64").toString());
    heard.push(body.toString());

    const instead = answering(method, path);
    if (instead) {
      outgoing.writeHead(instead.status, { "content-type": "application/json" });
      outgoing.end(instead.body);
      return;
    }
    const { hostname: host, port } = target;
    const asked = ask({ host, port, method, path, headers }, async (answer) => {
      const content = await bodyOf(answer);
      heard.push(content.toString());
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      outgoing.end(content);
    });
    asked.on("error", () => outgoing.destroy());
    asked.end(body);
  });
  await new Promise<void>((listening) => proxy.listen(0, "127.0.0.1", listening));
  const { port } = proxy.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    heard: () => heard.join("\n"),
    tokens: () => [...tokens],
    answerFor: (answer) => {
      answering = answer;
    },
    async [Symbol.asyncDispose]() {
      proxy.closeAllConnections();
      await new Promise((closed) => proxy.close(closed));
    },
  };
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
