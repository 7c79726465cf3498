import { UserError } from "../errors.ts";
import { silentTeller, type Teller } from "../terminal.ts";
import { distributionServer } from "./distribution-server.ts";
import { freePort, isPortFree } from "./port.ts";
import type { Database } from "./postgres.ts";
import { portTaken } from "./start-failure.ts";
import { keycloakVersion } from "./version.ts";

/** A Keycloak that answers, whatever started it. */
export interface RunningKeycloak {
  /** Where it answers, without a slash at the end, e.g. `http://localhost:8080`. */
  url: string;
  version: string;
  /** The administrator of the `master` realm. */
  admin: { user: string; password: string };
  /** What the server writes while it runs. */
  logFile: string;
  /** Settles when the server ended, by `stop` or by itself. */
  ended: Promise<void>;
  /** Ends it in good order; temporary data go with it. */
  stop(): Promise<void>;
}

/** What kind of Keycloak is wanted. */
export interface KeycloakOptions {
  /** Paths of the JARs it loads: themes and extensions. */
  providers: string[];
  /** Folder that keeps the data between runs; without it they live as long as the server. */
  dataDir?: string;
  /** The database; without it the embedded one, whose data are in `dataDir`. */
  database?: Database;
  /** Port on the loopback interface; a free one without it. */
  port?: number;
  /** Files with certificates (PEM) that it trusts when it asks other servers, beside Java's own. */
  trustedCertificates?: string[];
  /** Environment of the server, e.g. `KC_LOG_LEVEL`; the caller's `KC_*` are not passed on. */
  env?: Record<string, string>;
  /** Further options of `kc.sh start`. */
  extraArguments?: string[];
  /** Further options of `kc.sh build`, e.g. `--features=…`; a new value costs a preparation. */
  buildArguments?: string[];
  /** Options of its JVM; those for a short life (`smallJvm`) without it. */
  jvm?: readonly string[];
  /** Where the server comes from; what `KEYCLOAK_PROVIDER` says without it. */
  provider?: KeycloakProvider;
  teller?: Teller;
}

/**
 * What a Keycloak is started from: its distribution, which needs a JDK and Maven, or its image, which
 * needs a container engine on this machine.
 */
export type KeycloakProvider = "distribution" | "container";

/** Starts one prepared server; called again with another port where that one was taken meanwhile. */
export type Launch = (port: number) => Promise<RunningKeycloak>;

/** Fetches and prepares whatever a server needs before it can be started. */
export type Prepare = (options: KeycloakOptions, teller: Teller) => Promise<Launch>;

const prepareFor: Record<KeycloakProvider, Prepare> = {
  distribution: distributionServer,
  // What talks to the engine is loaded for those alone who use one.
  container: async (...wanted) =>
    (await import("./container-server.ts")).containerServer(...wanted),
};

/**
 * Starts Keycloak in production mode over plain HTTP on the loopback interface, on the embedded
 * database unless another is named. It ends with this process, however that ends.
 *
 * @returns when the server answers
 * @throws UserError `KEYCLOAK_PROVIDER_UNKNOWN`, `PORT_TAKEN`, `KEYCLOAK_DIED`, `KEYCLOAK_SLOW`, and
 *   what `distributionServer` or `containerServer` may say
 */
export async function startKeycloak(options: KeycloakOptions): Promise<RunningKeycloak> {
  const { port, provider = providerNamed(process.env), teller = silentTeller } = options;
  if (port !== undefined && !(await isPortFree(port))) throw portTaken(port);
  const launch = await prepareFor[provider](options, teller);
  teller.start(`Starting Keycloak ${keycloakVersion}`);
  return port === undefined ? launchedOnFreePort(launch) : launch(port);
}

/**
 * What `KEYCLOAK_PROVIDER` says Keycloak is to be started from; the distribution where it says
 * nothing.
 *
 * @throws UserError `KEYCLOAK_PROVIDER_UNKNOWN`
 */
export function providerNamed(environment: NodeJS.ProcessEnv): KeycloakProvider {
  const name = environment.KEYCLOAK_PROVIDER || "distribution";
  if (Object.hasOwn(prepareFor, name)) return name as KeycloakProvider;
  throw new UserError(
    "KEYCLOAK_PROVIDER_UNKNOWN",
    `KEYCLOAK_PROVIDER is "${name}", expected ${Object.keys(prepareFor).join(" or ")}`,
    "Correct it, or leave it out for the distribution.",
  );
}

/** Somebody else may take a free port before Keycloak does; then another one is as good. */
async function launchedOnFreePort(launch: Launch, attempts = 3): Promise<RunningKeycloak> {
  try {
    return await launch(await freePort());
  } catch (error) {
    const isPortTaken = error instanceof UserError && error.code === "PORT_TAKEN";
    if (!isPortTaken || attempts === 1) throw error;
    return launchedOnFreePort(launch, attempts - 1);
  }
}
