import type { Page } from "@playwright/test";
import { hostileAddress, hostileName } from "../../src/login/hostile-account.fixture.ts";
import { linkIn } from "../pages/mails.ts";
import {
  AccountExistsPage,
  LinkConfirmPage,
  LinkMailPage,
  LinkProfilePage,
  LinkUnknownPage,
} from "../pages/microsoft-link-pages.ts";
import { SchoolPage } from "../pages/school-page.ts";
import { SignInPage } from "../pages/sign-in-page.ts";
import { UpdatePasswordPage } from "../pages/update-password-page.ts";
import { authorizationUrl } from "../support/authorization.ts";
import { comeByMicrosoft } from "../support/microsoft-steps.ts";
import { addMicrosoftAccount, expect, test } from "../support/microsoft-story.ts";
import { openPortal } from "../support/portal.ts";
import { askForNewPassword } from "../support/steps.ts";

const hostile = `<!--<script>alert(1)</script> "O'Brien" & <img src=x onerror=alert(2)>`;

test("a school whose name is a script is shown by its name", async ({ page, browser }) => {
  await using portal = await openPortal((config) => ({
    ...config,
    schools: config.schools.map((school) => ({ ...school, name: hostile })),
  }));
  const { demo } = portal.schools;
  for (const javaScriptEnabled of [true, false]) {
    const parent = await portal.addPerson({ schools: [demo] });
    const link = await askForNewPassword(page, portal, demo, parent);
    const other = await browser.newContext({ javaScriptEnabled });
    const onPhone = await other.newPage();
    const alerts = alertsOf(onPhone);
    await onPhone.goto(link);
    // The page that follows names the school on its way back.
    const update = new UpdatePasswordPage(onPhone);
    const proceed = onPhone.getByRole("link", { name: "Continuer" });
    await expect(proceed.or(update.heading)).toBeVisible();
    if (await proceed.isVisible()) await proceed.click();
    await update.choose("une petite phrase facile");
    await expect(onPhone.getByRole("link", { name: `Retour à ${hostile}` })).toBeVisible();
    expect(alerts).toEqual([]);
    await other.close();
  }
});

test("a person whose name is a script is greeted by it", async ({ page, portal }) => {
  const { demo } = portal.schools;
  const parent = await portal.addPerson({
    schools: [demo],
    password: "une petite phrase facile",
    firstName: hostile,
    lastName: "Dubois",
  });
  const alerts = alertsOf(page);
  await new SchoolPage(page, demo).askToSignIn();
  await new SignInPage(page).signIn(parent);
  await expect(page.getByText(hostile).first()).toBeVisible();
  expect(alerts).toEqual([]);
});

test("an address typed as a script comes back as text", async ({ browser, portal }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(authorizationUrl(portal, portal.schools.demo));
  const signIn = new SignInPage(page);
  const typed = `"><script>alert(1)</script>@example.org`;
  await signIn.form.evaluate((form: HTMLFormElement) => {
    form.noValidate = true;
  });
  await signIn.signIn({ email: typed, password: "x" });
  await expect(signIn.email).toHaveValue(typed);
  await expect(page.locator("#root script")).toHaveCount(0);
  await context.close();
});

const longName = "interminable".repeat(25);

test("what the owner of a Microsoft account is called there is shown as it is", async ({
  page,
  microsoftPortal: portal,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const alerts = alertsOf(page);
  const { demo } = portal.schools;
  const parent = await portal.addPerson({ schools: [demo] });
  const called = { givenName: hostileName, surname: longName };
  await comeByMicrosoft(page, demo, await addMicrosoftAccount(parent.email, called));
  await new AccountExistsPage(page, parent.email).reviewProfile.click();
  const profile = new LinkProfilePage(page);
  await expect(profile.facts).toHaveText([`${hostileName} ${longName}`, parent.email]);
  await expect(profile.heading).toBeVisible();
  await expectHarmless(page, alerts);
});

for (const [what, address] of Object.entries({
  "a script": hostileAddress,
  "an argument": `{0}{1}\${7*7}'"&quot;@example.com`,
  "without end": `${longName}@example.com`,
})) {
  test(`an address at Microsoft that is ${what} is shown as it is`, async ({
    page,
    microsoftPortal: portal,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    const alerts = alertsOf(page);
    await comeByMicrosoft(page, portal.schools.demo, await addMicrosoftAccount(address));
    await expect(page.locator("main strong")).toHaveText(address);
    await expect(new LinkUnknownPage(page, address).heading).toBeVisible();
    await expectHarmless(page, alerts);
  });
}

test("an address of signs that mean something elsewhere is the same in every page and in the mail", async ({
  page,
  browser,
  microsoftPortal: portal,
}) => {
  const { demo } = portal.schools;
  const { id } = await portal.addPerson({ schools: [demo] });
  // All of these signs are allowed in an address, and so are 64 of them before a host of 63.
  const local = `o'b&\${7*7}{0}{1}#{x}%s*_\`|~${crypto.randomUUID()}`;
  const email = `${local}@${"interminable".repeat(5)}.example`;
  await portal.admin.users.update({ id }, { email });
  await page.setViewportSize({ width: 320, height: 640 });
  const alerts = alertsOf(page);

  // The mail and its page name the account by its user principal name.
  const account = await addMicrosoftAccount(email, {
    userPrincipalName: email,
    signInName: crypto.randomUUID(),
  });
  await comeByMicrosoft(page, demo, account);
  const exists = new AccountExistsPage(page, email);
  await expect(exists.question).toBeVisible();
  await expectHarmless(page, alerts);
  await exists.link.click();
  const mailed = new LinkMailPage(page, email);
  await expect(mailed.sent).toBeVisible();
  await expectHarmless(page, alerts);

  const mail = await portal.mailbox.waitForMail(email);
  expect(mail.text).toContain(`chez Microsoft avec le compte ${email} a demandé`);
  expect(mail.text, "no mark-up in the text part").not.toMatch(/<\/?\w|&\w+;/);
  const phone = await browser.newPage({
    viewport: { width: 320, height: 640 },
    locale: "fr-BE",
  });
  const alertsOnPhone = alertsOf(phone);
  await phone.setContent(mail.html ?? "");
  await expect(phone.getByText(email)).toHaveText(email);
  await expectHarmless(phone, alertsOnPhone);

  await phone.goto(linkIn(mail));
  const confirm = new LinkConfirmPage(phone);
  await expect(confirm.facts).toHaveText([email, /\d/, email]);
  await expectHarmless(phone, alertsOnPhone);
  await confirm.confirm.click();
  await expect(confirm.confirmed).toBeVisible();
  await phone.close();
  await mailed.goOn.click();
  await expect(new SchoolPage(page, demo).signedInAs(email)).toBeVisible();
});

/** Expects that nothing ran, that nothing was made of a name, and that nothing sticks out. */
async function expectHarmless(page: Page, alerts: string[]): Promise<void> {
  await expect(page.locator("img[src=x], main script")).toHaveCount(0);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, "no sideways scrolling on a narrow phone").toBeLessThanOrEqual(320);
  expect(alerts).toEqual([]);
}

/** What scripts of the page say in alert boxes; filled as it happens. */
function alertsOf(page: Page): string[] {
  const alerts: string[] = [];
  page.on("dialog", (dialog) => {
    alerts.push(dialog.message());
    return dialog.dismiss();
  });
  return alerts;
}
