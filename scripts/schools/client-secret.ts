import type { School } from "../config/schema.ts";
import { UserError } from "../errors.ts";
import { type Connection, connect } from "../keycloak/connection.ts";
import { askingServer } from "../keycloak/server-error.ts";
import { schoolClientId } from "../realm/school.ts";

/**
 * The secret that Keycloak made for a school's application.
 *
 * @param realm the realm's name
 * @throws {UserError} `SCHOOL_HAS_NO_SECRET`, before the server is asked; `SCHOOL_NOT_APPLIED`, and
 *   what the server may say
 */
export async function clientSecret(
  school: School,
  connection: () => Connection,
  realm: string,
): Promise<string> {
  if (school.application.type === "public") {
    throw new UserError(
      "SCHOOL_HAS_NO_SECRET",
      `the application of "${school.id}" is public: it has no secret`,
      "It signs people in with PKCE alone. An application on a server can be made confidential: change application.type in the school's file and run portail apply.",
    );
  }
  const server = connection();
  const clientId = schoolClientId(school.id);
  const secret = await askingServer(server, async () => {
    const { clients } = await connect(server, realm);
    const [found] = await clients.find({ clientId });
    if (found?.id === undefined || found.publicClient) return undefined;
    return (await clients.getClientSecret({ id: found.id })).value;
  });
  if (secret) return secret;
  throw new UserError(
    "SCHOOL_NOT_APPLIED",
    `the realm "${realm}" on ${server.url} has no confidential client "${clientId}" yet`,
    "Run portail apply, then this command again.",
  );
}
