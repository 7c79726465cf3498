import { tellOfReset } from "../../scripts/mail/second-factor-reset.ts";
import { takeSecondFactorAway } from "../../scripts/people/second-factor.ts";
import { linkIn } from "../pages/mails.ts";
import { SchoolPage } from "../pages/school-page.ts";
import { SecondFactorPage } from "../pages/second-factor-pages.ts";
import { SignInPage } from "../pages/sign-in-page.ts";
import { authorizationUrl } from "../support/authorization.ts";
import { linkTo } from "../support/microsoft-steps.ts";
import {
  accountAtMicrosoft,
  comeByMicrosoft,
  isIn,
  visitorOf,
} from "../support/microsoft-visitor.ts";
import { oneTimeCode, oneTimeCodeCredential } from "../support/one-time-code.ts";
import type { KnownPerson, NewPerson, Portal } from "../support/portal.ts";
import { expect, test } from "../support/story.ts";
import type { Visitor } from "../support/visitor.ts";

/*
 * The phone is lost, and support takes the second factor away (portail people reset-2fa): whichever way
 * somebody comes then, the mailbox says yes first.
 */

const password = "une petite phrase facile";
const newPassword = "une autre phrase facile";
const otpSecret = "MEQHGZLDOJSXIIDPMYQGC3RAMFYHA";

/** Somebody who has proven the mailbox once, and set up an app since. */
async function carefulPerson(portal: Portal, more: Partial<NewPerson> = {}): Promise<KnownPerson> {
  const parent = await portal.addPerson({
    schools: [portal.schools.saintExupery],
    password,
    credentials: [oneTimeCodeCredential(otpSecret)],
    ...more,
  });
  await portal.admin.users.update({ id: parent.id }, { emailVerified: true });
  return { ...parent, password };
}

/** What support does, past its question. */
function resetSecondFactor(portal: Portal, { id, email }: KnownPerson): Promise<void> {
  return takeSecondFactorAway(portal.admin, { id }, () =>
    tellOfReset(portal.config, { address: email, firstName: "Claire" }),
  );
}

/** A browser at the sign-in of the school that has the old method no longer. */
function atSignIn(portal: Portal, parameters: Record<string, string> = {}): Promise<Visitor> {
  return visitorOf(portal).open(authorizationUrl(portal, portal.schools.saintExupery, parameters));
}

/** The page is drawn in a browser alone. */
function isAskedForMailbox({ html }: Visitor): boolean {
  return html.includes("login-verify-email.ftl");
}

test("a parent whose phone is lost is told by mail, confirms the address, and is in with the password", async ({
  page,
  legacyPortal: portal,
}) => {
  const parent = await carefulPerson(portal);
  const application = new SchoolPage(page, portal.schools.saintExupery);
  await application.askToSignIn();
  await new SignInPage(page).signIn(parent);
  await expect(new SecondFactorPage(page).code).toBeVisible();

  await resetSecondFactor(portal, parent);
  const told = await portal.mailbox.waitForMail(parent.email);
  expect(told.subject).toBe("La double authentification de votre compte iT.SCHOOL a été retirée");

  await application.askToSignIn();
  await new SignInPage(page).signIn(parent);
  await expect(
    page.getByRole("heading", { name: "Vérification du courriel", level: 1 }),
  ).toBeVisible();
  await page.goto(linkIn(await portal.mailbox.waitForMail(parent.email, { after: 1 })));
  await expect(application.signedInAs(parent.email)).toBeVisible();

  await application.signOutButton.click();
  await expect(application.signInButton).toBeVisible();
  await application.signInButton.click();
  await new SignInPage(page).signIn(parent);
  await expect(application.signedInAs(parent.email), "asked for it once").toBeVisible();
});

test("whoever has the password alone gets no further than the mailbox, and sets up nothing", async ({
  legacyPortal: portal,
}) => {
  const parent = await carefulPerson(portal);
  const signedIn = await atSignIn(portal);
  await signedIn.send({ username: parent.email, password });
  await signedIn.send({ otp: oneTimeCode(otpSecret) });
  expect(isIn(signedIn)).toBe(true);
  const atCode = await atSignIn(portal);
  await atCode.send({ username: parent.email, password });
  expect(atCode.html).toContain("login-otp.ftl");

  await resetSecondFactor(portal, parent);

  await signedIn.open(authorizationUrl(portal, portal.schools.saintExupery));
  expect(isIn(signedIn), "the sessions are over").toBe(false);
  await atCode.send({ otp: oneTimeCode(otpSecret, 1) });
  expect(isIn(atCode), "a sign-in that was on its way").toBe(false);
  for (const action of ["", "CONFIGURE_TOTP", "UPDATE_PASSWORD", "VERIFY_EMAIL"]) {
    const visitor = await atSignIn(portal, action ? { kc_action: action } : {});
    await visitor.send({ username: parent.email, password });
    expect(isAskedForMailbox(visitor), action || "nothing else asked for").toBe(true);
    await visitor.open(authorizationUrl(portal, portal.schools.saintExupery));
    expect(isIn(visitor)).toBe(false);
  }
  // The mails that these sign-ins have sent reach somebody who waits for one of their own.
  const { text } = await portal.mailbox.waitForMail(parent.email);
  expect(text).toContain("Ce n'est pas vous qui vous connectez en ce moment ? Ne confirmez pas");
  const types = (await portal.admin.users.getCredentials({ id: parent.id })).map(
    ({ type }) => type,
  );
  expect(types).toEqual(["password"]);
});

test("Microsoft asks for the mailbox as well", async ({ legacyPortal: portal }) => {
  const { saintExupery } = portal.schools;
  const parent = await carefulPerson(portal);
  const account = await accountAtMicrosoft({ mail: parent.email });
  await linkTo(portal, parent, account);
  await resetSecondFactor(portal, parent);
  const before = (await portal.mailbox.mailsTo(parent.email)).length;
  const visitor = await comeByMicrosoft(portal, saintExupery, account);
  expect(isAskedForMailbox(visitor)).toBe(true);
  await visitor.open(linkIn(await portal.mailbox.waitForMail(parent.email, { after: before })));
  expect(isIn(visitor)).toBe(true);
});

test("the old method opens nothing until then, and opens its school again afterwards", async ({
  legacyPortal: portal,
}) => {
  const { demo } = portal.schools;
  const oldPassword = "ancien mot de passe";
  const username = `dubois${Math.random().toString(36).slice(2, 8)}`;
  const legacy = [{ school: demo, username, password: oldPassword }];
  const parent = await carefulPerson(portal, { schools: [demo], legacy });
  const comeTheOldWay = async () => {
    const visitor = await visitorOf(portal).open(authorizationUrl(portal, demo));
    return visitor.send({ method: "legacy", username, password: oldPassword });
  };
  await resetSecondFactor(portal, parent);
  const refused = await comeTheOldWay();
  expect(isIn(refused)).toBe(false);
  expect(refused.html).toContain("Ouvrir le portail de connexion");
  expect(refused.html, "to somebody who knows the old name alone").not.toContain(parent.email);

  const visitor = await visitorOf(portal).open(authorizationUrl(portal, demo));
  await visitor.send({ method: "portal" });
  await visitor.send({ username: parent.email, password });
  await visitor.open(linkIn(await portal.mailbox.waitForMail(parent.email, { after: 1 })));
  expect(isIn(visitor)).toBe(true);
  expect(isIn(await comeTheOldWay())).toBe(true);
});

test("a forgotten password's link is the mailbox's yes, and no second mail asks for it", async ({
  legacyPortal: portal,
}) => {
  const parent = await carefulPerson(portal);
  await resetSecondFactor(portal, parent);
  const visitor = await atSignIn(portal);
  await visitor.follow(/href="([^"]*reset-credentials[^"]*)"/);
  await visitor.send({ username: parent.email });
  await visitor.open(linkIn(await portal.mailbox.waitForMail(parent.email, { after: 1 })));
  await visitor.send({ "password-new": newPassword, "password-confirm": newPassword });
  expect(isIn(visitor)).toBe(true);
  const { requiredActions } = (await portal.admin.users.findOne({ id: parent.id })) ?? {};
  expect(requiredActions).toEqual([]);
});

test("the mail opened in another browser lets the first one in after signing in once more", async ({
  legacyPortal: portal,
}) => {
  const parent = await carefulPerson(portal);
  await resetSecondFactor(portal, parent);
  const asking = await atSignIn(portal);
  await asking.send({ username: parent.email, password });
  const elsewhere = visitorOf(portal);
  await elsewhere.open(linkIn(await portal.mailbox.waitForMail(parent.email, { after: 1 })));
  await elsewhere.follow(/href="([^"]*\/action-token\?[^"]*)"/);
  expect(isIn(elsewhere), "a mail alone lets nobody in").toBe(false);
  const again = await atSignIn(portal);
  await again.send({ username: parent.email, password });
  expect(isIn(again)).toBe(true);
});
