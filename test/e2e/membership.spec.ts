import { linkIn } from "../pages/mails.ts";
import { SchoolPage } from "../pages/school-page.ts";
import { SecondFactorPage } from "../pages/second-factor-pages.ts";
import { SignInPage } from "../pages/sign-in-page.ts";
import { authorizationUrl } from "../support/authorization.ts";
import { oneTimeCode, oneTimeCodeCredential } from "../support/one-time-code.ts";
import { openOtherProvider } from "../support/other-provider.ts";
import type { KnownPerson, Portal, School } from "../support/portal.ts";
import { sharedServers } from "../support/servers.ts";
import { signInAt } from "../support/steps.ts";
import { expect, test } from "../support/story.ts";
import { Visitor } from "../support/visitor.ts";

/*
 * A parent of one school never reaches another school's application, whichever way they come. Rules
 * of the server, so most are shown without a browser.
 */

const password = "une petite phrase facile";
const newPassword = "une autre petite phrase";

/** A parent whom the school demo knows, and no other. */
function parentOfDemo(portal: Portal, requiredActions?: string[]): Promise<KnownPerson> {
  return portal.addPerson({ schools: [portal.schools.demo], password, requiredActions });
}

function visit(
  portal: Portal,
  school: School,
  parameters: Record<string, string> = {},
): Promise<Visitor> {
  return new Visitor(school.app.url).open(authorizationUrl(portal, school, parameters));
}

/** Signs in at a school's application by address and password. */
async function signedIn(portal: Portal, school: School, person: KnownPerson): Promise<Visitor> {
  const visitor = await visit(portal, school);
  return visitor.send({ username: person.email, password });
}

/** Expects the page that says why, and that nothing was handed to the application. */
function expectRefused(visitor: Visitor, school: School): void {
  expect(visitor.url).not.toContain(school.app.url);
  expect(visitor.html).toMatch(/value="other-account"/);
  expect(visitor.html).toContain(school.name.replaceAll("'", "&#39;"));
  expect(visitor.html).toContain(`href="${school.app.url}/"`);
}

function expectArrived(visitor: Visitor, school: School): void {
  expect(visitor.url).toContain(`${school.app.url}/callback?`);
  expect(new URL(visitor.url).searchParams.has("code")).toBe(true);
}

test("a parent of another school sees why, goes back, or comes in with another account", async ({
  page,
  portal,
}) => {
  const { demo, saintExupery } = portal.schools;
  const [stranger, member] = [
    await parentOfDemo(portal),
    await portal.addPerson({ schools: [saintExupery], password }),
  ];
  await signInAt(page, demo, stranger);

  const school = new SchoolPage(page, saintExupery);
  await school.askToSignIn();
  await expect(
    page.getByRole("heading", {
      name: `Votre compte n'est pas connu de l'école ${saintExupery.name}`,
    }),
  ).toBeVisible();
  await expect(page.getByRole("link", { name: saintExupery.name })).toHaveAttribute(
    "href",
    `${saintExupery.app.url}/`,
  );
  await page.getByRole("button", { name: "Utiliser un autre compte" }).click();
  await new SignInPage(page).signIn(member);
  await expect(school.signedInAs(member.email)).toBeVisible();
});

test("refused: the form of another school", async ({ portal }) => {
  const { saintExupery } = portal.schools;
  expectRefused(await signedIn(portal, saintExupery, await parentOfDemo(portal)), saintExupery);
});

test("refused: the cookie of a session at the own school, which goes on", async ({ portal }) => {
  const { demo, saintExupery } = portal.schools;
  const visitor = new Visitor(demo.app.url, saintExupery.app.url);
  await visitor.open(authorizationUrl(portal, demo));
  await visitor.send({ username: (await parentOfDemo(portal)).email, password });
  expectArrived(visitor, demo);
  await visitor.open(authorizationUrl(portal, saintExupery));
  expectRefused(visitor, saintExupery);
  await visitor.open(authorizationUrl(portal, demo));
  expectArrived(visitor, demo);
});

test("refused: the same without a page (prompt=none)", async ({ portal }) => {
  const { demo, saintExupery } = portal.schools;
  const visitor = new Visitor(demo.app.url, saintExupery.app.url);
  await visitor.open(authorizationUrl(portal, demo));
  await visitor.send({ username: (await parentOfDemo(portal)).email, password });
  await visitor.open(authorizationUrl(portal, saintExupery, { prompt: "none" }));
  const answer = new URL(visitor.url).searchParams;
  expect(answer.get("error")).toBe("interaction_required");
  expect(answer.has("code")).toBe(false);
});

test("refused: a session that is proven again (prompt=login)", async ({ portal }) => {
  const { demo, saintExupery } = portal.schools;
  const visitor = new Visitor(demo.app.url, saintExupery.app.url);
  await visitor.open(authorizationUrl(portal, demo));
  await visitor.send({ username: (await parentOfDemo(portal)).email, password });
  await visitor.open(authorizationUrl(portal, saintExupery, { prompt: "login" }));
  await visitor.send({ password });
  expectRefused(visitor, saintExupery);
});

for (const start of ["demo", "saintExupery"] as const) {
  const which = start === "demo" ? "right" : "wrong";
  test(`a new password asked for at the ${which} school is set, and opens the right one alone`, async ({
    portal,
  }) => {
    const parent = await parentOfDemo(portal);
    const school = portal.schools[start];
    const visitor = await visit(portal, school);
    await visitor.follow(/href="([^"]*reset-credentials[^"]*)"/);
    await visitor.send({ username: parent.email });
    await visitor.open(linkIn(await portal.mailbox.waitForMail(parent.email)));
    await visitor.send({ "password-new": newPassword, "password-confirm": newPassword });
    if (start === "demo") expectArrived(visitor, school);
    else expectRefused(visitor, school);

    const after = await visit(portal, portal.schools.demo);
    await after.send({ username: parent.email, password: newPassword });
    expectArrived(after, portal.schools.demo);
  });
}

test("refused: after something else that had to be done first", async ({ portal }) => {
  const { saintExupery } = portal.schools;
  const parent = await parentOfDemo(portal, ["UPDATE_PASSWORD"]);
  const visitor = await signedIn(portal, saintExupery, parent);
  await visitor.send({ "password-new": newPassword, "password-confirm": newPassword });
  expectRefused(visitor, saintExupery);
});

test("refused: after a second factor", async ({ page, portal }) => {
  const { saintExupery } = portal.schools;
  const secret = "MEQHGZLDOJSXIIDPMYQGC3RAMFYHA";
  const parent = await portal.addPerson({
    schools: [portal.schools.demo],
    password,
    credentials: [oneTimeCodeCredential(secret)],
  });
  await new SchoolPage(page, saintExupery).askToSignIn();
  await new SignInPage(page).signIn(parent);
  await new SecondFactorPage(page).answer(oneTimeCode(secret));
  await expect(page.getByRole("button", { name: "Utiliser un autre compte" })).toBeVisible();
});

test("refused: a linked account of another provider", async ({ portal }) => {
  const { saintExupery } = portal.schools;
  const { keycloak } = sharedServers();
  const connection = { url: keycloak.url, adminRealm: "master", credentials: keycloak.admin };
  const other = await openOtherProvider(portal.admin, connection, `other-${portal.realm}`);
  const parent = await parentOfDemo(portal);
  await other.addPerson(parent.email, password);
  await other.link(parent.email, parent.id);
  const visitor = await visit(portal, saintExupery);
  await visitor.follow(new RegExp(`href="([^"]*/broker/${other.alias}/login[^"]*)"`));
  await visitor.send({ username: parent.email, password });
  expectRefused(visitor, saintExupery);
});

test("refused: whatever else the page that says why is sent", async ({ portal }) => {
  const { saintExupery } = portal.schools;
  const visitor = await signedIn(portal, saintExupery, await parentOfDemo(portal));
  const forms: Record<string, string>[] = [
    {},
    { method: "later" },
    { accept: "true" },
    { "cancel-aia": "true" },
  ];
  for (const form of forms) {
    await visitor.send(form);
    expectRefused(visitor, saintExupery);
  }
});

test("refused: having it done as an action of one's own (kc_action)", async ({ portal }) => {
  const { saintExupery } = portal.schools;
  const visitor = await visit(portal, saintExupery, { kc_action: "school-membership" });
  await visitor.send({ username: (await parentOfDemo(portal)).email, password });
  expectRefused(visitor, saintExupery);
});

test("refused: an application that belongs to no school", async ({ portal }) => {
  const { demo } = portal.schools;
  const clientId = "left-behind";
  await portal.admin.clients.create({
    clientId,
    publicClient: true,
    redirectUris: [`${demo.app.url}/callback`],
  });
  const visitor = await visit(portal, { ...demo, clientId });
  await visitor.send({ username: (await parentOfDemo(portal)).email, password });
  expect(visitor.url).not.toContain(demo.app.url);
  expect(visitor.html).toMatch(/value="other-account"/);
});

test("the account console is everybody's", async ({ portal }) => {
  const account = { url: `${portal.issuer}/account/` };
  const visitor = new Visitor(account.url);
  const console = { clientId: "account-console", app: account };
  await visitor.open(authorizationUrl(portal, console, { redirect_uri: account.url }));
  await visitor.send({ username: (await parentOfDemo(portal)).email, password });
  expect(visitor.url.startsWith(account.url)).toBe(true);
});
