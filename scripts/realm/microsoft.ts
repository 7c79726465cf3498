import type IdentityProviderRepresentation from "@keycloak/keycloak-admin-client/lib/defs/identityProviderRepresentation.js";
import type { PortalConfig } from "../config/schema.ts";

/** What the provider is called in a realm. */
export const microsoftAlias = "microsoft";

/**
 * Where Microsoft sends people back to, as it must stand in the application's registration there.
 *
 * @param issuer the realm's address, e.g. `https://login.example.org/realms/itschool`
 */
export function microsoftRedirectAddress(issuer: string): string {
  return `${issuer}/broker/${microsoftAlias}/endpoint`;
}

/** An identity provider as it should be, with its mappers. */
export type DesiredIdentityProvider = IdentityProviderRepresentation & {
  /** Part of every link and of the redirect address at the provider; it can't be changed. */
  readonly alias: string;
  readonly providerId: string;
};

/**
 * Keycloak's own provider for Microsoft accounts.
 *
 * Its addresses are never trusted: the owner of any tenant can give an account anybody's address.
 * What links an account is the mailbox that the school knows, and from then on Microsoft's id.
 *
 * @returns none where the configuration has no client id
 */
export function microsoft({ microsoft }: PortalConfig): DesiredIdentityProvider[] {
  if (microsoft?.clientId === undefined) return [];
  return [
    {
      alias: microsoftAlias,
      providerId: "microsoft",
      displayName: "Microsoft",
      enabled: true,
      trustEmail: false,
      storeToken: false,
      addReadTokenRoleOnCreate: false,
      linkOnly: false,
      hideOnLogin: false,
      // None of its own: a first sign-in goes through the realm's, which asks for the mailbox.
      firstBrokerLoginFlowAlias: "",
      config: {
        clientId: microsoft.clientId,
        clientSecret: microsoft.clientSecret,
        tenantId: microsoft.tenant,
        // What the school knows of a person is not replaced by what Microsoft says.
        syncMode: "IMPORT",
      },
    },
  ];
}
