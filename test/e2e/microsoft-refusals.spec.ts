import { consentDenied } from "../../scripts/demo/microsoft/behaviour.ts";
import { screenMessages } from "../../src/login/messages/index.ts";
import { linkIn } from "../pages/mails.ts";
import {
  AccountExistsPage,
  LinkTakenPage,
  LinkUnknownPage,
  microsoftButton,
} from "../pages/microsoft-link-pages.ts";
import { MicrosoftPage } from "../pages/microsoft-page.ts";
import { SchoolPage } from "../pages/school-page.ts";
import { SignInPage } from "../pages/sign-in-page.ts";
import { comeByMicrosoft, doors, linkTo, openForm } from "../support/microsoft-steps.ts";
import { addMicrosoftAccount, expect, test } from "../support/microsoft-story.ts";
import { linksOf, microsoft } from "../support/microsoft-visitor.ts";

/* Where Microsoft does not lead in: each refusal is a page that says how to go on. */

const password = "une petite phrase facile";
const words = screenMessages.fr;
const said = (text: string, ...values: string[]) =>
  values.reduce((read, value, place) => read.replaceAll(`{${place}}`, value), text);

for (const { school, name } of doors) {
  test.describe(`at ${name}`, () => {
    test("an address no school knows makes no account, and another Microsoft account can be taken", async ({
      page,
      legacyPortal: portal,
    }) => {
      const here = portal.schools[school];
      const parent = await portal.addPerson({ schools: [here] });
      const work = await addMicrosoftAccount(`travail.${parent.email}`);
      const own = await addMicrosoftAccount(parent.email);
      const accounts = await portal.admin.users.count();

      await comeByMicrosoft(page, here, work);
      const unknown = new LinkUnknownPage(page, work.mail ?? "");
      await expect(unknown.heading).toBeVisible();
      await expect(unknown.explanation).toBeVisible();
      expect(await portal.admin.users.count()).toBe(accounts);

      await unknown.otherAccount.click();
      const there = new MicrosoftPage(page);
      await there.anotherAccount.click();
      await there.signIn(own);
      await expect(new AccountExistsPage(page, parent.email).heading).toBeVisible();
    });

    test("who goes back from Microsoft after asking for another account reads where to begin again", async ({
      page,
      legacyPortal: portal,
    }) => {
      const here = portal.schools[school];
      const account = await addMicrosoftAccount(`inconnu.${crypto.randomUUID()}@example.org`);
      await comeByMicrosoft(page, here, account);
      await new LinkUnknownPage(page, account.mail ?? "").otherAccount.click();
      await expect(new MicrosoftPage(page).anotherAccount).toBeVisible();
      await page.goBack();
      await expect(
        page.getByText(words["Not found serialized context in authenticationSession."]),
      ).toBeVisible();
    });

    test("an account at Microsoft that tells no address leads to e-mail and password", async ({
      page,
      legacyPortal: portal,
    }) => {
      const here = portal.schools[school];
      const parent = await portal.addPerson({ schools: [here], password });
      const account = await addMicrosoftAccount(null, {
        userPrincipalName: undefined,
        signInName: `numero-${crypto.randomUUID()}`,
      });
      await comeByMicrosoft(page, here, account);
      const unknown = new LinkUnknownPage(page, undefined);
      await expect(unknown.explanation).toBeVisible();
      await unknown.signIn.click();
      await new SignInPage(page).signIn(parent);
      await expect(new SchoolPage(page, here).signedInAs(parent.email)).toBeVisible();
    });

    test("who does not let the portal in at Microsoft is back at the sign-in page, and told so", async ({
      page,
      legacyPortal: portal,
    }) => {
      const here = portal.schools[school];
      const parent = await portal.addPerson({ schools: [here], password });
      const account = await addMicrosoftAccount(parent.email);
      await microsoft().behave(account.id, consentDenied);
      await comeByMicrosoft(page, here, account);
      const signIn = new SignInPage(page);
      await expect(
        page.getByText(said(words["access-denied-when-idp-auth"], "Microsoft")),
      ).toBeVisible();
      await signIn.signIn(parent);
      await expect(new SchoolPage(page, here).signedInAs(parent.email)).toBeVisible();
    });

    for (const [what, behaviour] of Object.entries({
      "answers with an error": { authorize: { error: "server_error", description: "AADSTS50000" } },
      "is out of order": { token: "server-error" },
      "answers nonsense": { token: "malformed" },
      "does not answer in time": { token: { slowMs: 30_000 } },
      "knows the person no more": { graph: "server-error" },
      "says nonsense of the person": { graph: "malformed" },
      "says nothing of the person in time": { graph: { slowMs: 30_000 } },
    } as const)) {
      test(`a Microsoft that ${what}: the page says so, and leads back to the school`, async ({
        page,
        legacyPortal: portal,
      }) => {
        const here = portal.schools[school];
        const parent = await portal.addPerson({ schools: [here], password });
        const account = await addMicrosoftAccount(parent.email);
        await linkTo(portal, parent, account);
        await microsoft().behave(account.id, behaviour);
        await comeByMicrosoft(page, here, account);

        const problem = page.getByText(words.identityProviderUnexpectedErrorMessage, {
          exact: true,
        });
        await expect(problem).toBeVisible({ timeout: 30_000 });
        const application = new SchoolPage(page, here);
        const signIn = new SignInPage(page);
        const back = page.getByRole("link", { name: `Retour à ${here.name}` });
        await expect(back.or(signIn.email)).toBeVisible();
        if (await back.isVisible()) {
          await back.click();
          await application.signInButton.click();
          await openForm(page);
        }
        await signIn.signIn(parent);
        await expect(application.signedInAs(parent.email)).toBeVisible();

        await microsoft().behave(account.id, {});
        await application.signOutButton.click();
        await application.signInButton.click();
        await openForm(page);
        await microsoftButton(page).click();
        await expect(
          application.signedInAs(parent.email),
          "and later it works again",
        ).toBeVisible();
      });
    }

    test("a disabled account stays closed, and its owner is told what to do", async ({
      page,
      legacyPortal: portal,
    }) => {
      const here = portal.schools[school];
      const parent = await portal.addPerson({ schools: [here] });
      const account = await addMicrosoftAccount(parent.email);
      await linkTo(portal, parent, account);
      await portal.admin.users.update({ id: parent.id }, { enabled: false });
      await comeByMicrosoft(page, here, account);
      await expect(page.getByText(words.accountDisabledMessage, { exact: true })).toBeVisible();
      await expect(page.getByRole("link", { name: `Retour à ${here.name}` })).toBeVisible();
    });

    test("a disabled account that is not linked is one that no school knows", async ({
      page,
      legacyPortal: portal,
    }) => {
      const here = portal.schools[school];
      const parent = await portal.addPerson({ schools: [here] });
      await portal.admin.users.update({ id: parent.id }, { enabled: false });
      const account = await addMicrosoftAccount(parent.email);
      await comeByMicrosoft(page, here, account);
      await expect(new LinkUnknownPage(page, parent.email).heading).toBeVisible();
      expect(await portal.mailbox.mailsTo(parent.email)).toEqual([]);
    });

    test("a parent's second Microsoft account is not linked, and both ways on are offered", async ({
      page,
      legacyPortal: portal,
    }) => {
      const here = portal.schools[school];
      const parent = await portal.addPerson({ schools: [here], password });
      const first = await addMicrosoftAccount(parent.email);
      const second = await addMicrosoftAccount(parent.email);
      await linkTo(portal, parent, first);

      await comeByMicrosoft(page, here, second);
      await new AccountExistsPage(page, parent.email).link.click();
      await page.goto(linkIn(await portal.mailbox.waitForMail(parent.email)));
      const taken = new LinkTakenPage(page, "c•••@e•••.org");
      await expect(taken.heading).toBeVisible();
      await expect(taken.explanation).toBeVisible();
      expect(await linksOf(portal, parent)).toEqual([first.id]);

      await taken.otherAccount.click();
      const there = new MicrosoftPage(page);
      await there.anotherAccount.click();
      await there.signIn(first);
      await expect(new SchoolPage(page, here).signedInAs(parent.email)).toBeVisible();
    });
  });
}
