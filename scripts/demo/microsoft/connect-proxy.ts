import type { Server } from "node:http";
import { connect } from "node:net";
import { microsoftHosts } from "./hosts.ts";

const answer = (line: string) => `HTTP/1.1 ${line}\r\n\r\n`;

/**
 * Lets an HTTP server be a proxy too, for Microsoft's hosts alone: whoever asks for a tunnel to one of
 * them gets one to the stand-in.
 *
 * @param port where the stand-in speaks TLS on the loopback interface
 */
export function proxyMicrosoft(server: Server, port: number): void {
  const targets = Object.values(microsoftHosts).map((host) => `${host}:443`);
  server.on("connect", (request, client, head) => {
    // A side that hangs up takes the other with it; there is nothing to tell anybody.
    client.on("error", () => client.destroy());
    if (!targets.includes(request.url ?? "")) {
      client.end(answer("403 Forbidden"));
      return;
    }
    const target = connect({ host: "127.0.0.1", port });
    target.on("error", () => client.destroy());
    target.on("close", () => client.destroy());
    client.on("close", () => target.destroy());
    target.once("connect", () => {
      client.write(answer("200 Connection Established"));
      target.write(head);
      target.pipe(client).pipe(target);
    });
  });
}
