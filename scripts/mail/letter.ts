import type { Language } from "../../src/login/messages/index.ts";

/** What a short mail in plain text says, to whom. */
export interface Letter {
  readonly language: Language;
  /** The portal's name, e.g. `iT.SCHOOL`. */
  readonly portal: string;
  /** "" where the school has not told it. */
  readonly firstName: string;
  readonly paragraphs: readonly string[];
}

interface Words {
  readonly greeting: (firstName: string) => string;
  readonly end: (portal: string) => string;
}

const words: Record<Language, Words> = {
  fr: {
    greeting: (firstName) => (firstName === "" ? "Bonjour," : `Bonjour ${firstName},`),
    end: (portal) =>
      `${portal} vous envoie ce message automatiquement, et ne vous demandera jamais votre mot de passe par courriel.`,
  },
  nl: {
    greeting: (firstName) => (firstName === "" ? "Dag," : `Dag ${firstName},`),
    end: (portal) =>
      `${portal} stuurt u dit bericht automatisch en vraagt u nooit per e-mail om uw wachtwoord.`,
  },
  de: {
    greeting: (firstName) => (firstName === "" ? "Guten Tag," : `Guten Tag ${firstName},`),
    end: (portal) =>
      `${portal} sendet Ihnen diese Nachricht automatisch und fragt Sie nie per E-Mail nach Ihrem Passwort.`,
  },
  en: {
    greeting: (firstName) => (firstName === "" ? "Hello," : `Hello ${firstName},`),
    end: (portal) =>
      `${portal} sends you this message automatically, and will never ask for your password by email.`,
  },
};

/** The text of the mail: a greeting, what it says, and where it comes from. */
export function letterText({ language, portal, firstName, paragraphs }: Letter): string {
  const { greeting, end } = words[language];
  return [greeting(oneLine(firstName)), ...paragraphs, `-- \n${end(portal)}\n`].join("\n\n");
}

/** A name from an export is words within a sentence, and makes no lines of its own. */
export function oneLine(name: string): string {
  return name.replaceAll(/[\p{Cc}\s]+/gu, " ").trim();
}
