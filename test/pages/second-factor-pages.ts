import type { Locator, Page } from "@playwright/test";
import { type Language, screenMessages } from "../../src/login/messages/index.ts";

/** The page that sets up an authenticator application. */
export class AuthenticatorSetupPage {
  readonly heading: Locator;
  readonly code: Locator;
  readonly deviceName: Locator;
  readonly endOtherSessions: Locator;
  readonly submit: Locator;
  readonly cancel: Locator;
  readonly copyKey: Locator;
  /** The key, in the groups a person types it by. */
  readonly key: Locator;
  readonly qrCode: Locator;

  constructor(page: Page, language: Language = "fr") {
    const words = screenMessages[language];
    this.heading = page.getByRole("heading", { name: words.loginTotpTitle, level: 1 });
    this.code = page.getByRole("textbox", { name: words.loginOtpOneTime });
    this.deviceName = page.getByRole("textbox", { name: words.loginTotpDeviceName });
    this.endOtherSessions = page.getByRole("checkbox", { name: words.logoutOtherSessions });
    this.submit = page.getByRole("button", { name: words.doSubmit });
    this.cancel = page.getByRole("button", { name: words.doCancel });
    this.copyKey = page.getByRole("button", { name: words.totpCopyKey });
    this.key = page.locator(".key code");
    this.qrCode = page.getByRole("img", { name: words.totpQrCode });
  }

  async secret(): Promise<string> {
    return this.key.innerText();
  }

  async confirm(code: string, deviceName?: string): Promise<void> {
    await this.code.fill(code);
    if (deviceName !== undefined) await this.deviceName.fill(deviceName);
    await this.submit.click();
  }
}

/** The pages that ask for a code: of an application, or a recovery code. */
export class SecondFactorPage {
  readonly #page: Page;
  readonly code: Locator;
  readonly recoveryCode: Locator;
  readonly rememberDevice: Locator;
  readonly submit: Locator;
  readonly anotherWay: Locator;
  /** Says what to do where there is no other way. */
  readonly lost: Locator;
  readonly otherAccount: Locator;

  constructor(page: Page, language: Language = "fr") {
    const words = screenMessages[language];
    this.#page = page;
    this.code = page.getByRole("textbox", { name: words.loginOtpOneTime });
    const [recoveryCode = ""] = words["auth-recovery-code-prompt"].split("{0}");
    this.recoveryCode = page.getByRole("textbox", { name: recoveryCode });
    const [rememberDevice = ""] = words.rememberDevice.split("{0}");
    this.rememberDevice = page.getByRole("checkbox", { name: rememberDevice });
    this.submit = page.getByRole("button", { name: words.doSubmit });
    this.anotherWay = page.getByRole("button", { name: words.doTryAnotherWay });
    this.lost = page.getByText(words.factorLost);
    this.otherAccount = page.getByRole("link", { name: words.restartLoginTooltip });
  }

  /** One of several devices, by its name. */
  device(name: string): Locator {
    return this.#page.getByRole("radio", { name });
  }

  async answer(code: string): Promise<void> {
    await this.code.fill(code);
    await this.submit.click();
  }

  async answerByRecoveryCode(code: string): Promise<void> {
    await this.recoveryCode.fill(code);
    await this.submit.click();
  }
}

/** The page on which another way is chosen. */
export class OtherWaysPage {
  readonly heading: Locator;
  readonly app: Locator;
  readonly recoveryCode: Locator;
  readonly passkey: Locator;

  constructor(page: Page, language: Language = "fr") {
    const words = screenMessages[language];
    this.heading = page.getByRole("heading", { name: words.loginChooseAuthenticator, level: 1 });
    this.app = page.getByRole("button", { name: words["otp-display-name"] });
    this.recoveryCode = page.getByRole("button", {
      name: words["recovery-authn-codes-display-name"],
    });
    this.passkey = page.getByRole("button", { name: words["webauthn-display-name"] });
  }
}

/** The page that shows the recovery codes once. */
export class RecoveryCodesSetupPage {
  readonly heading: Locator;
  readonly #codes: Locator;
  readonly print: Locator;
  readonly download: Locator;
  readonly copy: Locator;
  readonly stored: Locator;
  readonly submit: Locator;
  readonly cancel: Locator;

  constructor(page: Page, language: Language = "fr") {
    const words = screenMessages[language];
    this.heading = page.getByRole("heading", {
      name: words["recovery-code-config-header"],
      level: 1,
    });
    this.#codes = page.locator("main ol").getByRole("code");
    this.print = page.getByRole("button", { name: words["recovery-codes-print"] });
    this.download = page.getByRole("button", { name: words["recovery-codes-download"] });
    this.copy = page.getByRole("button", { name: words["recovery-codes-copy"] });
    this.stored = page.getByRole("checkbox", {
      name: words["recovery-codes-confirmation-message"],
    });
    this.submit = page.getByRole("button", { name: words["recovery-codes-action-complete"] });
    this.cancel = page.getByRole("button", { name: words.doCancel });
  }

  /** The codes in their order, as a person writes them down. */
  async codes(): Promise<string[]> {
    await this.heading.waitFor();
    return this.#codes.allInnerTexts();
  }

  async confirm(): Promise<void> {
    await this.stored.check();
    await this.submit.click();
  }
}

/** The page that makes a passkey. */
export class PasskeySetupPage {
  readonly heading: Locator;
  readonly name: Locator;
  readonly endOtherSessions: Locator;
  readonly submit: Locator;
  readonly cancel: Locator;

  constructor(page: Page, language: Language = "fr") {
    const words = screenMessages[language];
    this.heading = page.getByRole("heading", {
      name: words["webauthn-registration-title"],
      level: 1,
    });
    this.name = page.getByRole("textbox", { name: words.passkeyName });
    this.endOtherSessions = page.getByRole("checkbox", { name: words.logoutOtherSessions });
    this.submit = page.getByRole("button", { name: words.doRegisterSecurityKey });
    this.cancel = page.getByRole("button", { name: words.doCancel });
  }

  async make(name: string): Promise<void> {
    await this.name.fill(name);
    await this.submit.click();
  }
}

/** The page that asks for a passkey, and the button for one on the sign-in page. */
export class PasskeyPage {
  readonly heading: Locator;
  readonly submit: Locator;
  /** That nothing came of it, where the person may try again. */
  readonly notUsed: Locator;
  readonly rememberDevice: Locator;
  readonly anotherWay: Locator;

  constructor(page: Page, language: Language = "fr") {
    const words = screenMessages[language];
    this.heading = page.getByRole("heading", { name: words["webauthn-login-title"], level: 1 });
    this.submit = page.getByRole("button", { name: words["webauthn-doAuthenticate"] });
    this.notUsed = page.getByRole("alert").filter({ hasText: words.passkeyNotUsed });
    const [rememberDevice = ""] = words.rememberDevice.split("{0}");
    this.rememberDevice = page.getByRole("checkbox", { name: rememberDevice });
    this.anotherWay = page.getByRole("button", { name: words.doTryAnotherWay });
  }
}
