import { beforeAll, describe, expect, test } from "vitest";
import { unpackedDistribution } from "../../scripts/server/distribution.ts";
import { keycloakVersion } from "../../scripts/server/version.ts";
import { silentTeller } from "../../scripts/terminal.ts";
import { fillIn } from "../login/freemarker/fill-in.fixture.ts";
import { argumentsOf } from "../login/messages/arguments.ts";
import { baseMessages, baseThemeFiles } from "../login/messages/base-theme.ts";
import { languages } from "../login/messages/index.ts";
import { fromMessageFormat } from "../login/messages/message-format.ts";
import { parseProperties } from "../login/messages/properties.ts";
import { invitingAttribute, invitingValue } from "./invitation.ts";
import { emailMessages } from "./messages/index.ts";
import { mails, renderEmails, settings } from "./render.tsx";

const palette = { accent: "#1459c7", accentText: "#ffffff", link: "#1459c7" };
const brand = { name: "iT.SCHOOL", colors: { light: palette, dark: palette } };
const privacyUrl = {
  fr: "https://school.example/fr",
  nl: "https://school.example/nl",
  de: "https://school.example/de",
  en: "https://school.example/en",
};
const files = renderEmails(brand, privacyUrl);
const names = mails.map(({ name }) => name);

/** Texts that are rightly the same in English and in another language. */
const sameInEnglish: Record<string, RegExp> = {
  "the international word": /^credentialType\.webauthn(-passwordless)?$/,
};

let base: Record<string, string>;

beforeAll(async () => {
  const distribution = await unpackedDistribution(keycloakVersion, silentTeller);
  base = await baseThemeFiles(distribution, "email");
}, 600_000);

test("has a template for every mail that Keycloak has, so that no stock mail is ever sent", () => {
  const keycloaks = Object.keys(base).filter((file) => /^(html|text)\//.test(file));
  const missing = keycloaks.filter((file) => !(file in files));
  expect(missing).toEqual(["html/template.ftl"]);
});

describe.each(names)("%s", (name) => {
  const html = files[`html/${name}.ftl`] ?? "";
  const text = files[`text/${name}.ftl`] ?? "";

  test("says the same in HTML and in plain text", () => {
    const inHtml = messageKeys(html).filter((key) => key !== "linkFallback");
    expect(messageKeys(text)).toEqual(inHtml);
  });

  test("loads nothing from elsewhere", () => {
    expect(html).not.toMatch(/<img|<link|src=|url\(|@import|http/);
  });

  test("says which language it is in", () => {
    expect(html).toContain(`<html lang="\${locale.language}">`);
  });

  test("escapes values in HTML and leaves them as they are in plain text", () => {
    expect(text.split("\n")[0]).toBe('<#ftl output_format="plainText">');
    expect(html).not.toMatch(/no_esc|noautoesc|output_format/);
  });
});

test("resets a password by a button, by a written-out link, and tells how long it works", () => {
  const html = files["html/password-reset.ftl"];
  expect(html).toMatch(/<a [^>]*href="\$\{link\}"[^>]*>\$\{msg\("passwordResetButton"\)\}<\/a>/);
  expect(html).toMatch(/<a [^>]*href="\$\{link\}"[^>]*>\$\{link\}<\/a>/);
  const text = files["text/password-reset.ftl"];
  expect(text).toContain(`\${msg("passwordResetButton")}\n\${link}\n`);
  expect(text).toContain('msg("linkValidity", linkExpirationFormatter(linkExpiration))');
  expect(message("fr", "passwordResetButton")).toBe("Réinitialiser mon mot de passe");
});

test("says all there is to read before the long address", () => {
  for (const [file, content] of Object.entries(files)) {
    if (!file.startsWith("html/")) continue;
    for (const [, after = ""] of content.matchAll(/linkFallback(.*?)(?:<#|footerOrigin)/gs)) {
      expect(messageKeys(after), file).toEqual([]);
    }
  }
});

test("names nobody in the mail to an address that is not proven yet", () => {
  expect(files["html/email-update-confirmation.ftl"]).not.toContain("user.");
});

test("never hands a person's name to Keycloak's messages, which would read ${…} in it", () => {
  const asked = Object.values(files).filter((file) => /msg\([^)]*(firstName|username)/.test(file));
  expect(asked).toEqual([]);
});

describe("the mail that links an account at Microsoft", () => {
  const account = `<b>"O'Brien" & \u202Eeltit {0} {1} \${msg("x")}`;
  const asked = {
    locale: { language: "fr" },
    user: {},
    identityProviderContext: { username: account },
    identityProviderDisplayName: "Microsoft",
    link: "https://portal.example/link",
    linkExpiration: 60,
  };
  let sent: [html: string, text: string];
  /** As Keycloak alone sends it, which does not tell when the link was asked for. */
  let sentByKeycloak: [html: string, text: string];
  beforeAll(async () => {
    const [html = "", text = "", ...byKeycloak] = await filledIn("identity-provider-link", [
      { ...asked, linkRequestedAt: "23/11/2026 07:02" },
      asked,
    ]);
    sent = [html, text];
    sentByKeycloak = [byKeycloak[0] ?? "", byKeycloak[1] ?? ""];
  }, 600_000);

  test("says who asked and when, by a name that stays a name", () => {
    const [html, text] = sent;
    expect(text).toContain(
      `Le 23/11/2026 07:02, une personne qui s'est connectée chez Microsoft avec le compte ${account} a demandé de l'associer à votre compte iT.SCHOOL.`,
    );
    expect(html).toContain("Le 23/11/2026 07:02, une personne");
    expect(html).toMatch(
      /avec le compte <bdi>&lt;b&gt;&quot;O&#39;Brien&quot; &amp; \u202Eeltit \{0} \{1} \$\{msg\(&quot;x&quot;\)}<\/bdi> a demandé/,
    );
  });

  test("says before the button what a click does, and to ignore it if one did not ask", () => {
    for (const mail of sent) {
      const [said = ""] = mail.split("Associer mon compte Microsoft");
      expect(said).toContain("ouvre votre compte iT.SCHOOL, sans votre mot de passe");
      expect(said).toContain("Ne cliquez pas et ignorez ce message");
    }
  });

  test("says who asked where Keycloak alone sends it, which does not tell when", () => {
    for (const mail of sentByKeycloak) {
      expect(mail).toContain("Une personne qui s");
      expect(mail).toContain("Associer mon compte Microsoft");
    }
  });
});

describe("the mail that asks for the first password", () => {
  const school = `<b>École "O'Brien" & \${msg("x")} {0}`;
  const asked = {
    locale: { language: "fr" },
    user: {
      firstName: `<script>\${7*7}</script>`,
      email: "o'brien+{0}@example.org",
      attributes: { [invitingAttribute]: invitingValue({ id: "obrien", name: school }) },
    },
    requiredActions: ["UPDATE_PASSWORD"],
    link: "https://portal.example/link?key=abc",
    linkExpiration: 60,
  };
  const sent = {} as Record<"invitation" | "more" | "byAdministrator" | "oddly", string[]>;
  beforeAll(async () => {
    const mails = await filledIn("executeActions", [
      asked,
      { ...asked, requiredActions: ["UPDATE_PASSWORD", "CONFIGURE_TOTP"] },
      { ...asked, user: { attributes: {} } },
      { ...asked, user: { attributes: {} }, requiredActions: undefined },
    ]);
    for (const [index, kind] of (
      ["invitation", "more", "byAdministrator", "oddly"] as const
    ).entries()) {
      sent[kind] = mails.slice(2 * index, 2 * index + 2);
    }
  }, 600_000);

  test("is an invitation by the school, whose name stays a name", () => {
    const [html, text] = sent.invitation;
    expect(text).toContain(`Bonjour <script>\${7*7}</script>,`);
    expect(text).toContain(`${school} utilise désormais iT.SCHOOL : un seul compte`);
    expect(text).toContain("indiquez cette adresse : o'brien+{0}@example.org");
    expect(html).toContain(
      "<bdi>&lt;b&gt;École &quot;O&#39;Brien&quot; &amp; ${msg(&quot;x&quot;)} {0}</bdi> utilise",
    );
    expect(html).not.toMatch(/<script|<b>/);
  });

  test("leads by its one link to the first password, and back to the school if that has expired", () => {
    const link = "https://portal.example/link?key=abc&client_id=school-obrien";
    const [html = "", text] = sent.invitation;
    expect(text).toContain(`\nCréer mon mot de passe\n${link}\n`);
    const addresses = [...html.matchAll(/href="([^"]*)"/g)].map(([, address]) => address);
    const escaped = link.replace("&", "&amp;");
    expect(addresses).toEqual([escaped, escaped, privacyUrl.fr]);
    for (const mail of sent.invitation) expect(mail).not.toContain("Choisir un mot de passe");
  });

  test("lists what is to be done where it is more, or where no school invites", () => {
    for (const mail of [...sent.more, ...sent.byAdministrator, ...sent.oddly]) {
      expect(mail).toContain("il vous reste à faire ceci");
      expect(mail).not.toContain("Créer mon mot de passe");
      expect(mail).not.toContain("client_id");
    }
    expect(sent.more[1]).toContain("- Choisir un mot de passe\n- Installer une application");
  });
});

test("writes the brand's name as a value, whatever it is made of", () => {
  const odd = renderEmails({ ...brand, name: `L'"École" <b> \${x}` }, privacyUrl);
  expect(odd["html/email-test.ftl"]).toContain(`<title>\${"L'\\"École\\" <b> $\\{x}"}</title>`);
});

describe.each(languages.map(({ tag }) => tag))("%s", (language) => {
  test("has every word that Keycloak asks the theme for", () => {
    const asked = Object.keys(baseMessages(base, "en")).filter((key) =>
      /Subject$|^requiredAction\.|^linkExpirationFormatter\.|^account\w+NotificationBody$/.test(
        key,
      ),
    );
    expect(asked.filter((key) => message(language, key) === undefined)).toEqual([]);
  });

  test("has no word that no mail says", () => {
    const said = new Set(Object.values(files).flatMap(messageKeys));
    const byKeycloak =
      /Subject$|^(requiredAction|linkExpirationFormatter|credentialType)\.|NotificationBody$/;
    const unused = Object.keys(emailMessages[language]).filter(
      (key) => !said.has(key) && !byKeycloak.test(key),
    );
    expect(unused).toEqual([]);
  });

  test("uses the same arguments as English", () => {
    const unequal = Object.entries(emailMessages.en)
      .filter(([key, text]) => argumentsOf(message(language, key)) !== argumentsOf(text))
      .map(([key]) => key);
    expect(unequal).toEqual([]);
  });

  test("links to the brand's page on data protection", () => {
    expect(message(language, "privacyUrl")).toBe(privacyUrl[language]);
  });
});

test.each(["fr", "nl", "de"])("%s says nothing in English", (language) => {
  const english = Object.entries(emailMessages.en)
    .filter(([key, text]) => message(language, key) === text.replaceAll("{brand}", brand.name))
    .map(([key]) => key)
    .filter((key) => !Object.values(sameInEnglish).some((allowed) => allowed.test(key)));
  expect(english).toEqual([]);
});

/** A mail in French as it is sent with each data given: in HTML, then in plain text. */
async function filledIn(name: string, datas: Record<string, unknown>[]): Promise<string[]> {
  const patterns = parseProperties(files["messages/messages_fr.properties"] ?? "");
  const messages = Object.entries(patterns).map(([key, text]) => [key, fromMessageFormat(text)]);
  // Keycloak gives templates this function; here it needs no words.
  const formatter = "<#function linkExpirationFormatter minutes><#return minutes?c></#function>";
  return fillIn(
    datas.flatMap((data) =>
      [`html/${name}.ftl`, `text/${name}.ftl`].map((file) => ({
        template: (files[file] ?? "").replace(settings, `${settings}${formatter}`),
        data,
        messages: Object.fromEntries(messages),
      })),
    ),
  );
}

/** A text as Keycloak reads it from the theme. */
function message(language: string, key: string): string | undefined {
  const pattern = parseProperties(files[`messages/messages_${language}.properties`] ?? "")[key];
  return pattern === undefined ? undefined : fromMessageFormat(pattern);
}

function messageKeys(template: string): string[] {
  const keys = [...template.matchAll(/msg\("([^"]+)"[,)]/g)].map(([, key]) => key ?? "");
  return [...new Set(keys)].toSorted();
}
