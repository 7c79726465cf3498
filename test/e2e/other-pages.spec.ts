import type { Page } from "@playwright/test";
import { screenMessages } from "../../src/login/messages/index.ts";
import { linkIn } from "../pages/mails.ts";
import {
  AuthenticatorSetupPage,
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
 * Pages that are drawn in the browser with Keycloakify's markup. They wear our clothes and speak the
 * person's language like the others.
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

test("a parent sets up an authenticator application and signs in with it", async ({
  page,
  portal,
}) => {
  const parent = await personWhoMust(portal, "CONFIGURE_TOTP");
  const setup = new AuthenticatorSetupPage(page);
  const factor = new SecondFactorPage(page);

  await signIn(page, portal, parent);
  await expectOurClothes(page, "Configuration de l'authentification par mobile");
  const secret = await setup.secret();
  await expectOurClothes(page, "Configuration de l'authentification par mobile");
  await setup.confirm(wrongCode(secret));
  await expect(page.getByText("Code incorrect. Attendez le suivant et réessayez.")).toBeVisible();
  await expectOurClothes(page, "Configuration de l'authentification par mobile");
  await setup.confirm(oneTimeCode(secret));
  await new RecoveryCodesSetupPage(page).confirm();
  await arrived(page, portal);

  await signInAgain(page, portal, parent);
  await expectOurClothes(page, "Connexion");
  await factor.answer(wrongCode(secret));
  await expect(page.getByText("Code incorrect. Attendez le suivant et réessayez.")).toBeVisible();
  await expectOurClothes(page, "Connexion");
  await factor.answer(oneTimeCode(secret, 1));
  await arrived(page, portal);
});

test("a parent without the telephone comes in by a recovery code, once", async ({
  page,
  portal,
}) => {
  const parent = await personWhoMust(portal, "CONFIGURE_TOTP", "CONFIGURE_RECOVERY_AUTHN_CODES");
  const setup = new AuthenticatorSetupPage(page);
  const factor = new SecondFactorPage(page);
  const recovery = new RecoveryCodesSetupPage(page);

  await signIn(page, portal, parent);
  await setup.confirm(oneTimeCode(await setup.secret()));
  await expectOurClothes(page, "Codes de récupération d'authentification");
  await expect(recovery.submit).toBeDisabled();
  const [first = "", second = ""] = await recovery.codes();
  await recovery.confirm();
  await arrived(page, portal);

  for (const { code, goesThrough } of [
    { code: first, goesThrough: true },
    { code: first, goesThrough: false },
    { code: second, goesThrough: true },
  ]) {
    await signInAgain(page, portal, parent);
    await factor.anotherWay.click();
    await expectOurClothes(page, "Sélectionnez une méthode de connexion");
    await page.getByRole("button", { name: /récupération/ }).click();
    await expectOurClothes(
      page,
      "Se connecter à l'aide d'un code d'authentification de récupération",
    );
    await factor.recoveryCode.fill(code);
    await factor.submit.click();
    if (goesThrough) await arrived(page, portal);
    else await expect(page.getByText("Ce code de récupération n'est pas correct.")).toBeVisible();
  }
});

test("a parent registers a passkey, and the passkey is asked for from then on", async ({
  page,
  portal,
}) => {
  const browser = await page.context().newCDPSession(page);
  await browser.send("WebAuthn.enable");
  await browser.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  page.on("dialog", (dialog) => dialog.accept("Mon téléphone"));
  const parent = await personWhoMust(portal, "webauthn-register");
  await signIn(page, portal, parent);
  await expectOurClothes(page, "Enregistrement d'une clé d'accès");
  await page.getByRole("button", { name: "Enregistrement" }).click();
  await arrived(page, portal);

  await signInAgain(page, portal, parent);
  await expectOurClothes(page, "Connexion avec une clé d'accès");
  await expect(page.getByText("Mon téléphone")).toBeVisible();
  await page.getByRole("button", { name: "Se connecter avec une clé d'accès" }).click();
  await arrived(page, portal);
});

test("a press cannot come before the page listens to it", async ({ page, portal }) => {
  page.on("dialog", (dialog) => dialog.accept("Mon téléphone"));
  const browser = await page.context().newCDPSession(page);
  await browser.send("WebAuthn.enable");
  await browser.send("WebAuthn.addVirtualAuthenticator", {
    options: { protocol: "ctap2", transport: "usb", automaticPresenceSimulation: true },
  });
  const parent = await personWhoMust(portal, "webauthn-register");
  const register = page.getByRole("button", { name: "Enregistrement" });
  const authenticate = page.getByRole("button", { name: "Se connecter avec une clé d'accès" });

  const letRegisterCome = await holdScript(page, "webauthnRegister.js");
  await signIn(page, portal, parent);
  await expect(register).toBeDisabled();
  await expectOurClothes(page, "Enregistrement d'une clé d'accès");
  letRegisterCome();
  await register.click();
  await arrived(page, portal);

  const letAuthenticateCome = await holdScript(page, "webauthnAuthenticate.js");
  await signInAgain(page, portal, parent);
  await expect(authenticate).toBeDisabled();
  await expectOurClothes(page, "Connexion avec une clé d'accès");
  letAuthenticateCome();
  await expect(authenticate).toBeFocused();
  await page.keyboard.press("Enter");
  await arrived(page, portal);
});

test("a parent whose passkey is on another device reads that it did not work", async ({
  page,
  portal,
}) => {
  page.on("dialog", (dialog) => dialog.accept("Mon téléphone"));
  const parent = await personWhoMust(portal, "webauthn-register");
  const browser = await page.context().newCDPSession(page);
  await browser.send("WebAuthn.enable");
  const { authenticatorId } = await browser.send("WebAuthn.addVirtualAuthenticator", {
    options: { protocol: "ctap2", transport: "usb", automaticPresenceSimulation: true },
  });
  await signIn(page, portal, parent);
  await page.getByRole("button", { name: "Enregistrement" }).click();
  await arrived(page, portal);

  await browser.send("WebAuthn.removeVirtualAuthenticator", { authenticatorId });
  await browser.send("WebAuthn.addVirtualAuthenticator", {
    options: { protocol: "ctap2", transport: "usb", automaticPresenceSimulation: true },
  });
  await signInAgain(page, portal, parent);
  await page.getByRole("button", { name: "Se connecter avec une clé d'accès" }).click();
  await expectOurClothes(page, "Erreur lors de l'utilisation de la clé d'accès");
  await page.getByRole("button", { name: "Réessayer" }).click();
  await expectOurClothes(page, "Connexion avec une clé d'accès");
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
  await expectOurClothes(page, "Supprimer Mon téléphone");
  await page.getByRole("button", { name: "Annuler" }).click();
  await arrived(page, portal);
  await page.goto(authorizationUrl(portal, portal.schools.demo, deletion));
  await page.getByRole("button", { name: "Confirmer la suppression" }).click();
  await arrived(page, portal);
  const types = (await portal.admin.users.getCredentials({ id })).map(({ type }) => type);
  expect(types).toEqual(["password", "recovery-authn-codes"]);
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

  test("such a page says that it needs JavaScript", async ({ page, portal }) => {
    const parent = await personWhoMust(portal, "CONFIGURE_TOTP");
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

/** Keeps a script of Keycloak's on its way until the returned function is called. */
async function holdScript(page: Page, name: string): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(`**/${name}`, async (route) => {
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

/** What stands in an element, piece by piece, with what its buttons say. */
function textsIn(element: Element): string[] {
  const texts = [...element.querySelectorAll<HTMLInputElement>("input[type=submit]")].map(
    (button) => button.value,
  );
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) texts.push(walker.currentNode.textContent?.trim() ?? "");
  return texts;
}
