import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shippedConfig } from "../../test/support/shipped-config.ts";
import type { PortalConfig } from "../config/schema.ts";
import { type MailCatcher, startMailCatcher } from "../demo/mail.ts";
import { tellOfReset } from "./second-factor-reset.ts";

let mails: MailCatcher;
let config: PortalConfig;
beforeAll(async () => {
  mails = await startMailCatcher();
  config = await shippedConfig({ SMTP_PORT: String(mails.smtp.port) });
});
afterAll(() => mails?.stop());

describe("whose second factor support has taken away", () => {
  test.each([
    [
      "fr",
      "La double authentification de votre compte iT.SCHOOL a été retirée",
      "Bonjour Claire,",
      "un courriel vous demandera de confirmer votre adresse",
      "« Mot de passe oublié ? »",
    ],
    [
      "nl",
      "De dubbele authenticatie van uw account bij iT.SCHOOL is verwijderd",
      "Dag Claire,",
      "vraagt een e-mail u om uw adres te bevestigen",
      "‘Wachtwoord vergeten?’",
    ],
    [
      "de",
      "Die Zwei-Faktor-Authentifizierung Ihres Kontos bei iT.SCHOOL wurde entfernt",
      "Guten Tag Claire,",
      "bittet Sie eine E-Mail, Ihre Adresse zu bestätigen",
      "„Passwort vergessen?“",
    ],
    [
      "en",
      "Two-factor authentication was removed from your iT.SCHOOL account",
      "Hello Claire,",
      "an email will ask you to confirm your address",
      "“Forgot password?”",
    ],
  ] as const)(
    "is told so in %s, what comes next, and what to do if it was somebody else",
    async (language, subject, greeting, next, remedy) => {
      const address = `claire.${language}@example.org`;
      await tellOfReset(config, { address, firstName: "Claire", language });
      const mail = await mails.mailbox.waitForMail(address);
      expect(mail.subject).toBe(subject);
      expect((mail.text ?? "").split("\n")[0]).toBe(greeting);
      expect(mail.text).toContain(next);
      expect(mail.text).toContain(remedy);
      expect(mail.text, "no link to follow").not.toMatch(/https?:/);
      expect(mail.html, "plain text alone").toBeFalsy();
    },
  );
});
