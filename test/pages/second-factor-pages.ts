import type { Locator, Page } from "@playwright/test";

/** The page that sets up an authenticator application, in French. */
export class AuthenticatorSetupPage {
  readonly #page: Page;
  readonly code: Locator;
  readonly deviceName: Locator;
  readonly submit: Locator;
  /** Shows the secret to be typed, instead of a picture to be scanned. */
  readonly cannotScan: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.code = page.getByRole("textbox", { name: "Code à usage unique" });
    this.deviceName = page.getByRole("textbox", { name: "Nom d'appareil" });
    this.submit = page.getByRole("button", { name: "Valider" });
    this.cannotScan = page.getByRole("link", { name: "Impossible de scanner ?" });
  }

  /** The secret, in the groups a person copies it by. */
  async secret(): Promise<string> {
    await this.cannotScan.click();
    return this.#page.locator("#kc-totp-secret-key").innerText();
  }

  async confirm(code: string): Promise<void> {
    await this.code.fill(code);
    await this.submit.click();
  }
}

/** The pages that ask for a second factor, in French. */
export class SecondFactorPage {
  readonly code: Locator;
  readonly recoveryCode: Locator;
  readonly submit: Locator;
  readonly anotherWay: Locator;

  constructor(page: Page) {
    this.code = page.getByRole("textbox", { name: "Code à usage unique" });
    this.recoveryCode = page.getByRole("textbox", { name: /^Code de récupération/ });
    this.submit = page.getByRole("button", { name: "Connexion" });
    this.anotherWay = page.getByRole("button", { name: "Choisir une autre méthode" });
  }

  async answer(code: string): Promise<void> {
    await this.code.fill(code);
    await this.submit.click();
  }
}

/** The page that shows the recovery codes once, in French. */
export class RecoveryCodesSetupPage {
  readonly #page: Page;
  readonly stored: Locator;
  readonly submit: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.stored = page.getByRole("checkbox", { name: "J'ai enregistré ces codes" });
    this.submit = page.getByRole("button", { name: "Terminer" });
  }

  /** The codes in their order, as a person writes them down. */
  async codes(): Promise<string[]> {
    const lines = await this.#page.locator("main ol li").allInnerTexts();
    return lines.map((line) => line.replace(/^\d+:\s*/, ""));
  }

  async confirm(): Promise<void> {
    await this.stored.check();
    await this.submit.click();
  }
}
