import { once } from "node:events";
import { createServer } from "node:net";
import { expect, it } from "vitest";
import { freePort, isPortFree } from "./port.ts";

it("gives a port that is free", async () => {
  expect(await isPortFree(await freePort())).toBe(true);
});

it.each(["127.0.0.1", "0.0.0.0"])("sees a port that somebody listens on at %s", async (host) => {
  const server = createServer().listen({ port: 0, host });
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  expect(await isPortFree(address.port)).toBe(false);
  server.close();
});
