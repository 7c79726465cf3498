import type { Language } from "../../login/messages/index.ts";
import de from "./de.ts";
import en, { type EmailMessageKey, type EmailMessages } from "./en.ts";
import fr from "./fr.ts";
import nl from "./nl.ts";

export type { EmailMessageKey, EmailMessages };

/** The words of the e-mails in every language. */
export const emailMessages: Record<Language, EmailMessages> = { fr, nl, de, en };
