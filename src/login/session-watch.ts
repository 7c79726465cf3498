import type { KcContext } from "./KcContext.ts";

/** The part of Keycloak's own `authChecker.js` that pages use. */
interface AuthChecker {
  startSessionPolling(url: string): void;
  checkAuthSession(hash: string): void;
}

/**
 * Lets a page notice that the person has signed in, or started anew, in another tab. Keycloak's base
 * theme brings the script; it is fetched once everything that is seen is there.
 */
export async function watchSession(kcContext: KcContext): Promise<void> {
  const { url } = kcContext;
  // Pages after the end of a sign-in have none; compared with the cookie's, they would be reloaded.
  const hash = kcContext.authenticationSession?.authSessionIdHash;
  if (!url.ssoLoginInOtherTabsUrl) return;
  const checker: AuthChecker = await import(
    /* @vite-ignore */ `${url.resourcesPath}/js/authChecker.js`
  );
  checker.startSessionPolling(url.ssoLoginInOtherTabsUrl);
  if (hash) checker.checkAuthSession(hash);
}
