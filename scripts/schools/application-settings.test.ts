import { expect, test } from "vitest";
import type { School } from "../config/schema.ts";
import { schoolClient } from "../realm/school.ts";
import { applicationSettings } from "./application-settings.ts";
import { applicationSettingsText } from "./application-settings-text.ts";

const school: School = {
  id: "athenee",
  name: "Athénée royal",
  application: {
    type: "confidential",
    home: "https://athenee.example/",
    redirects: ["https://athenee.example/callback", "https://athenee.example/app"],
    afterSignOut: ["https://athenee.example/"],
  },
};
const issuer = "https://login.example/realms/itschool";

test("the settings are those of the school's client", () => {
  const client = schoolClient(school);
  const settings = applicationSettings(school, issuer);
  expect(settings).toMatchObject({
    clientId: client.clientId,
    redirectUris: client.redirectUris,
    pkce: client.attributes?.["pkce.code.challenge.method"],
    backchannelLogoutUri: null,
  });
  expect(settings.postLogoutRedirectUris.join("##")).toBe(
    client.attributes?.["post.logout.redirect.uris"],
  );
  // `openid` is OpenID Connect's own; Keycloak has no scope of that name.
  const scopes = settings.scope.split(" ").filter((scope) => scope !== "openid");
  expect(client.defaultClientScopes).toEqual(expect.arrayContaining(scopes));
  const explained = settings.claims.map(({ claim }) => claim);
  const mapped = client.protocolMappers?.map(({ config }) => config?.["claim.name"]);
  expect(explained).toEqual(expect.arrayContaining(mapped ?? ["none"]));
});

test("the authorization URL asks for a code with PKCE", () => {
  const url = new URL(applicationSettings(school, issuer).authorizationUrl);
  expect(url.origin + url.pathname).toBe(`${issuer}/protocol/openid-connect/auth`);
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    client_id: "school-athenee",
    redirect_uri: "https://athenee.example/callback",
    response_type: "code",
    code_challenge_method: "S256",
    code_challenge: "{challenge}",
  });
});

test("people read all of it, and how to get the secret where there is one", () => {
  const settings = applicationSettings(school, issuer);
  const text = applicationSettingsText(settings);
  const { redirectUris, postLogoutRedirectUris, claims } = settings;
  for (const word of [
    settings.discovery,
    settings.clientId,
    settings.authorizationUrl,
    `${issuer}/account/?referrer=school-athenee`,
    ...redirectUris,
    ...postLogoutRedirectUris,
    ...claims.map(({ meaning }) => meaning),
    "portail schools show athenee --secret",
    "client.ClientSecretPost(process.env.CLIENT_SECRET)",
  ]) {
    expect(text).toContain(word);
  }
  expect(text).not.toContain("allowInsecureRequests");
});

test("a public application is shown without a secret, plain http only with its leave", () => {
  const application = { ...school.application, type: "public" as const };
  const local = "http://localhost:8080/realms/itschool";
  const text = applicationSettingsText(applicationSettings({ ...school, application }, local));
  expect(text).toContain("client.None()");
  expect(text).toContain("client.allowInsecureRequests");
  expect(text).not.toContain("--secret");
});
