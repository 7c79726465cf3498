import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const keycloakify = join(import.meta.dirname, "../../node_modules/keycloakify/src/login");

/**
 * How Keycloakify's pages name messages: in calls such as `msg("doLogIn")`, as the reason why a
 * field is refused, and as the label of a field (`"${passwordConfirm}"`).
 */
const messageKey =
  /[mM]sg(?:Str)?\(\s*"([^"]+)"|"([^"]+)" satisfies MessageKey|\["(\w+)"\] as const|"\$\{(\w+)\}"/g;

/** Those of what stands around each page's content, and of password fields. */
const everyPagesKeys = [
  "doTryAnotherWay",
  "hidePassword",
  "loginTitle",
  "restartLoginTooltip",
  "showPassword",
];

/**
 * The messages that Keycloakify's own version of a page shows, read from its source: the server
 * sends the browser these and no others.
 *
 * @param pageId Keycloak's name of the page, e.g. `terms.ftl`
 * @returns keys of Keycloak's messages; none for a page that Keycloakify does not have
 */
export function otherPageMessageKeys(pageId: string): string[] {
  const component = pageId
    .replace(/\.ftl$/, "")
    .replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  if (!exists(`pages/${component}.tsx`)) return [];
  const page = read(`pages/${component}.tsx`);
  const sources = [page];
  const script = `pages/${component}.useScript.tsx`;
  if (exists(script)) sources.push(read(script));
  if (page.includes("UserProfileFormFields")) {
    sources.push(
      read("UserProfileFormFields.tsx"),
      read("lib/useUserProfileForm.tsx"),
      read("lib/getUserProfileApi/getUserProfileApi.ts"),
    );
  }
  const keys = sources.flatMap((source) =>
    [...source.matchAll(messageKey)].map((match) => match.slice(1).find(Boolean) as string),
  );
  return [...new Set([...keys, ...everyPagesKeys])];
}

function exists(file: string): boolean {
  return existsSync(join(keycloakify, file));
}

function read(file: string): string {
  return readFileSync(join(keycloakify, file), "utf8");
}
