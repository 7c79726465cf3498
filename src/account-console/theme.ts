import { createHash } from "node:crypto";
import { type Language, languages } from "../login/messages/index.ts";
import { writeProperties } from "../login/messages/properties.ts";
import styles from "./console.css?inline";
import { mendConsole, namesInEnglish } from "./in-browser.ts";
import { consoleMessages, writtenMessages } from "./messages/index.ts";

/** What of a brand the account console shows. */
export interface ConsoleBrand {
  name: string;
  /** Its `logo.svg` and `icon.svg`. */
  images: Record<string, Buffer>;
  /** Its colours, as custom properties of a style sheet. */
  colors: string;
}

/**
 * What the console offers: each entry is one of Keycloak's pages, by the address Keycloak knows it by.
 * Keycloak opens no other: whoever types the address of one that is not here is led back.
 */
export const navigation = [
  { label: "personalInfo", path: "" },
  { label: "signingIn", path: "account-security/signing-in" },
  { label: "deviceActivity", path: "account-security/device-activity" },
  {
    label: "linkedAccounts",
    path: "account-security/linked-accounts",
    isVisible: "isLinkedAccountsEnabled",
  },
] as const;

/**
 * The theme of Keycloak's own account console: its clothes, its words and what it offers. The console
 * itself comes from the server, always in the server's version.
 *
 * @returns content of each file by its path in the theme
 */
export function accountConsoleTheme(brand: ConsoleBrand): Record<string, string | Buffer> {
  const styleSheet = `${brand.colors}\n${styles}\n${wordsInStyles()}`;
  const styleSheetName = versioned("portal.css", styleSheet);
  const script = `(${mendConsole})(${JSON.stringify(names())});\n`;
  const scriptName = versioned("portal.js", script);
  const { "logo.svg": logo = "", "icon.svg": icon = "" } = brand.images;
  return {
    "theme.properties": writeProperties({
      parent: "keycloak.v3",
      locales: languages.map(({ tag }) => tag).join(","),
      title: brand.name,
      description: brand.name,
      styles: styleSheetName,
      scripts: scriptName,
      // Otherwise it leads to the server's own home page.
      logoUrl: "#",
    }),
    ...Object.fromEntries(
      languages.map(({ tag }) => [
        `messages/messages_${tag}.properties`,
        writeProperties(writtenMessages(tag, brand.name)),
      ]),
    ),
    "resources/content.json": JSON.stringify(navigation),
    "resources/logo.svg": logo,
    "resources/favicon.svg": icon,
    [`resources/${styleSheetName}`]: styleSheet,
    [`resources/${scriptName}`]: script,
  };
}

/** A file's name with its content's mark: browsers keep what has a name for a month. */
function versioned(name: string, content: string): string {
  const mark = createHash("sha256").update(content).digest("hex").slice(0, 8);
  return name.replace(".", `-${mark}.`);
}

/** By language: what to call that which the console calls something in English alone. */
function names(): Record<Language, Record<string, string>> {
  const ofLanguage = (language: Language) =>
    Object.fromEntries(
      Object.entries(namesInEnglish).map(([name, key]) => [name, consoleMessages[language][key]]),
    );
  return { fr: ofLanguage("fr"), nl: ofLanguage("nl"), de: ofLanguage("de"), en: ofLanguage("en") };
}

/**
 * What stands in Keycloak's page in English alone, in the page's own language: what is seen before
 * the console is there, and without JavaScript.
 */
function wordsInStyles(): string {
  const rule = (language: Language, selector: string, words: string) =>
    `:lang(${language}) ${selector}::after{content:${JSON.stringify(words)}}`;
  return languages
    .flatMap(({ tag }) => [
      rule(tag, "#loading-text", consoleMessages[tag].loading),
      rule(tag, "noscript", consoleMessages[tag].needsScript),
    ])
    .join("\n");
}
