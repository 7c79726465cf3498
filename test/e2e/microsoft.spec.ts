import type { Browser, Page } from "@playwright/test";
import type { MicrosoftPerson } from "../../scripts/demo/microsoft/people.ts";
import { screenMessages } from "../../src/login/messages/index.ts";
import { linkIn } from "../pages/mails.ts";
import {
  AccountExistsPage,
  LinkConfirmPage,
  LinkMailPage,
  LinkProfilePage,
  microsoftButton,
} from "../pages/microsoft-link-pages.ts";
import { SchoolPage } from "../pages/school-page.ts";
import { SecondFactorPage } from "../pages/second-factor-pages.ts";
import { comeByMicrosoft, doors, goToMicrosoft, signOut } from "../support/microsoft-steps.ts";
import { addMicrosoftAccount, expect, test } from "../support/microsoft-story.ts";
import { linksOf, microsoft } from "../support/microsoft-visitor.ts";
import { oneTimeCode, oneTimeCodeCredential } from "../support/one-time-code.ts";
import type { KnownPerson, Portal, School } from "../support/portal.ts";

/*
 * The letter's second solution: a parent's own Microsoft account, linked once through the mailbox
 * the school knows.
 */

const secret = "JBSWY3DPEHPK3PXP";

/** The same up to the mail. @returns the link in it */
async function askForLink(
  page: Page,
  portal: Portal,
  school: School,
  account: MicrosoftPerson,
  parent: KnownPerson,
): Promise<string> {
  await comeByMicrosoft(page, school, account);
  await new AccountExistsPage(page, parent.email).link.click();
  await expect(new LinkMailPage(page, parent.email).heading).toBeVisible();
  return linkIn(await portal.mailbox.waitForMail(parent.email));
}

/** A phone, on which nobody has signed in anywhere. */
async function phoneOf(browser: Browser): Promise<Page> {
  return (await browser.newContext({ ignoreHTTPSErrors: true, locale: "fr-BE" })).newPage();
}

for (const { school, name } of doors) {
  test.describe(`at ${name}`, () => {
    test("a parent links Microsoft by the mail, and comes straight in from then on", async ({
      page,
      legacyPortal: portal,
    }) => {
      const here = portal.schools[school];
      const parent = await portal.addPerson({ schools: [here] });
      const account = await addMicrosoftAccount(parent.email);

      await comeByMicrosoft(page, here, account);
      const exists = new AccountExistsPage(page, parent.email);
      await expect(exists.heading).toBeVisible();
      await expect(exists.question).toBeVisible();
      await exists.link.click();

      const mailed = new LinkMailPage(page, parent.email);
      await expect(mailed.heading).toBeVisible();
      await expect(
        page.getByText(screenMessages.fr.linkIdpMessage.replace("{0}", "Microsoft")),
      ).toBeVisible();
      await expect(mailed.sent).toBeVisible();
      const mail = await portal.mailbox.waitForMail(parent.email);
      expect(mail.text).toContain(account.userPrincipalName);
      expect(mail.text).toMatch(/\d{2}\/\d{2}\/\d{4} \d{2}:\d{2}/);
      await page.goto(linkIn(mail));
      const application = new SchoolPage(page, here);
      await expect(application.signedInAs(parent.email)).toBeVisible();
      expect(await linksOf(portal, parent)).toEqual([account.id]);
      const known = await portal.admin.users.findOne({ id: parent.id });
      expect(known?.emailVerified, "the mailbox was opened").toBe(true);

      await signOut(page, here);
      await goToMicrosoft(page, here);
      await expect(application.signedInAs(parent.email)).toBeVisible();

      await microsoft().changePerson(account.id, { mail: "tout.autre@example.com" });
      await signOut(page, here);
      await goToMicrosoft(page, here);
      await expect(
        application.signedInAs(parent.email),
        "whatever it is called there",
      ).toBeVisible();
    });

    test("a parent with a second factor gives it before the link, once, and at each sign-in by Microsoft", async ({
      page,
      browser,
      legacyPortal: portal,
    }) => {
      const here = portal.schools[school];
      const credentials = [oneTimeCodeCredential(secret)];
      const parent = await portal.addPerson({ schools: [here], credentials });
      const account = await addMicrosoftAccount(parent.email);
      const secondFactor = new SecondFactorPage(page);

      await page.goto(await askForLink(page, portal, here, account, parent));
      await expect(secondFactor.code).toBeVisible();
      expect(await linksOf(portal, parent)).toEqual([]);
      await secondFactor.answer(oneTimeCode(secret));
      await expect(new SchoolPage(page, here).signedInAs(parent.email)).toBeVisible();

      const phone = await phoneOf(browser);
      await comeByMicrosoft(phone, here, account);
      await new SecondFactorPage(phone).answer(oneTimeCode(secret, 1));
      await expect(new SchoolPage(phone, here).signedInAs(parent.email)).toBeVisible();
      await phone.context().close();
    });

    test("the mail opened on the phone: confirmed there, and the first browser goes on", async ({
      page,
      browser,
      legacyPortal: portal,
    }) => {
      const here = portal.schools[school];
      const parent = await portal.addPerson({ schools: [here] });
      const account = await addMicrosoftAccount(parent.email);
      const link = await askForLink(page, portal, here, account, parent);
      const mailed = new LinkMailPage(page, parent.email);

      await mailed.goOn.click();
      await expect(mailed.waiting).toBeVisible();

      const phone = await phoneOf(browser);
      await phone.goto(link);
      const confirm = new LinkConfirmPage(phone);
      await expect(confirm.heading).toBeVisible();
      await expect(confirm.facts.first()).toHaveText(account.userPrincipalName ?? "");
      await expect(confirm.facts.nth(1)).toHaveText(/^\d{2}\/\d{2}\/\d{4} \d{2}:\d{2}$/);
      await expect(confirm.effect).toBeVisible();
      await mailed.goOn.click();
      await expect(mailed.waiting, "opening it is not confirming it").toBeVisible();
      await confirm.confirm.click();
      await expect(confirm.confirmed).toBeVisible();
      await phone.goto(link);
      await expect(confirm.over).toBeVisible();
      await phone.context().close();

      await mailed.goOn.click();
      await expect(new SchoolPage(page, here).signedInAs(parent.email)).toBeVisible();
      expect(await linksOf(portal, parent)).toEqual([account.id]);
    });

    test("what Microsoft says of the parent can be looked at, and not edited", async ({
      page,
      legacyPortal: portal,
    }) => {
      const here = portal.schools[school];
      const parent = await portal.addPerson({ schools: [here], firstName: "Véronique" });
      const account = await addMicrosoftAccount(parent.email, { givenName: "Véro", surname: "D." });
      await comeByMicrosoft(page, here, account);
      const exists = new AccountExistsPage(page, parent.email);
      await exists.reviewProfile.click();
      const profile = new LinkProfilePage(page);
      await expect(profile.heading).toBeVisible();
      await expect(profile.facts).toHaveText(["Véro D.", parent.email]);
      await expect(page.getByRole("textbox")).toHaveCount(0);
      await profile.back.click();
      await expect(exists.heading).toBeVisible();
      await exists.reviewProfile.click();
      await profile.link.click();
      await page.goto(linkIn(await portal.mailbox.waitForMail(parent.email)));
      await expect(new SchoolPage(page, here).signedInAs(parent.email)).toBeVisible();
      const { firstName } = (await portal.admin.users.findOne({ id: parent.id })) ?? {};
      expect(firstName, "the school's name for the parent stays").toBe("Véronique");
    });

    test("the mail is sent again on request, either one works, and not without end", async ({
      page,
      legacyPortal: portal,
    }) => {
      const here = portal.schools[school];
      const parent = await portal.addPerson({ schools: [here] });
      const account = await addMicrosoftAccount(parent.email);
      const first = await askForLink(page, portal, here, account, parent);
      const mailed = new LinkMailPage(page, parent.email);
      for (let again = 1; again < 5; again++) {
        await mailed.resend.click();
        await portal.mailbox.waitForMail(parent.email, { after: again });
        await expect(mailed.sentAgain).toBeVisible();
      }
      await mailed.resend.click();
      await expect(mailed.limited).toBeVisible();
      await page.reload();
      await expect(mailed.heading).toBeVisible();
      expect(await portal.mailbox.mailsTo(parent.email)).toHaveLength(5);
      await page.goto(first);
      await expect(new SchoolPage(page, here).signedInAs(parent.email)).toBeVisible();
    });

    test("a school that does not know the parent stays closed, the first time and when linked", async ({
      page,
      legacyPortal: portal,
    }) => {
      const here = portal.schools[school];
      const own = Object.values(portal.schools).find(({ id }) => id !== here.id) ?? here;
      const parent = await portal.addPerson({ schools: [own] });
      const account = await addMicrosoftAccount(parent.email);
      const refusal = page.getByRole("heading", { level: 1, name: here.name });

      await page.goto(await askForLink(page, portal, here, account, parent));
      await expect(refusal).toBeVisible();
      expect(await linksOf(portal, parent), "but Microsoft is linked").toEqual([account.id]);

      await goToMicrosoft(page, here);
      await expect(refusal).toBeVisible();
      await goToMicrosoft(page, own);
      await expect(new SchoolPage(page, own).signedInAs(parent.email)).toBeVisible();
    });
  });
}

test("a parent of two schools, linked at one, comes into the other by Microsoft too", async ({
  page,
  browser,
  microsoftPortal: portal,
}) => {
  const { demo, saintExupery } = portal.schools;
  const parent = await portal.addPerson({ schools: [demo, saintExupery] });
  const account = await addMicrosoftAccount(parent.email);
  await page.goto(await askForLink(page, portal, demo, account, parent));
  await expect(new SchoolPage(page, demo).signedInAs(parent.email)).toBeVisible();
  const phone = await phoneOf(browser);
  await comeByMicrosoft(phone, saintExupery, account);
  await expect(new SchoolPage(phone, saintExupery).signedInAs(parent.email)).toBeVisible();
  await phone.context().close();
});

test("without a Microsoft of its own a portal has no button", async ({ page, portal }) => {
  await new SchoolPage(page, portal.schools.demo).askToSignIn();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(microsoftButton(page)).toHaveCount(0);
});
