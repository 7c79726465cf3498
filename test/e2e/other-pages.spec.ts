import type { Page } from "@playwright/test";
import { screenMessages } from "../../src/login/messages/index.ts";
import { linkIn } from "../pages/mails.ts";
import {
  AuthenticatorSetupPage,
  OtherWaysPage,
  PasskeyPage,
  PasskeySetupPage,
  RecoveryCodesSetupPage,
  SecondFactorPage,
} from "../pages/second-factor-pages.ts";
import { SignInPage } from "../pages/sign-in-page.ts";
import { authorizationUrl } from "../support/authorization.ts";
import { oneTimeCode, wrongCode } from "../support/one-time-code.ts";
import type { Person, Portal } from "../support/portal.ts";
import { expectReadable } from "../support/readable.ts";
import { expect, test as story } from "../support/story.ts";

/*
 * Pages that a parent meets beside those of the way in: a second factor, its set-up, and those that
 * are drawn in the browser with Keycloakify's markup. They wear our clothes and speak the person's
 * language like the others.
 */

const password = "une petite phrase facile";

const test = story.extend<{ noFailures: undefined }>({
  noFailures: [
    async ({ page }, use) => {
      const failures: string[] = [];
      page.on("pageerror", (error) => failures.push(error.message));
      page.on("console", (message) => {
        // The school's application does not know of the sign-in that the story began by itself.
        const isPortals = !message.location().url.includes("/callback?");
        if (message.type() === "error" && isPortals) failures.push(message.text());
      });
      await use(undefined);
      expect(failures).toEqual([]);
    },
    { auto: true },
  ],
});

test("each page of a second factor wears our clothes, and says itself what it does not take", async ({
  page,
  portal,
}) => {
  const setUp = ["CONFIGURE_TOTP", "CONFIGURE_RECOVERY_AUTHN_CODES", "webauthn-register"];
  const parent = await personWhoMust(portal, ...setUp);
  await addSecurityKey(page);
  await signIn(page, portal, parent);

  const app = new AuthenticatorSetupPage(page);
  await expectOurClothes(page, "Ajouter une application d'authentification");
  const secret = await app.secret();
  await app.confirm(wrongCode(secret));
  await expect(page.getByText("Code incorrect. Attendez le suivant et réessayez.")).toBeVisible();
  await expectOurClothes(page, "Ajouter une application d'authentification");
  await app.confirm(oneTimeCode(secret));

  await expectOurClothes(page, "Ajouter une clé d'accès");
  await new PasskeySetupPage(page).make("Mon téléphone");

  const codes = new RecoveryCodesSetupPage(page);
  await expectOurClothes(page, "Codes de récupération");
  await codes.submit.click();
  await expect(codes.stored, "whoever has not said so stays").toBeFocused();
  await codes.confirm();
  await arrived(page, portal);

  await signInAgain(page, portal, parent);
  const factor = new SecondFactorPage(page);
  const ways = new OtherWaysPage(page);
  await expectOurClothes(page, "Double authentification");
  await factor.answer(wrongCode(secret));
  await expect(page.getByText("Code incorrect. Attendez le suivant et réessayez.")).toBeVisible();
  await expectOurClothes(page, "Double authentification");

  await factor.anotherWay.click();
  await expectOurClothes(page, "Choisissez comment continuer");
  await ways.recoveryCode.click();
  await expectOurClothes(page, "Code de récupération");
  await factor.answerByRecoveryCode("AAAA-BBBB-CCCC");
  await expect(page.getByText("Ce code de récupération n'est pas correct.")).toBeVisible();
  await expectOurClothes(page, "Code de récupération");

  await factor.anotherWay.click();
  await ways.passkey.click();
  await expectOurClothes(page, "Connexion avec une clé d'accès");
  await expect(page.getByText("Mon téléphone")).toBeVisible();
  await new PasskeyPage(page).submit.click();
  await arrived(page, portal);
});

test("a press cannot come before the page listens to it", async ({ page, portal }) => {
  await addSecurityKey(page);
  const parent = await personWhoMust(portal, "webauthn-register");
  const setup = new PasskeySetupPage(page);
  const passkey = new PasskeyPage(page);

  await page.goto(authorizationUrl(portal, portal.schools.demo));
  const letSetupCome = await holdScripts(page);
  await new SignInPage(page).signIn(parent);
  await expect(setup.submit).toBeDisabled();
  letSetupCome();
  await setup.submit.click();
  await arrived(page, portal);

  await page.context().clearCookies();
  await page.goto(authorizationUrl(portal, portal.schools.demo));
  const letPageCome = await holdScripts(page);
  await new SignInPage(page).signIn(parent);
  await expect(passkey.submit).toBeDisabled();
  letPageCome();
  await expect(passkey.submit).toBeFocused();
  await page.keyboard.press("Enter");
  await arrived(page, portal);
});

test("a parent whose passkey is on another device reads that nothing came of it, and tries again", async ({
  page,
  portal,
}) => {
  const { browser, authenticatorId } = await addSecurityKey(page);
  const parent = await personWhoMust(portal, "webauthn-register");
  await signIn(page, portal, parent);
  await new PasskeySetupPage(page).submit.click();
  await arrived(page, portal);
  const { credentials } = await browser.send("WebAuthn.getCredentials", { authenticatorId });

  await browser.send("WebAuthn.removeVirtualAuthenticator", { authenticatorId });
  const other = await addSecurityKey(page);
  await signInAgain(page, portal, parent);
  const passkey = new PasskeyPage(page);
  await passkey.submit.click();
  await expect(passkey.notUsed).toBeVisible();
  await expectOurClothes(page, "Connexion avec une clé d'accès");
  for (const credential of credentials) {
    const { authenticatorId: found } = other;
    await other.browser.send("WebAuthn.addCredential", { authenticatorId: found, credential });
  }
  await passkey.submit.click();
  await arrived(page, portal);
});

test("a passkey that Keycloak cannot take leads to a page that says so, and back", async ({
  page,
  portal,
}) => {
  await addSecurityKey(page);
  const parent = await personWhoMust(portal, "webauthn-register");
  await signIn(page, portal, parent);
  const setup = new PasskeySetupPage(page);
  await page.route(/required-action/, async (route) => {
    const sent = new URLSearchParams(route.request().postData() ?? "");
    sent.set("attestationObject", "bm90aGluZw");
    await route.continue({ postData: sent.toString() });
  });
  await setup.submit.click();
  await expectOurClothes(page, "La clé d'accès n'a pas fonctionné");
  await page.unroute(/required-action/);
  await page.getByRole("button", { name: "Réessayer" }).click();
  await setup.submit.click();
  await arrived(page, portal);
});

test("a parent who wants to be rid of the authenticator application is asked first", async ({
  page,
  portal,
}) => {
  const parent = await personWhoMust(portal, "CONFIGURE_TOTP");
  const setup = new AuthenticatorSetupPage(page);
  await signIn(page, portal, parent);
  const secret = await setup.secret();
  await setup.deviceName.fill("Mon téléphone");
  await setup.confirm(oneTimeCode(secret));
  await new RecoveryCodesSetupPage(page).confirm();
  await arrived(page, portal);
  const id = await idOf(portal, parent);
  const credentials = await portal.admin.users.getCredentials({ id });
  const otp = credentials.find(({ type }) => type === "otp");

  const deletion = { kc_action: `delete_credential:${otp?.id}` };
  await page.goto(authorizationUrl(portal, portal.schools.demo, deletion));
  await expectOurClothes(page, "Supprimer Mon téléphone ?");
  await page.getByRole("button", { name: "Annuler" }).click();
  await arrived(page, portal);
  await page.goto(authorizationUrl(portal, portal.schools.demo, deletion));
  const otherTab = await page.context().newPage();
  await otherTab.goto(authorizationUrl(portal, portal.schools.demo, deletion));
  await page.getByRole("button", { name: "Supprimer" }).click();
  await arrived(page, portal);
  const types = (await portal.admin.users.getCredentials({ id })).map(({ type }) => type);
  expect(types).toEqual(["password", "recovery-authn-codes"]);

  await otherTab.getByRole("button", { name: "Supprimer" }).click();
  await expect(otherTab.getByRole("alert")).toHaveText(
    "Ce moyen de connexion a déjà été supprimé de votre compte.",
  );
  const back = otherTab.getByRole("link", { name: /^Retour à/ });
  await expect(back).toHaveAttribute("href", `${portal.schools.demo.app.url}/`);
});

test("a parent asked to confirm the address follows the mail, and cannot have it sent too often", async ({
  page,
  portal,
}) => {
  const parent = await personWhoMust(portal, "VERIFY_EMAIL");
  await signIn(page, portal, parent);
  await expectOurClothes(page, "Vérification du courriel");
  const mail = await portal.mailbox.waitForMail(parent.email);
  await page.getByRole("link", { name: "Cliquez ici" }).click();
  await expect(page.getByText(/^Vous devez attendre \d+ secondes/)).toBeVisible();
  await expectOurClothes(page, "Vérification du courriel");
  await page.goto(linkIn(mail));
  await arrived(page, portal);
});

test("a parent asked to look over the profile can send it off", async ({ page, portal }) => {
  const parent = await personWhoMust(portal, "UPDATE_PROFILE");
  await signIn(page, portal, parent);
  await expectOurClothes(page, "Mettre à jour les informations du compte");
  await page.getByRole("button", { name: "Valider" }).click();
  await arrived(page, portal);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a parent sets up an application, keeps the recovery codes, and is asked for a code", async ({
    page,
    portal,
  }) => {
    const actions = ["CONFIGURE_TOTP", "CONFIGURE_RECOVERY_AUTHN_CODES"];
    const parent = await personWhoMust(portal, ...actions);
    const setup = new AuthenticatorSetupPage(page);
    const recovery = new RecoveryCodesSetupPage(page);
    await signIn(page, portal, parent);
    await expect(setup.qrCode).toBeVisible();
    await expect(setup.copyKey, "would do nothing").toBeHidden();
    const secret = await setup.secret();
    await setup.confirm(oneTimeCode(secret));
    expect(await recovery.codes()).toHaveLength(12);
    for (const button of [recovery.print, recovery.download, recovery.copy]) {
      await expect(button, "would do nothing").toBeHidden();
    }
    await recovery.confirm();
    await arrived(page, portal);

    await signInAgain(page, portal, parent);
    await new SecondFactorPage(page).answer(oneTimeCode(secret, 1));
    await arrived(page, portal);
  });

  test("a page that is drawn in the browser says that it needs JavaScript", async ({
    page,
    portal,
  }) => {
    const parent = await personWhoMust(portal, "UPDATE_PROFILE");
    await signIn(page, portal, parent);
    await expect(page.locator("main p")).toBeVisible();
    await expect(page.locator("main p")).toHaveText(
      "Cette page a besoin de JavaScript. Activez-le dans votre navigateur, puis rechargez la page.",
    );
    await expect(page.getByRole("img", { name: "iT.SCHOOL" })).toBeVisible();
    await expect(page.getByRole("link", { name: screenMessages.fr.privacyLink })).toBeVisible();
  });
});

/** Makes an account with a password that has something else to do at its next sign-in. */
async function personWhoMust(portal: Portal, ...requiredActions: string[]): Promise<Person> {
  const parent = await portal.addPerson({ schools: [portal.schools.demo], password });
  await portal.admin.users.update({ id: await idOf(portal, parent) }, { requiredActions });
  return parent;
}

async function idOf(portal: Portal, { email }: Person): Promise<string> {
  const [account] = await portal.admin.users.find({ email, exact: true });
  return account?.id ?? "";
}

async function signIn(page: Page, portal: Portal, parent: Person): Promise<void> {
  await page.goto(authorizationUrl(portal, portal.schools.demo));
  await new SignInPage(page).signIn(parent);
}

/** Signs in as on another day. */
async function signInAgain(page: Page, portal: Portal, parent: Person): Promise<void> {
  await page.context().clearCookies();
  await signIn(page, portal, parent);
}

/** Plugs in a key that answers by itself, as if it was touched at once. */
async function addSecurityKey(page: Page) {
  const browser = await page.context().newCDPSession(page);
  await browser.send("WebAuthn.enable");
  const { authenticatorId } = await browser.send("WebAuthn.addVirtualAuthenticator", {
    options: { protocol: "ctap2", transport: "usb", automaticPresenceSimulation: true },
  });
  return { browser, authenticatorId };
}

/** Keeps the pages' scripts on their way until the returned function is called. */
async function holdScripts(page: Page): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/assets\/.*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  return () => release();
}

async function arrived(page: Page, portal: Portal): Promise<void> {
  await page.waitForURL(`${portal.schools.demo.app.url}/callback?**`);
}

/** Expects what every page of ours has: its words, its language, its frame, and that all can use it. */
async function expectOurClothes(page: Page, heading: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
  await expect(page).toHaveTitle(/iT\.SCHOOL/);
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
  const logo = page.getByRole("img", { name: "iT.SCHOOL" });
  await expect(logo).toBeVisible();
  await expect
    .poll(() => logo.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0);
  const footer = page.getByRole("contentinfo");
  await expect(footer.locator("summary")).toContainText("Français");
  for (const name of [screenMessages.fr.termsLink, screenMessages.fr.privacyLink]) {
    await expect(footer.getByRole("link", { name })).toHaveAttribute("href", /^https:/);
  }
  // A text that is missing is shown by its key, an argument that is missing by its place.
  const texts = await page.locator("#root").evaluate(textsIn);
  const key = /^[a-z]+([A-Z][a-z]*)+\d*$|^\w+([.-]\w+)+$|\{\d\}|\$\{/;
  expect(texts.filter((text) => key.test(text) && text !== "iT.SCHOOL")).toEqual([]);
  await expectReadable(page);
}

/** What stands in an element, piece by piece, with what its buttons say; codes are no words. */
function textsIn(element: Element): string[] {
  const texts = [...element.querySelectorAll<HTMLInputElement>("input[type=submit]")].map(
    (button) => button.value,
  );
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement, textContent } = walker.currentNode;
    if (parentElement?.localName !== "code") texts.push(textContent?.trim() ?? "");
  }
  return texts;
}
