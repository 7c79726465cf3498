import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { readEnvironment } from "../config/environment.ts";
import { loadConfig } from "../config/load.ts";
import type { PortalConfig } from "../config/schema.ts";
import { UserError } from "../errors.ts";
import { openPeopleFile } from "../exports/people-file.ts";
import { accountOf } from "../import/decide/account.ts";
import { importPeople } from "../import/import.ts";
import { type ExportRow, isRejected } from "../import/rows/export-row.ts";
import { readRows } from "../import/rows/read-rows.ts";
import { applyConfig } from "../keycloak/apply.ts";
import type { Connection } from "../keycloak/connection.ts";
import { desiredRealm } from "../realm/desired.ts";
import { microsoftRedirectAddress } from "../realm/microsoft.ts";
import { schoolClientId } from "../realm/school.ts";
import { findJava, requireMaven } from "../server/java.ts";
import { startKeycloak } from "../server/keycloak.ts";
import { isPortFree } from "../server/port.ts";
import { portalProviders } from "../server/providers.ts";
import { isInUse, serverFolder } from "../server/server-folder.ts";
import { portTaken } from "../server/start-failure.ts";
import type { Teller } from "../terminal.ts";
import { startMailCatcher } from "./mail.ts";
import { microsoftControl } from "./microsoft/control.ts";
import { demoBrowserArguments } from "./microsoft/demo-browser.ts";
import { demoMicrosoftPeople } from "./microsoft/demo-people.ts";
import { startMicrosoft } from "./microsoft/microsoft.ts";
import { type OldSignIn, oldSignIn } from "./old-passwords.ts";
import { choosePorts } from "./ports.ts";
import { demoFiles, demoFolder } from "./running-demo.ts";
import { startSchoolApp } from "./school-app.ts";

/** What `.portail/demo.json` says of a running demo. */
export interface DemoAddresses {
  keycloak: { url: string; realm: string; adminUser: string; adminPassword: string };
  /** `url` is for people, `api` for programs. */
  mail: { url: string; api: string };
  schools: { id: string; name: string; url: string; clientId: string }[];
  /** The people of the demo export, with the ids of their schools. */
  people: { email: string; schools: string[]; legacy?: OldSignIn }[];
  /** The stand-in for Microsoft. */
  microsoft: {
    people: { signInName: string; password: string; who: string }[];
    /** How `microsoftControl` reaches it. */
    control: string;
    /** A Chromium that takes it for Microsoft; `null` where none was found, and its options. */
    browser: { program: string | null; arguments: string[] };
  };
}

/** A demo in which everything answers. */
export interface RunningDemo {
  addresses: DemoAddresses;
  /** Keycloak's log. */
  logFile: string;
  /** Settles when Keycloak ended, by `stop` or by itself. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

/** How a demo is started. */
export interface DemoOptions {
  /** Forget what an earlier demo left. */
  isFresh: boolean;
  /** Keycloak's port; without it, the one it likes or a free one. */
  port?: number;
  /** Folder for what is kept between demos, and for `demo.json`; `.portail` without it. */
  folder?: string;
  teller: Teller;
}

const project = path.join(import.meta.dirname, "../..");
const configFolder = path.join(project, "realm-config");

/** The schools that have a demo application, and the port each likes. */
const demoSchools = [
  { id: "demo", port: 4001, variable: "DEMO_SCHOOL_URL" },
  { id: "saint-exupery", port: 4002, variable: "SAINT_EXUPERY_SCHOOL_URL" },
];

/**
 * Starts everything the portal consists of, on this machine alone.
 *
 * @returns when everything answers
 * @throws UserError `DEMO_RUNNING`, and what Keycloak's start, the theme's build and the
 *   configuration may say
 */
export async function startDemo(options: DemoOptions): Promise<RunningDemo> {
  const parts = new Stoppers();
  try {
    return await started(options, parts);
  } catch (error) {
    await parts.stop();
    throw error;
  }
}

async function started(
  { isFresh, port, folder = demoFolder, teller }: DemoOptions,
  parts: Stoppers,
): Promise<RunningDemo> {
  const stateFolder = path.join(folder, "demo");
  const { addresses: addressesFile, variables: variablesFile } = demoFiles(folder);
  const keycloakFolder = path.join(stateFolder, "keycloak");
  if (await isInUse(serverFolder(keycloakFolder))) throw alreadyRunning(addressesFile);
  await Promise.all([findJava(), requireMaven()]);
  if (port !== undefined && !(await isPortFree(port))) throw portTaken(port);
  // A demo that was killed could not remove it.
  await rm(addressesFile, { force: true });
  if (isFresh) await rm(stateFolder, { recursive: true, force: true });
  await mkdir(stateFolder, { recursive: true, mode: 0o700 });

  const ports = await choosePorts(
    {
      Keycloak: port ?? 8080,
      "The mail catcher's page": 1080,
      "The mail catcher": 1025,
      "The stand-in for Microsoft": 4003,
      "The control of the stand-in for Microsoft": 4004,
      ...Object.fromEntries(demoSchools.map((school) => [school.id, school.port])),
    } as Record<string, number>,
    teller,
  );
  const portOf = (part: string) => ports[part] as number;

  const mail = await startMailCatcher({
    webPort: portOf("The mail catcher's page"),
    smtpPort: portOf("The mail catcher"),
    folder: path.join(stateFolder, "mail"),
  });
  parts.add(() => mail.stop());
  const microsoft = await startMicrosoft({
    port: portOf("The stand-in for Microsoft"),
    controlPort: portOf("The control of the stand-in for Microsoft"),
  });
  parts.add(() => microsoft.stop());
  const variables = {
    SMTP_HOST: mail.smtp.host,
    SMTP_PORT: String(mail.smtp.port),
    // A `.env` for a real mail server must not make the demo send to it.
    SMTP_ENCRYPTION: "none",
    SMTP_USER: "",
    SMTP_PASSWORD: "",
    // Neither may a command on the demo ask the real Microsoft.
    MICROSOFT_CLIENT_ID: microsoft.client.clientId,
    MICROSOFT_CLIENT_SECRET: microsoft.client.clientSecret,
    MICROSOFT_LOGIN_URL: microsoft.loginUrl,
    ...Object.fromEntries(
      demoSchools.map(({ id, variable }) => [variable, `http://localhost:${portOf(id)}`]),
    ),
  };
  const config = await loadConfig(configFolder, {
    ...(await readEnvironment(project, process.env)),
    ...variables,
  });

  const providers = await portalProviders(teller);
  const keycloak = await timed(teller, "Keycloak", () =>
    startKeycloak({
      providers,
      dataDir: keycloakFolder,
      port: portOf("Keycloak"),
      extraArguments: microsoft.keycloakArguments,
      trustedCertificates: microsoft.trustedCertificates,
      teller,
    }),
  );
  parts.add(() => keycloak.stop());
  const connection = { url: keycloak.url, adminRealm: "master", credentials: keycloak.admin };
  const silent = { ...teller, note() {} };
  await timed(teller, "Realm", () =>
    // All that is in it is the demo's own, also what an earlier version has made.
    applyConfig(desiredRealm(config), connection, silent, { adopts: true }),
  );
  const people = await timed(teller, "People", () => importDemoPeople(config, connection, silent));

  const control = microsoftControl(microsoft.control);
  await control.addRedirectAddress(
    microsoftRedirectAddress(`${keycloak.url}/realms/${config.realm}`),
  );
  for (const { person } of demoMicrosoftPeople) await control.addPerson(person);

  const schools: DemoAddresses["schools"] = [];
  for (const { id } of demoSchools) {
    const name = config.schools.find((school) => school.id === id)?.name ?? id;
    const app = await startSchoolApp({
      id,
      name,
      issuer: `${keycloak.url}/realms/${config.realm}`,
      clientId: schoolClientId(id),
      port: portOf(id),
    });
    parts.add(() => app.stop());
    schools.push({ id, name, url: app.url, clientId: schoolClientId(id) });
  }

  const addresses: DemoAddresses = {
    keycloak: {
      url: keycloak.url,
      realm: config.realm,
      adminUser: keycloak.admin.user,
      adminPassword: keycloak.admin.password,
    },
    mail: { url: mail.url, api: mail.api },
    schools,
    people,
    microsoft: {
      people: demoMicrosoftPeople.map(({ who, person: { signInName, password } }) => ({
        signInName,
        password,
        who,
      })),
      control: microsoft.control,
      browser: {
        program: await chromium(),
        arguments: demoBrowserArguments(microsoft, path.join(stateFolder, "microsoft-browser")),
      },
    },
  };
  parts.add(() => rm(addressesFile, { force: true }));
  await writeFile(variablesFile, `${JSON.stringify(variables, null, 2)}\n`, { mode: 0o600 });
  await writeFile(addressesFile, `${JSON.stringify(addresses, null, 2)}\n`, { mode: 0o600 });
  return {
    addresses,
    logFile: keycloak.logFile,
    ended: keycloak.ended,
    stop: () => parts.stop(),
  };
}

/** Makes the accounts of the demo export, those that are not there yet. */
async function importDemoPeople(
  config: PortalConfig,
  connection: Connection,
  teller: Teller,
): Promise<DemoAddresses["people"]> {
  const name = path.join(configFolder, "demo/people.csv");
  const { rows } = await openPeopleFile(name);
  const sources = [{ name, rows }];
  await importPeople(
    {
      sources,
      config,
      connection,
      isDryRun: false,
      // Its people keep their addresses.
      tellFormerAddress: async () => {},
    },
    teller,
  );
  const byAddress = new Map<string, ExportRow[]>();
  const schools = new Set(config.schools.map(({ id }) => id));
  for await (const row of readRows(sources, { schools, open: schools })) {
    if (isRejected(row)) continue;
    byAddress.set(row.address, [...(byAddress.get(row.address) ?? []), row]);
  }
  return [...byAddress].map(([email, rows]) => {
    const account = accountOf(email, rows);
    const legacy = oldSignIn(account);
    return { email, schools: [...account.memberships.keys()], ...(legacy ? { legacy } : {}) };
  });
}

async function chromium(): Promise<string | null> {
  // Loaded here alone: it knows Playwright's browsers by Playwright, which takes its time.
  const { installedChromium } = await import("../server/chromium.ts");
  return installedChromium();
}

/** What was started, to be stopped in the opposite order. */
class Stoppers {
  readonly #stops: (() => Promise<void>)[] = [];

  add(stop: () => Promise<void>): void {
    this.#stops.push(stop);
  }

  async stop(): Promise<void> {
    for (const stop of this.#stops.splice(0).reverse()) await stop();
  }
}

/** Does one step and tells how long it took. */
async function timed<T>(teller: Teller, what: string, work: () => Promise<T>): Promise<T> {
  const startedAt = performance.now();
  const result = await work();
  teller.done(`${what} (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`);
  return result;
}

function alreadyRunning(addressesFile: string): UserError {
  return new UserError(
    "DEMO_RUNNING",
    `a demo is running here already; its addresses are in ${addressesFile}`,
    "Use it, or stop it with Ctrl-C where it runs.",
  );
}
