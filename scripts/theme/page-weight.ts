import path from "node:path";
import { gzipSync } from "node:zlib";

/** What one page of a theme costs a browser that has nothing of it yet, in bytes on the wire. */
export interface PageWeight {
  /** The HTML, which Keycloak does not compress. */
  html: number;
  /** Each resource the page loads, compressed, by its path in the theme's `resources`. */
  resources: Record<string, number>;
  total: number;
}

/**
 * What the server adds to what stands in the theme, measured on Keycloak 26.7.4 and rounded up. The
 * page benchmark measures the page whole.
 */
const allowance = {
  /** Addresses, names and messages that FreeMarker writes into the sign-in page: 7.1 kB seen. */
  values: 12_000,
  /** Headers of the HTML, cookies included: 1.9 kB seen. */
  htmlHeaders: 2_000,
  /** Headers of one resource: 0.3 kB seen. */
  resourceHeaders: 400,
  /** `authChecker.js`, which Keycloak's base theme brings, with its headers: 1.3 kB seen. */
  authChecker: 1_500,
};

/**
 * Weighs a page by what its template names: scripts with all that they import at once, styles,
 * images, the icon. What a script imports later is not in it.
 *
 * @param theme files of the theme's folder `login` by path, e.g. `resources/dist/assets/index.js`
 * @param page the page's template, e.g. `login.ftl`
 * @throws Error when something the page loads is not in the theme
 */
export function pageWeight(theme: Record<string, Uint8Array>, page: string): PageWeight {
  const read = (file: string) => {
    const content = theme[file];
    if (content === undefined) throw new Error(`${page} loads ${file}, which is not in the theme`);
    return content;
  };
  const template = new TextDecoder().decode(read(page));
  const resources: Record<string, number> = {};
  const weigh = (resource: string) => {
    if (resource in resources) return;
    const content = read(path.posix.join("resources", resource));
    resources[resource] = gzipSync(content).byteLength + allowance.resourceHeaders;
    for (const next of loadedBy(resource, new TextDecoder().decode(content))) weigh(next);
  };
  for (const resource of namedBy(template)) weigh(resource);

  const html = sentPartOf(template) + allowance.values + allowance.htmlHeaders;
  const total = Object.values(resources).reduce((sum, bytes) => sum + bytes, html);
  return { html, resources, total: total + allowance.authChecker };
}

/** Resources in a template, such as `${url.resourcesPath}/brand/logo.svg`. */
function namedBy(template: string): string[] {
  const matches = template.matchAll(/\$\{[^}]*\bresourcesPath\b[^}]*\}\/([\w./-]+\.\w+)/g);
  return [...matches].flatMap(([, resource]) => resource ?? []);
}

/** What a script imports statically, and what a style sheet shows. */
function loadedBy(resource: string, content: string): string[] {
  const references = {
    ".js": /\b(?:import|from)\s*["'](\.[^"']+)["']/g,
    ".css": /\burl\(\s*["']?(?!data:)([^"')]+)/g,
  }[path.extname(resource)];
  if (references === undefined) return [];
  return [...content.matchAll(references)].flatMap(([, reference]) =>
    reference ? path.posix.join(path.posix.dirname(resource), reference) : [],
  );
}

/** Bytes of a template without what only FreeMarker reads. */
function sentPartOf(template: string): number {
  const sent = template
    .replaceAll(/<#--.*?-->/gs, "")
    .replaceAll(/<#(macro|function)\b.*?<\/#\1>/gs, "");
  return Buffer.byteLength(sent);
}
