import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Brand, Language } from "./brand.ts";
import { brandFolders, brandLink, readBrand } from "./brand.ts";
import { otherPageMessageKeys } from "./other-pages.ts";

type Drawing = typeof import("../../src/login/prerender.tsx");
type Messages = typeof import("../../src/login/messages/index.ts");
type Properties = typeof import("../../src/login/messages/properties.ts");
type Emails = typeof import("../../src/emails/render.tsx");

/**
 * Preact speaks React's language in a tenth of its bytes: parents load the sign-in page on a phone.
 * Components are written for React, and Storybook shows them with React.
 */
export const preactAlias = {
  "react-dom/client": "preact/compat/client",
  "react-dom/server": "preact/compat/server",
  "react-dom": "preact/compat",
  "react/jsx-runtime": "preact/compat/jsx-runtime",
  "react/jsx-dev-runtime": "preact/compat/jsx-dev-runtime",
  react: "preact/compat",
};

const languages: readonly Language[] = ["fr", "nl", "de", "en"];

/**
 * Keycloakify's last step, after it has made a theme for each brand and before it packs them: puts
 * the drawn pages, the messages, the e-mails and the brand into each theme.
 *
 * @param resources folder in which Keycloakify has put `theme/<brand>/login/…`
 * @param project root of the project
 */
export async function finishTheme(resources: string, project: string): Promise<void> {
  // Only Vite can load JSX. It is imported here, since vite.config.ts itself needs this module.
  const { createServer } = await import("vite");
  const server = await createServer({
    root: project,
    configFile: false,
    logLevel: "error",
    appType: "custom",
    server: { middlewareMode: true, hmr: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    // Pages are drawn by the library that takes them over, so that both agree on every detail.
    resolve: { alias: preactAlias },
  });
  try {
    const drawing = (await server.ssrLoadModule("/src/login/prerender.tsx")) as Drawing;
    const { messagesOf } = (await server.ssrLoadModule("/src/login/messages/index.ts")) as Messages;
    const { toProperties } = (await server.ssrLoadModule(
      "/src/login/messages/properties.ts",
    )) as Properties;
    const { renderEmails } = (await server.ssrLoadModule("/src/emails/render.tsx")) as Emails;

    for (const brand of brandFolders().map(readBrand)) {
      const login = join(resources, "theme", brand.id, "login");
      for (const file of readdirSync(login).filter((name) => name.endsWith(".ftl"))) {
        const path = join(login, file);
        writeFileSync(path, finishPage(readFileSync(path, "utf8"), file, brand, drawing));
      }
      rmSync(join(login, "messages"), { recursive: true, force: true });
      write(
        join(login, "messages"),
        languages.map((language) => [
          `messages_${language}.properties`,
          toProperties({ ...messagesOf(language), ...brandMessages(brand, language) }, brand.name),
        ]),
      );
      write(join(login, "resources/brand"), Object.entries(brand.images));
      // Keycloak's own scripts come from the server's base theme, always in the server's version;
      // its styles and fonts are not used, and nothing asks for the page they were made from.
      for (const unused of ["js", "css", "img", "resources-common", "dist/index.html"]) {
        rmSync(join(login, "resources", unused), { recursive: true, force: true });
      }
      writeFileSync(
        join(login, "theme.properties"),
        ["parent=keycloak", `locales=${languages.join(",")}`, ""].join("\n"),
      );
      const emails = renderEmails(brand, {
        fr: brandLink(brand, "privacy", "fr"),
        nl: brandLink(brand, "privacy", "nl"),
        de: brandLink(brand, "privacy", "de"),
        en: brandLink(brand, "privacy", "en"),
      });
      write(join(resources, "theme", brand.id, "email"), Object.entries(emails));
    }
  } finally {
    await server.close();
  }
}

/** What pages say of the brand in each language, by message key. */
function brandMessages(brand: Brand, language: Language): Record<string, string> {
  return {
    brandName: brand.name,
    termsUrl: brandLink(brand, "terms", language),
    privacyUrl: brandLink(brand, "privacy", language),
  };
}

/** Puts the drawn page, its messages and the brand's colours into a page of Keycloakify's. */
function finishPage(template: string, pageId: string, brand: Brand, drawing: Drawing): string {
  const page = drawing.drawPage(pageId);
  const keys = page.isWhole
    ? page.messageKeys
    : [...page.messageKeys, ...otherPageMessageKeys(pageId)];
  return fill(template, {
    "%PORTAL_TITLE%": page.title,
    "<!--PORTAL_PAGE-->": page.markup,
    "<!--PORTAL_HEAD-->": [
      `<style>${brandColors(brand)}</style>`,
      '<link rel="icon" type="image/svg+xml" href="${url.resourcesPath}/brand/icon.svg">',
      messagesScript([...new Set(keys)].sort()),
    ].join("\n"),
  });
}

/** Messages for the browser: FreeMarker writes each as a JavaScript string (`?c`). */
function messagesScript(keys: string[]): string {
  const entries = keys.map((key) => `${JSON.stringify(key)}:\${msg(${JSON.stringify(key)})?c}`);
  return `<script><#outputformat "JavaScript">window.portalMessages={${entries.join(",")}}</#outputformat></script>`;
}

function brandColors({ colors }: Brand): string {
  const properties = (mode: "light" | "dark", suffix: string) =>
    [
      `--brand-accent${suffix}:${colors[mode].accent}`,
      `--brand-accent-text${suffix}:${colors[mode].accentText}`,
      `--brand-link${suffix}:${colors[mode].link}`,
    ].join(";");
  return `:root{${properties("light", "")};${properties("dark", "-dark")}}`;
}

function fill(template: string, places: Record<string, string>): string {
  return Object.entries(places).reduce((text, [place, content]) => {
    if (!text.includes(place)) throw new Error(`index.html has no ${place} any more`);
    return text.replace(place, () => content);
  }, template);
}

/** Writes files into a folder; their names may lead into folders below it. */
function write(folder: string, files: [name: string, content: string | Buffer][]): void {
  for (const [name, content] of files) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
}
