import type { Page } from "@playwright/test";
import { screenMessages } from "../../src/login/messages/index.ts";
import { LandingPage } from "../pages/landing-page.ts";
import { LegacyWelcomePage } from "../pages/legacy-welcome-page.ts";
import { linkIn } from "../pages/mails.ts";
import {
  AccountExistsPage,
  LinkConfirmPage,
  LinkMailPage,
  microsoftButton,
} from "../pages/microsoft-link-pages.ts";
import { MicrosoftPage } from "../pages/microsoft-page.ts";
import { SchoolPage } from "../pages/school-page.ts";
import { SignInPage } from "../pages/sign-in-page.ts";
import { UpdatePasswordPage } from "../pages/update-password-page.ts";
import { authorizationUrl } from "../support/authorization.ts";
import { parentWithOldName } from "../support/legacy-account.ts";
import { comeByMicrosoft } from "../support/microsoft-steps.ts";
import { addMicrosoftAccount, expect, test } from "../support/microsoft-story.ts";
import { askForLink, linkMailedTo } from "../support/microsoft-visitor.ts";
import { headingOf, pageStates } from "../support/page-states.ts";
import { askForNewPassword, signInAt } from "../support/steps.ts";
import { Visitor } from "../support/visitor.ts";

/*
 * What people do that no form expects: press twice, go back, reload, open the page in two tabs. None
 * of it may end on a page without a way on.
 */

const password = "une petite phrase facile";

test("a parent who presses the button again and again sends the form once", async ({
  page,
  portal,
}) => {
  const { demo } = portal.schools;
  const parent = await portal.addPerson({ schools: [demo], password });
  const sent: string[] = [];
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/login-actions\//, async (route) => {
    sent.push(route.request().method());
    await held;
    await route.continue();
  });
  const application = new SchoolPage(page, demo);
  await application.askToSignIn();
  const signIn = new SignInPage(page);
  await expect(page.locator("#root")).toHaveAttribute("data-taken-over", "true");
  await signIn.fillIn(parent.email, password);
  await signIn.submit.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await signIn.submit.evaluate((button) =>
    button.getBoundingClientRect().toJSON(),
  );
  // A locator's click would wait for the answer; a person does not.
  const press = () => page.mouse.click(x + width / 2, y + height / 2);
  await press();
  await expect.poll(() => sent).toEqual(["POST"]);
  await press();
  await press();
  release();
  await expect(application.signedInAs(parent.email)).toBeVisible();
  expect(sent).toEqual(["POST"]);
});

test("a parent whose line broke down presses the button again, after a while", async ({
  page,
  portal,
}) => {
  const { demo } = portal.schools;
  const parent = await portal.addPerson({ schools: [demo], password });
  await page.clock.install();
  const application = new SchoolPage(page, demo);
  await application.askToSignIn();
  const signIn = new SignInPage(page);
  await expect(page.locator("#root")).toHaveAttribute("data-taken-over", "true");
  // The browser stays on the page, as after its Stop button.
  await page.route(/\/login-actions\//, (route) => route.abort("aborted"));
  await signIn.signIn(parent);
  await page.unroute(/\/login-actions\//);
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST") sent.push(request.url());
  });
  await signIn.submit.click();
  await expect(signIn.heading).toBeVisible();
  expect(sent).toEqual([]);
  await page.clock.fastForward(15_000);
  await signIn.submit.click();
  await expect(application.signedInAs(parent.email)).toBeVisible();
});

test("a parent who goes back after a wrong password can sign in there", async ({
  page,
  portal,
}) => {
  const { demo } = portal.schools;
  const parent = await portal.addPerson({ schools: [demo], password });
  const application = new SchoolPage(page, demo);
  await application.askToSignIn();
  const signIn = new SignInPage(page);
  await signIn.signIn({ ...parent, password: "pas celui-là" });
  await expect(signIn.email).toHaveAccessibleDescription(screenMessages.fr.invalidUserMessage);
  await page.goBack();
  await expectWayOn(page);
  await signIn.signIn(parent);
  await expect(application.signedInAs(parent.email)).toBeVisible();
});

test("a parent who goes back after signing in is still signed in", async ({ page, portal }) => {
  const { demo } = portal.schools;
  const parent = await portal.addPerson({ schools: [demo], password });
  const application = await signInAt(page, demo, parent);
  for (const _ of [1, 2]) {
    await page.goBack();
    await expectWayOn(page);
  }
  await page.goto(demo.app.url);
  await expect(application.signedInAs(parent.email)).toBeVisible();
});

for (const state of pageStates) {
  test(`a parent who reloads the page after ${state.name} is not stuck`, async ({
    page,
    legacyPortal: portal,
  }) => {
    await state.reach(page, portal, "fr");
    const heading = page.getByRole("heading", { level: 1 });
    await expect(heading).toHaveText(headingOf(state, portal));
    await page.reload();
    const { names, reloaded = state.heading } = state;
    await expect(heading).toHaveText(headingOf({ heading: reloaded, names }, portal));
    await expectWayOn(page);
  });
}

test("a parent who signs in in one tab is signed in in the other", async ({ context, portal }) => {
  const { demo, saintExupery } = portal.schools;
  const parent = await portal.addPerson({ schools: [demo, saintExupery], password });
  const [first, second] = [await context.newPage(), await context.newPage()];
  await new SchoolPage(first, demo).askToSignIn();
  await new SchoolPage(second, saintExupery).askToSignIn();
  await expect(new SignInPage(second).heading).toBeVisible();
  await new SignInPage(first).signIn(parent);
  await expect(new SchoolPage(first, demo).signedInAs(parent.email)).toBeVisible();

  await second.bringToFront();
  await expect(new SchoolPage(second, saintExupery).signedInAs(parent.email)).toBeVisible();
});

test("a parent who fills in the other tab's form all the same arrives as well", async ({
  browser,
  portal,
}) => {
  const { demo } = portal.schools;
  const parent = await portal.addPerson({ schools: [demo], password });
  // Without scripts the second tab doesn't notice by itself.
  const context = await browser.newContext({ javaScriptEnabled: false, locale: "fr-BE" });
  const [first, second] = [await context.newPage(), await context.newPage()];
  for (const tab of [first, second]) await new SchoolPage(tab, demo).askToSignIn();
  await new SignInPage(first).signIn(parent);
  await expect(new SchoolPage(first, demo).signedInAs(parent.email)).toBeVisible();
  await new SignInPage(second).signIn(parent);
  await expect(new SchoolPage(second, demo).signedInAs(parent.email)).toBeVisible();
  await context.close();
});

test("a parent who opens the mail's link twice chooses the password in either tab", async ({
  context,
  page,
  portal,
}) => {
  const { demo } = portal.schools;
  const parent = await portal.addPerson({ schools: [demo] });
  const link = await askForNewPassword(page, portal, demo, parent);
  await page.goto(link);
  await expect(new UpdatePasswordPage(page).heading).toBeVisible();
  const again = await context.newPage();
  await again.goto(link);
  await expectWayOn(again);
  await new UpdatePasswordPage(again).choose(password);
  await expect(new SchoolPage(again, demo).signedInAs(parent.email)).toBeVisible();

  // The first tab notices by itself; a reload here would race with that.
  await page.bringToFront();
  await expect(new SchoolPage(page, demo).signedInAs(parent.email)).toBeVisible();
});

test("a parent who reloads a form whose sign-in ended in the other tab arrives as well", async ({
  browser,
  portal,
}) => {
  const { demo } = portal.schools;
  const parent = await portal.addPerson({ schools: [demo] });
  // Without scripts the first tab doesn't notice by itself.
  const context = await browser.newContext({ javaScriptEnabled: false, locale: "fr-BE" });
  const [first, second] = [await context.newPage(), await context.newPage()];
  const link = await askForNewPassword(first, portal, demo, parent);
  await first.goto(link);
  await expect(new UpdatePasswordPage(first).heading).toBeVisible();
  await second.goto(link);
  await new UpdatePasswordPage(second).choose(password);
  await expect(new SchoolPage(second, demo).signedInAs(parent.email)).toBeVisible();

  await first.reload();
  await expect(new SchoolPage(first, demo).signedInAs(parent.email)).toBeVisible();
  await context.close();
});

test("a parent who goes back from the new password finds a way on", async ({ page, portal }) => {
  const { demo } = portal.schools;
  const parent = await portal.addPerson({ schools: [demo] });
  await page.goto(await askForNewPassword(page, portal, demo, parent));
  const update = new UpdatePasswordPage(page);
  await update.choose("court");
  await expect(update.password).toHaveAttribute("aria-invalid", "true");
  await page.goBack();
  await expectWayOn(page);
  await page.goto(authorizationUrl(portal, demo));
  await expect(new SignInPage(page).heading.or(update.heading)).toBeVisible();
});

test("a parent who goes back from the portal to the school's page goes on by either method", async ({
  page,
  legacyPortal: portal,
}) => {
  const { demo } = portal.schools;
  const parent = await parentWithOldName(portal);
  const landing = new LandingPage(page);
  await new SchoolPage(page, demo).askToSignIn();
  for (const _ of [1, 2]) {
    await landing.openPortal.click();
    await expect(new SignInPage(page).email).toBeVisible();
    await page.goBack();
    await expect(landing.openPortal).toBeVisible();
  }
  await landing.signIn(parent.legacy);
  await new LegacyWelcomePage(page).later.click();
  await expect(new SchoolPage(page, demo).signedInAs(parent.email)).toBeVisible();
});

test("a parent who goes back after the old method can sign in by it there", async ({
  page,
  legacyPortal: portal,
}) => {
  const { demo } = portal.schools;
  const parent = await parentWithOldName(portal);
  const landing = new LandingPage(page);
  await new SchoolPage(page, demo).askToSignIn();
  await landing.signIn({ ...parent.legacy, password: "pas celui-là" });
  await expect(landing.refusal).toBeVisible();
  await page.goBack();
  await landing.signIn(parent.legacy);
  const welcome = new LegacyWelcomePage(page);
  await expect(welcome.later).toBeVisible();
  await page.goBack();
  await expectWayOn(page);
  await page.goForward();
  await welcome.later.click();
  await expect(new SchoolPage(page, demo).signedInAs(parent.email)).toBeVisible();
});

test("an old form that is sent twice, or after its answer, leads on", async ({
  legacyPortal: portal,
}) => {
  const { demo } = portal.schools;
  const parent = await parentWithOldName(portal);
  const visitor = await new Visitor(demo.app.url).open(authorizationUrl(portal, demo));
  const landingForm = visitor.formAddress;
  const form = { method: "legacy", ...parent.legacy };
  await visitor.open(landingForm, form);
  expect(visitor.html).toContain('value="later"');
  await visitor.open(landingForm, form);
  expect(visitor.html).toContain(screenMessages.fr.pageExpiredTitle);
  await visitor.follow(/href="([^"]*\/required-action[^"]*)"/);
  await visitor.send({ method: "later" });
  expect(visitor.url).toContain("code=");
  await visitor.open(landingForm, form);
  expect(visitor.url).toContain(`${demo.app.url}/callback?`);
});

test("a parent who comes in by the old method in one tab is in in the other", async ({
  context,
  legacyPortal: portal,
}) => {
  const { demo } = portal.schools;
  const parent = await parentWithOldName(portal);
  const [first, second] = [await context.newPage(), await context.newPage()];
  for (const tab of [first, second]) {
    await new SchoolPage(tab, demo).askToSignIn();
    await expect(new LandingPage(tab).openPortal).toBeVisible();
  }
  await new LandingPage(first).signIn(parent.legacy);
  await new LegacyWelcomePage(first).later.click();
  await expect(new SchoolPage(first, demo).signedInAs(parent.email)).toBeVisible();

  await second.bringToFront();
  await expect(new SchoolPage(second, demo).signedInAs(parent.email)).toBeVisible();
});

test("a parent who goes back from the mail that links Microsoft, and forward, still comes in by it", async ({
  page,
  microsoftPortal: portal,
}) => {
  const { demo } = portal.schools;
  const parent = await portal.addPerson({ schools: [demo] });
  await comeByMicrosoft(page, demo, await addMicrosoftAccount(parent.email));
  const exists = new AccountExistsPage(page, parent.email);
  await exists.link.click();
  const mailed = new LinkMailPage(page, parent.email);
  await expect(mailed.heading).toBeVisible();
  // The question was answered: both pages say where the parent is.
  for (const turn of ["goBack", "goForward", "goBack"] as const) {
    await page[turn]();
    await expect(mailed.heading).toBeVisible();
    await expect(mailed.resend).toBeVisible();
  }
  expect(await portal.mailbox.mailsTo(parent.email), "one mail, however often").toHaveLength(1);
  await page.goto(linkIn(await portal.mailbox.waitForMail(parent.email)));
  await expect(new SchoolPage(page, demo).signedInAs(parent.email)).toBeVisible();
});

test("a parent who goes back from Microsoft signs in by e-mail and password", async ({
  page,
  microsoftPortal: portal,
}) => {
  const { demo } = portal.schools;
  const parent = await portal.addPerson({ schools: [demo], password });
  await new SchoolPage(page, demo).askToSignIn();
  await microsoftButton(page).click();
  await expect(new MicrosoftPage(page).signInName).toBeVisible();
  await page.goBack();
  await new SignInPage(page).signIn(parent);
  await expect(new SchoolPage(page, demo).signedInAs(parent.email)).toBeVisible();
});

test("a parent who goes back from the question to the sign-in page signs in there, by either way", async ({
  page,
  microsoftPortal: portal,
}) => {
  const { demo } = portal.schools;
  const parent = await portal.addPerson({ schools: [demo], password });
  await comeByMicrosoft(page, demo, await addMicrosoftAccount(parent.email));
  const exists = new AccountExistsPage(page, parent.email);
  await expect(exists.heading).toBeVisible();
  // Past Microsoft's two pages, as by a long press on the button.
  await page.evaluate(() => history.go(-3));
  await microsoftButton(page).click();
  await expect(exists.heading).toBeVisible();
  await page.goBack();
  await new SignInPage(page).signIn(parent);
  await expect(new SchoolPage(page, demo).signedInAs(parent.email)).toBeVisible();
});

test("a parent who presses « Confirmer » twice is told to go on in the first browser, which goes on", async ({
  page,
  microsoftPortal: portal,
}) => {
  const { demo } = portal.schools;
  const parent = await portal.addPerson({ schools: [demo] });
  const first = await askForLink(portal, demo, await addMicrosoftAccount(parent.email));
  await page.goto(await linkMailedTo(portal, parent));
  const confirm = new LinkConfirmPage(page);
  await confirm.confirm.dblclick();
  await expect(confirm.confirmed.or(confirm.over)).toContainText(/retournez à la page/i);
  await first.send({ method: "continue" });
  expect(first.url).toContain(`${demo.app.url}/callback?`);
});

for (const where of ["the sign-in page", "Microsoft's page"] as const) {
  test(`a parent who leaves ${where} open until the sign-in has lapsed comes in by Microsoft`, async ({
    page,
    microsoftPortal: portal,
  }) => {
    const { demo } = portal.schools;
    const parent = await portal.addPerson({ schools: [demo] });
    const account = await addMicrosoftAccount(parent.email);
    await new SchoolPage(page, demo).askToSignIn();
    const there = new MicrosoftPage(page);
    if (where === "Microsoft's page") {
      await microsoftButton(page).click();
      await expect(there.signInName).toBeVisible();
    }
    // By these the server finds what it keeps of a sign-in, and finds nothing once that has lapsed.
    await page.context().clearCookies({ name: /^(AUTH_SESSION_ID|KC_AUTH_SESSION_HASH)/ });
    if (where === "Microsoft's page") await there.signIn(account);
    else await microsoftButton(page).click();

    await expect(new SignInPage(page).heading).toBeVisible();
    await microsoftButton(page).click();
    if (where === "the sign-in page") await there.signIn(account);
    await expect(new AccountExistsPage(page, parent.email).heading).toBeVisible();
  });
}

/** Expects a page of ours, or of the school's, with something to press or the words where to go. */
async function expectWayOn(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const main = page.locator("main");
  const waysOn = main.locator("a[href], button, summary").filter({ visible: true });
  // The portal knows no way back for an application that it does not know.
  const words = main.getByText("Repartez du site de votre école.");
  await expect(waysOn.or(words).first()).toBeVisible();
}
