import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import type { Mail } from "../../scripts/demo/mailbox.ts";
import { screenMessages } from "../../src/login/messages/index.ts";
import { linkIn } from "../pages/mails.ts";
import {
  AuthenticatorSetupPage,
  RecoveryCodesSetupPage,
  SecondFactorPage,
} from "../pages/second-factor-pages.ts";
import { SignInPage } from "../pages/sign-in-page.ts";
import { authorizationUrl } from "../support/authorization.ts";
import { startTestMailServer } from "../support/mail-server.ts";
import { linkTo } from "../support/microsoft-steps.ts";
import { expect, test } from "../support/microsoft-story.ts";
import {
  accountAtMicrosoft,
  askForLink,
  isIn,
  linkMailedTo,
  visitorOf,
} from "../support/microsoft-visitor.ts";
import { oneTimeCode } from "../support/one-time-code.ts";
import {
  type KnownPerson,
  type NewPerson,
  openPortal,
  type Portal,
  withMicrosoft,
} from "../support/portal.ts";
import { expectReadable } from "../support/readable.ts";
import { openMail } from "../support/shown-mail.ts";
import type { Visitor } from "../support/visitor.ts";

/* Whoever's account is entered in another way from now on reads it in a mail, once. */

const password = "une petite phrase facile";
const newPassword = "une autre phrase facile";

/** Somebody whose mailbox has been proven. */
async function provenPerson(
  portal: Portal,
  more: Partial<NewPerson> = {},
): Promise<KnownPerson & { password: string }> {
  const parent = await portal.addPerson({ schools: [portal.schools.demo], password, ...more });
  await portal.admin.users.update({ id: parent.id }, { emailVerified: true });
  return { ...parent, password };
}

/** Keycloak sends them before it answers, so none is on its way. */
async function subjectsTo(portal: Portal, { email }: KnownPerson): Promise<string[]> {
  return (await portal.mailbox.mailsTo(email)).map(({ subject }) => subject);
}

/** Comes to do one thing to the account, past the sign-in. */
async function comeTo(page: Page, portal: Portal, action: string): Promise<void> {
  await page.goto(authorizationUrl(portal, portal.schools.demo, { kc_action: action }));
}

async function arrived(page: Page): Promise<void> {
  await expect(page).toHaveURL(/\/callback\?/);
}

/** What no such mail may be without, or have. */
function expectNotice({ text = "", html = "" }: Mail): void {
  expect(text).toContain("Bonjour Claire,");
  expect(text, "the day and the hour").toMatch(/ le \d{1,2} \S+ 20\d\d,? (à )?\d{2}:\d{2}/);
  expect(text).toContain("Ce n'était pas vous ? Choisissez tout de suite un nouveau mot de passe");
  for (const part of [text, html]) expect(part, "nothing to sign in by").not.toContain("/realms/");
}

test("an app set up, recovery codes made, one of them used, and the app removed: each is told", async ({
  page,
  browser,
  portal,
}) => {
  const parent = await provenPerson(portal);
  const newest = () => portal.mailbox.waitForMail(parent.email);
  await comeTo(page, portal, "CONFIGURE_TOTP");
  await new SignInPage(page).signIn(parent);
  const setup = new AuthenticatorSetupPage(page);
  await setup.confirm(oneTimeCode(await setup.secret()));
  // Keycloak offers them at once.
  const recovery = new RecoveryCodesSetupPage(page);
  const [code = ""] = await recovery.codes();
  const added = await newest();
  expect(added.subject).toBe("Une application d'authentification protège votre compte iT.SCHOOL");
  expect(added.text).toContain("Une application d'authentification a été installée");
  expectNotice(added);

  await recovery.confirm();
  await arrived(page);
  expectNotice(await newest());

  const elsewhere = await browser.newContext({ locale: "fr-BE" });
  const other = await elsewhere.newPage();
  await other.goto(authorizationUrl(portal, portal.schools.demo));
  await new SignInPage(other).signIn(parent);
  const factor = new SecondFactorPage(other);
  await factor.anotherWay.click();
  await other.getByRole("button", { name: /récupération/ }).click();
  await factor.answerByRecoveryCode(code);
  await arrived(other);
  await elsewhere.close();
  const used = await newest();
  expect(used.text).toContain("Il ne sert qu'une fois.");
  expectNotice(used);

  const credentials = await portal.admin.users.getCredentials({ id: parent.id });
  const app = credentials.find(({ type }) => type === "otp");
  await comeTo(page, portal, `delete_credential:${app?.id}`);
  await page.getByRole("button", { name: screenMessages.fr.doConfirmDelete }).click();
  await arrived(page);
  const removed = await newest();
  expectNotice(removed);
  await openMail(page, removed);
  await expectReadable(page);

  expect(await subjectsTo(portal, parent), "one mail for each, and no other").toEqual([
    "Une application d'authentification protège votre compte iT.SCHOOL",
    "Votre compte iT.SCHOOL a de nouveaux codes de récupération",
    "Un code de récupération de votre compte iT.SCHOOL a été utilisé",
    "Une application d'authentification a été retirée de votre compte iT.SCHOOL",
  ]);
});

test("a password chosen by the link of a mail is told in the person's language, and a sign-in is not", async ({
  portal,
}) => {
  const parent = await portal.addPerson({ schools: [portal.schools.demo], language: "nl" });
  const visitor = await visitorOf(portal).open(authorizationUrl(portal, portal.schools.demo));
  await visitor.follow(/href="([^"]*reset-credentials[^"]*)"/);
  await visitor.send({ username: parent.email });
  await visitor.open(linkIn(await portal.mailbox.waitForMail(parent.email)));
  await choosePassword(visitor);
  expect(isIn(visitor)).toBe(true);
  const other = await visitorOf(portal).open(authorizationUrl(portal, portal.schools.demo));
  await other.send({ username: parent.email, password: newPassword });
  expect(isIn(other)).toBe(true);

  expect(await subjectsTo(portal, parent)).toEqual([
    "Stel uw wachtwoord van iT.SCHOOL opnieuw in",
    "Uw account bij iT.SCHOOL heeft een nieuw wachtwoord",
  ]);
  const { text, html } = await portal.mailbox.waitForMail(parent.email);
  expect(text).toContain("Dag Claire,");
  expect(text).toMatch(/ op \d{1,2} \w+ 20\d\d,? (om )?\d{2}:\d{2}\./);
  expect(html).toContain('lang="nl"');
});

test("a Microsoft account that is linked, and one whose link an administrator takes away, is told once", async ({
  microsoftPortal: portal,
}) => {
  const { demo } = portal.schools;
  const parent = await portal.addPerson({ schools: [demo], language: "fr" });
  const account = await accountAtMicrosoft({ mail: parent.email });
  const visitor = await askForLink(portal, demo, account);
  await visitor.open(await linkMailedTo(portal, parent));
  expect(isIn(visitor)).toBe(true);
  const linked = await portal.mailbox.waitForMail(parent.email, { after: 1 });
  expect(linked.text).toContain("Un compte Microsoft a été associé à votre compte iT.SCHOOL le ");
  expectNotice(linked);

  // As the administration console asks for it, in the language of the administrator's browser.
  const link = `${portal.issuer.replace("/realms/", "/admin/realms/")}/users/${parent.id}/federated-identity/microsoft`;
  const answer = await fetch(link, {
    method: "DELETE",
    headers: {
      authorization: `Bearer ${await portal.admin.getAccessToken()}`,
      "accept-language": "de",
    },
  });
  expect(answer.status).toBe(204);
  expectNotice(await portal.mailbox.waitForMail(parent.email));
  expect(await subjectsTo(portal, parent)).toEqual([
    "Associez votre compte Microsoft",
    "Un compte Microsoft est associé à votre compte iT.SCHOOL",
    "Un compte Microsoft n'ouvre plus votre compte iT.SCHOOL",
  ]);
});

test("what an administrator does for somebody without a language is told in the portal's", async ({
  microsoftPortal: portal,
}) => {
  const parent = await provenPerson(portal);
  const answer = await fetch(
    `${portal.issuer.replace("/realms/", "/admin/realms/")}/users/${parent.id}/federated-identity/microsoft`,
    {
      method: "POST",
      headers: {
        authorization: `Bearer ${await portal.admin.getAccessToken()}`,
        "accept-language": "de",
        "content-type": "application/json",
      },
      body: JSON.stringify({ userId: parent.id, userName: parent.email }),
    },
  );
  expect(answer.status).toBe(204);
  expectNotice(await portal.mailbox.waitForMail(parent.email));
});

test("an account that is imported brings its link with it, which is not told", async ({
  microsoftPortal: portal,
}) => {
  const parent = { id: randomUUID(), email: `claire.${randomUUID()}@example.org` };
  const link = { identityProvider: "microsoft", userId: parent.id, userName: parent.email };
  await portal.admin.realms.partialImport({
    realm: portal.realm,
    rep: {
      ifResourceExists: "FAIL",
      users: [
        {
          ...parent,
          username: parent.email,
          enabled: true,
          emailVerified: true,
          federatedIdentities: [link],
        },
      ],
    },
  });
  expect(await portal.admin.users.listFederatedIdentities({ id: parent.id })).toEqual([link]);
  expect(await subjectsTo(portal, parent)).toEqual([]);
});

test("an address that nobody has proven is told nothing", async ({ microsoftPortal: portal }) => {
  const parent = await portal.addPerson({ schools: [portal.schools.demo], password });
  await linkTo(portal, parent, await accountAtMicrosoft({ mail: parent.email }));
  await changePassword(portal, { ...parent, password });
  expect(await subjectsTo(portal, parent)).toEqual([]);
});

test("a password is changed all the same while no mail server takes the mail, and what realm-config has switched off is not told", async () => {
  await using server = await startTestMailServer();
  server.refuses = true;
  await using portal = await openPortal((config) => ({
    ...withMicrosoft(config),
    mail: { ...config.mail, port: server.port },
    notices: { ...config.notices, microsoft: false },
  }));
  const parent = await provenPerson(portal);
  const visitor = await changePassword(portal, parent);
  expect(server.tried, "it was asked").toBe(1);
  expect(isIn(visitor)).toBe(true);
  const other = await visitorOf(portal).open(authorizationUrl(portal, portal.schools.demo));
  await other.send({ username: parent.email, password: newPassword });
  expect(isIn(other)).toBe(true);

  await linkTo(portal, parent, await accountAtMicrosoft({ mail: parent.email }));
  expect(server.tried, "it was not asked again").toBe(1);
});

/** Signs in and chooses another password, as one does in the account console. */
async function changePassword(
  portal: Portal,
  { email, password }: { email: string; password: string },
): Promise<Visitor> {
  const address = authorizationUrl(portal, portal.schools.demo, { kc_action: "UPDATE_PASSWORD" });
  const visitor = await visitorOf(portal).open(address);
  await visitor.send({ username: email, password });
  return choosePassword(visitor);
}

function choosePassword(visitor: Visitor): Promise<Visitor> {
  return visitor.send({ "password-new": newPassword, "password-confirm": newPassword });
}
