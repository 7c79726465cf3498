import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { expect, it } from "vitest";
import { freePort } from "../server/port.ts";
import { silentTeller } from "../terminal.ts";
import { choosePorts } from "./ports.ts";

it("gives each part the port it likes where that is free", async () => {
  const port = await freePort();
  expect(await choosePorts({ Mail: port }, silentTeller)).toEqual({ Mail: port });
});

it("gives another port, and says so, where somebody has taken it", async () => {
  const server = createServer().listen({ port: 0, host: "127.0.0.1" });
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const warnings: string[] = [];
  const teller = { ...silentTeller, warn: (what: string) => warnings.push(what) };
  const { Mail } = await choosePorts({ Mail: port }, teller);
  expect(Mail).not.toBe(port);
  expect(warnings).toEqual([`Port ${port} is taken: Mail uses ${Mail}`]);
  server.close();
});
