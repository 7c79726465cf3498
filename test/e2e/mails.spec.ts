import type { Page } from "@playwright/test";
import type { Mail } from "../../scripts/demo/mailbox.ts";
import { connect } from "../../scripts/keycloak/connection.ts";
import { type Language, languages } from "../../src/login/messages/index.ts";
import { ForgottenPasswordPage } from "../pages/forgotten-password-page.ts";
import { linkIn } from "../pages/mails.ts";
import { SignInPage } from "../pages/sign-in-page.ts";
import { authorizationUrl } from "../support/authorization.ts";
import { accountAtMicrosoft, askForLink } from "../support/microsoft-visitor.ts";
import { type KnownPerson, openPortal, type Person, type Portal } from "../support/portal.ts";
import { expectReadable } from "../support/readable.ts";
import { sharedServers } from "../support/servers.ts";
import { openMail } from "../support/shown-mail.ts";
import { expect, test } from "../support/story.ts";

/** The words of the reset mail, letter for letter and apart from the theme's own texts. */
const resetMail: Record<
  Language,
  { subject: string; greeting: string; validity: string } & Button
> = {
  fr: {
    subject: "Réinitialisez votre mot de passe iT.SCHOOL",
    greeting: "Bonjour Claire,",
    button: "Réinitialiser mon mot de passe",
    validity: "Ce lien est valable 1 heure.",
  },
  nl: {
    subject: "Stel uw wachtwoord van iT.SCHOOL opnieuw in",
    greeting: "Dag Claire,",
    button: "Mijn wachtwoord opnieuw instellen",
    validity: "Deze link is 1 uur geldig.",
  },
  de: {
    subject: "Setzen Sie Ihr Passwort für iT.SCHOOL zurück",
    greeting: "Guten Tag Claire,",
    button: "Mein Passwort zurücksetzen",
    validity: "Dieser Link ist 1 Stunde gültig.",
  },
  en: {
    subject: "Reset your iT.SCHOOL password",
    greeting: "Hello Claire,",
    button: "Reset my password",
    validity: "This link is valid for 1 hour.",
  },
};

/** The words of the mail that links Microsoft, and the time as it is written in its language. */
const linkMail: Record<Language, { subject: string; asked: RegExp } & Button> = {
  fr: {
    subject: "Associez votre compte Microsoft",
    asked: /^Le (\d{2}\/\d{2}\/\d{4} \d{2}:\d{2}), une personne /m,
    button: "Associer mon compte Microsoft",
  },
  nl: {
    subject: "Koppel uw account bij Microsoft",
    asked: /^Op (\d{2}-\d{2}-\d{4} \d{2}:\d{2}) heeft iemand /m,
    button: "Mijn account bij Microsoft koppelen",
  },
  de: {
    subject: "Verknüpfen Sie Ihr Konto bei Microsoft",
    asked: /^Am (\d{2}\.\d{2}\.\d{4} \d{2}:\d{2}) hat jemand, /m,
    button: "Mein Konto bei Microsoft verknüpfen",
  },
  en: {
    subject: "Link your Microsoft account",
    asked: /^On (\d{1,2} \w+ \d{4} \d{2}:\d{2}), somebody /m,
    button: "Link my Microsoft account",
  },
};

for (const { tag, name } of languages) {
  test.describe(name, () => {
    test.use({ locale: `${tag}-BE` });

    test(`a parent whose browser asks for ${name} gets the reset mail in it`, async ({
      page,
      portal,
    }) => {
      const words = resetMail[tag];
      const parent = await portal.addPerson({ schools: [portal.schools.demo] });
      const mail = await askForResetMail(page, portal, parent, tag);

      expect(mail.subject).toBe(words.subject);
      expect(mail.from).toEqual([{ address: "ne-pas-repondre@example.org", name: "iT.SCHOOL" }]);

      const link = linkIn(mail);
      const lines = (mail.text ?? "").split(/\r?\n/);
      expect(lines).toEqual(
        expect.arrayContaining([words.greeting, words.button, link, words.validity]),
      );
      expect(mail.text, "no mark-up in the text part").not.toMatch(/<\/?\w|&\w+;/);

      await openMail(page, mail);
      await expect(page.locator("html")).toHaveAttribute("lang", tag);
      const button = page.getByRole("link", { name: words.button });
      await expect(button).toHaveAttribute("href", link);
      const { height } = (await button.boundingBox()) ?? { height: 0 };
      expect(height, "large enough for a thumb").toBeGreaterThanOrEqual(44);
      await expect(page.getByRole("link", { name: link, exact: true })).toHaveAttribute(
        "href",
        link,
      );
      for (const text of [words.greeting, words.validity]) {
        await expect(page.getByText(text)).toBeVisible();
      }
      await expectReadable(page);
    });

    test(`a person who reads ${name} is asked in it to link Microsoft, at the time in Belgium`, async ({
      page,
      legacyPortal: portal,
    }) => {
      const words = linkMail[tag];
      const { saintExupery } = portal.schools;
      const parent = await portal.addPerson({ schools: [saintExupery] });
      await speak(portal, parent, tag);
      // Whoever asks is somebody else, whose browser asks for another language.
      const language = tag === "fr" ? "de" : "fr";
      const before = belgianClock();
      const account = await accountAtMicrosoft({ mail: parent.email });
      await askForLink(portal, saintExupery, account, undefined, { ui_locales: language });
      const mail = await portal.mailbox.waitForMail(parent.email);
      const after = belgianClock();

      expect(mail.subject).toBe(words.subject);
      const [, asked = ""] = words.asked.exec(mail.text ?? "") ?? [];
      expect([before, after]).toContain(asked.slice(-5));
      await openMail(page, mail);
      await expect(page.locator("html")).toHaveAttribute("lang", tag);
      await expect(page.getByText(asked)).toBeVisible();
      const button = page.getByRole("link", { name: words.button });
      await expect(button).toHaveAttribute("href", linkIn(mail));
      await expectReadable(page);
    });
  });
}

test("a person whose name is a script is greeted by it, and nothing is made of it", async ({
  page,
  portal,
}) => {
  const firstName = `<script>alert(1)</script> "O'Brien" & \${7*7}`;
  const parent = await portal.addPerson({ schools: [portal.schools.demo], firstName });
  const mail = await askForResetMail(page, portal, parent);

  expect(mail.text).toContain(`Bonjour ${firstName},`);
  const alerts: string[] = [];
  page.on("dialog", (dialog) => {
    alerts.push(dialog.message());
    return dialog.dismiss();
  });
  await openMail(page, mail);
  await expect(page.getByText(`Bonjour ${firstName},`, { exact: true })).toBeVisible();
  await expect(page.locator("script")).toHaveCount(0);
  expect(alerts).toEqual([]);
});

test("a person without a first name is greeted without one", async ({ page, portal }) => {
  const parent = await portal.addPerson({ schools: [portal.schools.demo], firstName: "" });
  const mail = await askForResetMail(page, portal, parent);
  expect(mail.text).toMatch(/^Bonjour,$/m);
  await openMail(page, mail);
  await expect(page.getByText("Bonjour,", { exact: true })).toBeVisible();
});

test("a person who is asked to do things reads which, in their own language", async ({
  page,
  portal,
}) => {
  const parent = await portal.addPerson({ schools: [portal.schools.demo] });
  const id = await idOf(portal, parent);
  const actions = ["UPDATE_PASSWORD", "CONFIGURE_TOTP"];
  await portal.admin.users.executeActionsEmail({ id, actions, lifespan: 3 * 24 * 3600 });
  const french = await portal.mailbox.waitForMail(parent.email);
  expect(french.subject).toBe("Votre compte iT.SCHOOL vous attend");
  expect(french.text).toContain(
    "- Choisir un mot de passe\n- Installer une application d'authentification\n",
  );
  expect(french.text).toContain("Ce lien est valable 3 jours.");
  await openMail(page, french);
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
  await expect(page.getByRole("listitem")).toHaveText([
    "Choisir un mot de passe",
    "Installer une application d'authentification",
  ]);
  await expect(page.getByRole("link", { name: "Compléter mon compte" })).toHaveAttribute(
    "href",
    linkIn(french),
  );
  await expectReadable(page);

  await speak(portal, parent, "nl");
  await portal.admin.users.executeActionsEmail({ id, actions });
  const dutch = await portal.mailbox.waitForMail(parent.email, { after: 1 });
  expect(dutch.subject).toBe("Uw account bij iT.SCHOOL staat klaar");
  expect(dutch.text).toContain("- Een wachtwoord kiezen\n");
});

test("a person confirms an address by the button of a mail", async ({ page, portal }) => {
  const parent = await portal.addPerson({ schools: [portal.schools.demo] });
  const id = await idOf(portal, parent);
  await portal.admin.users.sendVerifyEmail({ id });
  const mail = await portal.mailbox.waitForMail(parent.email);
  expect(mail.subject).toBe("Confirmez votre adresse e-mail");
  await openMail(page, mail);
  await expectReadable(page);
  await page.goto(linkIn(mail));
  await page.getByRole("link", { name: "Continuer" }).click();
  await expect
    .poll(async () => (await portal.admin.users.findOne({ id }))?.emailVerified)
    .toBe(true);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("who runs the portal gets a mail that shows that mails arrive", async ({ page, portal }) => {
  const { keycloak } = sharedServers();
  const operations = "exploitation@example.org";
  const master = await connect(
    { url: keycloak.url, adminRealm: "master", credentials: keycloak.admin },
    "master",
  );
  const [me] = await master.users.find({ username: keycloak.admin.user, exact: true });
  await master.users.update({ id: me?.id ?? "" }, { ...me, email: operations });
  const { smtpServer } = (await portal.admin.realms.findOne({ realm: portal.realm })) ?? {};
  await portal.admin.realms.testSMTPConnection({ realm: portal.realm }, smtpServer ?? {});
  const mail = await portal.mailbox.waitForMail(operations);
  expect(mail.subject).toBe("iT.SCHOOL : message d'essai");
  await openMail(page, mail);
  await expect(
    page.getByText("Ceci est un message d'essai : iT.SCHOOL peut envoyer des courriels."),
  ).toBeVisible();
  await expectReadable(page);
});

test("a brand with odd characters in its name signs its mails with it", async ({ page }) => {
  const brand = "Réseau <du> Coteau & Cie";
  await using portal = await openPortal((config) => ({
    ...config,
    brand: "coteau",
    links: undefined,
    mail: { ...config.mail, fromName: brand },
  }));
  const parent = await portal.addPerson({ schools: [portal.schools.demo] });
  const mail = await askForResetMail(page, portal, parent);
  expect(mail.subject).toBe(`Réinitialisez votre mot de passe ${brand}`);
  expect(mail.from[0]?.name).toBe(brand);
  expect((mail.text ?? "").split(/\r?\n/)[0]).toBe(brand);
  await openMail(page, mail, "https://coteau.example/vie-privee");
  await expect(page).toHaveTitle(brand);
  await expect(page.getByText(brand, { exact: true })).toBeVisible();
  await expect(
    page.getByText(`Vous avez demandé un nouveau mot de passe pour votre compte ${brand}.`),
  ).toBeVisible();
  await expect(page.locator("du")).toHaveCount(0);
  await expectReadable(page);
});

interface Button {
  button: string;
}

/** Asks for a new password as a parent of one language does. */
async function askForResetMail(
  page: Page,
  portal: Portal,
  { email }: Person,
  language: Language = "fr",
): Promise<Mail> {
  await page.goto(authorizationUrl(portal, portal.schools.demo));
  await new SignInPage(page, language).forgotPassword();
  await new ForgottenPasswordPage(page, language).askForMail(email);
  return portal.mailbox.waitForMail(email);
}

/** Notes which language somebody reads, as the account console does. */
async function speak(portal: Portal, { id }: KnownPerson, language: Language): Promise<void> {
  const account = await portal.admin.users.findOne({ id });
  const attributes = { ...account?.attributes, locale: [language] };
  await portal.admin.users.update({ id }, { ...account, attributes });
}

/** The time in Belgium to the minute, e.g. `07:02`. */
function belgianClock(): string {
  const time = { timeZone: "Europe/Brussels", hour: "2-digit", minute: "2-digit" } as const;
  return new Date().toLocaleTimeString("fr-BE", time);
}

async function idOf(portal: Portal, { email }: Person): Promise<string> {
  const [account] = await portal.admin.users.find({ email, exact: true });
  return account?.id ?? "";
}
