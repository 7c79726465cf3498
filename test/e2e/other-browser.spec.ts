import { languages, screenMessages } from "../../src/login/messages/index.ts";
import { LinkConfirmPage } from "../pages/microsoft-link-pages.ts";
import { SchoolPage } from "../pages/school-page.ts";
import { UpdatePasswordPage } from "../pages/update-password-page.ts";
import { accountAtMicrosoft, askForLink, linkMailedTo } from "../support/microsoft-visitor.ts";
import { askForNewPassword } from "../support/steps.ts";
import { expect, test } from "../support/story.ts";

test("a parent who opens the mail in another browser finds the way back to the school", async ({
  page,
  browser,
  portal,
}) => {
  const { demo } = portal.schools;
  const parent = await portal.addPerson({ schools: [demo] });
  const link = await askForNewPassword(page, portal, demo, parent);

  const phone = await browser.newContext();
  const onPhone = await phone.newPage();
  await onPhone.goto(link);
  const proceed = onPhone.getByRole("link", { name: "Continuer" });
  const update = new UpdatePasswordPage(onPhone);
  await expect(proceed.or(update.heading)).toBeVisible();
  if (await proceed.isVisible()) await proceed.click();
  await update.choose("une petite phrase facile");
  await expect(onPhone.getByRole("heading", { level: 1 })).toHaveText(
    screenMessages.fr.accountUpdatedTitle,
  );
  await expect(onPhone.getByText(screenMessages.fr.accountUpdatedMessage)).toBeVisible();
  await onPhone.getByRole("link", { name: `Retour à ${demo.name}` }).click();
  await expect(new SchoolPage(onPhone, demo).signInButton).toBeVisible();
  await phone.close();
});

test("a link that was used already leads to a page that says what to do", async ({
  page,
  browser,
  portal,
}) => {
  const { demo } = portal.schools;
  const parent = await portal.addPerson({ schools: [demo] });
  const link = await askForNewPassword(page, portal, demo, parent);
  await page.goto(link);
  await new UpdatePasswordPage(page).choose("une petite phrase facile");
  await expect(new SchoolPage(page, demo).signedInAs(parent.email)).toBeVisible();

  const thief = await browser.newContext();
  const stolen = await thief.newPage();
  await stolen.goto(link);
  await expect(stolen.getByText("Ce lien a expiré")).toBeVisible();
  await expect(new UpdatePasswordPage(stolen).heading).toHaveCount(0);
  await thief.close();
});

/** A day and a time as each language writes them. */
const moment = {
  fr: /^\d{2}\/\d{2}\/\d{4} (\d{2}:\d{2})$/,
  nl: /^\d{2}-\d{2}-\d{4} (\d{2}:\d{2})$/,
  de: /^\d{2}\.\d{2}\.\d{4} (\d{2}:\d{2})$/,
  en: /^\d{1,2} \w+ \d{4} (\d{2}:\d{2})$/,
};

for (const { tag, name } of languages) {
  test(`a mail that links Microsoft, opened in a browser that asks for ${name}: all of the page is in it`, async ({
    browser,
    legacyPortal: portal,
  }) => {
    const { saintExupery } = portal.schools;
    const parent = await portal.addPerson({ schools: [saintExupery] });
    const account = await accountAtMicrosoft({ mail: parent.email });
    const asking = tag === "fr" ? "nl" : "fr";
    await askForLink(portal, saintExupery, account, undefined, { ui_locales: asking });
    const mail = await portal.mailbox.waitForMail(parent.email);
    const [, mailedAt] = /\b(\d{2}:\d{2})\b/.exec(mail.text ?? "") ?? [];

    const phone = await browser.newPage({ locale: `${tag}-BE` });
    await phone.goto(await linkMailedTo(portal, parent));
    const confirm = new LinkConfirmPage(phone, tag);
    await expect(confirm.heading).toBeVisible();
    await expect(phone.locator("html")).toHaveAttribute("lang", tag);
    await expect(confirm.facts).toHaveText([parent.email, moment[tag], parent.email]);
    expect(moment[tag].exec((await confirm.facts.nth(1).textContent()) ?? "")?.[1]).toBe(mailedAt);
    await confirm.confirm.click();
    await expect(confirm.confirmed).toBeVisible();
    await phone.close();
  });
}
