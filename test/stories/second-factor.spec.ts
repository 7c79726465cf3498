import { readFile } from "node:fs/promises";
import { screenMessages } from "../../src/login/messages/index.ts";
import {
  AuthenticatorSetupPage,
  RecoveryCodesSetupPage,
  SecondFactorPage,
} from "../pages/second-factor-pages.ts";
import { expect, test } from "./storybook.ts";

/*
 * What the pages of a second factor do in the browser alone.
 */

const key = "KVVF G2BY N4YX S6LB IUYT K2LH IFYE 4SBV";

test("the key of an app is copied as apps take it, and the person is told", async ({
  storybook,
}) => {
  const { page } = storybook;
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await storybook.show("pages-loginconfigtotp--first-device");
  const setup = new AuthenticatorSetupPage(page);
  await expect(setup.key).toHaveText(key);
  await setup.copyKey.click();
  await expect(page.getByRole("status")).toHaveText("Copié");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(key.replaceAll(" ", ""));
});

test("where a browser does not let a page copy, the key is left selected", async ({
  storybook,
}) => {
  const { page } = storybook;
  await storybook.show("pages-loginconfigtotp--another-device");
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error("not allowed"));
  });
  await new AuthenticatorSetupPage(page).copyKey.click();
  await expect(page.getByRole("status")).toContainText("copiez-le vous-même");
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(key);
  await page.evaluate(() => Reflect.deleteProperty(navigator.clipboard, "writeText"));
});

test("recovery codes are copied and kept as a file, each with its number", async ({
  storybook,
}) => {
  const { page } = storybook;
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await storybook.show("pages-loginrecoveryauthncodeconfig--own-wish");
  const recovery = new RecoveryCodesSetupPage(page);
  await recovery.copy.click();
  await expect(page.getByRole("status")).toHaveText("Copié");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split(/\r?\n/)).toHaveLength(12);
  expect(copied).toMatch(/^1: K7QX-2MPA-9RTB\r?\n2: D4WZ/);

  const [download] = await Promise.all([page.waitForEvent("download"), recovery.download.click()]);
  expect(download.suggestedFilename()).toBe("codes-de-recuperation.txt");
  const file = await readFile(await download.path(), "utf8");
  expect(file).toMatch(/^Codes de récupération de votre compte iT\.SCHOOL\r\n/);
  expect(file).toContain("12: M3RB-5PDT-1AZW");
  expect(file).toContain("Ces codes ont été créés le 21 septembre 2026");
});

test("on paper there are the codes and what they are for, and nothing to press", async ({
  storybook,
}) => {
  const { page } = storybook;
  await storybook.show("pages-loginrecoveryauthncodeconfig--after-an-app");
  const recovery = new RecoveryCodesSetupPage(page);
  const printed = page.evaluate(() => new Promise<void>((done) => (window.print = done)));
  await recovery.print.click();
  await printed;
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  expect(await recovery.codes()).toHaveLength(12);
  await expect(recovery.heading).toBeVisible();
  await expect(page.getByText("Chaque code ne sert qu'une fois.")).toBeVisible();
  for (const pressed of [recovery.print, recovery.copy, recovery.stored, recovery.submit]) {
    await expect(pressed).toBeHidden();
  }
  await expect(page.getByRole("contentinfo")).toBeHidden();
  const ink = await page.locator("main").evaluate((main) => getComputedStyle(main).color);
  expect(ink, "dark on white paper").toBe("rgb(0, 0, 0)");
  await page.emulateMedia({ media: null, colorScheme: null });
});

test("an app is set up with the keyboard alone", async ({ storybook }) => {
  const { page } = storybook;
  await storybook.show("pages-loginconfigtotp--another-device");
  const setup = new AuthenticatorSetupPage(page);
  const settings = page.locator("details.more summary");
  await setup.copyKey.focus();
  const fields = [setup.code, setup.deviceName, setup.endOtherSessions];
  for (const next of [settings, ...fields, setup.submit, setup.cancel]) {
    await page.keyboard.press("Tab");
    await expect(next).toBeFocused();
  }
});

test("a code is answered with the keyboard alone, as it is read", async ({ storybook }) => {
  const { page } = storybook;
  await storybook.show("pages-loginotp--several-devices");
  const factor = new SecondFactorPage(page);
  await factor.device("Tablette du salon").focus();
  await page.keyboard.press("ArrowUp");
  await expect(factor.device("Appareil sans nom")).toBeChecked();
  await page.keyboard.press("Tab");
  await expect(factor.code).toBeFocused();
  await page.keyboard.type("123 456");
  for (const next of [factor.rememberDevice, factor.submit, factor.anotherWay]) {
    await page.keyboard.press("Tab");
    await expect(next).toBeFocused();
  }
  await expect(factor.code, "without the blank that apps show").toHaveValue("123456");
});

const { fr } = screenMessages;
const rememberDevice = fr.rememberDevice.replace("{0}", "30");

/** What there is to press on each other page, in the order of the page. */
const controls = {
  "loginrecoveryauthncodeinput--with-other-ways": [
    fr["auth-recovery-code-prompt"].replace("{0}", "3"),
    rememberDevice,
    fr.doSubmit,
    fr.doTryAnotherWay,
    fr.restartLoginTooltip,
  ],
  "loginrecoveryauthncodeconfig--own-wish": [
    fr["recovery-codes-print"],
    fr["recovery-codes-download"],
    fr["recovery-codes-copy"],
    fr["recovery-codes-confirmation-message"],
    fr["recovery-codes-action-complete"],
    fr.doCancel,
  ],
  "webauthnregister--first-passkey": [
    fr.passkeyName,
    fr.logoutOtherSessions,
    fr.doRegisterSecurityKey,
    fr.doCancel,
  ],
  "webauthnauthenticate--with-other-ways": [
    rememberDevice,
    fr["webauthn-doAuthenticate"],
    fr.doTryAnotherWay,
    fr.restartLoginTooltip,
  ],
  "webauthnerror--not-used": [fr.doTryAgain, fr.doCancel, fr.doTryAnotherWay],
  "selectauthenticator--three-ways": [
    `${fr["otp-display-name"]} ${fr["otp-help-text"]}`,
    `${fr["recovery-authn-codes-display-name"]} ${fr["recovery-authn-codes-help-text"]}`,
    `${fr["webauthn-display-name"]} ${fr["webauthn-help-text"]}`,
    fr.restartLoginTooltip,
  ],
  "deletecredential--named": [fr.doConfirmDelete, fr.doCancel],
} as const;

for (const [story, names] of Object.entries(controls)) {
  test(`${story} is used with the keyboard alone, in the order in which it is read`, async ({
    storybook,
  }) => {
    const { page } = storybook;
    await storybook.show(`pages-${story}`);
    const main = page.getByRole("main");
    const focused = main.locator(":focus");
    await main.evaluate((element) => {
      // From here on, whatever the page itself has put the focus on.
      element.tabIndex = -1;
      element.focus();
    });
    for (const name of names) {
      await page.keyboard.press("Tab");
      await expect(focused).toHaveAccessibleName(name);
      const outline = await focused.evaluate((element) => getComputedStyle(element).outlineStyle);
      expect(outline, `${name} shows that it has the focus`).not.toBe("none");
    }
    await page.keyboard.press("Tab");
    await expect(focused, "there is nothing else").toHaveCount(0);
  });
}
