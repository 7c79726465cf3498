import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { createInterface } from "node:readline";

/** One mail that a server has taken. */
export interface TakenMail {
  readonly to: string;
  /** Milliseconds, of a clock that only runs forward. */
  readonly atMs: number;
}

/** A mail server on the loopback interface that notes for whom it took mails, and keeps none. */
export interface TestMailServer extends AsyncDisposable {
  readonly port: number;
  /** In the order they came. */
  readonly taken: readonly TakenMail[];
  /** How many mails were tried. */
  readonly tried: number;
  /** Addresses it takes no mail for; `true` for all. */
  refuses: ReadonlySet<string> | true;
  /** How long it thinks about each mail. */
  delayMs: number;
  /** Resolves once it has taken so many mails in all. */
  hasTaken(count: number): Promise<void>;
}

/** Starts a mail server that takes every mail until it is told otherwise. */
export async function startTestMailServer(): Promise<TestMailServer> {
  const taken: TakenMail[] = [];
  const waiting = new Map<number, () => void>();
  const sockets = new Set<Socket>();
  const state = {
    tried: 0,
    refuses: new Set() as ReadonlySet<string> | true,
    delayMs: 0,
  };
  const isRefused = (to: string) => state.refuses === true || state.refuses.has(to);
  const take = (to: string) => {
    taken.push({ to, atMs: performance.now() });
    waiting.get(taken.length)?.();
  };
  const server = createServer((socket) => {
    sockets.add(socket.once("close", () => sockets.delete(socket)));
    const say = (text: string) => socket.write(`${text}\r\n`);
    let to = "";
    let isMail = false;
    say("220 mail");
    // A client that goes away in the middle has nothing to be told.
    socket.on("error", () => socket.destroy());
    createInterface({ input: socket }).on("line", (line) => {
      const [, recipient] = /^rcpt to:<(.*)>/i.exec(line) ?? [];
      if (isMail) {
        if (line !== ".") return;
        isMail = false;
        setTimeout(() => {
          take(to);
          say("250 taken");
        }, state.delayMs);
      } else if (recipient !== undefined) {
        state.tried++;
        to = recipient;
        say(isRefused(to) ? "550 nobody here has that address" : "250 ok");
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
  const { port } = server.address() as AddressInfo;
  return Object.assign(state, {
    port,
    taken,
    hasTaken: (count: number) =>
      taken.length >= count
        ? Promise.resolve()
        : new Promise<void>((resolve) => waiting.set(count, resolve)),
    async [Symbol.asyncDispose]() {
      const closed = once(server, "close");
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  });
}
