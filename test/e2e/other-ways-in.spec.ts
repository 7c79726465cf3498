import { linkTo } from "../support/microsoft-steps.ts";
import { expect, test } from "../support/microsoft-story.ts";
import { accountAtMicrosoft, visitorOf } from "../support/microsoft-visitor.ts";
import type { KnownPerson, Portal } from "../support/portal.ts";
import { askForTokens, signedInAtSchool } from "../support/tokens.ts";

/*
 * The pages are the only way in: nothing of the realm takes tokens, codes or passwords by another
 * path. Rules of the server, so they are shown without a browser.
 */

const password = "une petite phrase facile";

/** A parent whose account is linked, as an attacker's best case: every grant has something to take. */
async function linkedParent(portal: Portal): Promise<KnownPerson> {
  const { demo, saintExupery } = portal.schools;
  const parent = await portal.addPerson({ schools: [demo, saintExupery], password });
  const account = await accountAtMicrosoft({ mail: parent.email });
  await linkTo(portal, parent, account);
  return parent;
}

test("no grant but the pages' own code and its refresh gives a token", async ({
  microsoftPortal: portal,
}) => {
  const { demo, saintExupery } = portal.schools;
  const parent = await linkedParent(portal);
  const { access_token: token, id_token: idToken } = await signedInAtSchool(portal, demo, parent);
  const tokenType = "urn:ietf:params:oauth:token-type:access_token";
  const exchange = {
    grant_type: "urn:ietf:params:oauth:grant-type:token-exchange",
    subject_token: token,
    subject_token_type: tokenType,
  };
  const attempts: Record<string, string>[] = [
    { grant_type: "password", username: parent.email, password },
    { grant_type: "client_credentials" },
    exchange,
    { ...exchange, audience: saintExupery.clientId },
    { ...exchange, requested_subject: parent.id },
    { ...exchange, requested_issuer: "microsoft" },
    { ...exchange, subject_issuer: "microsoft" },
    { grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer", assertion: token },
    { grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer", assertion: idToken },
    { grant_type: "urn:ietf:params:oauth:grant-type:saml2-bearer", assertion: "PHNhbWw+" },
    { grant_type: "urn:ietf:params:oauth:grant-type:device_code", device_code: "a-code" },
    { grant_type: "urn:openid:params:grant-type:ciba", auth_req_id: "an-id" },
    { grant_type: "urn:ietf:params:oauth:grant-type:uma-ticket", audience: demo.clientId },
    {
      grant_type: "urn:ietf:params:oauth:grant-type:pre-authorized_code",
      "pre-authorized_code": "x",
    },
  ];
  for (const client of [demo.clientId, saintExupery.clientId, "account-console", "admin-cli"]) {
    for (const attempt of attempts) {
      const { status, body } = await askForTokens(portal, { client_id: client, ...attempt });
      const what = `${client} ${JSON.stringify(attempt).slice(0, 120)} got ${JSON.stringify(body)}`;
      expect(status, what).toBeGreaterThanOrEqual(400);
      expect(body.access_token, what).toBeUndefined();
    }
  }
});

test("neither the device nor the backchannel way can be begun, and no client registers itself", async ({
  microsoftPortal: portal,
}) => {
  const { demo } = portal.schools;
  const parent = await linkedParent(portal);
  const { access_token: token } = await signedInAtSchool(portal, demo, parent);
  const form = { client_id: demo.clientId, scope: "openid", login_hint: parent.email };
  for (const path of [
    "protocol/openid-connect/auth/device",
    "protocol/openid-connect/ext/ciba/auth",
    "clients-registrations/openid-connect",
    "clients-registrations/default",
  ]) {
    const isRegistration = path.startsWith("clients");
    const answer = await fetch(`${portal.issuer}/${path}`, {
      method: "POST",
      headers: isRegistration
        ? { authorization: `Bearer ${token}`, "content-type": "application/json" }
        : {},
      body: isRegistration
        ? JSON.stringify({ clientId: "mine", redirect_uris: ["https://example.com/"] })
        : new URLSearchParams(form),
    });
    const text = await answer.text();
    expect(answer.status, `${path}: ${text}`).toBeGreaterThanOrEqual(400);
  }
});

test("tokens and codes in the address itself are not given", async ({
  microsoftPortal: portal,
}) => {
  const { demo } = portal.schools;
  for (const response_type of [
    "token",
    "id_token",
    "id_token token",
    "code token",
    "code id_token",
  ]) {
    const url = new URL(`${portal.issuer}/protocol/openid-connect/auth`);
    url.search = new URLSearchParams({
      client_id: demo.clientId,
      redirect_uri: `${demo.app.url}/callback`,
      scope: "openid",
      nonce: "a-nonce",
      response_type,
    }).toString();
    const visitor = await visitorOf(portal).open(url.href);
    expect(visitor.url, response_type).toMatch(/[#?&]error=/);
  }
});

test("Keycloak's old ways to link an account, and to read what Microsoft gave, are shut", async ({
  microsoftPortal: portal,
}) => {
  const { demo } = portal.schools;
  const parent = await linkedParent(portal);
  const visitor = visitorOf(portal);
  const { access_token: token } = await signedInAtSchool(portal, demo, parent, visitor);
  const link = new URL(`${portal.issuer}/broker/microsoft/link`);
  link.search = new URLSearchParams({
    client_id: demo.clientId,
    redirect_uri: `${demo.app.url}/callback`,
    nonce: "a-nonce",
    hash: "a-hash",
  }).toString();
  const before = await portal.admin.users.listFederatedIdentities({ id: parent.id });
  expect(await visitor.openWithoutFollowing(link.href), "leads nowhere").toBeNull();
  expect(visitor.html).toContain("Retour");
  const stored = await fetch(`${portal.issuer}/broker/microsoft/token`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(stored.status).toBeGreaterThanOrEqual(400);
  expect(await portal.admin.users.listFederatedIdentities({ id: parent.id })).toEqual(before);
});
