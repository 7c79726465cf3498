import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { consoleMessages } from "../../src/account-console/messages/index.ts";
import { languages, screenMessages } from "../../src/login/messages/index.ts";
import {
  AccountConsolePage,
  type ConsolePage,
  consolePages,
} from "../pages/account-console-page.ts";
import { SchoolPage } from "../pages/school-page.ts";
import {
  AuthenticatorSetupPage,
  PasskeySetupPage,
  RecoveryCodesSetupPage,
} from "../pages/second-factor-pages.ts";
import { UpdatePasswordPage } from "../pages/update-password-page.ts";
import { oneTimeCode, oneTimeCodeCredential } from "../support/one-time-code.ts";
import type { KnownPerson, Portal } from "../support/portal.ts";
import { signInAt } from "../support/steps.ts";
import { expect, test } from "../support/story.ts";
import { askForTokens, signedInAtSchool } from "../support/tokens.ts";
import { VirtualAuthenticator } from "../support/virtual-authenticator.ts";

/* What somebody manages by themselves: Keycloak's account console, in the brand's clothes. */

const password = "une petite phrase facile";

/** Signs a new parent in, and opens the account from the school's application. */
async function openAccount(page: Page, portal: Portal): Promise<KnownPerson> {
  const { saintExupery } = portal.schools;
  const parent = await portal.addPerson({ schools: [saintExupery], password });
  await signInAt(page, saintExupery, parent);
  await page.getByRole("link", { name: "Mon compte" }).click();
  await expect(new AccountConsolePage(page).heading("personalInfo")).toBeVisible();
  return parent;
}

test("a parent comes from the school's application, finds what can be managed and nothing else, and goes back", async ({
  page,
  legacyPortal: portal,
}) => {
  const { saintExupery } = portal.schools;
  const parent = await openAccount(page, portal);
  const account = new AccountConsolePage(page);
  await expect(account.menu).toHaveText(consolePages.map((which) => account.name(which)));
  await expect(page.getByRole("img", { name: "iT.SCHOOL" })).toBeVisible();

  await expect(account.email, "is the school's to change").toBeDisabled();
  await expect(account.email).toHaveValue(parent.email);
  for (const field of await page.getByRole("textbox").all()) await expect(field).toBeDisabled();
  await account.language.click();
  await expect(page.getByRole("listbox", { name: consoleMessages.fr.selectALocale })).toBeVisible();
  await page.getByRole("option", { name: "Nederlands" }).click();
  await account.save.click();
  const dutch = new AccountConsolePage(page, "nl");
  await expect(dutch.heading("personalInfo")).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "nl");

  const referrer = `referrer=${saintExupery.clientId}`;
  await page.goto(`${portal.issuer}/account/applications?${referrer}`);
  await expect(dutch.heading("personalInfo"), "instead of a list of applications").toBeVisible();
  await page.goto(`${portal.issuer}/account/?${referrer}`);
  await dutch.backToSchool.click();
  await expect(new SchoolPage(page, saintExupery).signedInAs(parent.email)).toBeVisible();
});

test("everybody can use each page of the account, on a narrow phone, in light and dark", async ({
  page,
  legacyPortal: portal,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const parent = await openAccount(page, portal);
  await signedInAtSchool(portal, portal.schools.saintExupery, parent);
  await portal.admin.users.update(
    { id: parent.id },
    { credentials: [oneTimeCodeCredential("JBSWY3DPEHPK3PXP")] },
  );
  const account = new AccountConsolePage(page);
  for (const which of consolePages) {
    await account.menuButton.click();
    await account.menu.filter({ hasText: account.name(which) }).click();
    await expect(account.heading(which)).toBeVisible();
    const inLight = new AxeBuilder({ page }).withTags([
      "wcag2a",
      "wcag2aa",
      "wcag21a",
      "wcag21aa",
      "wcag22aa",
      "best-practice",
    ]);
    await page.emulateMedia({ colorScheme: "light" });
    expect(await violations(inLight), which).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    const inDark = new AxeBuilder({ page }).withRules("color-contrast");
    expect(await violations(inDark), `${which}, in the dark`).toEqual([]);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, "no sideways scrolling").toBeLessThanOrEqual(320);
  }
});

test("with the keyboard alone a parent signs out a device that was left signed in, and changes the password", async ({
  page,
  legacyPortal: portal,
}) => {
  const { saintExupery } = portal.schools;
  const parent = await openAccount(page, portal);
  const elsewhere = await signedInAtSchool(portal, saintExupery, parent);
  const account = new AccountConsolePage(page);
  const item = (which: ConsolePage) => account.menu.filter({ hasText: account.name(which) });
  for (const next of [account.menuButton, account.logo, account.backToSchool, account.person]) {
    await page.keyboard.press("Tab");
    await expect(next).toBeFocused();
  }
  for (const which of ["personalInfo", "signingIn", "deviceActivity"] as const) {
    await page.keyboard.press("Tab");
    await expect(item(which)).toBeFocused();
  }
  await page.keyboard.press("Enter");
  await account.signOutDevice.press("Enter");
  await account.confirm.press("Enter");
  await expect(account.signOutDevice).toHaveCount(0);
  const { status } = await askForTokens(portal, {
    grant_type: "refresh_token",
    client_id: saintExupery.clientId,
    refresh_token: elsewhere.refresh_token,
  });
  expect(status).toBe(400);

  await item("signingIn").press("Enter");
  await account.changePassword.press("Enter");
  await expect(new UpdatePasswordPage(page).heading).toBeVisible();
});

test("a parent adds an app and a passkey there, and takes the app away again", async ({
  page,
  legacyPortal: portal,
}) => {
  await VirtualAuthenticator.on(page);
  const parent = await openAccount(page, portal);
  const account = new AccountConsolePage(page);
  await account.menu.filter({ hasText: account.name("signingIn") }).click();
  await account.add("otp-display-name").click();
  const app = new AuthenticatorSetupPage(page);
  await app.confirm(oneTimeCode(await app.secret()), "Téléphone de Claire");
  await new RecoveryCodesSetupPage(page).confirm();
  await expect(account.heading("signingIn"), "is where it was asked for").toBeVisible();
  await account.add("webauthn-display-name").click();
  await new PasskeySetupPage(page).make("Tablette de Claire");
  await expect(account.remove("Tablette de Claire")).toBeVisible();

  await account.remove("Téléphone de Claire").click();
  await page.getByRole("button", { name: screenMessages.fr.doConfirmDelete, exact: true }).click();
  await expect(account.heading("signingIn")).toBeVisible();
  await expect(account.remove("Tablette de Claire")).toBeVisible();
  await expect(account.remove("Téléphone de Claire")).toHaveCount(0);
  const credentials = await portal.admin.users.getCredentials({ id: parent.id });
  const kinds = credentials.map(({ type }) => type).sort();
  expect(kinds).toEqual(["password", "recovery-authn-codes", "webauthn"]);
});

test("the account says what it needs where there is no JavaScript, in the person's language", async ({
  browser,
  legacyPortal: portal,
}) => {
  for (const { tag } of languages) {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: tag });
    const page = await context.newPage();
    await page.goto(`${portal.issuer}/account/`);
    const said = (element: Element) => getComputedStyle(element, "::after").content;
    const { loading, needsScript } = consoleMessages[tag];
    expect(await page.locator("#loading-text").evaluate(said)).toBe(JSON.stringify(loading));
    expect(await page.locator("noscript").evaluate(said)).toBe(JSON.stringify(needsScript));
    await context.close();
  }
});

/** What is wrong, and where. */
async function violations(checked: AxeBuilder): Promise<string[]> {
  const { violations } = await checked.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}
