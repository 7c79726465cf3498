import type { KcContext } from "./KcContext.ts";

/** The part of Keycloak's own `authChecker.js` that pages use. */
interface AuthChecker {
  startSessionPolling(url: string): void;
  checkAuthSession(hash: string): void;
}

/**
 * Lets a page notice that the person has signed in, or started anew, in another tab. Keycloak's base
 * theme brings the script; it is fetched once everything that is seen is there.
 *
 * Whoever sent the form before the script arrived is on the way out. Keycloak's script, which has
 * not seen that, would take their own sign-in for another tab's and lead them away from it.
 *
 * @param page tells when it is left
 */
export async function watchSession(
  kcContext: KcContext,
  page: EventTarget = window,
): Promise<void> {
  const { url } = kcContext;
  // Pages after the end of a sign-in have none; compared with the cookie's, they would be reloaded.
  const hash = kcContext.authenticationSession?.authSessionIdHash;
  if (!url.ssoLoginInOtherTabsUrl) return;
  let isLeft = false;
  const leave = () => {
    isLeft = true;
  };
  // Safari tells only of the first when a form is sent.
  const leaving = ["submit", "beforeunload"];
  for (const event of leaving) page.addEventListener(event, leave);
  const checker: AuthChecker = await import(
    /* @vite-ignore */ `${url.resourcesPath}/js/authChecker.js`
  );
  for (const event of leaving) page.removeEventListener(event, leave);
  if (isLeft) return;
  checker.startSessionPolling(url.ssoLoginInOtherTabsUrl);
  if (hash) checker.checkAuthSession(hash);
}
