import { stat } from "node:fs/promises";
import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import { fetchWithError } from "@keycloak/keycloak-admin-client";
import { decodeJwt } from "jose";
import { belgianDay } from "../belgian-day.ts";
import { findTemporaryAdmins } from "../bootstrap/temporary-admins.ts";
import { loadConfig } from "../config/load.ts";
import type { PortalConfig } from "../config/schema.ts";
import type { Environment } from "../config/yaml-file.ts";
import { extensionVersion } from "../extension/build.ts";
import { compareRealm } from "../keycloak/apply.ts";
import { type Connection, connect, connectionFrom } from "../keycloak/connection.ts";
import { deployedExtension } from "../keycloak/extension.ts";
import { readSchoolGroups } from "../keycloak/school-groups.ts";
import { accountName, askingServer } from "../keycloak/server-error.ts";
import { desiredRealm } from "../realm/desired.ts";
import { legacyHashAttribute } from "../realm/legacy.ts";
import { askMicrosoft } from "./ask-microsoft.ts";
import type { Administrator, Clocks, Facts, RealmComparison, ServerAnswer } from "./facts.ts";
import { after, attempt, both, hidden, type Looked, seen, unchecked } from "./looked.ts";
import { sendTestMail } from "./test-mail.ts";

const answerLimitMs = 10_000;

/** Somebody who signed in. */
interface Session {
  readonly connection: Connection;
  /** For the realm that knows the account. */
  readonly home: KeycloakAdminClient;
  readonly clocks: Clocks;
}

/**
 * Looks at everything that the checks judge. Changes nothing, but for a moment when it sends a mail.
 *
 * @param env from `readSettings`
 * @param testMailTo where a test mail goes; none is sent without it
 */
export async function look(
  configFolder: string,
  env: Environment,
  testMailTo?: string,
): Promise<Facts> {
  const config = await attempt(() => loadConfig(configFolder, env));
  // Meanwhile: Microsoft may take its time.
  const microsoft = after(config, (portal) => askMicrosoft(portal, env));
  const connection = await attempt(() => connectionFrom(env));
  // Whoever names no server hears so where the server is told of.
  const answer = connection.is === "seen" ? await after(connection, readAnswer) : connection;
  const session = await after(both(answer, connection), ([, value]) => signIn(value));
  const configured = both(config, session);
  const [info, comparison, administrators, schoolsWithOldPasswords] = await Promise.all([
    after(session, readServerInfo),
    after(configured, ([portal, { connection }]) => compare(portal, connection, env)),
    administratorsOf(session),
    after(configured, ([{ realm }, { connection }]) => readOldPasswords(realm, connection)),
  ]);
  return {
    today: belgianDay(),
    config,
    answer,
    ...accountAndClocks(session),
    ...serverParts(info, await extensionVersion()),
    // An old server is told of where its version is.
    comparison: isBrokenBy(comparison, "SERVER_TOO_OLD") ? unchecked : comparison,
    schoolsWithOldPasswords: hiddenIfForbidden(schoolsWithOldPasswords),
    administrators,
    microsoft: await microsoft,
    isEnvReadable: await isReadableByOthers(".env"),
    testMail:
      testMailTo === undefined
        ? hidden("not tried: --send-test-mail ADDRESS sends one")
        : await after(configured, ([portal, value]) => testMail(portal, value, testMailTo)),
  };
}

function readAnswer(connection: Connection): Promise<ServerAnswer> {
  const { url, adminRealm } = connection;
  return askingServer(connection, async () => {
    const answer = await fetchWithError(
      `${url}/realms/${adminRealm}/.well-known/openid-configuration`,
      { signal: AbortSignal.timeout(answerLimitMs) },
    );
    const { issuer } = (await answer.json()) as { issuer: string };
    return { url, issuer, hasStrictTransport: answer.headers.has("strict-transport-security") };
  });
}

async function signIn(connection: Connection): Promise<Session> {
  const home = await connect(connection, connection.adminRealm);
  const token = decodeJwt((await home.getAccessToken()) ?? "");
  // Keycloak sends no time of its own but in what it has just made.
  const clocks = { here: new Date(), there: new Date((token.iat ?? 0) * 1000) };
  return { connection, home, clocks };
}

function accountAndClocks(session: Looked<Session>): Pick<Facts, "account" | "clocks"> {
  if (session.is === "seen") {
    const { connection, clocks } = session.value;
    return { account: seen(accountName(connection)), clocks: seen(clocks) };
  }
  return isBrokenBy(session, "SERVER_CLOCKS_APART")
    ? { account: unchecked, clocks: session }
    : { account: session, clocks: unchecked };
}

type ServerInfo = Awaited<ReturnType<KeycloakAdminClient["serverInfo"]["find"]>>;

function readServerInfo({ connection, home }: Session): Promise<ServerInfo> {
  return askingServer(connection, () => home.serverInfo.find());
}

function serverParts(
  info: Looked<ServerInfo>,
  ownExtension: string,
): Pick<Facts, "version" | "themes" | "extension"> {
  const whole = hiddenIfForbidden(info);
  if (whole.is !== "seen") return { version: whole, themes: whole, extension: whole };
  const { systemInfo, themes } = whole.value;
  const names = (kind: "login" | "email" | "account") =>
    themes?.[kind]?.map(({ name }) => name) ?? [];
  return {
    // Keycloak tells it to those alone who may change something.
    version: systemInfo?.version ? seen(systemInfo.version) : hidden(notThisAccount),
    themes: seen({ login: names("login"), email: names("email"), account: names("account") }),
    extension: seen({ deployed: deployedExtension(whole.value), own: ownExtension }),
  };
}

async function compare(
  config: PortalConfig,
  connection: Connection,
  env: Environment,
): Promise<RealmComparison> {
  const stateKey = env.PORTAIL_STATE_KEY;
  return compareRealm(desiredRealm(config), connection, stateKey ? { stateKey } : {});
}

/** Looking at each account would take too long: the last erased password takes this mark along. */
function readOldPasswords(realm: string, connection: Connection): Promise<string[]> {
  return askingServer(connection, async () => {
    const groups = await readSchoolGroups(await connect(connection, realm));
    return [...groups]
      .filter(([, { attributes }]) => attributes?.[legacyHashAttribute] !== undefined)
      .map(([school]) => school);
  });
}

/** They are in the realm `master`, which an account of another realm can't look into. */
async function administratorsOf(session: Looked<Session>): Promise<Facts["administrators"]> {
  if (session.is === "seen" && session.value.connection.adminRealm !== "master") {
    return hidden(notThisAccount);
  }
  return hiddenIfForbidden(await after(session, readAdministrators));
}

async function readAdministrators({ connection, home }: Session): Promise<Administrator[]> {
  return askingServer(connection, async () => {
    const temporary = await findTemporaryAdmins(home);
    const all = await home.roles.findUsersWithRole({ name: "admin" });
    const lasting = all.filter(({ id }) => !temporary.some((one) => one.id === id));
    return [
      ...temporary.map(({ name }) => ({ name, isTemporary: true })),
      ...lasting.map(({ username = "" }) => ({ name: username, isTemporary: false })),
    ];
  });
}

function testMail({ realm }: PortalConfig, { connection, home }: Session, to: string) {
  return askingServer(connection, async () => {
    await sendTestMail(await connect(connection, realm), home, connection.credentials, to);
    return to;
  });
}

const notThisAccount = "can't be seen with this account";

function hiddenIfForbidden<T>(looked: Looked<T>): Looked<T> {
  return isBrokenBy(looked, "SERVER_FORBIDDEN") ? hidden(notThisAccount) : looked;
}

function isBrokenBy<T>(looked: Looked<T>, code: string): boolean {
  return looked.is === "broken" && looked.error.code === code;
}

async function isReadableByOthers(file: string): Promise<boolean | null> {
  const found = await stat(file).catch(() => null);
  return found && (found.mode & 0o077) !== 0;
}
