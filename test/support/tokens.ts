import { authorizationUrl } from "./authorization.ts";
import type { KnownPerson, Portal, School } from "./portal.ts";
import { Visitor } from "./visitor.ts";

/** The example of RFC 7636, appendix B, whose challenge `authorizationUrl` sends. */
const codeVerifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

/** What the token endpoint answers an application with. */
export interface Tokens {
  access_token: string;
  id_token: string;
  refresh_token: string;
}

/** Asks for tokens, as an application does. @returns the status and what came with it */
export async function askForTokens(
  portal: Pick<Portal, "issuer">,
  form: Record<string, string>,
): Promise<{ status: number; body: Tokens & { error?: string } }> {
  const answer = await fetch(`${portal.issuer}/protocol/openid-connect/token`, {
    method: "POST",
    body: new URLSearchParams(form),
  });
  return { status: answer.status, body: (await answer.json()) as Tokens & { error?: string } };
}

/**
 * Signs somebody in at an application, and takes its tokens in its place.
 *
 * @param app where the application's addresses begin
 * @param visitor a browser to go on with; a new one without it
 */
export async function signedInTokens(
  portal: Portal,
  clientId: string,
  app: string,
  redirectUri: string,
  person: KnownPerson,
  visitor = new Visitor(app),
): Promise<Tokens> {
  const parameters = { redirect_uri: redirectUri, scope: "openid email profile" };
  await visitor.open(authorizationUrl(portal, { clientId, app: { url: app } }, parameters));
  if (!visitor.url.startsWith(redirectUri)) {
    await visitor.send({ username: person.email, password: person.password ?? "" });
  }
  const code = new URL(visitor.url).searchParams.get("code") ?? "";
  const { body } = await askForTokens(portal, {
    grant_type: "authorization_code",
    client_id: clientId,
    redirect_uri: redirectUri,
    code,
    code_verifier: codeVerifier,
  });
  return body;
}

/** The same at a school's application. */
export function signedInAtSchool(
  portal: Portal,
  school: School,
  person: KnownPerson,
  visitor?: Visitor,
): Promise<Tokens> {
  const redirect = `${school.app.url}/callback`;
  return signedInTokens(portal, school.clientId, school.app.url, redirect, person, visitor);
}
