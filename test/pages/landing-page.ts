import type { Locator, Page } from "@playwright/test";
import { type Language, screenMessages } from "../../src/login/messages/index.ts";

/** A school's landing page: the portal first, and the old method as long as it lasts. */
export class LandingPage {
  readonly openPortal: Locator;
  readonly video: Locator;
  readonly username: Locator;
  readonly password: Locator;
  readonly submit: Locator;
  /** What a refused attempt is told. */
  readonly refusal: Locator;

  constructor(page: Page, language: Language = "fr") {
    const words = screenMessages[language];
    this.openPortal = page.getByRole("button", { name: words.landingPortalOpen });
    this.video = page.getByRole("link", { name: words.landingPortalVideo });
    this.username = page.getByRole("textbox", { name: words.username });
    this.password = page.getByLabel(words.password, { exact: true });
    this.submit = page.getByRole("button", { name: words.landingLegacySubmit });
    this.refusal = page.getByRole("alert");
  }

  async signIn(account: { username: string; password: string }): Promise<void> {
    await this.username.fill(account.username);
    await this.password.fill(account.password);
    await this.submit.click();
  }
}
