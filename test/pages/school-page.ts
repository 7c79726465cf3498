import type { Locator, Page } from "@playwright/test";
import type { School } from "../support/portal.ts";

/** A demo school's application, signed in or not. */
export class SchoolPage {
  readonly page: Page;
  readonly school: School;
  readonly signInButton: Locator;
  readonly signOutButton: Locator;

  constructor(page: Page, school: School) {
    this.page = page;
    this.school = school;
    this.signInButton = page.getByRole("link", { name: "Se connecter" });
    this.signOutButton = page.getByRole("button", { name: "Se déconnecter" });
  }

  /** Opens the application and asks to sign in. */
  async askToSignIn(): Promise<void> {
    await this.page.goto(this.school.app.url);
    await this.signInButton.click();
  }

  /** The line that says who is signed in; it is there only then. */
  signedInAs(email: string): Locator {
    return this.page.getByText(email).first();
  }
}
