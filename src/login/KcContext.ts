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
  "login-otp.ftl": RememberedDevice;
  "login-recovery-authn-code-input.ftl": RememberedDevice;
  "webauthn-authenticate.ftl": RememberedDevice;
  "login-config-totp.ftl": {
    totp: { policy: { period?: number; initialCounter?: number } };
  };
  "logout-confirm.ftl": {
    url: { logoutConfirmAction: string };
    logoutConfirm: { code: string; skipLink?: boolean };
  };
  "login-idp-link-confirm.ftl": {
    /** Name of the identity provider, as on its button. */
    idpDisplayName: string;
  };
  "login-idp-link-email.ftl": {
    idpDisplayName: string;
    /** What came of a click on this very page; absent when it is first shown. */
    link?: {
      /** The mail was sent once more. */
      isSentAgain?: boolean;
      /** It was not, since too many were sent already. */
      isLimited?: boolean;
      /** And none of this attempt has left before. */
      isUnsent?: boolean;
      /** The link in the mail has not been confirmed yet. */
      isWaiting?: boolean;
    };
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
  "link-profile.ftl": {
    link: LinkedProvider & {
      /** What the provider says of the person; anybody may be called anything there. */
      name?: string;
      address: string;
    };
  };
  "link-unknown.ftl": {
    link: LinkedProvider & {
      /** The address that no school knows; absent where the provider told none. */
      address?: string;
      /** Where the account console is, whose links a person manages. */
      accountUri?: string;
    };
  };
  "link-taken.ftl": {
    link: LinkedProvider & {
      /** Name of the provider's account that is linked; an address is masked by the server. */
      account: string;
      accountUri?: string;
    };
  };
  "link-confirm.ftl": {
    link: LinkedProvider & {
      /** Name of the provider's account that is to be linked. */
      account: string;
      /** When that was asked for, in the page's language, e.g. `23/11/2026 07:02`. */
      at: string;
      /** Address of the account here. */
      address: string;
      /** Where a click confirms it, by GET, with what the next three are: Keycloak takes no POST there. */
      confirmUri: string;
      key: string;
      clientId: string;
      tabId: string;
    };
  };
};

/** What a page that asks for a second factor may offer. */
type RememberedDevice = {
  /** For how many days this device need not be asked again; absent where it always is. */
  rememberDevice?: number;
};

/** The identity provider that an account is linked with. */
interface LinkedProvider {
  /** Its name, as on its button, e.g. `Microsoft`. */
  provider: string;
}

/** What the server tells a page of the theme. */
export type KcContext = ExtendKcContext<KcContextExtension, KcContextExtensionPerPage>;
