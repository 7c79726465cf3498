import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import type { School } from "../config/schema.ts";
import { UserError } from "../errors.ts";
import { type Connection, connect } from "../keycloak/connection.ts";
import { askingServer } from "../keycloak/server-error.ts";
import { schoolClientId } from "../realm/school.ts";

/**
 * Makes sure that a school's application has a secret, before the server is asked.
 *
 * @throws {UserError} `SCHOOL_HAS_NO_SECRET`
 */
export function requireConfidential({ id, application }: School): void {
  if (application.type === "confidential") return;
  throw new UserError(
    "SCHOOL_HAS_NO_SECRET",
    `the application of "${id}" is public: it has no secret`,
    "It signs people in with PKCE alone. An application on a server can be made confidential: change application.type in the school's file and run portail apply.",
  );
}

/**
 * The secret that Keycloak made for a school's application.
 *
 * @param realm the realm's name
 * @throws {UserError} `SCHOOL_NOT_APPLIED`, and what the server may say
 */
export function clientSecret(
  school: School,
  connection: Connection,
  realm: string,
): Promise<string> {
  return secretFrom(school, connection, realm, async ({ clients }, id) => {
    return (await clients.getClientSecret({ id })).value;
  });
}

/**
 * Lets Keycloak make a new secret for a school's application. The old one is void from then on.
 *
 * @param realm the realm's name
 * @throws {UserError} `SCHOOL_NOT_APPLIED`, and what the server may say
 */
export function newClientSecret(
  school: School,
  connection: Connection,
  realm: string,
): Promise<string> {
  return secretFrom(school, connection, realm, async ({ clients }, id) => {
    return (await clients.generateNewClientSecret({ id })).value;
  });
}

async function secretFrom(
  school: School,
  connection: Connection,
  realm: string,
  ask: (client: KeycloakAdminClient, id: string) => Promise<string | undefined>,
): Promise<string> {
  const clientId = schoolClientId(school.id);
  const secret = await askingServer(connection, async () => {
    const client = await connect(connection, realm);
    const [found] = await client.clients.find({ clientId });
    if (found?.id === undefined || found.publicClient) return undefined;
    return ask(client, found.id);
  });
  if (secret) return secret;
  throw new UserError(
    "SCHOOL_NOT_APPLIED",
    `the realm "${realm}" on ${connection.url} has no confidential client "${clientId}" yet`,
    "Run portail apply, then this command again.",
  );
}
