import type { Locator, Page } from "@playwright/test";
import { type Language, screenMessages } from "../../src/login/messages/index.ts";

/** The page that sends the mail with the way back in. */
export class ForgottenPasswordPage {
  readonly heading: Locator;
  readonly email: Locator;
  readonly submit: Locator;
  readonly cancel: Locator;
  /** What every address is answered, known or not. */
  readonly answer: Locator;

  constructor(page: Page, language: Language = "fr") {
    const words = screenMessages[language];
    this.heading = page.getByRole("heading", { name: words.emailForgotTitle, level: 1 });
    this.email = page.getByRole("textbox", { name: words.forgotEmailLabel });
    this.submit = page.getByRole("button", { name: words.doSubmit });
    this.cancel = page.getByRole("link", { name: words.doCancel });
    this.answer = page.getByRole("status").getByText(words.emailSentMessage);
  }

  async askForMail(email: string): Promise<void> {
    await this.email.fill(email);
    await this.submit.click();
  }
}
