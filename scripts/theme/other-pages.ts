import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const keycloakify = join(import.meta.dirname, "../../node_modules/keycloakify/src/login");

/** Calls such as `msg("doLogIn")` in Keycloakify's pages. */
const messageCall = /\b(?:advancedM|m)sg(?:Str)?\(\s*"([^"]+)"/g;

/**
 * The messages that Keycloakify's own version of a page shows, read from its source: the server
 * sends the browser these and no others.
 *
 * @param pageId Keycloak's name of the page, e.g. `login-otp.ftl`
 * @returns keys of Keycloak's messages; none for a page that Keycloakify does not have
 */
export function otherPageMessageKeys(pageId: string): string[] {
  const component = pageId
    .replace(/\.ftl$/, "")
    .replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  const page = join(keycloakify, "pages", `${component}.tsx`);
  if (!existsSync(page)) return [];
  const source = readFileSync(page, "utf8");
  const sources = source.includes("UserProfileFormFields")
    ? [
        source,
        read("UserProfileFormFields.tsx"),
        read("lib/useUserProfileForm.tsx"),
        read("lib/getUserProfileApi/getUserProfileApi.ts"),
      ]
    : [source];
  const keys = sources.flatMap((text) =>
    [...text.matchAll(messageCall)].map((match) => match[1] as string),
  );
  return [...new Set([...keys, "doTryAnotherWay", "loginTitle"])];
}

function read(file: string): string {
  return readFileSync(join(keycloakify, file), "utf8");
}
