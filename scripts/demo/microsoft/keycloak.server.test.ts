import { afterAll, beforeAll, expect, it } from "vitest";
import { signInAt } from "../../../test/support/microsoft-sign-in.ts";
import { Visitor } from "../../../test/support/visitor.ts";
import { connect } from "../../keycloak/connection.ts";
import { microsoftRedirectAddress } from "../../realm/microsoft.ts";
import { type RunningKeycloak, startKeycloak } from "../../server/keycloak.ts";
import { microsoftControl } from "./control.ts";
import { type RunningMicrosoft, startMicrosoft } from "./microsoft.ts";

const realm = "school";
let microsoft: RunningMicrosoft;
let keycloak: RunningKeycloak;

beforeAll(async () => {
  microsoft = await startMicrosoft();
  keycloak = await startKeycloak({
    providers: [],
    extraArguments: microsoft.keycloakArguments,
    trustedCertificates: microsoft.trustedCertificates,
  });
});

afterAll(async () => {
  await keycloak?.stop();
  await microsoft?.stop();
});

it("is Microsoft to a Keycloak that trusts its certificate, whatever it was started from", async () => {
  const issuer = `${keycloak.url}/realms/${realm}`;
  const connection = { url: keycloak.url, adminRealm: "master", credentials: keycloak.admin };
  const client = await connect(connection, realm);
  await client.realms.create({ realm, enabled: true });
  const app = { clientId: "app", publicClient: true, redirectUris: ["http://localhost:1/"] };
  await client.clients.create(app);
  await client.identityProviders.create({
    alias: "microsoft",
    providerId: "microsoft",
    enabled: true,
    config: { ...microsoft.client, tenantId: "common" },
  });
  const control = microsoftControl(microsoft.control);
  await control.addRedirectAddress(microsoftRedirectAddress(issuer));
  const person = await control.addPerson({
    kind: "personal",
    userPrincipalName: "claire@outlook.example",
    password: "a password",
    mail: "claire@example.org",
  });

  const browser = new Visitor("https://login.microsoftonline.com");
  const wanted = { client_id: "app", redirect_uri: "http://localhost:1/", response_type: "code" };
  const query = new URLSearchParams({ ...wanted, scope: "openid", kc_idp_hint: "microsoft" });
  await browser.open(`${issuer}/protocol/openid-connect/auth?${query}`);
  const back = await signInAt(microsoft.control, browser.url, person);
  await browser.open(back.href);

  // Keycloak's own first page for somebody new, with what Graph told it.
  expect(browser.fields).toContain("email");
  expect(browser.html).toContain('value="claire@example.org"');
});
