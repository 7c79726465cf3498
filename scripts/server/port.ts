import { createServer } from "node:net";

/** A TCP port of the loopback interface that nobody uses at this moment. */
export async function freePort(): Promise<number> {
  const port = await boundPort(0, "127.0.0.1");
  if (port === null) throw new Error("the system gave no free port");
  return port;
}

/** Whether nobody listens on the port, neither on IPv4's loopback address nor on IPv6's. */
export async function isPortFree(port: number): Promise<boolean> {
  // `localhost` is either address, depending on who resolves it.
  return (await isFree(port, "127.0.0.1")) && (await isFree(port, "::1"));
}

async function isFree(port: number, host: string): Promise<boolean> {
  return (await boundPort(port, host)) !== null;
}

/** The port that could be bound, or null where it is taken. */
function boundPort(port: number, host: string): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") resolve(null);
      // A machine without IPv6: nobody can listen there.
      else if (error.code === "EADDRNOTAVAIL" || error.code === "EAFNOSUPPORT") resolve(port);
      else reject(error);
    });
    server.listen({ port, host }, () => {
      const address = server.address();
      server.close(() =>
        resolve(address !== null && typeof address === "object" ? address.port : port),
      );
    });
  });
}
