import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type RequestListener } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo, Server } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { Application } from "./application.ts";
import { AuthorizationServer } from "./authorization-server.ts";
import { microsoftCertificates } from "./certificates.ts";
import { proxyMicrosoft } from "./connect-proxy.ts";
import { controlRoutes } from "./control.ts";
import { graph } from "./graph.ts";
import { microsoftHosts } from "./hosts.ts";
import { People } from "./people.ts";
import { signIn } from "./sign-in.ts";

/*
 * A stand-in for Microsoft, for the demo and the tests. The addresses of Microsoft are built into
 * Keycloak's provider, so Keycloak and a browser are led to this machine when they ask for them.
 * Nothing under scripts/demo is part of what is deployed: neither of the JARs nor of the image.
 */

/** A running stand-in, and what leads a Keycloak and a browser to it. */
export interface RunningMicrosoft {
  /** Where it speaks TLS under Microsoft's names, on the loopback interface. */
  port: number;
  /** Further options of `kc.sh start`. */
  keycloakArguments: string[];
  /** Files with the certificates that Keycloak must trust. */
  trustedCertificates: string[];
  /** Options of Chromium; the certificate is not one that it trusts. */
  browserArguments: string[];
  /** What `--ignore-certificate-errors-spki-list` takes, for a browser of which nothing else is wanted. */
  publicKeyHash: string;
  /** The portal's registration. */
  client: { clientId: string; clientSecret: string };
  /** An earlier secret of it, which is refused since its time is over. */
  expiredSecret: string;
  /** The id of the organisation that the portal is registered at. */
  tenant: string;
  /** For `microsoftControl`. */
  control: string;
  /**
   * Where it answers without TLS, with the same paths as `https://login.microsoftonline.com` and
   * without a slash at the end, for programs that can't be led to it.
   */
  loginUrl: string;
  stop(): Promise<void>;
}

/** Where a stand-in listens; free ports without it. */
export interface MicrosoftOptions {
  port?: number;
  controlPort?: number;
}

const host = "127.0.0.1";

/** Starts a stand-in that knows nobody yet. */
export async function startMicrosoft(options: MicrosoftOptions = {}): Promise<RunningMicrosoft> {
  const application = new Application();
  const people = new People();
  const certificates = await microsoftCertificates();
  const authorizationServer = new AuthorizationServer({ application, people });
  const { provider } = authorizationServer;
  const microsoft = new Hono()
    .route("/", graph(provider, people))
    .route("/", signIn(provider, people));
  const local = new Hono()
    .route("/control", controlRoutes(application, people))
    .route("/", microsoft);
  const listener = (app: Hono): RequestListener => {
    const rest = getRequestListener(app.fetch);
    return (request, response) => {
      if (!authorizationServer.handle(request, response)) void rest(request, response);
    };
  };

  const tls = createTlsServer(
    { key: certificates.key, cert: certificates.certificate },
    listener(microsoft),
  );
  const plain = createServer(listener(local));
  const port = await listening(tls, options.port);
  proxyMicrosoft(plain, port);
  const plainPort = await listening(plain, options.controlPort);
  const folder = await mkdtemp(path.join(tmpdir(), "microsoft-"));
  const authorityFile = path.join(folder, "authority.pem");
  await writeFile(authorityFile, certificates.authority);

  const loginUrl = `http://${host}:${plainPort}`;
  const mappings = Object.values(microsoftHosts).map((name) => `${name};${loginUrl}`);
  return {
    port,
    keycloakArguments: [
      `--spi-connections-http-client--default--proxy-mappings=${mappings.join(",")}`,
    ],
    trustedCertificates: [authorityFile],
    browserArguments: [`--host-resolver-rules=MAP ${microsoftHosts.login}:443 ${host}:${port}`],
    publicKeyHash: certificates.publicKeyHash,
    client: { clientId: application.clientId, clientSecret: application.clientSecret },
    expiredSecret: application.expiredSecret,
    tenant: application.tenant,
    control: `${loginUrl}/control`,
    loginUrl,
    async stop() {
      for (const server of [tls, plain]) {
        server.close();
        server.closeAllConnections();
        await once(server, "close");
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function listening(server: Server, port = 0): Promise<number> {
  server.listen({ host, port });
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}
