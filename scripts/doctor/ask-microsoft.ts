import { isLoopback, type PortalConfig } from "../config/schema.ts";
import type { Environment } from "../config/yaml-file.ts";
import { UserError } from "../errors.ts";
import { reasonOfSilence } from "../keycloak/server-error.ts";

/** What Microsoft says of the application's id and secret. Neither a secret nor a token is in it. */
export type MicrosoftAnswer =
  | { readonly is: "accepted" }
  /** `code` is the number of Microsoft's own error, e.g. 7000215 of `AADSTS7000215`. */
  | { readonly is: "refused"; readonly error: string; readonly code?: number }
  /** It could not be asked, or what answered is not Microsoft: why. */
  | { readonly is: "silent"; readonly host: string; readonly why: string };

/** Where Keycloak's provider sends people; it knows no other place. */
const microsoft = "https://login.microsoftonline.com";

const answerLimitMs = 10_000;

/**
 * Asks Microsoft for a token of the application itself, and throws it away: a secret that opens this
 * opens sign-ins as well. Keycloak is not asked, since nothing in it would be tried but by signing in.
 *
 * @param env `MICROSOFT_LOGIN_URL` names a stand-in for Microsoft, in tests and in the demo
 * @param limitMs how long its answer is waited for
 * @returns `null` where the configuration has no application
 * @throws {UserError} `MICROSOFT_LOGIN_URL`
 */
export async function askMicrosoft(
  { microsoft: application }: PortalConfig,
  env: Environment,
  limitMs: number = answerLimitMs,
): Promise<MicrosoftAnswer | null> {
  if (application?.clientId === undefined) return null;
  const login = loginUrl(env);
  const { tenant, clientId, clientSecret = "" } = application;
  try {
    const answer = await fetch(`${login}/${tenant}/oauth2/v2.0/token`, {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "client_credentials",
        scope: "https://graph.microsoft.com/.default",
        client_id: clientId,
        client_secret: clientSecret,
      }),
      // A secret is sent to nobody else.
      redirect: "manual",
      signal: AbortSignal.timeout(limitMs),
    });
    return answerFrom(await answer.text()) ?? silent(login, `it answered ${answer.status}`);
  } catch (error) {
    const why = reasonOfSilence(error);
    if (why === undefined) throw error;
    return silent(login, why);
  }
}

function loginUrl({ MICROSOFT_LOGIN_URL: named }: Environment): string {
  if (!named) return microsoft;
  const url = URL.canParse(named) ? new URL(named) : null;
  const isSafe = url?.protocol === "https:" || (url?.protocol === "http:" && isLoopback(url));
  if (url && isSafe && !url.username && !url.password) return named.replace(/\/+$/, "");
  throw new UserError(
    "MICROSOFT_LOGIN_URL",
    "MICROSOFT_LOGIN_URL is not an https:// address (http:// only on 127.0.0.1, ::1 and localhost)",
    "Leave it out to ask Microsoft itself; it is for a stand-in in Microsoft's place.",
  );
}

function silent(login: string, why: string): MicrosoftAnswer {
  return { is: "silent", host: new URL(login).host, why };
}

/** What an answer says; `undefined` for one that is not Microsoft's. */
function answerFrom(text: string): MicrosoftAnswer | undefined {
  const { access_token, error, error_codes, error_description } = parsed(text);
  if (typeof access_token === "string" && access_token !== "") return { is: "accepted" };
  if (typeof error !== "string" || !/^[a-z_]{1,40}$/.test(error)) return undefined;
  const listed: unknown = Array.isArray(error_codes) ? error_codes[0] : undefined;
  const code = Number(listed ?? /^AADSTS(\d+)/.exec(String(error_description))?.[1]);
  return { is: "refused", error, ...(Number.isSafeInteger(code) ? { code } : {}) };
}

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
