import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";

/** What Keycloak says of itself. */
type ServerInfo = Awaited<ReturnType<KeycloakAdminClient["serverInfo"]["find"]>>;

/** The providers of the portal's extension, by Keycloak's names of what they are for. */
const extensionProviders = {
  authenticator: ["school-sign-in"],
  credential: ["legacy-password"],
  "required-action": ["legacy-session", "school-membership"],
} as const;

/** The providers of the portal's extension that a server does not have: none where it is in place. */
export function missingFromExtension({ providers }: Pick<ServerInfo, "providers">): string[] {
  return Object.entries(extensionProviders).flatMap(([kind, names]) =>
    names.filter((name) => !Object.hasOwn(providers?.[kind]?.providers ?? {}, name)),
  );
}
