import { kcSanitize } from "keycloakify/lib/kcSanitize";
import type { I18n } from "keycloakify/login/i18n";
import { createElement } from "react";
import type { KcContext } from "./KcContext.ts";

/**
 * Keycloakify's interface to messages, for its own pages, answered from what the server sent.
 * Keycloakify would load whole languages in the browser; the server has resolved them already.
 *
 * @param messages messages of the page by key, in its language
 */
export function i18nOf(kcContext: KcContext, messages: Record<string, string>): I18n {
  const msgStr = (key: string, ...args: (string | undefined)[]) =>
    args.reduce<string>(
      (text, arg, index) => text.replaceAll(`{${index}}`, () => arg ?? ""),
      messages[key] ?? key,
    );
  const advancedMsgStr = (key: string, ...args: (string | undefined)[]) =>
    msgStr(key.replace(/^\$\{(.+)\}$/, "$1"), ...args);
  // Some of Keycloak's messages hold markup, and arguments may come from anybody.
  const element = (text: string) =>
    createElement("span", {
      // biome-ignore lint/security/noDangerouslySetInnerHtml: Keycloak's own sanitizer has gone over it
      dangerouslySetInnerHTML: { __html: kcSanitize(text) },
    });
  const escaped = (args: (string | undefined)[]) =>
    args.map((arg) => arg?.replaceAll("&", "&amp;").replaceAll("<", "&lt;"));
  const enabledLanguages = (kcContext.locale?.supported ?? []).map(
    ({ languageTag, label, url }) => ({
      languageTag,
      label,
      href: url,
    }),
  );
  return {
    msgStr,
    advancedMsgStr,
    msg: (key, ...args) => element(msgStr(key, ...escaped(args))),
    advancedMsg: (key, ...args) => element(advancedMsgStr(key, ...escaped(args))),
    currentLanguage: {
      languageTag: kcContext.locale?.currentLanguageTag ?? "fr",
      label: kcContext.locale?.current ?? "",
    },
    enabledLanguages,
    isFetchingTranslations: false,
  };
}
