import { SchoolPage } from "../pages/school-page.ts";
import { SignInPage } from "../pages/sign-in-page.ts";
import { expect, test } from "../support/story.ts";

for (const remember of [true, false]) {
  test(`a parent who ${remember ? "chose" : "did not choose"} « Se souvenir de moi » ${
    remember ? "is still signed in" : "signs in again"
  } after closing the browser`, async ({ browser, portal }) => {
    const { demo } = portal.schools;
    const parent = await portal.addPerson({
      schools: [demo],
      password: "une petite phrase facile",
    });
    const before = await browser.newContext();
    const page = await before.newPage();
    await new SchoolPage(page, demo).askToSignIn();
    const signIn = new SignInPage(page);
    if (remember) await signIn.rememberMe.check();
    await signIn.signIn(parent);
    await expect(new SchoolPage(page, demo).signedInAs(parent.email)).toBeVisible();
    // A browser that closes keeps the cookies that have a date, and no others.
    const kept = (await before.cookies()).filter((cookie) => cookie.expires !== -1);
    await before.close();

    const after = await browser.newContext();
    await after.addCookies(kept);
    const later = await after.newPage();
    await new SchoolPage(later, demo).askToSignIn();
    if (remember) {
      await expect(new SchoolPage(later, demo).signedInAs(parent.email)).toBeVisible();
    } else {
      await expect(new SignInPage(later).heading).toBeVisible();
    }
    await after.close();
  });
}
