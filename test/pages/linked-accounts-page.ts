import type { Locator, Page } from "@playwright/test";
import { screenMessages } from "../../src/login/messages/index.ts";

/** *Comptes liés* in the account console, in French; the words are Keycloak's own. */
export class LinkedAccountsPage {
  readonly heading: Locator;
  readonly link: Locator;
  readonly unlink: Locator;
  /** On the page that asks once more, before Microsoft's. */
  readonly confirm: Locator;

  constructor(page: Page) {
    this.heading = page.getByRole("heading", { name: "Comptes liés", exact: true });
    this.link = page.getByRole("button", { name: "Lier le compte" });
    this.unlink = page.getByRole("button", { name: "Désassocier le compte" });
    this.confirm = page.getByRole("button", { name: screenMessages.fr.doContinue });
  }
}
