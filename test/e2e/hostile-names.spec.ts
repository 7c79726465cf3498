import type { Page } from "@playwright/test";
import { SchoolPage } from "../pages/school-page.ts";
import { SignInPage } from "../pages/sign-in-page.ts";
import { UpdatePasswordPage } from "../pages/update-password-page.ts";
import { authorizationUrl } from "../support/authorization.ts";
import { openPortal } from "../support/portal.ts";
import { askForNewPassword } from "../support/steps.ts";
import { expect, test } from "../support/story.ts";

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
  await page.locator("form").evaluate((form: HTMLFormElement) => {
    form.noValidate = true;
  });
  await signIn.signIn({ email: typed, password: "x" });
  await expect(signIn.email).toHaveValue(typed);
  await expect(page.locator("#root script")).toHaveCount(0);
  await context.close();
});

/** What scripts of the page say in alert boxes; filled as it happens. */
function alertsOf(page: Page): string[] {
  const alerts: string[] = [];
  page.on("dialog", (dialog) => {
    alerts.push(dialog.message());
    return dialog.dismiss();
  });
  return alerts;
}
