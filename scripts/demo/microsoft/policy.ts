import type { IncomingMessage } from "node:http";
import { errors, interactionPolicy, type KoaContextWithOIDC } from "oidc-provider";
import type { People } from "./people.ts";
import { tenantRefusal } from "./tenants.ts";

const { Check, Prompt, base } = interactionPolicy;

/**
 * When a page to sign in on is shown, as Microsoft does it: where nobody is signed in in this browser,
 * where that person may not sign in at this tenant, and where the request asks for it with
 * `prompt=login` or `prompt=select_account`.
 *
 * @param tenantOf the tenant in the address of a request
 */
export function signInPolicy(
  people: People,
  tenantOf: (request: IncomingMessage) => string,
): interactionPolicy.Prompt[] {
  const signedIn = ({ oidc }: KoaContextWithOIDC) => people.find(oidc.session?.accountId);
  const policy = base();
  policy.remove("consent");
  policy.get("login")?.checks.add(
    new Check("tenant", "the account may not sign in here", "login_required", (context) => {
      const person = signedIn(context);
      return person !== undefined && tenantRefusal(tenantOf(context.req), person) !== null;
    }),
  );
  policy.add(new Prompt({ name: "select_account", requestable: true }));
  // Last, so that whoever is refused is asked first who they are, and may be somebody else.
  policy.add(
    new Prompt(
      { name: "refusal", requestable: false },
      new Check("behaviour", "this person is refused", "access_denied", (context) => {
        const refusal = people.behaviourFor(signedIn(context)?.id).authorize;
        if (refusal === undefined) return Check.NO_NEED_TO_PROMPT;
        throw new errors.CustomOIDCProviderError(refusal.error, refusal.description);
      }),
    ),
  );
  return policy;
}
