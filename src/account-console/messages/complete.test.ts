import { readFile } from "node:fs/promises";
import path from "node:path";
import { unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { unpackedDistribution } from "../../../scripts/server/distribution.ts";
import { keycloakVersion } from "../../../scripts/server/version.ts";
import { silentTeller } from "../../../scripts/terminal.ts";
import { argumentsOf } from "../../login/messages/arguments.ts";
import { baseMessages, baseThemeFiles } from "../../login/messages/base-theme.ts";
import { languages, screenMessages } from "../../login/messages/index.ts";
import { parseProperties } from "../../login/messages/properties.ts";
import { consoleMessages, writtenMessages } from "./index.ts";

/** Keys that Keycloak has no words for; one that is missing here is a misspelt key of Keycloak's. */
const ourOwnKeys = [
  // The style sheet alone shows them, and our script.
  "closeNotice",
  "credentialList",
  "loading",
  "needsScript",
  // The console asks for them; for the last four it shows the bare key where a person gave no name.
  "navigation",
  "otp",
  "recovery-authn-codes",
  "webauthn",
  "webauthn-passwordless",
];

/** What the console's code can say, and never says here. */
const neverShown = [
  "avatar",
  "deleteAccount",
  "deleteAccountWarning",
  "filterByName",
  "fullName",
  "jumpToSection",
  "manageAccount",
  "socialLogin",
  "systemDefined",
  "updateEmail",
];

/** Texts that are rightly the same in English and in another language. */
const sameInEnglish = /^(logo|navigation|webauthn(-passwordless)?)$/;

/** The console's files, as the server has them, by their path in the theme. */
let files: Record<string, string>;
let keycloaksKeys: Set<string>;

beforeAll(async () => {
  const distribution = await unpackedDistribution(keycloakVersion, silentTeller);
  const jar = `lib/lib/main/org.keycloak.keycloak-account-ui-${keycloakVersion}.jar`;
  const folder = "theme/keycloak.v3/account/";
  const unpacked = unzipSync(await readFile(path.join(distribution, jar)), {
    filter: ({ name }) => name.startsWith(folder) && /\.(map|json|properties)$/.test(name),
  });
  files = Object.fromEntries(
    Object.entries(unpacked).map(([name, content]) => [
      name.slice(folder.length),
      new TextDecoder().decode(content),
    ]),
  );
  const base = await baseThemeFiles(distribution, "account");
  keycloaksKeys = new Set([
    ...Object.keys(baseMessages(base, "en")),
    ...Object.keys(parseProperties(files["messages/messages_en.properties"] ?? "")),
  ]);
}, 600_000);

test("knows every key we write as Keycloak's or as our own", () => {
  const strange = Object.keys(consoleMessages.en).filter((key) => !keycloaksKeys.has(key));
  expect(strange.toSorted()).toEqual(ourOwnKeys.toSorted());
});

test("has words of our own for all that the pages we offer can say", () => {
  const asked = Object.entries(files)
    .filter(([name]) => name.endsWith(".map"))
    .flatMap(([, map]) => sourcesOf(map))
    .filter(([name]) => /\/src\/(account-security|personal-info|root)\/|ui-shared/.test(name))
    .flatMap(([name, code]) => {
      // Of what the consoles share, this one has its header alone; its code is minified.
      const said = name.includes("ui-shared")
        ? headerOf(code).matchAll(/\bC\("([^"]+)"/g)
        : code.matchAll(/\bt\(\s*"([^"]+)"/g);
      return [...said].map(([, key = ""]) => key);
    });
  expect(asked, "the console's code is found").toContain("signedInDevicesExplanation");
  const ours = new Set<string>([...Object.keys(consoleMessages.en), ...neverShown]);
  expect([...new Set(asked)].filter((key) => !ours.has(key))).toEqual([]);
});

describe.each(languages.map(({ tag }) => tag).filter((tag) => tag !== "en"))("%s", (language) => {
  const words = Object.entries(consoleMessages[language]);
  const english: Record<string, string> = consoleMessages.en;

  test("says nothing in English", () => {
    const same = words.filter(([key, text]) => text === english[key] && !sameInEnglish.test(key));
    expect(same).toEqual([]);
  });

  test("uses the same arguments as English", () => {
    const unequal = words.filter(([key, text]) => placesIn(text) !== placesIn(english[key] ?? ""));
    expect(unequal).toEqual([]);
  });
});

test.each(languages)("$name calls the linked accounts as the sign-in pages do", ({ tag }) => {
  expect(screenMessages[tag].linkUnknownThenLink).toContain(consoleMessages[tag].linkedAccounts);
});

test("the server's own sentences go through MessageFormat, the console's do not", () => {
  const written = writtenMessages("fr", "L'École");
  expect(written.federatedIdentityRemovingLastProviderMessage).toContain("d''abord");
  expect(written.accountUpdatedMessage).toBe("C'est enregistré.");
  expect(written.logo).toBe("L'École");
});

/** Arguments and places for elements, e.g. `<0>,{{date}}`. */
function placesIn(text: string): string {
  const places = text.match(/\{\{\w+\}\}|<\/?\d>/g) ?? [];
  return [...places.toSorted(), argumentsOf(text)].join();
}

function sourcesOf(map: string): [name: string, code: string][] {
  const { sources, sourcesContent = [] } = JSON.parse(map) as {
    sources: string[];
    sourcesContent?: (string | null)[];
  };
  return sources.map((name, index) => [name, sourcesContent[index] ?? ""]);
}

/** The part of the consoles' shared code that draws the header. */
function headerOf(shared: string): string {
  const start = shared.indexOf("hasLogout");
  return shared.slice(start, shared.indexOf("ErrorBoundaryContext", start));
}
