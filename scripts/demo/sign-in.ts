import { createRemoteJWKSet, jwtVerify } from "jose";
import * as client from "openid-client";
import type { BegunSignIn, SignedIn } from "./sessions.ts";

/** What an application needs to know to let people sign in at Keycloak. */
export interface Registration {
  /** The realm's address, e.g. `http://localhost:8080/realms/itschool`. */
  issuer: string;
  clientId: string;
  /** Only of an application that can keep one. */
  clientSecret?: string;
  /** Where the browser comes back to; exactly as registered. */
  redirectUri: string;
  /** Where the browser goes after signing out; exactly as registered. */
  afterSignOutUri: string;
}

/** A sign-out elsewhere, as Keycloak tells it. */
export interface SignOut {
  sid?: string;
  sub?: string;
}

/**
 * Signing in by OpenID Connect: authorization code with PKCE, `state` and `nonce`, and signing out
 * here and elsewhere.
 */
export class SignIn {
  readonly #registration: Registration;
  #configuration: Promise<client.Configuration> | null = null;

  constructor(registration: Registration) {
    this.#registration = registration;
  }

  /** @param locales wanted languages, as in OpenID Connect's `ui_locales` */
  async begin(
    returnTo: string,
    locales: string | undefined,
  ): Promise<{ url: URL; state: string; begun: BegunSignIn }> {
    const configuration = await this.#discovered();
    const codeVerifier = client.randomPKCECodeVerifier();
    const state = client.randomState();
    const nonce = client.randomNonce();
    const url = client.buildAuthorizationUrl(configuration, {
      redirect_uri: this.#registration.redirectUri,
      scope: "openid profile email",
      code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: "S256",
      state,
      nonce,
      ...(locales ? { ui_locales: locales } : {}),
    });
    return { url, state, begun: { codeVerifier, nonce, returnTo } };
  }

  /** @param callback the whole address at which the browser came back */
  async finish(callback: URL, state: string, begun: BegunSignIn): Promise<SignedIn> {
    const tokens = await client.authorizationCodeGrant(await this.#discovered(), callback, {
      pkceCodeVerifier: begun.codeVerifier,
      expectedState: state,
      expectedNonce: begun.nonce,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (claims === undefined || tokens.id_token === undefined) throw new Error("no ID token");
    return { idToken: tokens.id_token, claims };
  }

  /** Where the browser goes to end the session at Keycloak too. */
  async endSessionUrl({ idToken }: SignedIn): Promise<URL> {
    return client.buildEndSessionUrl(await this.#discovered(), {
      id_token_hint: idToken,
      post_logout_redirect_uri: this.#registration.afterSignOutUri,
    });
  }

  /**
   * Checks Keycloak's message that somebody signed out elsewhere, by the rules of OpenID Connect
   * Back-Channel Logout 1.0, section 2.6.
   *
   * @throws when it is not Keycloak's, not for this application, or not a sign-out
   */
  async verifiedSignOut(logoutToken: string): Promise<SignOut> {
    const { issuer, jwks_uri: keys } = (await this.#discovered()).serverMetadata();
    if (keys === undefined) throw new Error("the issuer names no keys");
    const { payload } = await jwtVerify(logoutToken, createRemoteJWKSet(new URL(keys)), {
      issuer,
      audience: this.#registration.clientId,
      requiredClaims: ["iat", "jti", "events"],
      maxTokenAge: "5 minutes",
      clockTolerance: 10,
    });
    const { events, nonce, sid, sub } = payload;
    const event = "http://schemas.openid.net/event/backchannel-logout";
    const isSignOut = typeof events === "object" && events !== null && event in events;
    if (!isSignOut || nonce !== undefined) throw new Error("not a logout token");
    if (typeof sid === "string") return { sid };
    if (sub !== undefined) return { sub };
    throw new Error("the logout token names nobody");
  }

  /** Asks the issuer for its addresses once; an answer that failed is asked for again. */
  #discovered(): Promise<client.Configuration> {
    const { issuer, clientId, clientSecret } = this.#registration;
    this.#configuration ??= client
      .discovery(
        new URL(issuer),
        clientId,
        undefined,
        clientSecret === undefined ? client.None() : client.ClientSecretPost(clientSecret),
        // Plain HTTP is for the loopback interface of a demo and its tests, nothing else.
        new URL(issuer).protocol === "http:" ? { execute: [client.allowInsecureRequests] } : {},
      )
      .catch((error: unknown) => {
        this.#configuration = null;
        throw error;
      });
    return this.#configuration;
  }
}
