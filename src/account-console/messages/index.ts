import type { Language } from "../../login/messages/index.ts";
import { toMessageFormat } from "../../login/messages/message-format.ts";
import de from "./de.ts";
import en, { type ConsoleMessageKey, type ConsoleMessages } from "./en.ts";
import fr from "./fr.ts";
import nl from "./nl.ts";

export type { ConsoleMessageKey, ConsoleMessages };

/** The words of the account console in every language. */
export const consoleMessages: Record<Language, ConsoleMessages> = { fr, nl, de, en };

/** Those that the server hands to Java's `MessageFormat`; the console in the browser takes the others. */
const formattedByServer: readonly string[] = [
  "federatedIdentityRemovingLastProviderMessage",
  "federatedIdentityLinkNotActiveMessage",
] satisfies ConsoleMessageKey[];

/** The console's words in one language, by key, as Keycloak reads them. */
export function writtenMessages(language: Language, brandName: string): Record<string, string> {
  const written = Object.entries(consoleMessages[language]).map(([key, text]) => [
    key,
    formattedByServer.includes(key)
      ? toMessageFormat(text, brandName)
      : text.replaceAll("{brand}", () => brandName),
  ]);
  return Object.fromEntries(written);
}
