import type { ApplicationSettings } from "./application-settings.ts";

/** The settings as people read them, with an example for openid-client 6; whole lines. */
export function applicationSettingsText(settings: ApplicationSettings): string {
  const { id, type } = settings;
  const secret =
    type === "confidential"
      ? `confidential: has a secret, which portail schools show ${id} --secret prints`
      : "public: has no secret, since it could not keep one";
  const lines = [
    `${settings.name} (${id})`,
    "",
    ...row("Issuer", settings.issuer),
    ...row("Discovery", settings.discovery),
    ...row("Client id", settings.clientId),
    ...row("Application", secret),
    ...row("Redirect URIs", ...settings.redirectUris),
    ...row("After signing out", ...settings.postLogoutRedirectUris),
    ...row("Back-channel logout", settings.backchannelLogoutUri ?? "none"),
    ...row("PKCE", `required, ${settings.pkce}`),
    ...row("Scope", settings.scope),
    ...row("Link to my account", settings.accountUrl),
    "",
    "Addresses are compared letter by letter.",
    "",
    "Claims in the ID token and from userinfo",
    ...settings.claims.flatMap(({ claim, meaning }) => row(claim, meaning)),
    "",
    "Authorization URL (what is in braces is new for each sign-in; ui_locales may be left out)",
    `  ${settings.authorizationUrl}`,
    "",
    "Example (openid-client 6)",
    ...example(settings).map((line) => (line ? `  ${line}` : "")),
  ];
  return `${lines.join("\n")}\n`;
}

function row(label: string, ...values: string[]): string[] {
  return values.map((value, index) => `  ${(index ? "" : label).padEnd(19)}  ${value}`);
}

function example({ issuer, clientId, type, redirectUris, scope }: ApplicationSettings): string[] {
  const authentication =
    type === "confidential"
      ? "client.ClientSecretPost(process.env.CLIENT_SECRET)"
      : "client.None()";
  const isPlain = new URL(issuer).protocol === "http:";
  return [
    'import * as client from "openid-client";',
    "",
    "const portal = await client.discovery(",
    `  new URL(${JSON.stringify(issuer)}),`,
    `  ${JSON.stringify(clientId)},`,
    "  undefined,",
    `  ${authentication},`,
    ...(isPlain
      ? ["  { execute: [client.allowInsecureRequests] }, // http, on this machine alone"]
      : []),
    ");",
    "",
    "// Keep these three in the browser's session, then send the browser to the address.",
    "const pkceCodeVerifier = client.randomPKCECodeVerifier();",
    "const state = client.randomState();",
    "const nonce = client.randomNonce();",
    "const signIn = client.buildAuthorizationUrl(portal, {",
    `  redirect_uri: ${JSON.stringify(redirectUris[0])},`,
    `  scope: ${JSON.stringify(scope)},`,
    "  code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),",
    '  code_challenge_method: "S256",',
    "  state,",
    "  nonce,",
    "});",
    "",
    "// When the browser comes back; currentUrl is the whole address it came to.",
    "const tokens = await client.authorizationCodeGrant(portal, currentUrl, {",
    "  pkceCodeVerifier,",
    "  expectedState: state,",
    "  expectedNonce: nonce,",
    "  idTokenExpected: true,",
    "});",
    "const person = tokens.claims();",
  ];
}
