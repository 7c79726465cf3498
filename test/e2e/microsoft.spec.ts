import { AccountExistsPage, microsoftButton } from "../pages/microsoft-link-pages.ts";
import { MicrosoftPage } from "../pages/microsoft-page.ts";
import { SchoolPage } from "../pages/school-page.ts";
import { addMicrosoftAccount, expect, test } from "../support/microsoft-story.ts";

test("a parent comes by Microsoft with the address that the school knows", async ({
  page,
  microsoftPortal: portal,
}) => {
  const { demo } = portal.schools;
  const parent = await portal.addPerson({ schools: [demo] });
  const account = await addMicrosoftAccount(parent.email);
  const exists = new AccountExistsPage(page, parent.email);

  await new SchoolPage(page, demo).askToSignIn();
  await microsoftButton(page).click();
  expect(new URL(page.url()).host).toBe("login.microsoftonline.com");
  await new MicrosoftPage(page).signIn(account);

  await expect(exists.heading).toBeVisible();
  await expect(exists.question).toBeVisible();
  await expect(exists.reviewProfile).toBeVisible();
  await expect(exists.link).toBeVisible();
});
