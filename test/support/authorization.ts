import type { Portal, School } from "./portal.ts";

/**
 * The address at which a school's application sends somebody to sign in, for stories in which the
 * application itself plays no part. What comes back ends at the application, which does not know of
 * it.
 *
 * @param parameters more of OpenID Connect's, e.g. `{ prompt: "login" }`
 */
export function authorizationUrl(
  portal: Pick<Portal, "issuer">,
  school: Pick<School, "clientId"> & { app: Pick<School["app"], "url"> },
  parameters: Record<string, string> = {},
): string {
  const url = new URL(`${portal.issuer}/protocol/openid-connect/auth`);
  url.search = new URLSearchParams({
    client_id: school.clientId,
    redirect_uri: `${school.app.url}/callback`,
    response_type: "code",
    scope: "openid",
    state: "a-state",
    // The example of RFC 7636, appendix B.
    code_challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
    code_challenge_method: "S256",
    ...parameters,
  }).toString();
  return url.href;
}
