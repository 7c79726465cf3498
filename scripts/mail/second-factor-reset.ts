import type { Language } from "../../src/login/messages/index.ts";
import type { PortalConfig } from "../config/schema.ts";
import { letterText } from "./letter.ts";
import { sendNotice } from "./notice.ts";

/** Somebody whose second factor support takes away. */
export interface ResetPerson {
  readonly address: string;
  /** The person's own, where it is known. */
  readonly language?: Language | undefined;
  /** "" where the school has not told it. */
  readonly firstName: string;
}

interface Words {
  readonly subject: (portal: string) => string;
  readonly paragraphs: (portal: string) => readonly string[];
}

const words: Record<Language, Words> = {
  fr: {
    subject: (portal) => `La double authentification de votre compte ${portal} a été retirée`,
    paragraphs: (portal) => [
      `À la suite d'une demande, l'assistance a retiré la double authentification de votre compte ${portal} : application d'authentification, codes de récupération et clés d'accès. Toutes vos sessions sont fermées.`,
      "À votre prochaine connexion, un courriel vous demandera de confirmer votre adresse. Vous pourrez ensuite remettre la double authentification en place dans votre compte.",
      "Vous n'avez rien demandé ? Prévenez tout de suite votre école, et choisissez un nouveau mot de passe par « Mot de passe oublié ? » sur la page de connexion.",
    ],
  },
  nl: {
    subject: (portal) => `De dubbele authenticatie van uw account bij ${portal} is verwijderd`,
    paragraphs: (portal) => [
      `Op verzoek heeft de helpdesk de dubbele authenticatie van uw account bij ${portal} verwijderd: authenticator-app, herstelcodes en passkeys. U bent overal afgemeld.`,
      "Bij uw volgende aanmelding vraagt een e-mail u om uw adres te bevestigen. Daarna kunt u de dubbele authenticatie opnieuw instellen in uw account.",
      "Hebt u niets gevraagd? Verwittig dan meteen uw school en kies een nieuw wachtwoord via ‘Wachtwoord vergeten?’ op de aanmeldpagina.",
    ],
  },
  de: {
    subject: (portal) =>
      `Die Zwei-Faktor-Authentifizierung Ihres Kontos bei ${portal} wurde entfernt`,
    paragraphs: (portal) => [
      `Auf eine Anfrage hin hat die Betreuung die Zwei-Faktor-Authentifizierung Ihres Kontos bei ${portal} entfernt: Authenticator-App, Wiederherstellungscodes und Passkeys. Sie sind überall abgemeldet.`,
      "Bei Ihrer nächsten Anmeldung bittet Sie eine E-Mail, Ihre Adresse zu bestätigen. Danach können Sie die Zwei-Faktor-Authentifizierung in Ihrem Konto neu einrichten.",
      "Sie haben nichts angefragt? Informieren Sie sofort Ihre Schule und wählen Sie ein neues Passwort über „Passwort vergessen?“ auf der Anmeldeseite.",
    ],
  },
  en: {
    subject: (portal) => `Two-factor authentication was removed from your ${portal} account`,
    paragraphs: (portal) => [
      `Following a request, support has removed two-factor authentication from your ${portal} account: authenticator app, recovery codes and passkeys. You are signed out everywhere.`,
      "The next time you sign in, an email will ask you to confirm your address. After that you can set up two-factor authentication again in your account.",
      "You did not ask for this? Tell your school straight away, and choose a new password with “Forgot password?” on the sign-in page.",
    ],
  },
};

/**
 * Tells somebody that support has taken their second factor away. No link is in it.
 *
 * @param config whose mail server, and whose name
 * @throws {UserError} `NOTICE_NOT_SENT`
 */
export async function tellOfReset(
  config: Pick<PortalConfig, "mail" | "displayName" | "languages">,
  { address, language = config.languages.default, firstName }: ResetPerson,
): Promise<void> {
  const { subject, paragraphs } = words[language];
  const portal = config.displayName;
  await sendNotice(config.mail, {
    to: address,
    subject: subject(portal),
    text: letterText({ language, portal, firstName, paragraphs: paragraphs(portal) }),
  });
}
