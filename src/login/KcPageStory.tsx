import { createGetKcContextMock } from "keycloakify/login/KcContext";
import type { DeepPartial } from "keycloakify/tools/DeepPartial";
import { parse } from "yaml";
import keycloakMessages from "../../.storybook/keycloak-messages.json";
import type { Brand } from "../../scripts/theme/brand.ts";
import brandYaml from "../../themes/itschool/brand.yaml?raw";
import type { ContextOf } from "./freemarker/page-model.tsx";
import type { KcContext } from "./KcContext.ts";
import KcPage, { drawnPageOf } from "./KcPage.tsx";
import { type Language, languages, type MessageKey, messagesOf } from "./messages/index.ts";

/** The brand that stories wear. */
export const brand = parse(brandYaml) as Omit<Brand, "id" | "images">;

/** A message by its key, which the server would have put into words. */
export type StoryMessageKey = MessageKey | keyof typeof keycloakMessages.en;

/** One state of a page. */
export interface PageStoryProps<PageId extends KcContext["pageId"]> {
  /** What differs from a plain first visit. */
  kcContext?: DeepPartial<ContextOf<PageId>>;
  /** What the server says above the page. */
  message?: {
    type: "success" | "warning" | "error" | "info";
    key: StoryMessageKey;
    args?: string[];
  };
  /** Why a field was refused, by the field's name. */
  refusals?: Readonly<Record<string, StoryMessageKey>>;
  /** Given by the toolbar. */
  language?: Language;
}

const storySchool = { name: "École de démonstration" };

const { getKcContextMock } = createGetKcContextMock({
  kcContextExtension: {
    themeName: "itschool",
    properties: {},
    locale: { current: "Français" },
    client: { ...storySchool, baseUrl: "#" },
  },
  kcContextExtensionPerPage: {
    "login-update-password.ftl": { passwordPolicies: { length: 12 } },
    "logout-confirm.ftl": {
      url: { logoutConfirmAction: "#" },
      logoutConfirm: { code: "code", skipLink: false },
    },
    "school-landing.ftl": { school: { ...storySchool, until: "31/05/2025" } },
    "school-unknown.ftl": { school: storySchool },
    "legacy-elsewhere.ftl": { school: storySchool },
    "legacy-welcome.ftl": { school: storySchool, legacy: {} },
    "login-idp-link-confirm.ftl": { idpDisplayName: "Microsoft" },
    "login-idp-link-email.ftl": { idpDisplayName: "Microsoft" },
    "link-profile.ftl": {
      link: { provider: "Microsoft", name: "Camille Dubois", address: "parent@example.org" },
    },
    "link-unknown.ftl": {
      link: { provider: "Microsoft", address: "parent@example.org", accountUri: "#" },
    },
    "link-taken.ftl": {
      link: { provider: "Microsoft", account: "c•••@e•••.org", accountUri: "#" },
    },
    "link-confirm.ftl": {
      link: {
        provider: "Microsoft",
        account: "parent@example.org",
        at: "23/11/2026 07:02",
        address: "parent@example.org",
        confirmUri: "#",
        key: "key",
        clientId: "school-demo",
        tabId: "tab",
      },
    },
  },
  overrides: {
    url: { resourcesPath: "." },
    realm: { name: "itschool", displayName: brand.name, displayNameHtml: brand.name },
    client: { clientId: "demo" },
  },
  overridesPerPage: {
    // Keycloak says these only where they hold; Keycloakify's example says `false`.
    "login.ftl": { usernameHidden: undefined },
    "info.ftl": { skipLink: undefined, messageHeader: undefined, actionUri: undefined },
    "error.ftl": { skipLink: undefined },
    "webauthn-register.ftl": { isSetRetry: undefined },
  },
});

/**
 * A page as Storybook shows it: the theme's own page, with what the server would tell it.
 *
 * @param params.pageId Keycloak's name of the page
 */
export function createKcPageStory<PageId extends KcContext["pageId"]>(params: { pageId: PageId }) {
  const { pageId } = params;
  function KcPageStory(props: PageStoryProps<PageId>) {
    // Fields keep what they showed first: another language is another page.
    return <KcPage key={props.language} kcContext={storyContext(pageId, props)} />;
  }
  return { KcPageStory: Object.assign(KcPageStory, { pageId }) };
}

/** What the server would tell a page in the state that a story shows. */
export function storyContext<PageId extends KcContext["pageId"]>(
  pageId: PageId,
  story: PageStoryProps<PageId>,
): KcContext {
  const { language = "fr", refusals = {} } = story;
  const messages = storyMessages(language);
  const textOf = (key: string, args: string[] = []) => {
    const text = messages[key];
    if (text === undefined) throw new Error(`There is no message "${key}" in "${language}"`);
    return args.reduce((said, arg, index) => said.replaceAll(`{${index}}`, () => arg), text);
  };
  // Keycloak says why a field was refused both at the field and above the page.
  const [refusal] = Object.values(refusals);
  const message = story.message ?? (refusal && { type: "error", key: refusal, args: [] });
  const kcContext = getKcContextMock({ pageId, overrides: story.kcContext as never });
  Object.assign(kcContext.messagesPerField, {
    existsError: (...fields: string[]) => fields.some((field) => field in refusals),
    get: (field: string) => (field in refusals ? textOf(refusals[field] as string) : ""),
  });
  const { auth } = kcContext as KcContext;
  return {
    ...(kcContext as KcContext),
    // Keycloak's bean has a method there; Keycloakify calls it for its own pages.
    ...(drawnPageOf(pageId) && {
      auth: { ...auth, showTryAnotherWayLink: () => auth?.showTryAnotherWayLink === true },
    }),
    locale: localeOf(language),
    "x-keycloakify": { messages },
    ...(message && {
      message: { type: message.type, summary: textOf(message.key, message.args) },
    }),
  } as KcContext;
}

/** All messages a page may show in a language, by key. */
export function storyMessages(language: Language): Record<string, string> {
  const { terms, privacy } = brand.links;
  const own = Object.entries(messagesOf(language)).map(([key, text]) => [
    key,
    text.replaceAll("{brand}", brand.name),
  ]);
  return {
    ...keycloakMessages[language],
    ...Object.fromEntries(own),
    brandName: brand.name,
    termsUrl: typeof terms === "string" ? terms : terms[language],
    privacyUrl: typeof privacy === "string" ? privacy : privacy[language],
  };
}

function localeOf(language: Language) {
  return {
    currentLanguageTag: language,
    current: languages.find(({ tag }) => tag === language)?.name,
    supported: languages.map(({ tag, name }) => ({ languageTag: tag, label: name, url: "#" })),
  };
}
