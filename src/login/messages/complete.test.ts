import { beforeAll, describe, expect, test } from "vitest";
import { unpackedDistribution } from "../../../scripts/server/distribution.ts";
import { keycloakVersion } from "../../../scripts/server/version.ts";
import { silentTeller } from "../../../scripts/terminal.ts";
import { argumentsOf } from "./arguments.ts";
import { baseMessages, baseThemeFiles } from "./base-theme.ts";
import { type Language, languages, messagesOf, screenMessages } from "./index.ts";

/** Keys that are not Keycloak's; one that is missing here is a misspelt key of Keycloak's. */
const ourOwnKeys = [
  // What Keycloak says where it has no key.
  "Credential not found",
  "Device already exists with the same name",
  "Not found serialized context in authenticationSession.",
  "applicationClosedHeading",
  "applicationClosedText",
  "backToSchool",
  "backToSignIn",
  "copied",
  "copyByHand",
  "errorLabel",
  "expiredContinue",
  "expiredRestart",
  "expiredText",
  "factorLost",
  "firstSignInText",
  "firstSignInTitle",
  "forgotEmailHeading",
  "forgotEmailLabel",
  "infoLabel",
  "landingLegacyHeading",
  "landingLegacySubmit",
  "landingLegacyUntil",
  "landingPortalHeading",
  "landingPortalOpen",
  "landingPortalQuestion",
  "landingPortalVideo",
  "landingWelcome",
  "languageLabel",
  "legacyClosedMessage",
  "legacyElsewhereAccount",
  "legacyElsewhereSchool",
  "legacyElsewhereText",
  "legacyElsewhereTitle",
  "legacyRefusedMessage",
  "legacyWelcomeCreate",
  "legacyWelcomeGoOn",
  "legacyWelcomeIdentifier",
  "legacyWelcomeLater",
  "legacyWelcomeNoAddressHeading",
  "legacyWelcomeNoAddressText",
  "legacyWelcomeNoAddressWhatToDo",
  "legacyWelcomeOtherAddress",
  "legacyWelcomePassword",
  "legacyWelcomeSentHeading",
  "legacyWelcomeSentHint",
  "legacyWelcomeSentText",
  "legacyWelcomeText",
  "legacyWelcomeTitle",
  "linkAccountConsole",
  "linkConfirm",
  "linkConfirmAccount",
  "linkConfirmAddress",
  "linkConfirmAt",
  "linkConfirmEffect",
  "linkConfirmHeading",
  "linkConfirmIgnore",
  "linkConfirmText",
  "linkConfirmTitle",
  "linkConfirmedMessage",
  "linkConfirmedMessageHeader",
  "linkEmailContinue",
  "linkEmailContinueLabel",
  "linkEmailLimited",
  "linkEmailResend",
  "linkEmailResendLabel",
  "linkEmailSentAgain",
  "linkEmailTitle",
  "linkEmailWaiting",
  "linkHere",
  "linkOtherAccount",
  "linkOverMessage",
  "linkOverMessageHeader",
  "linkProfileAddress",
  "linkProfileName",
  "linkProfileSchool",
  "linkProfileText",
  "linkSignIn",
  "linkTakenHeading",
  "linkTakenOtherInstead",
  "linkTakenText",
  "linkTakenTitle",
  "linkTakenUseThat",
  "linkUnknownAddress",
  "linkUnknownHeading",
  "linkUnknownNoAddress",
  "linkUnknownSignIn",
  "linkUnknownThenLink",
  "linkUnknownTitle",
  "locale_de",
  "locale_en",
  "locale_fr",
  "locale_nl",
  "opensNewTab",
  "otpDevice",
  "otpHeading",
  "otpText",
  "otpUnnamedDevice",
  "pageNeedsScript",
  "passkeyAskText",
  "passkeyKnown",
  "passkeyName",
  "passkeyNameHint",
  "passkeyNotMade",
  "passkeyNotUsed",
  "passkeyText",
  "passwordHint",
  "privacyLink",
  "privacyPolicyLink",
  "recoveryCodeText",
  "recoveryCodesFile",
  "rememberDevice",
  "schoolUnknownAskSchool",
  "schoolUnknownHeading",
  "schoolUnknownOtherAddress",
  "schoolUnknownText",
  "schoolUnknownTitle",
  "schoolUnknownWhatToDo",
  "staleCodeAccountMessage",
  "successLabel",
  "termsLink",
  "totpCopyKey",
  "totpDeviceHint",
  "totpDeviceHintRequired",
  "totpKeyText",
  "totpOpenApp",
  "totpQrCode",
  "totpSettings",
  "warningLabel",
];

/** Texts that are rightly the same in English and in another language. */
const sameInEnglish: Record<string, RegExp> = {
  "an argument alone": /^(loginTitleHtml|oauthGrantTitleHtml)$/,
  "a product or a technique keeps its name": /^(usb|nfc|bluetooth|totpApp\w+Name)$/,
  "the international word": /^(loginTotpType|inResource|client_account|webauthn.*-display-name)$/,
  "the same word in French": /^(warningLabel|infoLabel|firstSignInTitle)$/,
  "the same word in German": /^linkProfileName$/,
  "a language is named in itself": /^locale_\w\w$/,
};

let texts: Record<Language, Record<string, string>>;
let keycloakKeys: Set<string>;

beforeAll(async () => {
  const distribution = await unpackedDistribution(keycloakVersion, silentTeller);
  const files = await baseThemeFiles(distribution, "login");
  keycloakKeys = new Set(Object.keys(baseMessages(files, "en")));
  const merged = languages.map(({ tag }) => [
    tag,
    { ...baseMessages(files, tag), ...messagesOf(tag) },
  ]);
  texts = Object.fromEntries(merged);
}, 600_000);

test("knows every key we write as Keycloak's or as our own", () => {
  const keys = new Set(languages.flatMap(({ tag }) => Object.keys(messagesOf(tag))));
  expect([...keys].filter((key) => !keycloakKeys.has(key)).toSorted()).toEqual(ourOwnKeys);
});

describe.each(languages.map(({ tag }) => tag).filter((tag) => tag !== "en"))("%s", (language) => {
  test("has every text, so that none falls back to English", () => {
    expect(Object.keys(texts.en).filter((key) => !(key in texts[language]))).toEqual([]);
  });

  test("says nothing in English", () => {
    const english = Object.keys(texts.en).filter(
      (key) =>
        texts[language][key] === texts.en[key] &&
        !Object.values(sameInEnglish).some((allowed) => allowed.test(key)),
    );
    expect(english).toEqual([]);
  });

  test("uses the same arguments as English", () => {
    const unequal = Object.keys(texts.en).filter(
      (key) => argumentsOf(texts[language][key]) !== argumentsOf(texts.en[key]),
    );
    expect(unequal).toEqual([]);
  });
});

test.each(languages)("$name tells a guesser nothing", ({ tag }) => {
  const words = screenMessages[tag];
  const wrongPassword = words.invalidUserMessage;
  expect(words.accountTemporarilyDisabledMessage).toBe(wrongPassword);
  expect(words.accountPermanentlyDisabledMessage).toBe(wrongPassword);
  const wrongCode = words.invalidTotpMessage;
  expect(words.accountTemporarilyDisabledMessageTotp).toBe(wrongCode);
  expect(words.accountPermanentlyDisabledMessageTotp).toBe(wrongCode);
});

test.each([
  ["fr", /fournisseur d'identit|jeton|paramètre/i],
  ["nl", /identiteits|token|parameter/i],
  ["de", /Identitätsanbieter|token|parameter/i],
  ["en", /identity provider|token|parameter/i],
] as const)(
  "%s tells a parent of nothing technical where Microsoft fails",
  (language, technical) => {
    const said = [
      "identityProviderUnexpectedErrorMessage",
      "identityProviderAuthenticationFailedMessage",
      "identityProviderMissingStateMessage",
      "identityProviderMissingCodeOrErrorMessage",
      "identityProviderInvalidResponseMessage",
      "identityProviderInvalidSignatureMessage",
      "identityProviderNotFoundMessage",
      "identityProviderAlreadyLinkedMessage",
      "identityProviderAlreadyLinkedToCurrentUserMessage",
      "identityProviderLinkSuccess",
      "unexpectedErrorHandlingRequestMessage",
      "unexpectedErrorHandlingResponseMessage",
      "couldNotObtainTokenMessage",
      "couldNotProceedWithAuthenticationRequestMessage",
      "couldNotSendAuthenticationRequestMessage",
      "access-denied-when-idp-auth",
      "brokerLinkingSessionExpired",
      "staleCodeAccountMessage",
      "Not found serialized context in authenticationSession.",
      "linkIdpActionTitle",
      "linkIdpActionMessage",
    ].map((key) => texts[language][key]);
    expect(said).not.toContain(undefined);
    expect(said.filter((text) => technical.test(text ?? ""))).toEqual([]);
  },
);

test.each(languages)(
  "$name has no apostrophe where Keycloak shows a text as it stands",
  ({ tag }) => {
    // The page of an error that nobody foresaw does not know of MessageFormat: '' would be seen.
    const { internalServerError, pageNotFound } = screenMessages[tag];
    expect(internalServerError + pageNotFound).not.toContain("'");
  },
);
