import KeycloakAdminClient, { fetchWithError } from "@keycloak/keycloak-admin-client";
import type { Environment } from "../config/yaml-file.ts";
import { UserError } from "../errors.ts";
import { clientAssertion } from "./client-key.ts";
import { explainServerError } from "./server-error.ts";

/** Which Keycloak to work on, and as whom. */
export interface Connection {
  /** The server's address, e.g. `https://login.example.org`. */
  readonly url: string;
  /** The realm that knows the administrator; `master` unless the account was made elsewhere. */
  readonly adminRealm: string;
  readonly credentials:
    | ClientKeyCredentials
    | { readonly clientId: string; readonly clientSecret: string }
    | { readonly user: string; readonly password: string };
}

/** A service account that `portail bootstrap` made. */
interface ClientKeyCredentials {
  readonly clientId: string;
  readonly clientKey: string;
}

/**
 * The connection that the variables describe: `KEYCLOAK_URL`, with `PORTAIL_CLIENT_ID` and
 * `PORTAIL_CLIENT_KEY` (or `PORTAIL_CLIENT_SECRET`), or else `KEYCLOAK_ADMIN_USER` and
 * `KEYCLOAK_ADMIN_PASSWORD`; `KEYCLOAK_ADMIN_REALM` where the account isn't one of the realm
 * `master`.
 *
 * @throws {UserError} `CONNECTION_INCOMPLETE`, `CONNECTION_URL`
 */
export function connectionFrom(env: Environment): Connection {
  return {
    url: serverUrlFrom(env),
    adminRealm: env.KEYCLOAK_ADMIN_REALM || "master",
    credentials: credentialsFrom(env),
  };
}

/**
 * The server's address that the variable `KEYCLOAK_URL` names, without a slash at the end.
 *
 * @throws {UserError} `CONNECTION_INCOMPLETE`, `CONNECTION_URL`
 */
export function serverUrlFrom(env: Environment): string {
  const url = env.KEYCLOAK_URL;
  if (!url) throw incomplete("KEYCLOAK_URL");
  // Addresses are shown in messages, and this one may be mistyped as well.
  if (url.includes("@")) {
    throw new UserError(
      "CONNECTION_URL",
      "KEYCLOAK_URL has a name or a password in it",
      "Take them out, and set KEYCLOAK_ADMIN_USER and KEYCLOAK_ADMIN_PASSWORD instead.",
    );
  }
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new UserError(
      "CONNECTION_URL",
      `KEYCLOAK_URL is "${url}", expected an address such as https://login.example.org`,
      "Correct KEYCLOAK_URL in the environment or in the file .env.",
    );
  }
  return url.replace(/\/+$/, "");
}

function credentialsFrom(env: Environment): Connection["credentials"] {
  const { PORTAIL_CLIENT_ID: clientId, PORTAIL_CLIENT_KEY: clientKey } = env;
  if (clientId) {
    if (clientKey) return { clientId, clientKey };
    if (!env.PORTAIL_CLIENT_SECRET) throw incomplete("PORTAIL_CLIENT_KEY");
    return { clientId, clientSecret: env.PORTAIL_CLIENT_SECRET };
  }
  if (!env.KEYCLOAK_ADMIN_USER) {
    throw incomplete("PORTAIL_CLIENT_ID and PORTAIL_CLIENT_KEY (or KEYCLOAK_ADMIN_USER)");
  }
  if (!env.KEYCLOAK_ADMIN_PASSWORD) throw incomplete("KEYCLOAK_ADMIN_PASSWORD");
  return { user: env.KEYCLOAK_ADMIN_USER, password: env.KEYCLOAK_ADMIN_PASSWORD };
}

function incomplete(names: string): UserError {
  return new UserError(
    "CONNECTION_INCOMPLETE",
    `${names} is not set, so there is no Keycloak to work on`,
    `Set ${names} in the environment or in the file .env.`,
  );
}

/** No answer takes so long; without a limit, a server that hangs would be waited for five minutes. */
const answerLimitMs = 60_000;

/** The options of each request: read anew every time, since the limit counts from then on. */
const withLimit: RequestInit = {
  get signal() {
    return AbortSignal.timeout(answerLimitMs);
  },
};

/**
 * Signs in as the administrator and returns a client for one realm. It signs in again by itself
 * when its token runs out, which is after a minute by default.
 *
 * @param realm the realm to work on, which need not exist yet
 * @throws {UserError} when the server can't be reached or refuses the administrator
 */
export async function connect(connection: Connection, realm: string): Promise<KeycloakAdminClient> {
  const { url, adminRealm, credentials } = connection;
  const administrator = new KeycloakAdminClient({
    baseUrl: url,
    realmName: adminRealm,
    requestOptions: withLimit,
  });
  const signIn = async () => {
    try {
      if ("user" in credentials) {
        await administrator.auth({
          grantType: "password",
          clientId: "admin-cli",
          username: credentials.user,
          password: credentials.password,
        });
      } else if ("clientKey" in credentials) {
        administrator.setAccessToken(await tokenByKey(credentials, url, adminRealm));
      } else {
        await administrator.auth({ grantType: "client_credentials", ...credentials });
      }
    } catch (error) {
      throw explainServerError(error, connection);
    }
  };
  await signIn();

  const client = new KeycloakAdminClient({
    baseUrl: url,
    realmName: realm,
    requestOptions: withLimit,
  });
  client.registerTokenProvider({
    async getAccessToken() {
      if (administrator.isTokenExpired()) await signIn();
      return administrator.accessToken;
    },
  });
  return client;
}

/** The library knows no signed sign-in. */
async function tokenByKey(
  { clientId, clientKey }: ClientKeyCredentials,
  url: string,
  realm: string,
): Promise<string> {
  const openid = `${url}/realms/${realm}`;
  // Behind a proxy, the server's name of itself may be another than the one it is reached by.
  const described = await fetchWithError(`${openid}/.well-known/openid-configuration`, {
    ...withLimit,
  });
  const { issuer } = (await described.json()) as { issuer: string };
  const answer = await fetchWithError(`${openid}/protocol/openid-connect/token`, {
    ...withLimit,
    method: "POST",
    body: new URLSearchParams({
      grant_type: "client_credentials",
      client_id: clientId,
      client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
      client_assertion: await clientAssertion(clientKey, clientId, issuer),
    }),
  });
  const { access_token } = (await answer.json()) as { access_token: string };
  return access_token;
}
