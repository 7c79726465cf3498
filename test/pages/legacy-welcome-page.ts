import type { Locator, Page } from "@playwright/test";
import { type Language, screenMessages } from "../../src/login/messages/index.ts";

/** What follows a sign-in by the old method: the way to the new one. */
export class LegacyWelcomePage {
  readonly createPassword: Locator;
  readonly later: Locator;
  /** Says that the mail is on its way. */
  readonly sent: Locator;
  /** On to the school, once the mail was sent or where there is no address to send it to. */
  readonly goOn: Locator;

  constructor(page: Page, language: Language = "fr") {
    const words = screenMessages[language];
    this.createPassword = page.getByRole("button", { name: words.legacyWelcomeCreate });
    this.later = page.getByRole("button", { name: words.legacyWelcomeLater });
    this.sent = page.getByRole("heading", { name: words.legacyWelcomeSentHeading });
    const goOn = new RegExp(
      `^(${words.doContinue}|${words.legacyWelcomeGoOn.replace("{0}", ".*")})$`,
    );
    this.goOn = page.getByRole("button", { name: goOn });
  }
}
