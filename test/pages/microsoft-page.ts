import type { Locator, Page } from "@playwright/test";

/** Microsoft's own pages, as the letter to parents shows them. */
export class MicrosoftPage {
  readonly signInName: Locator;
  readonly next: Locator;
  readonly cancel: Locator;
  readonly password: Locator;
  readonly submit: Locator;
  /** On the page that asks which account it shall be. */
  readonly anotherAccount: Locator;
  /** Why it does not go on. */
  readonly problem: Locator;

  constructor(page: Page) {
    this.signInName = page.getByRole("textbox", { name: "E-mail, téléphone ou identifiant Skype" });
    this.next = page.getByRole("button", { name: "Suivant" });
    this.cancel = page.getByRole("button", { name: "Annuler" });
    this.password = page.getByLabel("Votre mot de passe Microsoft");
    this.submit = page.getByRole("button", { name: "Se connecter" });
    this.anotherAccount = page.getByRole("button", { name: "Utiliser un autre compte" });
    this.problem = page.getByRole("alert");
  }

  async signIn(person: { signInName: string; password: string }): Promise<void> {
    await this.signInName.fill(person.signInName);
    await this.next.click();
    await this.password.fill(person.password);
    await this.submit.click();
  }
}
