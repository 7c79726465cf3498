import type { School } from "../config/schema.ts";
import { accountAddress, schoolClientId } from "../realm/school.ts";

/** What the developer of a school's application needs to let people sign in through the portal. */
export interface ApplicationSettings {
  readonly id: string;
  /** The school's name. */
  readonly name: string;
  /** The portal's address for OpenID Connect; discovery begins there. */
  readonly issuer: string;
  readonly discovery: string;
  readonly clientId: string;
  /** A confidential application has a secret, a public one has none. */
  readonly type: "public" | "confidential";
  /** Compared letter by letter, like those after signing out. */
  readonly redirectUris: readonly string[];
  readonly postLogoutRedirectUris: readonly string[];
  /** Called when somebody signs out elsewhere; `null` when the application does not want to know. */
  readonly backchannelLogoutUri: string | null;
  /** The challenge method; a request without one is refused. */
  readonly pkce: "S256";
  readonly scope: string;
  /** What ID token and userinfo say of a person. */
  readonly claims: readonly Claim[];
  /** Where the browser is sent to, with what changes at each sign-in in braces. */
  readonly authorizationUrl: string;
  /** For a link to the person's account at the portal, which has a way back to the application. */
  readonly accountUrl: string;
}

/** One thing said of a person. */
export interface Claim {
  readonly claim: string;
  readonly meaning: string;
}

const scope = "openid profile email";

const claims: readonly Claim[] = [
  {
    claim: "sub",
    meaning: "the person's id; stays the same for good, also when the address changes",
  },
  { claim: "email", meaning: "the address the school knows" },
  { claim: "email_verified", meaning: "true once the mailbox was proven" },
  { claim: "given_name", meaning: "first name, where the school gave one" },
  { claim: "family_name", meaning: "last name, where the school gave one" },
  { claim: "name", meaning: "both names" },
  { claim: "preferred_username", meaning: "for display only: usually the address" },
  { claim: "locale", meaning: "the language the person reads: fr, nl, de or en" },
  {
    claim: "school_usernames",
    meaning: "list: the person's user names at this school before the portal",
  },
  { claim: "school_person_ids", meaning: "list: this school's own numbers for the person" },
];

/**
 * @param school whose application it is
 * @param issuer the realm's address, e.g. `https://login.example.org/realms/itschool`
 */
export function applicationSettings(school: School, issuer: string): ApplicationSettings {
  const { application } = school;
  const clientId = schoolClientId(school.id);
  return {
    id: school.id,
    name: school.name,
    issuer,
    discovery: `${issuer}/.well-known/openid-configuration`,
    clientId,
    type: application.type,
    redirectUris: application.redirects,
    postLogoutRedirectUris: application.afterSignOut,
    backchannelLogoutUri: application.backchannelLogout ?? null,
    pkce: "S256",
    scope,
    claims,
    authorizationUrl: authorizationUrl(issuer, clientId, application.redirects[0] ?? ""),
    accountUrl: accountAddress(issuer, clientId),
  };
}

function authorizationUrl(issuer: string, clientId: string, redirectUri: string): string {
  const fixed = new URLSearchParams({
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: "code",
    scope,
    code_challenge_method: "S256",
  });
  const fresh = "code_challenge={challenge}&state={state}&nonce={nonce}&ui_locales={language}";
  return `${issuer}/protocol/openid-connect/auth?${fixed}&${fresh}`;
}
