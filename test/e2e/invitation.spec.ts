import type { Page } from "@playwright/test";
import { type Language, languages, screenMessages } from "../../src/login/messages/index.ts";
import { linkIn } from "../pages/mails.ts";
import { SchoolPage } from "../pages/school-page.ts";
import { SignInPage } from "../pages/sign-in-page.ts";
import { UpdatePasswordPage } from "../pages/update-password-page.ts";
import { invite } from "../support/invitation.ts";
import { expectReadable } from "../support/readable.ts";
import { openMail } from "../support/shown-mail.ts";
import { expect, test } from "../support/story.ts";

const password = "une petite phrase facile";

/** The words of the mail that invites, letter for letter and apart from the theme's own texts. */
const words: Record<Language, { subject: string; said: [string, string, string, ...string[]] }> = {
  fr: {
    subject: "Votre compte iT.SCHOOL vous attend",
    said: [
      "Bonjour Claire,",
      "École de démonstration utilise désormais iT.SCHOOL : un seul compte pour toutes les écoles de vos enfants. Votre identifiant est votre adresse e-mail, celle que l'école connaît ; il vous reste à choisir votre mot de passe.",
      "Créer mon mot de passe",
      "Ce lien est valable 7 jours.",
      "Le lien a expiré ? Sur la page de connexion, cliquez sur « Mot de passe oublié ? » et indiquez cette adresse : ADDRESS",
      "Vous vous êtes déjà connecté avec cette adresse ? Vous n'avez rien à faire.",
      "Cette école ne vous dit rien ? Ignorez ce message.",
    ],
  },
  nl: {
    subject: "Uw account bij iT.SCHOOL staat klaar",
    said: [
      "Dag Claire,",
      "École de démonstration gebruikt voortaan iT.SCHOOL: één account voor alle scholen van uw kinderen. U meldt zich aan met uw e-mailadres, dat de school kent; u hoeft alleen nog uw wachtwoord te kiezen.",
      "Mijn wachtwoord aanmaken",
      "Deze link is 7 dagen geldig.",
      "Is de link verlopen? Klik op de aanmeldpagina op ‘Wachtwoord vergeten?’ en vul dit adres in: ADDRESS",
      "Hebt u zich al met dit adres aangemeld? Dan hoeft u niets te doen.",
      "Kent u deze school niet? Negeer dan dit bericht.",
    ],
  },
  de: {
    subject: "Ihr Konto bei iT.SCHOOL wartet auf Sie",
    said: [
      "Guten Tag Claire,",
      "École de démonstration nutzt ab jetzt iT.SCHOOL: ein einziges Konto für alle Schulen Ihrer Kinder. Sie melden sich mit Ihrer E-Mail-Adresse an, die die Schule kennt; Sie müssen nur noch Ihr Passwort wählen.",
      "Mein Passwort erstellen",
      "Dieser Link ist 7 Tage gültig.",
      "Ist der Link abgelaufen? Klicken Sie auf der Anmeldeseite auf „Passwort vergessen?“ und geben Sie diese Adresse ein: ADDRESS",
      "Sie haben sich mit dieser Adresse schon angemeldet? Dann müssen Sie nichts tun.",
      "Sie kennen diese Schule nicht? Dann ignorieren Sie diese Nachricht.",
    ],
  },
  en: {
    subject: "Your iT.SCHOOL account is waiting for you",
    said: [
      "Hello Claire,",
      "École de démonstration now uses iT.SCHOOL: a single account for all of your children's schools. You sign in with your email address, the one the school knows; all that remains is to choose your password.",
      "Create my password",
      "This link is valid for 7 days.",
      "Has the link expired? On the sign-in page, click “Forgot password?” and enter this address: ADDRESS",
      "Have you already signed in with this address? Then there is nothing you need to do.",
      "You do not know this school? Ignore this message.",
    ],
  },
};

/** The page on which somebody says that it was them who opened the link. */
function proceed(page: Page, language: Language = "fr") {
  return page.getByRole("link", { name: screenMessages[language].proceedWithAction });
}

/** Opens an invitation and chooses the first password, up to the page at its end. */
async function accept(page: Page, link: string, language: Language = "fr"): Promise<void> {
  await page.goto(link);
  await proceed(page, language).click();
  await new UpdatePasswordPage(page, language).choose(password);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    screenMessages[language].accountUpdatedTitle,
  );
}

for (const { tag, name } of languages) {
  test(`a parent who reads ${name} is invited in it, and comes into the school by phone`, async ({
    page,
    browser,
    portal,
  }) => {
    const { demo } = portal.schools;
    const parent = await portal.addPerson({ schools: [demo], language: tag });
    const mail = await invite(portal, demo, parent);
    const said = words[tag].said.map((line) => line.replace("ADDRESS", parent.email));
    const link = linkIn(mail);
    expect(mail.subject).toBe(words[tag].subject);
    const lines = (mail.text ?? "").split(/\r?\n/).filter((line) => line && line !== link);
    expect(lines.slice(1, 1 + said.length)).toEqual(said);

    await openMail(page, mail);
    await expect(page.locator("html")).toHaveAttribute("lang", tag);
    for (const line of said) await expect(page.getByText(line, { exact: true })).toBeVisible();
    const button = page.getByRole("link", { name: said[2] });
    await expect(button).toHaveAttribute("href", link);
    await expectReadable(page);

    // The mail is read on a phone that asks for another language; the person's own one counts.
    const locale = tag === "fr" ? "nl-BE" : "fr-BE";
    const phone = await browser.newPage({ locale, viewport: { width: 360, height: 640 } });
    await phone.goto(link);
    await expect(phone.locator("html")).toHaveAttribute("lang", tag);
    await expect(phone.getByRole("heading", { level: 1 })).toHaveText(
      screenMessages[tag].confirmExecutionOfActions,
    );
    await expect(phone.getByRole("listitem").first()).toHaveText(
      screenMessages[tag]["requiredAction.UPDATE_PASSWORD"],
    );
    await proceed(phone, tag).click();
    await expect(phone.locator("html")).toHaveAttribute("lang", tag);
    await new UpdatePasswordPage(phone, tag).choose(password);
    await expect(phone.getByText(screenMessages[tag].accountUpdatedMessage)).toBeVisible();
    await phone
      .getByRole("link", { name: screenMessages[tag].backToSchool.replace("{0}", demo.name) })
      .click();
    const school = new SchoolPage(phone, demo);
    await school.signInButton.click();
    await new SignInPage(phone, tag).signIn({ email: parent.email, password });
    await expect(school.signedInAs(parent.email)).toBeVisible();
    await phone.close();

    const account = await portal.admin.users.findOne({ id: parent.id });
    expect(account?.emailVerified, "whoever opened the mail has the mailbox").toBe(true);
    expect(account?.requiredActions).toEqual([]);
  });
}

test("an invitation works once, whoever looks at it before", async ({ page, portal }) => {
  const { demo } = portal.schools;
  const parent = await portal.addPerson({ schools: [demo] });
  const link = linkIn(await invite(portal, demo, parent));
  // As programs do that look at each link for a mail server.
  for (const method of ["HEAD", "GET", "GET"])
    expect((await fetch(link, { method })).ok).toBe(true);
  await accept(page, link);

  await page.goto(link);
  await expect(page.getByText("Ce lien a expiré. Vous pouvez vous connecter")).toBeVisible();
  await expect(new UpdatePasswordPage(page).heading).toHaveCount(0);
  await page.getByRole("link", { name: `Retour à ${demo.name}` }).click();
  await new SchoolPage(page, demo).signInButton.click();
  await new SignInPage(page).signIn({ email: parent.email, password });
  await expect(new SchoolPage(page, demo).signedInAs(parent.email)).toBeVisible();
});

test("one that has expired says so, and leads to the school whose sign-in page helps", async ({
  page,
  portal,
}) => {
  const { demo } = portal.schools;
  const parent = await portal.addPerson({ schools: [demo] });
  const mail = await invite(portal, demo, parent, { lifespanSeconds: -60 });
  await page.goto(linkIn(mail));
  await expect(page.getByText("Ce lien a expiré ou a déjà servi.")).toBeVisible();
  await page.getByRole("link", { name: `Retour à ${demo.name}` }).click();
  await new SchoolPage(page, demo).signInButton.click();
  await expect(new SignInPage(page).forgottenLink).toBeVisible();
});

test("an invitation begun in one browser is finished in another", async ({
  page,
  browser,
  portal,
}) => {
  const { demo } = portal.schools;
  const parent = await portal.addPerson({ schools: [demo] });
  const link = linkIn(await invite(portal, demo, parent));
  await page.goto(link);
  await proceed(page).click();
  await expect(new UpdatePasswordPage(page).heading).toBeVisible();

  const phone = await browser.newPage();
  await accept(phone, link);
  await phone.close();
  await new UpdatePasswordPage(page).choose("une toute autre phrase");
  await expect(page.getByText("Ce lien a expiré.")).toBeVisible();
});

test("a parent of two schools, invited by one, comes into both", async ({ page, portal }) => {
  const { demo, saintExupery } = portal.schools;
  const parent = await portal.addPerson({ schools: [demo, saintExupery] });
  const mail = await invite(portal, saintExupery, parent);
  expect(mail.text).toContain(saintExupery.name);
  expect(mail.text, "a mail of one school says nothing of another").not.toContain(demo.name);
  await accept(page, linkIn(mail));
  for (const school of [demo, saintExupery]) {
    await new SchoolPage(page, school).askToSignIn();
    if (school === demo) await new SignInPage(page).signIn({ email: parent.email, password });
    await expect(new SchoolPage(page, school).signedInAs(parent.email)).toBeVisible();
  }
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a parent accepts an invitation", async ({ page, portal }) => {
    const { demo } = portal.schools;
    const parent = await portal.addPerson({ schools: [demo] });
    await accept(page, linkIn(await invite(portal, demo, parent)));
    await page.getByRole("link", { name: `Retour à ${demo.name}` }).click();
    await new SchoolPage(page, demo).signInButton.click();
    await new SignInPage(page).signIn({ email: parent.email, password });
    await expect(new SchoolPage(page, demo).signedInAs(parent.email)).toBeVisible();
  });
});
