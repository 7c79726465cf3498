import type { Locator, Page } from "@playwright/test";
import { consoleMessages } from "../../src/account-console/messages/index.ts";
import { screenMessages } from "../../src/login/messages/index.ts";

/** *Comptes liés* in the account console, in French. */
export class LinkedAccountsPage {
  readonly heading: Locator;
  readonly link: Locator;
  readonly unlink: Locator;
  /** On the page that asks once more, before Microsoft's. */
  readonly confirm: Locator;

  constructor(page: Page) {
    const words = consoleMessages.fr;
    this.heading = page.getByRole("heading", { name: words.linkedAccounts, exact: true });
    this.link = page.getByRole("button", { name: words.link });
    this.unlink = page.getByRole("button", { name: words.unLink });
    this.confirm = page.getByRole("button", { name: screenMessages.fr.doContinue });
  }
}
