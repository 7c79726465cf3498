import { LandingPage } from "../pages/landing-page.ts";
import { LegacyWelcomePage } from "../pages/legacy-welcome-page.ts";
import { SchoolPage } from "../pages/school-page.ts";
import { SecondFactorPage } from "../pages/second-factor-pages.ts";
import { SignInPage } from "../pages/sign-in-page.ts";
import { authorizationUrl } from "../support/authorization.ts";
import { oneTimeCode, oneTimeCodeCredential } from "../support/one-time-code.ts";
import type { KnownPerson, Portal } from "../support/portal.ts";
import { expect, test } from "../support/story.ts";
import { Visitor } from "../support/visitor.ts";

/*
 * A session of the old method opens the school it began at, and nothing else: one weak old password
 * would otherwise own every school.
 */

const oldPassword = "ancien mot de passe";
const password = "une petite phrase facile";

/** A parent with children in both schools and an old name at the school demo. */
async function parentOfBoth(
  portal: Portal,
  more: { password?: string; requiredActions?: string[] } = {},
): Promise<KnownPerson & { username: string }> {
  const { demo, saintExupery } = portal.schools;
  const username = `dubois${Math.random().toString(36).slice(2, 8)}`;
  const legacy = [{ school: demo, username, password: oldPassword }];
  const schools = [demo, saintExupery];
  return { ...(await portal.addPerson({ schools, legacy, password, ...more })), username };
}

/** A browser that has just sent an old name and password at the school demo. */
async function oldSignIn(
  portal: Portal,
  parent: { username: string },
  parameters: Record<string, string> = {},
): Promise<Visitor> {
  const { demo, saintExupery } = portal.schools;
  const visitor = new Visitor(demo.app.url, saintExupery.app.url);
  await visitor.open(authorizationUrl(portal, demo, parameters));
  return visitor.send({ method: "legacy", username: parent.username, password: oldPassword });
}

function expectNewMethodIsAsked(visitor: Visitor): void {
  expect(new URL(visitor.url).searchParams.has("code"), "a code for the application").toBe(false);
  expect(visitor.html).toContain("Ouvrir le portail de connexion");
  expect(visitor.html).toMatch(/name="method" value="portal"|value="portal" name="method"/);
  expect(visitor.html).not.toContain('value="legacy"');
}

test("the school it began at goes on as before, without signing in again", async ({
  legacyPortal: portal,
}) => {
  const { demo } = portal.schools;
  const visitor = await oldSignIn(portal, await parentOfBoth(portal));
  expect(visitor.url).toContain(`${demo.app.url}/callback?`);
  for (const parameters of [{}, { prompt: "none" }]) {
    await visitor.open(authorizationUrl(portal, demo, parameters as Record<string, string>));
    expect(visitor.url).toContain("code=");
  }
});

test("another school asks for the new method, and from then on both are open", async ({
  page,
  legacyPortal: portal,
}) => {
  const { demo, saintExupery } = portal.schools;
  const parent = await parentOfBoth(portal);
  await new SchoolPage(page, demo).askToSignIn();
  await new LandingPage(page).signIn({ username: parent.username, password: oldPassword });
  await expect(new SchoolPage(page, demo).signedInAs(parent.email)).toBeVisible();

  const other = new SchoolPage(page, saintExupery);
  await other.askToSignIn();
  await expect(page.getByText(saintExupery.name).first()).toBeVisible();
  await page.getByRole("button", { name: "Ouvrir le portail de connexion" }).click();
  expect(await page.content()).not.toContain(parent.email);
  await new SignInPage(page).signIn(parent);
  await expect(other.signedInAs(parent.email)).toBeVisible();

  await page.goto(`${portal.issuer}/account/`);
  await expect(page.getByText("Claire Dubois").first()).toBeVisible();
});

test("somebody else in the same browser can go on with the new method", async ({
  page,
  legacyPortal: portal,
}) => {
  const { demo, saintExupery } = portal.schools;
  const [mother, father] = [await parentOfBoth(portal), await parentOfBoth(portal)];
  await new SchoolPage(page, demo).askToSignIn();
  await new LandingPage(page).signIn({ username: mother.username, password: oldPassword });
  await expect(new SchoolPage(page, demo).signedInAs(mother.email)).toBeVisible();

  const other = new SchoolPage(page, saintExupery);
  await other.askToSignIn();
  await page.getByRole("button", { name: "Ouvrir le portail de connexion" }).click();
  await new SignInPage(page).signIn(father);
  await expect(other.signedInAs(father.email)).toBeVisible();
});

test("refused: another school by the cookie, with a page and without", async ({
  legacyPortal: portal,
}) => {
  const { saintExupery } = portal.schools;
  const visitor = await oldSignIn(portal, await parentOfBoth(portal));
  await visitor.open(authorizationUrl(portal, saintExupery));
  expectNewMethodIsAsked(visitor);
  await visitor.send({ method: "later" });
  expectNewMethodIsAsked(visitor);
  await visitor.open(authorizationUrl(portal, saintExupery, { prompt: "none" }));
  expect(new URL(visitor.url).searchParams.get("error")).toBe("interaction_required");
});

test("refused: the account console", async ({ legacyPortal: portal }) => {
  const visitor = await oldSignIn(portal, await parentOfBoth(portal));
  const app = { url: `${portal.issuer}/account/` };
  const console = { clientId: "account-console", app };
  await visitor.open(authorizationUrl(portal, console, { redirect_uri: app.url }));
  expectNewMethodIsAsked(visitor);
});

for (const action of [
  "UPDATE_PASSWORD",
  "CONFIGURE_TOTP",
  "webauthn-register-passwordless",
  "webauthn-register",
  "CONFIGURE_RECOVERY_AUTHN_CODES",
  "delete_credential:an-id",
  "idp_link:microsoft",
  "legacy-session",
  "school-membership",
]) {
  test(`refused: setting something up by kc_action=${action}, at the sign-in or later`, async ({
    legacyPortal: portal,
  }) => {
    const { demo, saintExupery } = portal.schools;
    const parent = await parentOfBoth(portal);
    const isGate = action === "legacy-session" || action === "school-membership";
    const now = await oldSignIn(portal, parent, { kc_action: action });
    const later = await oldSignIn(portal, parent);
    await later.open(authorizationUrl(portal, demo, { kc_action: action }));
    // Keycloak wants the password once more for some of these; the old one does not help.
    if (later.html.includes('value="legacy"')) {
      await later.send({ method: "legacy", username: parent.username, password: oldPassword });
    }
    if (!isGate) for (const visitor of [now, later]) expectNewMethodIsAsked(visitor);

    await later.open(authorizationUrl(portal, saintExupery, { kc_action: action }));
    if (later.html.includes('value="legacy"')) {
      await later.send({ method: "legacy", username: parent.username, password: oldPassword });
    }
    expect(later.url).not.toContain(saintExupery.app.url);
    const credentials = await portal.admin.users.getCredentials({ id: parent.id });
    expect(credentials.map(({ type }) => type).sort()).toEqual(["legacy-password", "password"]);
  });
}

test("refused: what an administrator asked of the person, e.g. a new password", async ({
  legacyPortal: portal,
}) => {
  const parent = await parentOfBoth(portal, { requiredActions: ["UPDATE_PASSWORD"] });
  const visitor = await oldSignIn(portal, parent);
  expectNewMethodIsAsked(visitor);
  await visitor.send({ "password-new": "volé volé volé", "password-confirm": "volé volé volé" });
  expectNewMethodIsAsked(visitor);
});

for (const { where, to, parameters } of [
  { where: "another school", to: "saintExupery", parameters: {} },
  { where: "setting up a second factor", to: "demo", parameters: { kc_action: "CONFIGURE_TOTP" } },
] as const) {
  test(`refused: ${where}, also when the session's cookie is taken away under the page that says so`, async ({
    legacyPortal: portal,
  }) => {
    const parent = await parentOfBoth(portal);
    const visitor = await oldSignIn(portal, parent);
    await visitor.open(authorizationUrl(portal, portal.schools[to], parameters));
    expectNewMethodIsAsked(visitor);
    visitor.forget("KEYCLOAK_IDENTITY");
    await visitor.open(visitor.url);
    expectNewMethodIsAsked(visitor);
    await visitor.send({});
    expectNewMethodIsAsked(visitor);
    expect(visitor.html).not.toContain(parent.email);
  });
}

test("refused: another school, also when the cookie of a new session takes the old one's place", async ({
  legacyPortal: portal,
}) => {
  const { saintExupery } = portal.schools;
  const [parent, thief] = [await parentOfBoth(portal), await parentOfBoth(portal)];
  const own = await new Visitor(saintExupery.app.url).open(authorizationUrl(portal, saintExupery));
  await own.send({ username: thief.email, password });
  expect(own.url).toContain("code=");
  const visitor = await oldSignIn(portal, parent);
  await visitor.open(authorizationUrl(portal, saintExupery));
  for (const cookie of ["KEYCLOAK_IDENTITY", "KEYCLOAK_SESSION"]) {
    visitor.take(cookie, own);
    await visitor.open(visitor.url);
    expectNewMethodIsAsked(visitor);
  }
});

test("a session that comes of an old one, in another sign-in, is an old one", async ({
  legacyPortal: portal,
}) => {
  const { demo, saintExupery } = portal.schools;
  const parent = await parentOfBoth(portal);
  const visitor = new Visitor(demo.app.url, saintExupery.app.url);
  await visitor.open(authorizationUrl(portal, demo));
  visitor.take("KEYCLOAK_IDENTITY", await oldSignIn(portal, parent));
  // A page in between: without one Keycloak goes on with the old session itself.
  await portal.admin.users.update({ id: parent.id }, { requiredActions: ["UPDATE_PASSWORD"] });
  await visitor.open(authorizationUrl(portal, demo));
  expectNewMethodIsAsked(visitor);
  await portal.admin.users.update({ id: parent.id }, { requiredActions: [] });
  await visitor.open(visitor.url);
  expect(visitor.url).toContain("code=");
  await visitor.open(authorizationUrl(portal, saintExupery));
  expectNewMethodIsAsked(visitor);
});

test("the portal names nobody who came by the old method, also when the cookie is taken away", async ({
  legacyPortal: portal,
}) => {
  const parent = await parentOfBoth(portal);
  const visitor = await oldSignIn(portal, parent);
  await visitor.open(authorizationUrl(portal, portal.schools.demo, { prompt: "login" }));
  expect(visitor.html).toContain('value="legacy"');
  visitor.forget("KEYCLOAK_IDENTITY");
  await visitor.send({ method: "portal" });
  expect(visitor.fields).toContain("username");
  expect(visitor.html).not.toContain(parent.email);
});

test("refused: a stolen session of the new method proven again by the old password", async ({
  legacyPortal: portal,
}) => {
  const { demo, saintExupery } = portal.schools;
  const parent = await parentOfBoth(portal);
  const visitor = new Visitor(demo.app.url, saintExupery.app.url);
  await visitor.open(authorizationUrl(portal, demo));
  const landingForm = visitor.formAddress;
  await visitor.send({ method: "portal" });
  await visitor.send({ username: parent.email, password });
  expect(visitor.url).toContain("code=");

  await visitor.open(
    authorizationUrl(portal, demo, { kc_action: "UPDATE_PASSWORD", prompt: "login" }),
  );
  expect(visitor.html, "the landing page is not offered").not.toContain('value="legacy"');
  await visitor.send({ method: "legacy", username: parent.username, password: oldPassword });
  expect(visitor.fields).not.toContain("password-new");
  await visitor.open(landingForm, {
    method: "legacy",
    username: parent.username,
    password: oldPassword,
  });
  expect(visitor.fields).not.toContain("password-new");
});

test("refused: the old name of somebody else when a session is proven again", async ({
  legacyPortal: portal,
}) => {
  const [parent, other] = [await parentOfBoth(portal), await parentOfBoth(portal)];
  const visitor = await oldSignIn(portal, parent);
  await visitor.open(authorizationUrl(portal, portal.schools.demo, { prompt: "login" }));
  await visitor.send({ method: "legacy", username: other.username, password: oldPassword });
  expect(new URL(visitor.url).searchParams.has("code")).toBe(false);
  expect(visitor.html).not.toContain("@example.org");
});

test("the account's own interface answers no token that it can get", async ({
  legacyPortal: portal,
}) => {
  const parent = await parentOfBoth(portal);
  const visitor = await oldSignIn(portal, parent);
  const code = new URL(visitor.url).searchParams.get("code") ?? "";
  const answer = await fetch(`${portal.issuer}/protocol/openid-connect/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "authorization_code",
      client_id: portal.schools.demo.clientId,
      redirect_uri: `${portal.schools.demo.app.url}/callback`,
      code,
      code_verifier: "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
    }),
  });
  const { access_token: token } = (await answer.json()) as { access_token: string };
  expect(token).toBeTruthy();
  for (const path of ["", "/credentials", "/linked-accounts", "/sessions", "/applications"]) {
    const { status } = await fetch(`${portal.issuer}/account${path}`, {
      headers: { authorization: `Bearer ${token}`, accept: "application/json" },
    });
    expect(status, path).toBeGreaterThanOrEqual(401);
    expect(status, path).toBeLessThanOrEqual(403);
  }
});

test("whoever has switched on a second factor is asked for it after the old method too", async ({
  page,
  legacyPortal: portal,
}) => {
  const { demo } = portal.schools;
  const secret = "MEQHGZLDOJSXIIDPMYQGC3RAMFYHA";
  const username = `prudent${Math.random().toString(36).slice(2, 8)}`;
  const parent = await portal.addPerson({
    schools: [demo],
    legacy: [{ school: demo, username, password: oldPassword }],
    credentials: [oneTimeCodeCredential(secret)],
  });
  await new SchoolPage(page, demo).askToSignIn();
  await new LandingPage(page).signIn({ username, password: oldPassword });
  const factor = new SecondFactorPage(page);
  await expect(factor.code).toBeVisible();
  expect(await page.content()).not.toContain(parent.email);
  await factor.answer(oneTimeCode(secret));
  await new LegacyWelcomePage(page).later.click();
  await expect(new SchoolPage(page, demo).signedInAs(parent.email)).toBeVisible();
});
