import type { Locator, Page } from "@playwright/test";
import { type Language, screenMessages } from "../../src/login/messages/index.ts";

/** The page that takes a new password. */
export class UpdatePasswordPage {
  readonly heading: Locator;
  readonly warning: Locator;
  readonly password: Locator;
  readonly confirmation: Locator;
  readonly signOutOthers: Locator;
  readonly submit: Locator;

  constructor(page: Page, language: Language = "fr") {
    const words = screenMessages[language];
    this.heading = page.getByRole("heading", { name: words.updatePasswordTitle, level: 1 });
    this.warning = page.locator(".notice-warning");
    this.password = page.getByLabel(words.passwordNew, { exact: true });
    this.confirmation = page.getByLabel(words.passwordConfirm, { exact: true });
    this.signOutOthers = page.getByRole("checkbox", { name: words.logoutOtherSessions });
    this.submit = page.getByRole("button", { name: words.doSubmit });
  }

  async choose(password: string): Promise<void> {
    await this.password.fill(password);
    await this.confirmation.fill(password);
    await this.submit.click();
  }
}
