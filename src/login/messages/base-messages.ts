import { readFile } from "node:fs/promises";
import path from "node:path";
import { unzipSync } from "fflate";
import { keycloakVersion } from "../../../scripts/server/version.ts";
import { fromMessageFormat } from "./message-format.ts";
import { parseProperties } from "./properties.ts";

/** The kinds of theme that have messages of their own. */
export type ThemeType = "login" | "email" | "account";

/**
 * The messages of Keycloak's `base` theme, which ours falls back to.
 *
 * @param distributionFolder the unpacked distribution
 * @returns for a language its messages by key, as a person reads them, arguments as `{0}`
 */
export async function baseMessages(
  distributionFolder: string,
  type: ThemeType,
): Promise<(language: string) => Record<string, string>> {
  const jar = path.join(
    distributionFolder,
    `lib/lib/main/org.keycloak.keycloak-themes-${keycloakVersion}.jar`,
  );
  const folder = `theme/base/${type}/messages/`;
  const files = unzipSync(await readFile(jar), { filter: ({ name }) => name.startsWith(folder) });
  return (language) => {
    const file = files[`${folder}messages_${language}.properties`];
    if (file === undefined) throw new Error(`Keycloak has no ${type} messages in "${language}"`);
    const entries = Object.entries(parseProperties(new TextDecoder().decode(file)));
    return Object.fromEntries(entries.map(([key, text]) => [key, fromMessageFormat(text)]));
  };
}
