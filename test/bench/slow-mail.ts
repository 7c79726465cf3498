import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { createInterface } from "node:readline";

/** A mail server on the loopback interface that takes every mail and keeps none. */
export interface SlowMail extends AsyncDisposable {
  port: number;
}

/** @param delayMs what it takes to say that a mail was taken, as a server does that looks for spam */
export async function startSlowMail(delayMs: number): Promise<SlowMail> {
  const server = createServer((socket) => {
    const say = (text: string) => socket.write(`${text}\r\n`);
    let isMail = false;
    say("220 mail");
    // A client that goes away in the middle has nothing to be told.
    socket.on("error", () => socket.destroy());
    createInterface({ input: socket }).on("line", (line) => {
      if (isMail) {
        if (line !== ".") return;
        isMail = false;
        setTimeout(say, delayMs, "250 taken");
      } else if (/^data$/i.test(line)) {
        isMail = true;
        say("354 go on");
      } else if (/^quit$/i.test(line)) {
        socket.end("221 bye\r\n");
      } else {
        say("250 ok");
      }
    });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return {
    port: (server.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      const closed = once(server, "close");
      server.close();
      await closed;
    },
  };
}
