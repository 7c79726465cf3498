import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import { UserError } from "../errors.ts";

/** The oldest Keycloak that portail works with: older ones have holes that this portal relies on being closed. */
export const oldestVersion = "26.7.4";

/** The newest line of versions that portail has been tried with. */
const triedLine = "26.7";

/**
 * What a server's version means: `old` lacks security fixes, `too old` does not know all that
 * portail speaks of, `untried` is newer than any that portail has been tried with.
 */
export function versionVerdict(version: string): "supported" | "old" | "too old" | "untried" {
  const line = version.split(".").slice(0, 2).join(".");
  if (isBefore(line, triedLine)) return "too old";
  if (isBefore(triedLine, line)) return "untried";
  return isBefore(version, oldestVersion) ? "old" : "supported";
}

/** The server's version, as far as the account may see it: one of a realm of its own may not. */
export async function readVersion(client: KeycloakAdminClient): Promise<string | undefined> {
  const { systemInfo } = await client.serverInfo.find();
  return systemInfo?.version;
}

/**
 * Refuses a server that can't be worked with.
 *
 * @throws {UserError} `SERVER_TOO_OLD`
 */
export function ensureNotTooOld(url: string, version: string | undefined): void {
  if (version === undefined || versionVerdict(version) !== "too old") return;
  throw new UserError(
    "SERVER_TOO_OLD",
    `${url} is Keycloak ${version}, expected ${oldestVersion} or a newer ${triedLine}`,
    "Update Keycloak first; it keeps its realms.",
  );
}

/** What somebody should know who works on a server of this version; nothing of most. */
export function versionWarning(version: string | undefined): string | undefined {
  if (version === undefined) return undefined;
  const verdict = versionVerdict(version);
  if (verdict === "old") {
    return `Keycloak ${version} lacks security fixes that this portal relies on: update it to ${oldestVersion}.`;
  }
  if (verdict === "untried") {
    return `Keycloak ${version} is newer than any that portail has been tried with (${triedLine}).`;
  }
  return undefined;
}

function isBefore(version: string, other: string): boolean {
  return version.localeCompare(other, "en", { numeric: true }) < 0;
}
