import { screenMessages } from "../../src/login/messages/index.ts";
import { LinkedAccountsPage } from "../pages/linked-accounts-page.ts";
import {
  AccountExistsPage,
  LinkUnknownPage,
  microsoftButton,
} from "../pages/microsoft-link-pages.ts";
import { MicrosoftPage } from "../pages/microsoft-page.ts";
import { SchoolPage } from "../pages/school-page.ts";
import { SignInPage } from "../pages/sign-in-page.ts";
import { comeByMicrosoft, linkTo, signOut } from "../support/microsoft-steps.ts";
import { addMicrosoftAccount, expect, test } from "../support/microsoft-story.ts";
import { linksOf } from "../support/microsoft-visitor.ts";
import type { KnownPerson, Portal } from "../support/portal.ts";
import { signInAt } from "../support/steps.ts";

/* Linking and unlinking by the person, signed in, in the account console. */

const password = "une petite phrase facile";

const isLinked = "Un compte Microsoft est associé à votre compte iT.SCHOOL";
const isUnlinked = "Un compte Microsoft n'ouvre plus votre compte iT.SCHOOL";

/** The subjects of the mails that somebody got. */
async function toldBy(portal: Portal, { email }: KnownPerson): Promise<string[]> {
  return (await portal.mailbox.mailsTo(email)).map(({ subject }) => subject);
}

test("a parent whose Microsoft address is another links it when signed in, and it leads in from then on", async ({
  page,
  microsoftPortal: portal,
}) => {
  const { demo } = portal.schools;
  const parent = await portal.addPerson({ schools: [demo], password });
  const account = await addMicrosoftAccount(`autre.${parent.email}`);
  await portal.admin.users.update({ id: parent.id }, { emailVerified: true });

  await comeByMicrosoft(page, demo, account);
  await new LinkUnknownPage(page, account.mail ?? "").accountConsole.click();
  await new SignInPage(page).signIn(parent);
  const linked = new LinkedAccountsPage(page);
  await linked.link.click();
  await linked.confirm.click();
  await expect(linked.unlink).toBeVisible();
  expect(await linksOf(portal, parent)).toEqual([account.id]);
  expect(await toldBy(portal, parent), "once").toEqual([isLinked]);

  const application = new SchoolPage(page, demo);
  await application.askToSignIn();
  await expect(application.signedInAs(parent.email)).toBeVisible();
  await signOut(page, demo);
  await application.askToSignIn();
  await microsoftButton(page).click();
  await expect(application.signedInAs(parent.email)).toBeVisible();
});

test("a Microsoft account that opens another person's account cannot be linked to one's own", async ({
  page,
  microsoftPortal: portal,
}) => {
  const { demo } = portal.schools;
  const [parent, neighbour] = [
    await portal.addPerson({ schools: [demo], password }),
    await portal.addPerson({ schools: [demo] }),
  ];
  const account = await addMicrosoftAccount(neighbour.email);
  await linkTo(portal, neighbour, account);

  await signInAt(page, demo, parent);
  await page.goto(`${portal.issuer}/account/account-security/linked-accounts`);
  const linked = new LinkedAccountsPage(page);
  await linked.link.click();
  await linked.confirm.click();
  await new MicrosoftPage(page).signIn(account);
  const words = screenMessages.fr.identityProviderAlreadyLinkedMessage
    .replaceAll("{0}", "Microsoft")
    .replaceAll("{brand}", "iT.SCHOOL");
  await expect(page.getByText(words, { exact: true })).toBeVisible();
  expect(await linksOf(portal, parent)).toEqual([]);
  expect(await linksOf(portal, neighbour)).toEqual([account.id]);
});

test("a parent takes the link away, and Microsoft asks for the mailbox again", async ({
  page,
  microsoftPortal: portal,
}) => {
  const { demo } = portal.schools;
  const parent = await portal.addPerson({ schools: [demo], password });
  const account = await addMicrosoftAccount(parent.email);
  await linkTo(portal, parent, account);
  await portal.admin.users.update({ id: parent.id }, { emailVerified: true });

  await comeByMicrosoft(page, demo, account);
  const application = new SchoolPage(page, demo);
  await expect(application.signedInAs(parent.email)).toBeVisible();
  await page.goto(`${portal.issuer}/account/account-security/linked-accounts`);
  const linked = new LinkedAccountsPage(page);
  await linked.unlink.click();
  await expect(linked.link).toBeVisible();
  expect(await linksOf(portal, parent)).toEqual([]);
  expect(await toldBy(portal, parent), "once").toEqual([isUnlinked]);

  await page.goto(demo.app.url);
  await signOut(page, demo);
  await application.askToSignIn();
  await microsoftButton(page).click();
  await expect(new AccountExistsPage(page, parent.email).heading).toBeVisible();
});

test("a parent without a password keeps the one way in there is", async ({
  page,
  microsoftPortal: portal,
}) => {
  const { demo } = portal.schools;
  const parent = await portal.addPerson({ schools: [demo] });
  const account = await addMicrosoftAccount(parent.email);
  await linkTo(portal, parent, account);
  await comeByMicrosoft(page, demo, account);
  await expect(new SchoolPage(page, demo).signedInAs(parent.email)).toBeVisible();
  await page.goto(`${portal.issuer}/account/account-security/linked-accounts`);
  await new LinkedAccountsPage(page).unlink.click();
  await expect(
    page.getByText("Le lien n'a pas été retiré. Sans mot de passe, vous ne pourriez plus").first(),
  ).toBeVisible();
  expect(await linksOf(portal, parent)).toEqual([account.id]);
});
