import type { Page } from "@playwright/test";
import { ForgottenPasswordPage } from "../pages/forgotten-password-page.ts";
import { LandingPage } from "../pages/landing-page.ts";
import { LegacyWelcomePage } from "../pages/legacy-welcome-page.ts";
import { linkIn } from "../pages/mails.ts";
import { SchoolPage } from "../pages/school-page.ts";
import { SignInPage } from "../pages/sign-in-page.ts";
import { UpdatePasswordPage } from "../pages/update-password-page.ts";
import { parentWithOldName } from "../support/legacy-account.ts";
import type { Portal } from "../support/portal.ts";
import { expect, test } from "../support/story.ts";

const newPassword = "une petite phrase facile";

async function openLanding(page: Page, portal: Portal): Promise<LandingPage> {
  await new SchoolPage(page, portal.schools.demo).askToSignIn();
  const landing = new LandingPage(page);
  await expect(landing.openPortal).toBeVisible();
  return landing;
}

test("a parent goes on from the school's page to the portal, and loading it again stays there", async ({
  page,
  legacyPortal: portal,
}) => {
  const parent = await parentWithOldName(portal, { password: newPassword });
  const landing = await openLanding(page, portal);
  await expect(page.getByText(portal.schools.demo.name)).toBeVisible();
  await expect(page.getByText("d'ici le 30/06/2027")).toBeVisible();
  await landing.openPortal.click();

  const signIn = new SignInPage(page);
  await expect(signIn.email).toBeVisible();
  await page.reload();
  await expect(signIn.email).toBeVisible();
  await signIn.signIn(parent);
  const school = new SchoolPage(page, portal.schools.demo);
  await expect(school.signedInAs(parent.email)).toBeVisible();
});

test("a parent signs in with the old name, is told the new identifier, and chooses it later", async ({
  page,
  legacyPortal: portal,
}) => {
  const parent = await parentWithOldName(portal);
  const landing = await openLanding(page, portal);
  const username = `  ${parent.legacy.username.toUpperCase()} `;
  await landing.signIn({ ...parent.legacy, username });

  const welcome = new LegacyWelcomePage(page);
  await expect(welcome.createPassword).toBeVisible();
  await expect(page.getByText("c•••@e•••.org")).toBeVisible();
  expect(await page.content()).not.toContain(parent.email);
  await welcome.later.click();
  await expect(new SchoolPage(page, portal.schools.demo).signedInAs(parent.email)).toBeVisible();
});

test("a parent makes a password from the old method by the mail alone, and is never asked again", async ({
  page,
  legacyPortal: portal,
}) => {
  const parent = await parentWithOldName(portal);
  const school = new SchoolPage(page, portal.schools.demo);
  const landing = await openLanding(page, portal);
  await landing.signIn(parent.legacy);
  const welcome = new LegacyWelcomePage(page);
  await welcome.createPassword.click();
  await expect(welcome.sent).toBeVisible();
  const mail = await portal.mailbox.waitForMail(parent.email);
  await welcome.goOn.click();
  await expect(school.signedInAs(parent.email)).toBeVisible();

  await page.goto(linkIn(mail));
  await new UpdatePasswordPage(page).choose(newPassword);
  await expect(
    page.getByText("Votre compte est à jour. Vous pouvez maintenant vous connecter."),
  ).toBeVisible();
  const [account] = await portal.admin.users.find({ email: parent.email, exact: true });
  expect(account?.emailVerified, "the mailbox has been proven").toBe(true);

  await page.context().clearCookies();
  await (await openLanding(page, portal)).signIn(parent.legacy);
  await expect(school.signedInAs(parent.email)).toBeVisible();
});

test("the mail of the old method is not sent twice, however often it is asked for", async ({
  page,
  legacyPortal: portal,
}) => {
  const parent = await parentWithOldName(portal);
  const welcome = new LegacyWelcomePage(page);
  for (let times = 0; times < 2; times++) {
    await page.context().clearCookies();
    const landing = await openLanding(page, portal);
    await landing.signIn(parent.legacy);
    await welcome.createPassword.click();
    await expect(welcome.sent).toBeVisible();
    await page.reload();
    await expect(welcome.sent).toBeVisible();
  }
  expect(await portal.mailbox.mailsTo(parent.email)).toHaveLength(1);
});

test("a parent without a known address is told to give it to the school, and goes on", async ({
  page,
  legacyPortal: portal,
}) => {
  const parent = await parentWithOldName(portal, { hasAddress: false });
  const landing = await openLanding(page, portal);
  await landing.signIn(parent.legacy);
  const welcome = new LegacyWelcomePage(page);
  await expect(welcome.createPassword).toBeHidden();
  await welcome.goOn.click();
  await expect(new SchoolPage(page, portal.schools.demo).signOutButton).toBeVisible();
});

test("a wrong old password and an unknown old name get the same page, without any address", async ({
  page,
  legacyPortal: portal,
}) => {
  const parent = await parentWithOldName(portal);
  const pages: string[] = [];
  for (const username of [parent.legacy.username, "nobody-has-this-name"]) {
    await page.context().clearCookies();
    const landing = await openLanding(page, portal);
    await landing.signIn({ username, password: "pas celui-là" });
    await expect(landing.refusal).toBeVisible();
    await expect(landing.username).toHaveValue(username);
    await expect(landing.password).toHaveValue("");
    await expect(landing.username).toBeFocused();
    const html = await page.content();
    expect(html).not.toContain("@example.org");
    pages.push(withoutCodes(html).replaceAll(username, ""));
  }
  expect(pages[1]).toBe(pages[0]);
});

test("the page and the language that somebody came for are kept by the old method", async ({
  page,
  legacyPortal: portal,
}) => {
  const parent = await parentWithOldName(portal);
  await page.goto(`${portal.schools.demo.app.url}/classes/3b?ui_locales=nl`);
  const landing = new LandingPage(page, "nl");
  await expect(page.getByText("30-06-2027")).toBeVisible();
  await landing.signIn({ username: parent.legacy.username, password: "niet dit" });
  await expect(landing.refusal).toBeVisible();
  await landing.signIn(parent.legacy);
  await new LegacyWelcomePage(page, "nl").later.click();
  await expect(page).toHaveURL(`${portal.schools.demo.app.url}/classes/3b`);
});

test("whoever asks for a new password comes back to the portal with its answer, not to the school's page", async ({
  page,
  legacyPortal: portal,
}) => {
  const parent = await parentWithOldName(portal);
  await (await openLanding(page, portal)).openPortal.click();
  await new SignInPage(page).forgotPassword();
  const forgotten = new ForgottenPasswordPage(page);
  await forgotten.askForMail(parent.email);
  await expect(forgotten.answer).toBeVisible();
  await expect(new SignInPage(page).email).toBeVisible();
  await page.reload();
  await expect(new SignInPage(page).email).toBeVisible();
});

test("a school whose old method is over has no such page", async ({
  page,
  legacyPortal: portal,
}) => {
  await new SchoolPage(page, portal.schools.saintExupery).askToSignIn();
  await expect(new SignInPage(page).email).toBeVisible();
  await expect(new LandingPage(page).openPortal).toBeHidden();
});

/** Addresses of one sign-in hold codes that differ from one to the next. */
function withoutCodes(html: string): string {
  return html
    .replaceAll(/(?:href|action|src)="[^"]*"/g, "")
    .replaceAll(/<script[\s\S]*?<\/script>/g, "");
}
