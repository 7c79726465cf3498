import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Language } from "../../src/login/messages/index.ts";
import { type Brand, brandFolders, brandLink, readBrand } from "./brand.ts";
import { brandColors, type Drawing, finishPage } from "./finish-page.ts";

type Messages = typeof import("../../src/login/messages/index.ts");
type Properties = typeof import("../../src/login/messages/properties.ts");
type Emails = typeof import("../../src/emails/render.tsx");
type AccountConsole = typeof import("../../src/account-console/theme.ts");

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
 * the drawn pages, the messages, the e-mails, the account console's theme and the brand into each.
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
    const { accountConsoleTheme } = (await server.ssrLoadModule(
      "/src/account-console/theme.ts",
    )) as AccountConsole;

    for (const brand of brandFolders().map(readBrand)) {
      const login = join(resources, "theme", brand.id, "login");
      const dist = join(login, "resources/dist");
      const styles = {
        index: entryStyles(dist),
        "second-factor": builtStyles(dist, "second-factor"),
      };
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
      const { name, images } = brand;
      const account = accountConsoleTheme({ name, images, colors: brandColors(brand) });
      write(join(resources, "theme", brand.id, "account"), Object.entries(account));
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

/**
 * The style sheet that every page loads, as the build has made it.
 *
 * @param dist folder of the build's files, with the page that names them
 */
function entryStyles(dist: string): string {
  const page = readFileSync(join(dist, "index.html"), "utf8");
  const file = /<link rel="stylesheet"[^>]* href="\/?([^"]+)"/.exec(page)?.[1];
  if (file === undefined) throw new Error("index.html loads no style sheet any more");
  return inlined(readFileSync(join(dist, file), "utf8"));
}

/**
 * A style sheet that some pages have besides; nothing loads it from where the build has put it.
 *
 * @param name as the build's input names it, in `vite.config.ts`
 */
function builtStyles(dist: string, name: string): string {
  const assets = join(dist, "assets");
  const files = readdirSync(assets).filter(
    (file) => file.startsWith(`${name}-`) && file.endsWith(".css"),
  );
  const [file] = files;
  if (file === undefined || files.length > 1)
    throw new Error(`The build has made ${files.length} style sheets "${name}" instead of one`);
  const path = join(assets, file);
  const styles = inlined(readFileSync(path, "utf8"));
  rmSync(path);
  return styles;
}

function inlined(sheet: string): string {
  const styles = sheet.trim();
  if (/\$\{|<#|<\//.test(styles))
    throw new Error("A style sheet must not look like FreeMarker or HTML");
  return styles;
}

function write(folder: string, files: [name: string, content: string | Buffer][]): void {
  for (const [name, content] of files) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
}
