import de from "./de.ts";
import en, { type MessageKey, type Messages } from "./en.ts";
import fr from "./fr.ts";
import keycloakDe from "./keycloak-de.ts";
import keycloakFr from "./keycloak-fr.ts";
import keycloakNl from "./keycloak-nl.ts";
import nl from "./nl.ts";

export type { MessageKey, Messages };

/** A language of the portal, as Keycloak and `<html lang>` name it. */
export type Language = "fr" | "nl" | "de" | "en";

/** The portal's languages in the order of the language menu; each name is in its own language. */
export const languages: readonly { tag: Language; name: string }[] = [
  { tag: "fr", name: "Français" },
  { tag: "nl", name: "Nederlands" },
  { tag: "de", name: "Deutsch" },
  { tag: "en", name: "English" },
];

/** The words of our screens alone, in every language. */
export const screenMessages: Record<Language, Messages> = { fr, nl, de, en };

/** What we put right in Keycloak's own translations, beyond the words of our screens. */
const corrections: Record<Language, Record<string, string>> = {
  fr: keycloakFr,
  nl: keycloakNl,
  de: keycloakDe,
  en: {},
};

/** Keycloak labels each entry of the language menu by `locale_<tag>`, whichever language is shown. */
const languageNames = Object.fromEntries(languages.map(({ tag, name }) => [`locale_${tag}`, name]));

/** Every text our theme sets in one language, by Keycloak's message key or our own. */
export function messagesOf(language: Language): Record<string, string> {
  return { ...languageNames, ...corrections[language], ...screenMessages[language] };
}
