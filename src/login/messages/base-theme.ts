import { readFile } from "node:fs/promises";
import path from "node:path";
import { unzipSync } from "fflate";
import { keycloakVersion } from "../../../scripts/server/version.ts";
import { fromMessageFormat } from "./message-format.ts";
import { parseProperties } from "./properties.ts";

/** The kinds of theme that have messages of their own. */
export type ThemeType = "login" | "email" | "account";

/**
 * The files of Keycloak's `base` theme, which ours falls back to.
 *
 * @param distributionFolder the unpacked distribution
 * @returns content of each file by its path in the theme of that type, e.g. `html/password-reset.ftl`
 */
export async function baseThemeFiles(
  distributionFolder: string,
  type: ThemeType,
): Promise<Record<string, string>> {
  const jar = path.join(
    distributionFolder,
    `lib/lib/main/org.keycloak.keycloak-themes-${keycloakVersion}.jar`,
  );
  const folder = `theme/base/${type}/`;
  const files = unzipSync(await readFile(jar), {
    filter: ({ name }) => name.startsWith(folder) && /\.(ftl|properties)$/.test(name),
  });
  return Object.fromEntries(
    Object.entries(files).map(([name, content]) => [
      name.slice(folder.length),
      new TextDecoder().decode(content),
    ]),
  );
}

/**
 * The messages of Keycloak's `base` theme in one language, by key, as a person reads them, arguments
 * as `{0}`.
 *
 * @param files of the theme, see {@link baseThemeFiles}
 * @throws Error when Keycloak does not speak that language
 */
export function baseMessages(
  files: Record<string, string>,
  language: string,
): Record<string, string> {
  const file = files[`messages/messages_${language}.properties`];
  if (file === undefined) throw new Error(`Keycloak has no messages in "${language}"`);
  const entries = Object.entries(parseProperties(file));
  return Object.fromEntries(entries.map(([key, text]) => [key, fromMessageFormat(text)]));
}
