import type { Locator, Page } from "@playwright/test";
import { type Language, type MessageKey, screenMessages } from "../../src/login/messages/index.ts";

/* The pages on the way from a Microsoft account to the account that a school made. */

const provider = "Microsoft";
const brand = "iT.SCHOOL";

/** A text as it is read. @param second what stands for `{1}` */
function read(language: Language, key: MessageKey, second = ""): string {
  return screenMessages[language][key]
    .replaceAll("{brand}", brand)
    .replaceAll("{0}", provider)
    .replaceAll("{1}", second);
}

/** A heading of level 1, which says which page it is. */
function headingOf(page: Page, language: Language, key: MessageKey): Locator {
  return page.getByRole("heading", { name: read(language, key), level: 1, exact: true });
}

/** The button on the sign-in page that leads to Microsoft. */
export function microsoftButton(page: Page): Locator {
  return page.getByRole("link", { name: provider, exact: true });
}

/** *Ce compte existe déjà*: Microsoft's address is one that a school knows. */
export class AccountExistsPage {
  readonly heading: Locator;
  /** Which address exists, and the question. */
  readonly question: Locator;
  readonly reviewProfile: Locator;
  readonly link: Locator;

  constructor(page: Page, address: string, language: Language = "fr") {
    this.heading = headingOf(page, language, "confirmLinkIdpTitle");
    this.question = page.getByText(
      screenMessages[language].federatedIdentityConfirmLinkMessage
        .replace("{0}", "email")
        .replace("{1}", address),
      { exact: true },
    );
    this.reviewProfile = page.getByRole("button", {
      name: read(language, "confirmLinkIdpReviewProfile"),
    });
    this.link = page.getByRole("button", { name: read(language, "confirmLinkIdpContinue") });
  }
}

/** What Microsoft says of the person, of which nothing can be edited. */
export class LinkProfilePage {
  readonly heading: Locator;
  readonly facts: Locator;
  readonly link: Locator;
  readonly back: Locator;

  constructor(page: Page, language: Language = "fr") {
    this.heading = headingOf(page, language, "confirmLinkIdpReviewProfile");
    this.facts = page.getByRole("definition");
    this.link = page.getByRole("button", { name: read(language, "confirmLinkIdpContinue") });
    this.back = page.getByRole("button", { name: read(language, "doBack") });
  }
}

/** *Association avec Microsoft*: the mail with the link has been sent. */
export class LinkMailPage {
  readonly heading: Locator;
  /** Says to which address of Microsoft the mail is about. */
  readonly sent: Locator;
  readonly resend: Locator;
  readonly goOn: Locator;
  readonly sentAgain: Locator;
  readonly limited: Locator;
  readonly waiting: Locator;

  constructor(page: Page, address: string, language: Language = "fr") {
    this.heading = headingOf(page, language, "emailLinkIdpTitle");
    this.sent = page.getByText(read(language, "emailLinkIdp1", address), { exact: true });
    this.resend = page.getByRole("button", { name: read(language, "linkEmailResendLabel") });
    this.goOn = page.getByRole("button", { name: read(language, "linkEmailContinueLabel") });
    this.sentAgain = page.getByText(read(language, "linkEmailSentAgain"), { exact: true });
    this.limited = page.getByText(read(language, "linkEmailLimited"), { exact: true });
    this.waiting = page.getByText(read(language, "linkEmailWaiting"), { exact: true });
  }
}

/** What the two pages share on which a Microsoft account leads no further. */
class DeadEndPage {
  readonly heading: Locator;
  readonly signIn: Locator;
  readonly otherAccount: Locator;
  readonly accountConsole: Locator;

  constructor(page: Page, language: Language, heading: MessageKey) {
    this.heading = headingOf(page, language, heading);
    this.signIn = page.getByRole("button", { name: read(language, "linkSignIn") });
    this.otherAccount = page.getByRole("button", { name: read(language, "linkOtherAccount") });
    this.accountConsole = page.getByRole("link", { name: read(language, "linkAccountConsole") });
  }
}

/** No school knows the address that Microsoft told, or it told none. */
export class LinkUnknownPage extends DeadEndPage {
  /** Which address no school knows. */
  readonly explanation: Locator;

  /** @param address what Microsoft told; none where it told none */
  constructor(page: Page, address: string | undefined, language: Language = "fr") {
    super(page, language, "linkUnknownHeading");
    const key = address === undefined ? "linkUnknownNoAddress" : "linkUnknownAddress";
    this.explanation = page.getByText(read(language, key, address), { exact: true });
  }
}

/** The person's account is linked to another Microsoft account. */
export class LinkTakenPage extends DeadEndPage {
  /** Which Microsoft account it is linked to. */
  readonly explanation: Locator;

  constructor(page: Page, account: string, language: Language = "fr") {
    super(page, language, "linkTakenHeading");
    this.explanation = page.getByText(read(language, "linkTakenText", account), { exact: true });
  }
}

/** The mail's link, opened in another browser: what a click on *Confirmer* does. */
export class LinkConfirmPage {
  readonly heading: Locator;
  /** The Microsoft account, the time, and the address of the portal's account, in this order. */
  readonly facts: Locator;
  readonly effect: Locator;
  readonly confirm: Locator;
  /** On the page after it. */
  readonly confirmed: Locator;
  /** On the page of a link that does nothing any more. */
  readonly over: Locator;

  constructor(page: Page, language: Language = "fr") {
    this.heading = headingOf(page, language, "linkConfirmHeading");
    this.facts = page.getByRole("definition");
    this.effect = page.getByText(read(language, "linkConfirmEffect"), { exact: true });
    this.confirm = page.getByRole("button", { name: read(language, "linkConfirm"), exact: true });
    this.confirmed = page.getByText(read(language, "linkConfirmedMessage"), { exact: true });
    this.over = page.getByText(read(language, "linkOverMessage"), { exact: true });
  }
}
