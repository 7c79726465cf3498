import type { Brand } from "./brand.ts";
import { otherPageMessageKeys } from "./other-pages.ts";

/** What draws pages; only Vite can load it, since it is written in JSX. */
export type Drawing = typeof import("../../src/login/prerender.tsx");

/**
 * Puts the drawn page, its context, its messages and the brand's colours into a page of Keycloakify's.
 *
 * @param template FreeMarker of the page, as Keycloakify has made it from index.html
 * @param pageId Keycloak's name of the page, e.g. `login.ftl`
 * @param styles the theme's style sheets by name: `index` is every page's
 */
export function finishPage(
  template: string,
  pageId: string,
  brand: Brand,
  styles: Readonly<Record<string, string>>,
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
      `<style>${brandColors(brand)}${styles.index}${page.styles ? styles[page.styles] : ""}</style>`,
      `<link rel="icon" type="image/svg+xml" href="\${url.resourcesPath}/brand/icon.svg">`,
      `<script><#outputformat "JavaScript">${scripts.join("")}</#outputformat></script>`,
      ...(isDrawn ? [] : [importMap]),
    ].join("\n"),
  }).replace(/<link rel="stylesheet"[^>]*>/, "");
  return isDrawn ? withoutKeycloakifyContext(finished) : finished;
}

/**
 * Where Keycloak's own scripts for passkeys find what they import, as in its base theme. A browser
 * takes it only ahead of the page's first module.
 */
const importMap =
  '<script type="importmap">{"imports":{"rfc4648":"${url.resourcesCommonPath}/vendor/rfc4648/rfc4648.js"}}</script>';

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

/** The brand's colours as custom properties, which `palette.css` reads. */
export function brandColors({ colors }: Brand): string {
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
