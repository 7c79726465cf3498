import { expect, type Page } from "@playwright/test";
import type { MicrosoftPerson } from "../../scripts/demo/microsoft/people.ts";
import { microsoftButton } from "../pages/microsoft-link-pages.ts";
import { MicrosoftPage } from "../pages/microsoft-page.ts";
import { SchoolPage } from "../pages/school-page.ts";
import type { KnownPerson, Portal, School } from "./portal.ts";

/** What a parent with a Microsoft account does in one breath. */

/** Opens a school, presses *Microsoft* and signs in there. */
export async function comeByMicrosoft(
  page: Page,
  school: School,
  account: MicrosoftPerson,
): Promise<void> {
  await new SchoolPage(page, school).askToSignIn();
  await microsoftButton(page).click();
  await new MicrosoftPage(page).signIn(account);
}

/** Signs out at a school's application, which stays open. */
export async function signOut(page: Page, school: School): Promise<void> {
  const application = new SchoolPage(page, school);
  await application.signOutButton.click();
  await expect(application.signInButton).toBeVisible();
}

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
