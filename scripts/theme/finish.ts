import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Language } from "../../src/login/messages/index.ts";
import { type Brand, brandFolders, brandLink, readBrand } from "./brand.ts";
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
      const styles = entryStyles(join(login, "resources/dist"));
      for (const file of readdirSync(login).filter((name) => name.endsWith(".ftl"))) {
        const path = join(login, file);
        writeFileSync(path, finishPage(readFileSync(path, "utf8"), file, brand, styles, drawing));
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

/** Puts the drawn page, its context, its messages and the brand's colours into a page of Keycloakify's. */
function finishPage(
  template: string,
  pageId: string,
  brand: Brand,
  styles: string,
  drawing: Drawing,
): string {
  const isDrawn = pageId in drawing.drawnPages;
  const page = drawing.drawPage(pageId, isDrawn ? [] : otherPageMessageKeys(pageId));
  const scripts = [`window.portalMessages=${page.messages};`];
  if (page.context !== undefined) scripts.unshift(contextScript(pageId, page.context));
  const finished = fill(template, {
    "%PORTAL_TITLE%": page.title,
    "<!--PORTAL_PAGE-->": page.markup,
    // Styles stand in the page itself: fetching them would cost a phone one more round trip before
    // it shows anything.
    "<!--PORTAL_HEAD-->": [
      `<style>${brandColors(brand)}${styles}</style>`,
      `<link rel="icon" type="image/svg+xml" href="\${url.resourcesPath}/brand/icon.svg">`,
      `<script><#outputformat "JavaScript">${scripts.join("")}</#outputformat></script>`,
    ].join("\n"),
  }).replace(/<link rel="stylesheet"[^>]*>/, "");
  return isDrawn ? withoutKeycloakifyContext(finished) : finished;
}

/** The context of a page that is drawn: what it reads, and what Keycloakify's loader needs. */
function contextScript(pageId: string, context: string): string {
  return [
    `window.kcContext=${context};`,
    `kcContext.pageId=${JSON.stringify(pageId)};`,
    'kcContext.themeType="login";',
    'kcContext["x-keycloakify"]={messages:{},resourcesPath:kcContext.url.resourcesPath};',
  ].join("");
}

/**
 * Takes Keycloakify's own context out of a page: the server would write all it knows into it, and
 * thirty thousand characters of FreeMarker to do so.
 */
function withoutKeycloakifyContext(page: string): string {
  const context =
    /(<script>\s*)(<#assign xKeycloakify=[\s\S]*?)const kcContext = [\s\S]*?<\/script>/;
  if (!context.test(page)) throw new Error("Keycloakify writes its context in another way now");
  return page.replace(context, (_, __, assignments: string) => assignments);
}

/**
 * The style sheet that every page loads, as the build has made it.
 *
 * @param dist folder of the build's files, with the page that names them
 */
function entryStyles(dist: string): string {
  const page = readFileSync(join(dist, "index.html"), "utf8");
  const file = /<link rel="stylesheet"[^>]* href="\/?([^"]+)"/.exec(page)?.[1];
  if (file === undefined) throw new Error("index.html loads no style sheet any more");
  const styles = readFileSync(join(dist, file), "utf8").trim();
  if (/\$\{|<#|<\//.test(styles))
    throw new Error("A style sheet must not look like FreeMarker or HTML");
  return styles;
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
