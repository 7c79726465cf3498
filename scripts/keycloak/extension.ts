import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import { legacyCredentialType } from "../realm/legacy.ts";

/** What Keycloak says of itself. */
type ServerInfo = Awaited<ReturnType<KeycloakAdminClient["serverInfo"]["find"]>>;

/**
 * The version of the portal's extension that a server has, as `extensionVersion` names it; ""
 * where it was built without one.
 *
 * @returns `null` where the server has no such extension
 */
export function deployedExtension({ providers }: Pick<ServerInfo, "providers">): string | null {
  // One of its providers tells it for all of them, which are in one JAR.
  const provider = providers?.credential?.providers[legacyCredentialType];
  return provider ? (provider.operationalInfo?.version ?? "") : null;
}
