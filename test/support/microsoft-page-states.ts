import type { Page } from "@playwright/test";
import { consentDenied } from "../../scripts/demo/microsoft/behaviour.ts";
import type { MicrosoftPerson } from "../../scripts/demo/microsoft/people.ts";
import type { Language } from "../../src/login/messages/index.ts";
import { AccountExistsPage, LinkConfirmPage, LinkMailPage } from "../pages/microsoft-link-pages.ts";
import { comeBackFromMicrosoft, linkTo } from "./microsoft-steps.ts";
import { accountAtMicrosoft, askForLink, linkMailedTo, microsoft } from "./microsoft-visitor.ts";
import type { PageState } from "./page-state.ts";
import type { KnownPerson, Portal } from "./portal.ts";

const names = "Microsoft";

/** The pages on the way in by Microsoft, in each state somebody can meet them in. */
export const microsoftPageStates: PageState[] = [
  {
    name: "a Microsoft account whose address a school knows",
    heading: "confirmLinkIdpTitle",
    reach: async (page, portal, language) => {
      await comeWithKnownAddress(page, portal, language);
    },
  },
  {
    name: "a look at what Microsoft says",
    heading: "confirmLinkIdpReviewProfile",
    reloaded: "confirmLinkIdpTitle",
    reach: async (page, portal, language) => {
      const { email } = await comeWithKnownAddress(page, portal, language);
      await new AccountExistsPage(page, email, language).reviewProfile.click();
    },
  },
  {
    name: "a mail that links Microsoft",
    heading: "emailLinkIdpTitle",
    names,
    reach: async (page, portal, language) => {
      await beMailed(page, portal, language);
    },
  },
  {
    name: "a mail that links Microsoft, sent again",
    heading: "emailLinkIdpTitle",
    names,
    reach: async (page, portal, language) => {
      const mailed = await beMailed(page, portal, language);
      await mailed.resend.click();
      await mailed.sentAgain.waitFor();
    },
  },
  {
    name: "too many mails that link Microsoft",
    heading: "emailLinkIdpTitle",
    names,
    reach: async (page, portal, language) => {
      const { parent, account } = await knownAtMicrosoft(portal);
      // Whatever was mailed for this account counts, whichever browser asked for it.
      const elsewhere = await askForLink(portal, portal.schools.saintExupery, account);
      for (let mail = 1; mail < 5; mail++) await elsewhere.send({ method: "resend" });
      await comeBackFromMicrosoft(page, portal, account, language);
      await new AccountExistsPage(page, parent.email, language).link.click();
      await new LinkMailPage(page, parent.email, language).limited.waitFor();
    },
  },
  {
    name: "going on before the mail's link was confirmed",
    heading: "emailLinkIdpTitle",
    names,
    reach: async (page, portal, language) => {
      const mailed = await beMailed(page, portal, language);
      await mailed.goOn.click();
      await mailed.waiting.waitFor();
    },
  },
  {
    name: "the mail's link opened in another browser",
    heading: "linkConfirmHeading",
    names,
    reach: async (page, portal) => {
      await openElsewhere(page, portal);
    },
  },
  {
    name: "the mail's link confirmed in another browser",
    heading: "linkConfirmedMessageHeader",
    reloaded: "linkOverMessageHeader",
    reach: async (page, portal, language) => {
      await openElsewhere(page, portal);
      await new LinkConfirmPage(page, language).confirm.click();
    },
  },
  {
    name: "the mail's link opened once more",
    heading: "linkOverMessageHeader",
    reach: async (page, portal, language) => {
      const link = await openElsewhere(page, portal);
      const confirm = new LinkConfirmPage(page, language);
      await confirm.confirm.click();
      await confirm.confirmed.waitFor();
      await page.goto(link);
    },
  },
  {
    name: "a Microsoft account whose address no school knows",
    heading: "linkUnknownHeading",
    names,
    reach: async (page, portal, language) => {
      const mail = `${crypto.randomUUID()}@example.com`;
      await comeBackFromMicrosoft(page, portal, await accountAtMicrosoft({ mail }), language);
    },
  },
  {
    name: "a Microsoft account that tells no address",
    heading: "linkUnknownHeading",
    names,
    reach: async (page, portal, language) => {
      const account = await accountAtMicrosoft({ mail: null, userPrincipalName: undefined });
      await comeBackFromMicrosoft(page, portal, account, language);
    },
  },
  {
    name: "a second Microsoft account of one person",
    heading: "linkTakenHeading",
    names,
    reach: async (page, portal, language) => {
      const { parent, account } = await knownAtMicrosoft(portal);
      await linkTo(portal, parent, await accountAtMicrosoft({ mail: parent.email }));
      await comeBackFromMicrosoft(page, portal, account, language);
      await new AccountExistsPage(page, parent.email, language).link.click();
      await page.goto(await linkMailedTo(portal, parent));
    },
  },
  {
    name: "a refusal at Microsoft",
    heading: "loginAccountTitle",
    reloaded: "pageExpiredTitle",
    reach: async (page, portal, language) => {
      const { account } = await knownAtMicrosoft(portal);
      await microsoft().behave(account.id, consentDenied);
      await comeBackFromMicrosoft(page, portal, account, language);
    },
  },
  {
    name: "a Microsoft that is out of order",
    heading: "errorTitle",
    reloaded: "pageExpiredTitle",
    reach: async (page, portal, language) => {
      const { account } = await knownAtMicrosoft(portal);
      await microsoft().behave(account.id, { token: "server-error" });
      await comeBackFromMicrosoft(page, portal, account, language);
    },
  },
  {
    name: "coming by Microsoft to a disabled account",
    heading: "errorTitle",
    reloaded: "pageExpiredTitle",
    reach: async (page, portal, language) => {
      const { parent, account } = await knownAtMicrosoft(portal);
      await linkTo(portal, parent, account);
      await portal.admin.users.update({ id: parent.id }, { enabled: false });
      await comeBackFromMicrosoft(page, portal, account, language);
    },
  },
];

/** A new parent, and an account at Microsoft that has the same address. */
async function knownAtMicrosoft(
  portal: Portal,
): Promise<{ parent: KnownPerson; account: MicrosoftPerson }> {
  const parent = await portal.addPerson({ schools: [portal.schools.saintExupery] });
  return { parent, account: await accountAtMicrosoft({ mail: parent.email }) };
}

async function comeWithKnownAddress(
  page: Page,
  portal: Portal,
  language: Language,
): Promise<KnownPerson> {
  const { parent, account } = await knownAtMicrosoft(portal);
  await comeBackFromMicrosoft(page, portal, account, language);
  return parent;
}

async function beMailed(page: Page, portal: Portal, language: Language): Promise<LinkMailPage> {
  const { email } = await comeWithKnownAddress(page, portal, language);
  await new AccountExistsPage(page, email, language).link.click();
  return new LinkMailPage(page, email, language);
}

/** Opens the link of somebody who asked for it in another browser. @returns the link */
async function openElsewhere(page: Page, portal: Portal): Promise<string> {
  const { parent, account } = await knownAtMicrosoft(portal);
  await askForLink(portal, portal.schools.saintExupery, account);
  const link = await linkMailedTo(portal, parent);
  await page.goto(link);
  return link;
}
