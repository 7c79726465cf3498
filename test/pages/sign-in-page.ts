import type { Locator, Page } from "@playwright/test";
import { type Language, screenMessages } from "../../src/login/messages/index.ts";
import type { Person } from "../support/portal.ts";

/** The sign-in page, as a parent of one language sees it. */
export class SignInPage {
  readonly heading: Locator;
  /** That of address and password; a passkey has one of its own. */
  readonly form: Locator;
  readonly email: Locator;
  readonly password: Locator;
  readonly submit: Locator;
  readonly rememberMe: Locator;
  readonly information: Locator;
  /** The link within the sentence for those who come for the first time. */
  readonly forgottenLink: Locator;

  constructor(page: Page, language: Language = "fr") {
    const words = screenMessages[language];
    this.heading = page.getByRole("heading", { name: words.loginAccountTitle, level: 1 });
    this.email = page.getByRole("textbox", { name: words.email });
    this.password = page.getByLabel(words.password, { exact: true });
    this.form = page.locator("form", { has: this.password });
    this.submit = page.getByRole("button", { name: words.doLogIn, exact: true });
    this.rememberMe = page.getByRole("checkbox", { name: words.rememberMe });
    this.information = page.locator(".notice-information");
    this.forgottenLink = this.information.getByRole("link", { name: words.doForgotPassword });
  }

  async fillIn(email: string, password: string): Promise<void> {
    await this.email.fill(email);
    await this.password.fill(password);
  }

  async signIn({ email, password = "" }: Person): Promise<void> {
    await this.fillIn(email, password);
    await this.submit.click();
  }

  async forgotPassword(): Promise<void> {
    await this.forgottenLink.click();
  }
}
