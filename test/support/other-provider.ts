import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import { type Connection, connect } from "../../scripts/keycloak/connection.ts";

/** Another realm in the place of Microsoft: people sign in there, and are said to have an address. */
export interface OtherProvider {
  alias: string;
  /** Makes an account there; what it says of its address is believed by nobody here. */
  addPerson(email: string, password: string): Promise<void>;
  /** Links somebody's account there to an account here. */
  link(email: string, userId: string): Promise<void>;
}

/**
 * Opens another realm of the same Keycloak as an identity provider.
 *
 * @param client administrator of the realm that trusts it
 * @param name of the realm to make, and the provider's alias
 * @param flows the flows that the provider is bound to
 */
export async function openOtherProvider(
  client: KeycloakAdminClient,
  connection: Connection,
  name: string,
  flows: { postBrokerLoginFlowAlias?: string } = {},
): Promise<OtherProvider> {
  const issuer = `${connection.url}/realms/${name}`;
  const account = { clientId: "portal", secret: "not-a-secret" };
  const other = await connect(connection, name);
  await other.realms.create({ realm: name, enabled: true });
  await other.clients.create({
    ...account,
    redirectUris: [`${connection.url}/realms/${client.realmName}/broker/${name}/endpoint`],
  });
  await client.identityProviders.create({
    alias: name,
    providerId: "oidc",
    enabled: true,
    trustEmail: false,
    ...flows,
    config: {
      syncMode: "IMPORT",
      clientId: account.clientId,
      clientSecret: account.secret,
      clientAuthMethod: "client_secret_post",
      issuer,
      authorizationUrl: `${issuer}/protocol/openid-connect/auth`,
      tokenUrl: `${issuer}/protocol/openid-connect/token`,
      userInfoUrl: `${issuer}/protocol/openid-connect/userinfo`,
      jwksUrl: `${issuer}/protocol/openid-connect/certs`,
      useJwksUrl: "true",
      validateSignature: "true",
      defaultScope: "openid email profile",
    },
  });
  return {
    alias: name,
    async addPerson(email, password) {
      await other.users.create({
        username: email,
        email,
        emailVerified: true,
        enabled: true,
        firstName: "A",
        lastName: "B",
        credentials: [{ type: "password", value: password }],
      });
    },
    async link(email, userId) {
      const [there] = await other.users.find({ email, exact: true });
      await client.users.addToFederatedIdentity({
        id: userId,
        federatedIdentityId: name,
        federatedIdentity: { userId: there?.id, userName: email, identityProvider: name },
      });
    },
  };
}
