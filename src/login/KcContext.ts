import type { ExtendKcContext } from "keycloakify/login";

/** What every page of ours has beside Keycloakify's own description of it. */
export type KcContextExtension = {
  properties: Record<string, string | undefined>;
  locale?: {
    /** The current language's own name, e.g. `Français`. */
    current: string;
  };
  client: {
    /** Where the school's application lives; absent for clients without one. */
    baseUrl?: string;
  };
};

/** Pages of our own and what ours adds to Keycloak's. */
export type KcContextExtensionPerPage = {
  "login-update-password.ftl": {
    /** What a new password must be; `length` is its least length in characters. */
    passwordPolicies?: { length?: number };
  };
  "logout-confirm.ftl": {
    url: { logoutConfirmAction: string };
    logoutConfirm: { code: string; skipLink?: boolean };
  };
};

/** What the server tells a page of the theme. */
export type KcContext = ExtendKcContext<KcContextExtension, KcContextExtensionPerPage>;
