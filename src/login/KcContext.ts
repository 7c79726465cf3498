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
  // The pages of the Keycloak extension.
  "school-landing.ftl": {
    school: {
      name: string;
      /** Address of the video that explains the portal; `""` or absent where there is none. */
      video?: string;
      /** Last day of the old method, in the page's language, e.g. `31/05/2025`. */
      until: string;
    };
    /** What was typed in the old method's form, after it was refused. */
    login?: { username?: string };
  };
  "school-unknown.ftl": {
    /** The school that does not know the account; absent for an application of no school. */
    school?: { name: string };
  };
  "legacy-elsewhere.ftl": {
    /** The school that the old method does not open; absent for the account console. */
    school?: { name: string };
  };
  "legacy-welcome.ftl": {
    /** The school that the old method has just opened. */
    school: { name: string };
    legacy: {
      /** The person's address, masked; absent where the school knows none. */
      address?: string;
      /** Whether the mail with which a password is made has just been sent there. */
      isSent?: boolean;
    };
  };
};

/** What the server tells a page of the theme. */
export type KcContext = ExtendKcContext<KcContextExtension, KcContextExtensionPerPage>;
