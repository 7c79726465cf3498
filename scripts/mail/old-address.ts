import type { Language } from "../../src/login/messages/index.ts";
import type { PortalConfig } from "../config/schema.ts";
import { letterText, oneLine } from "./letter.ts";
import { sendNotice } from "./notice.ts";

/** Somebody whose account has another address now. */
export interface FormerAddress {
  /** The one it had. */
  readonly address: string;
  /** The person's own, where it is known. */
  readonly language?: Language | undefined;
  /** "" where the school has not told it. */
  readonly firstName: string;
  /** The school that has changed it. */
  readonly schoolName: string;
}

/** What is said, of the school, the portal and the former address. */
interface Words {
  readonly subject: (portal: string) => string;
  readonly paragraphs: (school: string, portal: string, address: string) => readonly string[];
}

const words: Record<Language, Words> = {
  fr: {
    subject: (portal) => `L'adresse de votre compte ${portal} a changé`,
    paragraphs: (school, portal, address) => [
      `${school} a changé l'adresse de votre compte ${portal}. Cette adresse-ci, ${address}, n'est plus la sienne : elle ne vous permet plus de vous connecter.`,
      "C'est une erreur ? Prévenez l'école sans tarder. Sinon, vous n'avez rien à faire.",
    ],
  },
  nl: {
    subject: (portal) => `Het adres van uw account bij ${portal} is gewijzigd`,
    paragraphs: (school, portal, address) => [
      `${school} heeft het adres van uw account bij ${portal} gewijzigd. Dit adres, ${address}, hoort er niet meer bij: u kunt zich er niet meer mee aanmelden.`,
      "Is dat een vergissing? Laat het de school meteen weten. Anders hoeft u niets te doen.",
    ],
  },
  de: {
    subject: (portal) => `Die Adresse Ihres Kontos bei ${portal} hat sich geändert`,
    paragraphs: (school, portal, address) => [
      `${school} hat die Adresse Ihres Kontos bei ${portal} geändert. Diese Adresse, ${address}, gehört nicht mehr dazu: Sie können sich damit nicht mehr anmelden.`,
      "Ist das ein Irrtum? Sagen Sie es der Schule bitte gleich. Sonst müssen Sie nichts tun.",
    ],
  },
  en: {
    subject: (portal) => `The address of your ${portal} account has changed`,
    paragraphs: (school, portal, address) => [
      `${school} has changed the address of your ${portal} account. This one, ${address}, no longer belongs to it: you can no longer sign in with it.`,
      "Is that a mistake? Tell the school straight away. Otherwise there is nothing you need to do.",
    ],
  },
};

/**
 * Tells somebody, by the address that their account had, that a school has changed it. It never names
 * the new one: whoever reads this mailbox may be somebody else by now.
 *
 * @param config whose mail server, and whose name
 * @throws {UserError} `NOTICE_NOT_SENT`
 */
export async function tellOldAddress(
  config: Pick<PortalConfig, "mail" | "displayName" | "languages">,
  { address, language = config.languages.default, firstName, schoolName }: FormerAddress,
): Promise<void> {
  const { subject, paragraphs } = words[language];
  const portal = config.displayName;
  await sendNotice(config.mail, {
    to: address,
    subject: subject(portal),
    text: letterText({
      language,
      portal,
      firstName,
      paragraphs: paragraphs(oneLine(schoolName), portal, address),
    }),
  });
}
