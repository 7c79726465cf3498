import { NetworkError } from "@keycloak/keycloak-admin-client";
import { UserError } from "../errors.ts";
import type { Connection } from "./connection.ts";

/**
 * Says in a person's words why the server did not do what it was asked. What isn't the server's
 * answer, nor its silence, is returned as it is: that would be a bug of ours.
 */
export function explainServerError(error: unknown, connection: Connection): unknown {
  if (error instanceof UserError) return error;
  if (error instanceof NetworkError) return explainAnswer(error, connection);
  const reason = reasonOfSilence(error);
  return reason === undefined ? error : explainSilence(error as Error, reason, connection);
}

/**
 * Why a server did not answer, in a person's words.
 *
 * @param error what `fetch` threw
 * @returns `undefined` for something else
 */
export function reasonOfSilence(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error.name === "TimeoutError") return "it did not answer in time";
  if (!isSilence(error)) return undefined;
  const code = silenceCode(error.cause);
  if (tlsCodes.test(code)) return `its certificate or encryption is not accepted (${code})`;
  return silenceReasons[code] ?? code;
}

/**
 * Does something with the server, and turns what goes wrong into clear words.
 *
 * @throws {UserError} for every refusal or silence of the server
 */
export async function askingServer<T>(connection: Connection, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw explainServerError(error, connection);
  }
}

/** Puts before a server's refusal which object it was about. */
export function ofObject(object: string, error: unknown): unknown {
  if (!(error instanceof UserError)) return error;
  return new UserError(error.code, `${object}: ${error.message}`, error.remedy, { cause: error });
}

/** How often what failed in passing is tried again, and after how long. */
export const patience = { retries: 4, minTimeout: 500, factor: 2 };

/** Whether a failure may be gone in a moment: the server is busy, restarting or out of reach. */
export function isPassing(error: unknown): boolean {
  if (error instanceof NetworkError) {
    const { status } = error.response;
    // What Keycloak says, with the status 400, when two requests met in the database.
    const isCollision = serverWords(error.responseData) === "Database operation failed";
    return status >= 500 || status === 429 || isCollision;
  }
  if (error instanceof TypeError) return isSilence(error);
  return error instanceof UserError && isPassing(error.cause);
}

/**
 * Whether the server is away for now: it does not answer, what stands in front of it says so, or it has
 * forgotten the administrator's session.
 */
export function isOutage(error: unknown): boolean {
  if (error instanceof NetworkError) {
    return [401, 429, 502, 503, 504].includes(error.response.status);
  }
  if (error instanceof UserError) return isOutage(error.cause);
  return error instanceof Error && (error.name === "TimeoutError" || isSilence(error));
}

/** What fetch throws when there was no answer at all, and when one broke off. */
function isSilence(error: Error): boolean {
  return error instanceof TypeError && ["fetch failed", "terminated"].includes(error.message);
}

function explainAnswer(error: NetworkError, connection: Connection): UserError {
  const { status } = error.response;
  const at = new URL(error.response.url);
  const said = serverWords(error.responseData);
  if (/\/(protocol\/openid-connect\/token|\.well-known\/openid-configuration)$/.test(at.pathname)) {
    return explainSignIn(error, connection, status, said);
  }
  if (status === 401 || status === 403) {
    return new UserError(
      "SERVER_FORBIDDEN",
      `${connection.url} does not let ${accountName(connection)} do this (${error.response.status} for ${at.pathname})`,
      "Use an account that may; portail bootstrap makes one, and gives it back what it lacks.",
      { cause: error },
    );
  }
  return new UserError(
    "SERVER_REFUSED",
    `${connection.url} answered ${status} to ${at.pathname}${said ? `: ${said}` : ""}`,
    status >= 500
      ? "Look into the server's log, then try again."
      : "Check what the message names; running the command again is safe.",
    { cause: error },
  );
}

function explainSignIn(
  error: NetworkError,
  connection: Connection,
  status: number,
  said: string,
): UserError {
  const variables =
    "user" in connection.credentials
      ? "KEYCLOAK_ADMIN_USER and KEYCLOAK_ADMIN_PASSWORD"
      : `PORTAIL_CLIENT_ID and ${"clientKey" in connection.credentials ? "PORTAIL_CLIENT_KEY" : "PORTAIL_CLIENT_SECRET"}`;
  if (status === 404) {
    return new UserError(
      "SERVER_NOT_KEYCLOAK",
      `${connection.url} has no realm "${connection.adminRealm}"`,
      "Check that KEYCLOAK_URL is Keycloak's address (with its path, if it has one), and KEYCLOAK_ADMIN_REALM.",
      { cause: error },
    );
  }
  if (status >= 500) {
    return new UserError(
      "SERVER_REFUSED",
      `${connection.url} answered ${status} when signing in${said ? `: ${said}` : ""}`,
      "Look into the server's log, then try again.",
      { cause: error },
    );
  }
  if (/^Token (is not active|was issued in the future)/.test(said)) {
    return new UserError(
      "SERVER_CLOCKS_APART",
      `the clocks of this machine and of ${connection.url} are more than half a minute apart`,
      "Set both right, best by a time service.",
      { cause: error },
    );
  }
  if (said === "Realm not enabled") {
    return new UserError(
      "SERVER_REALM_DISABLED",
      `the realm "${connection.adminRealm}" is disabled, and with it the accounts that are its own`,
      "Enable it in Keycloak's administration console, then run the command again.",
      { cause: error },
    );
  }
  return new UserError(
    "SERVER_SIGN_IN_REFUSED",
    `${connection.url} refused ${accountName(connection)} in the realm "${connection.adminRealm}"${said ? `: ${said}` : ""}`,
    `Check ${variables}.`,
    { cause: error },
  );
}

const tlsCodes = /^(CERT_|ERR_TLS|ERR_SSL|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|EPROTO)/;

const silenceReasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nothing listens there",
  ENOTFOUND: "the host name is unknown",
  EAI_AGAIN: "the host name can't be looked up",
  ECONNRESET: "it broke off the connection",
  UND_ERR_SOCKET: "it broke off the connection",
  UND_ERR_CONNECT_TIMEOUT: "it did not answer in time",
  UND_ERR_HEADERS_TIMEOUT: "it did not answer in time",
};

function explainSilence(error: Error, reason: string, connection: Connection): UserError {
  const code = silenceCode(error.cause);
  if (tlsCodes.test(code)) {
    return new UserError(
      "SERVER_TLS",
      `the certificate or encryption of ${connection.url} is not accepted (${code})`,
      "Check the address and its port; for a certificate of your own, name its CA file in NODE_EXTRA_CA_CERTS.",
      { cause: error },
    );
  }
  return new UserError(
    "SERVER_UNREACHABLE",
    `${connection.url} can't be reached: ${reason}`,
    "Check KEYCLOAK_URL, and that Keycloak is running.",
    { cause: error },
  );
}

/** A host with several addresses fails with one error for each. */
function silenceCode(cause: unknown): string {
  const first = cause instanceof AggregateError ? cause.errors[0] : cause;
  return String((first as NodeJS.ErrnoException | undefined)?.code ?? "no answer");
}

/** How an account is called in messages, e.g. `the client "portail"`. */
export function accountName({ credentials }: Connection): string {
  return "user" in credentials
    ? `the user "${credentials.user}"`
    : `the client "${credentials.clientId}"`;
}

function serverWords(data: unknown): string {
  if (typeof data !== "object" || data === null) return "";
  const words = data as Record<string, unknown>;
  const said = words.errorMessage ?? words.error_description ?? words.error;
  return typeof said === "string" ? said : "";
}
