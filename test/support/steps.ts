import type { Page } from "@playwright/test";
import { expect } from "@playwright/test";
import { ForgottenPasswordPage } from "../pages/forgotten-password-page.ts";
import { linkIn } from "../pages/mails.ts";
import { SchoolPage } from "../pages/school-page.ts";
import { SignInPage } from "../pages/sign-in-page.ts";
import type { Person, Portal, School } from "./portal.ts";

/** What a parent does in one breath; stories that are about something else begin with it. */

/** Opens a school's application and signs in with e-mail and password. */
export async function signInAt(page: Page, school: School, parent: Person): Promise<SchoolPage> {
  const application = new SchoolPage(page, school);
  await application.askToSignIn();
  await new SignInPage(page).signIn(parent);
  await expect(application.signedInAs(parent.email)).toBeVisible();
  return application;
}

/**
 * Opens a school's application and asks for a new password.
 *
 * @returns the link in the mail
 */
export async function askForNewPassword(
  page: Page,
  portal: Portal,
  school: School,
  parent: Person,
): Promise<string> {
  await new SchoolPage(page, school).askToSignIn();
  await new SignInPage(page).forgotPassword();
  await new ForgottenPasswordPage(page).askForMail(parent.email);
  return linkIn(await portal.mailbox.waitForMail(parent.email));
}
