import { languages, screenMessages } from "../../src/login/messages/index.ts";
import { ForgottenPasswordPage } from "../pages/forgotten-password-page.ts";
import { LandingPage } from "../pages/landing-page.ts";
import { LegacyWelcomePage } from "../pages/legacy-welcome-page.ts";
import { linkIn } from "../pages/mails.ts";
import {
  AccountExistsPage,
  LinkConfirmPage,
  LinkMailPage,
  LinkProfilePage,
} from "../pages/microsoft-link-pages.ts";
import { SchoolPage } from "../pages/school-page.ts";
import { PasskeyPage } from "../pages/second-factor-pages.ts";
import { SignInPage } from "../pages/sign-in-page.ts";
import { UpdatePasswordPage } from "../pages/update-password-page.ts";
import { authorizationUrl } from "../support/authorization.ts";
import { parentWithOldName } from "../support/legacy-account.ts";
import { comeByMicrosoft } from "../support/microsoft-steps.ts";
import { addMicrosoftAccount, expect, test } from "../support/microsoft-story.ts";
import { pageStates } from "../support/page-states.ts";
import { openPortal } from "../support/portal.ts";

test.use({ javaScriptEnabled: false });

const password = "une petite phrase facile";

for (const { tag, name } of languages) {
  test(`the whole way in works without JavaScript in ${name}`, async ({ page, portal }) => {
    const { demo } = portal.schools;
    const parent = await portal.addPerson({ schools: [demo] });
    await page.goto(`${demo.app.url}/classes/3b?ui_locales=${tag}`);
    await new SignInPage(page, tag).forgotPassword();
    await new ForgottenPasswordPage(page, tag).askForMail(parent.email);
    await expect(new ForgottenPasswordPage(page, tag).answer).toBeVisible();
    await page.goto(linkIn(await portal.mailbox.waitForMail(parent.email)));
    await new UpdatePasswordPage(page, tag).choose(password);

    await expect(new SchoolPage(page, demo).signedInAs(parent.email)).toBeVisible();
    expect(page.url(), "the page that was asked for first").toBe(`${demo.app.url}/classes/3b`);
  });
}

test("first visit: no refusal, no eye and no passkey that would do nothing", async ({
  page,
  portal,
}) => {
  await page.goto(authorizationUrl(portal, portal.schools.demo));
  const signIn = new SignInPage(page);
  await expect(signIn.information).toBeVisible();
  await expect(signIn.email).toHaveAttribute("aria-invalid", "false");
  await expect(signIn.email).toHaveValue("");
  await expect(signIn.rememberMe).not.toBeChecked();
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Afficher le mot de passe" })).toBeHidden();
  await expect(new PasskeyPage(page).submit).toBeHidden();
});

test("wrong password: the field says so, the address and the switch are kept", async ({
  page,
  portal,
}) => {
  const parent = await portal.addPerson({ schools: [portal.schools.demo], password });
  const signIn = new SignInPage(page);
  await page.goto(authorizationUrl(portal, portal.schools.demo));
  await signIn.rememberMe.check();
  await signIn.signIn({ ...parent, password: "pas celui-là" });
  await expect(signIn.email).toHaveAccessibleDescription(screenMessages.fr.invalidUserMessage);
  await expect(signIn.email).toHaveValue(parent.email);
  await expect(signIn.rememberMe).toBeChecked();
});

test("locked out: the same words as for a wrong password", async ({ page }) => {
  await using portal = await openPortal((config) => ({
    ...config,
    bruteForce: { ...config.bruteForce, failures: 1 },
  }));
  const parent = await portal.addPerson({ schools: [portal.schools.demo], password });
  const [account] = await portal.admin.users.find({ email: parent.email, exact: true });
  const signIn = new SignInPage(page);
  await page.goto(authorizationUrl(portal, portal.schools.demo));
  await signIn.signIn({ ...parent, password: "pas celui-là" });
  await expect
    .poll(
      async () => (await portal.admin.attackDetection.findOne({ id: account?.id ?? "" }))?.disabled,
    )
    .toBe(true);
  await signIn.signIn(parent);
  await expect(signIn.email).toHaveAccessibleDescription(screenMessages.fr.invalidUserMessage);
});

test("expired: an old form leads to a page from which both ways go on", async ({
  page,
  legacyPortal: portal,
}) => {
  const expired = pageStates.find(({ name }) => name === "an expired page");
  await expired?.reach(page, portal, "fr");
  await expect(
    page.getByRole("heading", { name: screenMessages.fr.pageExpiredTitle, level: 1 }),
  ).toBeVisible();
  await expect(page.getByRole("link", { name: screenMessages.fr.expiredContinue })).toBeVisible();
  await page.getByRole("link", { name: screenMessages.fr.expiredRestart }).click();
  await expect(new SignInPage(page).heading).toBeVisible();
});

test("asked again: a parent who is known types the password alone", async ({ page, portal }) => {
  const { demo } = portal.schools;
  const parent = await portal.addPerson({ schools: [demo], password });
  const signIn = new SignInPage(page);
  await new SchoolPage(page, demo).askToSignIn();
  await signIn.signIn(parent);
  await expect(new SchoolPage(page, demo).signedInAs(parent.email)).toBeVisible();

  await page.goto(authorizationUrl(portal, demo, { prompt: "login" }));
  await expect(page.getByText(parent.email)).toBeVisible();
  await expect(signIn.email).toHaveCount(0);
  await expect(signIn.information).toHaveCount(0);
  await expect(signIn.rememberMe).toHaveCount(0);
  await expect(
    page.getByRole("link", { name: screenMessages.fr.restartLoginTooltip }),
  ).toBeVisible();
  await signIn.password.fill("pas celui-là");
  await signIn.submit.click();
  await expect(signIn.password).toHaveAccessibleDescription(screenMessages.fr.invalidUserMessage);
  await signIn.password.fill(password);
  await signIn.submit.click();
  // The application did not ask for this sign-in itself, so it shows the page it had.
  await expect(new SchoolPage(page, demo).signedInAs(parent.email)).toBeVisible();
  expect(page.url()).toContain(demo.app.url);
});

test("a school's own page leads to the portal, and on to the school", async ({
  page,
  legacyPortal: portal,
}) => {
  const { demo } = portal.schools;
  const parent = await portal.addPerson({ schools: [demo], password });
  await new SchoolPage(page, demo).askToSignIn();
  await new LandingPage(page).openPortal.click();
  await new SignInPage(page).signIn(parent);
  await expect(new SchoolPage(page, demo).signedInAs(parent.email)).toBeVisible();
});

test("the old method leads to the school, at once or after the mail for a password", async ({
  page,
  legacyPortal: portal,
}) => {
  const { demo } = portal.schools;
  const parent = await parentWithOldName(portal);
  const application = new SchoolPage(page, demo);
  const landing = new LandingPage(page);
  const welcome = new LegacyWelcomePage(page);
  await application.askToSignIn();
  await landing.signIn({ ...parent.legacy, password: "pas celui-là" });
  await expect(landing.username).toHaveAccessibleDescription(
    screenMessages.fr.legacyRefusedMessage,
  );
  await expect(landing.username).toHaveValue(parent.legacy.username);
  await landing.signIn(parent.legacy);
  await welcome.later.click();
  await expect(application.signedInAs(parent.email)).toBeVisible();

  await page.context().clearCookies();
  await application.askToSignIn();
  await landing.signIn(parent.legacy);
  await welcome.createPassword.click();
  await expect(welcome.sent).toBeVisible();
  await portal.mailbox.waitForMail(parent.email);
  await welcome.goOn.click();
  await expect(application.signedInAs(parent.email)).toBeVisible();
});

test("what an old sign-in does not open leads to the portal, and another account comes in", async ({
  page,
  legacyPortal: portal,
}) => {
  const { demo, saintExupery } = portal.schools;
  const parent = await parentWithOldName(portal);
  const [stranger, member] = [
    await portal.addPerson({ schools: [demo], password }),
    await portal.addPerson({ schools: [saintExupery], password }),
  ];
  await new SchoolPage(page, demo).askToSignIn();
  await new LandingPage(page).signIn(parent.legacy);
  await new LegacyWelcomePage(page).later.click();
  const other = new SchoolPage(page, saintExupery);
  await other.askToSignIn();
  await page.getByRole("button", { name: screenMessages.fr.landingPortalOpen }).click();

  await new SignInPage(page).signIn(stranger);
  await page.getByRole("button", { name: screenMessages.fr.restartLoginTooltip }).click();
  await new SignInPage(page).signIn(member);
  await expect(other.signedInAs(member.email)).toBeVisible();
});

test("without Microsoft there is neither its button nor « Ou »; with it there are both", async ({
  page,
  portal,
  microsoftPortal,
}) => {
  const microsoft = page.getByRole("link", { name: "Microsoft" });
  await page.goto(authorizationUrl(portal, portal.schools.demo));
  await expect(new SignInPage(page).submit).toBeVisible();
  await expect(microsoft).toHaveCount(0);
  await expect(page.getByText("Ou", { exact: true })).toBeHidden();

  await page.goto(authorizationUrl(microsoftPortal, microsoftPortal.schools.demo));
  await expect(microsoft).toHaveAttribute("href", /\/broker\/microsoft\/login/);
  await expect(page.getByText("Ou", { exact: true })).toBeVisible();
});

test("the whole first sign-in by Microsoft, the mail opened in another browser", async ({
  page,
  browser,
  microsoftPortal: portal,
}) => {
  const { demo } = portal.schools;
  const parent = await portal.addPerson({ schools: [demo] });
  await comeByMicrosoft(page, demo, await addMicrosoftAccount(parent.email));
  const exists = new AccountExistsPage(page, parent.email);
  await exists.reviewProfile.click();
  await new LinkProfilePage(page).back.click();
  await exists.link.click();
  const mailed = new LinkMailPage(page, parent.email);
  await mailed.goOn.click();
  await expect(mailed.waiting).toBeVisible();
  await mailed.resend.click();
  await expect(mailed.sentAgain).toBeVisible();

  const elsewhere = await browser.newContext({ javaScriptEnabled: false, locale: "fr-BE" });
  const phone = await elsewhere.newPage();
  await phone.goto(linkIn(await portal.mailbox.waitForMail(parent.email, { after: 1 })));
  const confirm = new LinkConfirmPage(phone);
  await confirm.confirm.click();
  await expect(confirm.confirmed).toBeVisible();
  await elsewhere.close();

  await mailed.goOn.click();
  await expect(new SchoolPage(page, demo).signedInAs(parent.email)).toBeVisible();
});

test("the language menu is made of links", async ({ page, portal }) => {
  await page.goto(authorizationUrl(portal, portal.schools.demo));
  await page.locator("summary").click();
  await page.getByRole("link", { name: "Nederlands" }).click();
  await expect(new SignInPage(page, "nl").heading).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "nl");
});
