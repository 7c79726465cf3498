import type { Flow, Step, SubFlow } from "./flow.ts";

/**
 * Asked for only from people who have switched it on; each may answer with what is at hand.
 *
 * @param conditions more that must be true for it to be asked for
 */
const secondFactor = (...conditions: Step[]): SubFlow => ({
  name: "second factor",
  description: "A second factor, for whoever has set one up",
  requirement: "CONDITIONAL",
  steps: [
    ...conditions,
    { authenticator: "conditional-user-configured", requirement: "REQUIRED" },
    {
      // A passkey that was used instead of the password is two factors already.
      authenticator: "conditional-credential",
      requirement: "REQUIRED",
      config: { credentials: "webauthn-passwordless", included: "false" },
    },
    { authenticator: "auth-otp-form", requirement: "ALTERNATIVE" },
    { authenticator: "webauthn-authenticator", requirement: "ALTERNATIVE" },
    { authenticator: "auth-recovery-authn-code-form", requirement: "ALTERNATIVE" },
  ],
});

/** Signing in. */
export const browserFlow: Flow = {
  alias: "portal-browser",
  description: "Signing in to a school",
  steps: [
    { authenticator: "auth-cookie", requirement: "ALTERNATIVE" },
    { authenticator: "identity-provider-redirector", requirement: "ALTERNATIVE" },
    {
      name: "forms",
      description: "Address and password, then a second factor if there is one",
      requirement: "ALTERNATIVE",
      steps: [
        // The school's landing page, while its old method is open, then address and password.
        { authenticator: "school-sign-in", requirement: "REQUIRED" },
        secondFactor(),
      ],
    },
  ],
};

/**
 * A new password through the mailbox. The second factor comes before the new password, and nothing
 * here sets or removes one: a mailbox alone must not be enough to take a second factor away.
 */
export const resetFlow: Flow = {
  alias: "portal-reset",
  description: "A new password by a link in a mail",
  steps: [
    { authenticator: "reset-credentials-choose-user", requirement: "REQUIRED" },
    {
      // Keycloak's own, after whose link the address counts as proven.
      authenticator: "school-reset-mail",
      requirement: "REQUIRED",
      // In the browser it was asked for, go straight on into the school's application.
      config: { "force-login": "false" },
    },
    secondFactor(),
    { authenticator: "reset-password", requirement: "REQUIRED" },
  ],
};

/**
 * The first time with a Microsoft account. It never makes an account: only an address that the portal
 * knows goes on, and links by the mail sent to it. An address that the other side merely claims opens
 * nothing, and a mailbox alone links nothing to an account with a second factor.
 */
export const firstBrokerFlow: Flow = {
  alias: "portal-first-broker",
  description: "Linking another account by a mail to the known address",
  steps: [
    { authenticator: "school-known-account", requirement: "REQUIRED" },
    { authenticator: "school-link-mail", requirement: "REQUIRED" },
    secondFactor(),
    { authenticator: "second-factor-settled", requirement: "REQUIRED" },
  ],
};

/** After each sign-in with another account: it takes the place of the password, and of nothing more. */
export const afterBrokerFlow: Flow = {
  alias: "portal-after-broker",
  description: "A second factor after signing in with another account",
  steps: [
    // Whoever has just linked it was asked already, and the same code is not taken twice.
    secondFactor({ authenticator: "condition-second-factor-open", requirement: "REQUIRED" }),
    // Without it the required action `linked-sign-in` lets nobody in.
    { authenticator: "second-factor-settled", requirement: "REQUIRED" },
  ],
};
