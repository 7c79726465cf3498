import { expect, type Page } from "@playwright/test";
import type { MicrosoftPerson } from "../../scripts/demo/microsoft/people.ts";
import type { Language } from "../../src/login/messages/index.ts";
import { LandingPage } from "../pages/landing-page.ts";
import { microsoftButton } from "../pages/microsoft-link-pages.ts";
import { MicrosoftPage } from "../pages/microsoft-page.ts";
import { SchoolPage } from "../pages/school-page.ts";
import { SignInPage } from "../pages/sign-in-page.ts";
import { authorizationUrl } from "./authorization.ts";
import { answerOf } from "./microsoft-visitor.ts";
import type { KnownPerson, Portal, School } from "./portal.ts";

/** What a parent with a Microsoft account does in one breath. */

/** Opens a school and goes on to Microsoft, past the landing page where there is one. */
export async function goToMicrosoft(page: Page, school: School): Promise<void> {
  await new SchoolPage(page, school).askToSignIn();
  await openForm(page);
  await microsoftButton(page).click();
}

/** Goes on to the form for e-mail and password, where the landing page stands before it. */
export async function openForm(page: Page): Promise<void> {
  const { openPortal } = new LandingPage(page);
  await openPortal.or(new SignInPage(page).email).waitFor();
  if (await openPortal.isVisible()) await openPortal.click();
}

/** Opens a school, presses *Microsoft* and signs in there. */
export async function comeByMicrosoft(
  page: Page,
  school: School,
  account: MicrosoftPerson,
): Promise<void> {
  await goToMicrosoft(page, school);
  await new MicrosoftPage(page).signIn(account);
}

/**
 * Comes back from Microsoft to the school whose old method is over. The browser does not go to
 * Microsoft, whose pages are none of ours: it has the cookies, and opens the answer.
 */
export async function comeBackFromMicrosoft(
  page: Page,
  portal: Portal,
  account: MicrosoftPerson,
  language: Language = "fr",
): Promise<void> {
  const signIn = authorizationUrl(portal, portal.schools.saintExupery, { ui_locales: language });
  const html = await (await page.request.get(signIn)).text();
  const [, href = ""] = /href="([^"]*\/broker\/microsoft\/login[^"]*)"/.exec(html) ?? [];
  const door = new URL(href.replaceAll("&amp;", "&"), signIn).href;
  const { location = "" } = (await page.request.get(door, { maxRedirects: 0 })).headers();
  await page.goto(await answerOf(location, account));
}

/** Signs out at a school's application, which stays open. */
export async function signOut(page: Page, school: School): Promise<void> {
  const application = new SchoolPage(page, school);
  await application.signOutButton.click();
  await expect(application.signInButton).toBeVisible();
}

/** What the stories are told for: with a landing page before the form, and without one. */
export const doors = [
  { school: "demo", name: "the school that still has the old method" },
  { school: "saintExupery", name: "the school that has it no longer" },
] as const;

/** Has somebody's account linked already, for stories of what comes after. */
export async function linkTo(
  portal: Portal,
  { id, email }: KnownPerson,
  account: MicrosoftPerson,
): Promise<void> {
  await portal.admin.users.addToFederatedIdentity({
    id,
    federatedIdentityId: "microsoft",
    federatedIdentity: { identityProvider: "microsoft", userId: account.id, userName: email },
  });
}
