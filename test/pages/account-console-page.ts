import type { Locator, Page } from "@playwright/test";
import {
  type ConsoleMessageKey,
  consoleMessages,
} from "../../src/account-console/messages/index.ts";
import type { Language } from "../../src/login/messages/index.ts";

/** The pages of the account console, by the console's own words for them, in the menu's order. */
export const consolePages = [
  "personalInfo",
  "signingIn",
  "deviceActivity",
  "linkedAccounts",
] as const;

/** One of the account console's pages. */
export type ConsolePage = (typeof consolePages)[number];

/** The account console, as a parent of one language sees it. */
export class AccountConsolePage {
  readonly #page: Page;
  readonly #words: (key: ConsoleMessageKey) => string;
  /** Opens the menu where there is little room. */
  readonly menuButton: Locator;
  readonly logo: Locator;
  /** Under whose name one signs out. */
  readonly person: Locator;
  readonly menu: Locator;
  readonly email: Locator;
  readonly language: Locator;
  readonly save: Locator;
  readonly backToSchool: Locator;
  /** The button that changes the password, the only thing there that is changed. */
  readonly changePassword: Locator;
  /** On the signed-in devices: each that is not this one. */
  readonly signOutDevice: Locator;
  readonly confirm: Locator;

  constructor(page: Page, language: Language = "fr") {
    const words = (key: ConsoleMessageKey) => consoleMessages[language][key];
    this.#page = page;
    this.#words = words;
    const header = page.getByRole("banner");
    this.menuButton = header.getByRole("button", { name: words("navigation") });
    this.logo = header.getByRole("link", { name: "iT.SCHOOL" });
    this.person = header.getByRole("button").nth(1);
    this.menu = page.getByRole("navigation").getByRole("link");
    this.email = page.getByLabel(words("email"));
    this.language = page.getByRole("button", { name: words("selectALocale") });
    this.save = page.getByRole("button", { name: words("save") });
    this.backToSchool = page.getByRole("link", { name: words("backTo") });
    this.changePassword = page.getByRole("button", { name: words("update"), exact: true });
    this.signOutDevice = page
      .getByRole("main")
      .getByRole("button", { name: words("signOut"), exact: true });
    this.confirm = page.getByRole("dialog").getByRole("button", { name: words("confirm") });
  }

  /** On the page of security: adds one more of a kind of proof, by what the kind is called. */
  add(kind: "otp-display-name" | "webauthn-display-name"): Locator {
    const name = this.#words("setUpNew").replace("{{name}}", this.#words(kind));
    return this.#page.getByRole("button", { name, exact: true });
  }

  /** Takes away what a person has set up, by the name they gave it. */
  remove(name: string): Locator {
    return this.#page
      .getByRole("listitem")
      .filter({ hasText: name })
      .getByRole("button", { name: this.#words("delete") });
  }

  /** What a page is called in the menu and above itself. */
  name(which: ConsolePage): string {
    return this.#words(which);
  }

  heading(which: ConsolePage): Locator {
    return this.#page.getByRole("heading", { name: this.name(which), level: 1, exact: true });
  }
}
