import { connect } from "../../scripts/keycloak/connection.ts";
import type { RunningKeycloak } from "../../scripts/server/keycloak.ts";

const school = { clientId: "school", redirectUri: "http://localhost:9/" };

/**
 * Makes a realm that shows all that the portal's sign-in page has: four languages, a way to a new
 * password, *remember me*, another identity provider.
 *
 * @param loginTheme the theme it wears; nothing else differs between two realms but the name
 * @returns address of its sign-in page, as a school's application opens it
 */
export async function makeSignInRealm(
  keycloak: RunningKeycloak,
  realm: string,
  loginTheme: string,
): Promise<string> {
  const { url, admin } = keycloak;
  const client = await connect({ url, adminRealm: "master", credentials: admin }, realm);
  await client.realms.create({
    realm,
    loginTheme,
    enabled: true,
    displayName: "iT.SCHOOL",
    internationalizationEnabled: true,
    supportedLocales: ["fr", "nl", "de", "en"],
    defaultLocale: "fr",
    resetPasswordAllowed: true,
    rememberMe: true,
    loginWithEmailAllowed: true,
    identityProviders: [
      {
        alias: "microsoft",
        providerId: "microsoft",
        enabled: true,
        config: { clientId: "none", clientSecret: "none" },
      },
    ],
    clients: [
      {
        clientId: school.clientId,
        name: "École de démonstration",
        publicClient: true,
        redirectUris: [school.redirectUri],
        attributes: { "pkce.code.challenge.method": "S256" },
      },
    ],
  });
  const page = new URL(`${url}/realms/${realm}/protocol/openid-connect/auth`);
  page.search = new URLSearchParams({
    client_id: school.clientId,
    redirect_uri: school.redirectUri,
    response_type: "code",
    scope: "openid",
    // The page is looked at, never sent: no code is ever exchanged for this challenge.
    code_challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
    code_challenge_method: "S256",
  }).toString();
  return page.href;
}
