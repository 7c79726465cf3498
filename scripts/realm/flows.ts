import type { PortalConfig } from "../config/schema.ts";
import type { Flow, Step, SubFlow } from "./flow.ts";

/** What of the configuration the flows depend on. */
type SecondFactorConfig = Pick<
  PortalConfig["secondFactor"],
  "afterMicrosoft" | "rememberDeviceDays"
>;

/** How a second factor is asked for in one flow. */
interface Asking {
  /** More that must be true for it to be asked for. */
  readonly onlyIf?: readonly Step[];
  /** So long it is not asked for again on a device that was remembered; always without it. */
  readonly rememberDeviceDays?: number | undefined;
}

/** Asked for only from people who have switched it on; each may answer with what is at hand. */
function secondFactor({ onlyIf = [], rememberDeviceDays: days }: Asking = {}): SubFlow {
  // Our own show Keycloak's, and offer to remember the device.
  const way = (authenticator: string) =>
    days === undefined ? authenticator : `device-${authenticator}`;
  return {
    name: "second factor",
    description: "A second factor, for whoever has set one up",
    requirement: "CONDITIONAL",
    steps: [
      ...onlyIf,
      { authenticator: "conditional-user-configured", requirement: "REQUIRED" },
      {
        // A passkey that was used instead of the password is two factors already.
        authenticator: "conditional-credential",
        requirement: "REQUIRED",
        config: { credentials: "webauthn-passwordless", included: "false" },
      },
      ...(days === undefined ? [] : [deviceUnknown(days)]),
      { authenticator: way("auth-otp-form"), requirement: "ALTERNATIVE" },
      { authenticator: way("webauthn-authenticator"), requirement: "ALTERNATIVE" },
      {
        // In a part of its own, where the condition above does not look: whoever has removed the app
        // has switched the second factor off, although codes on paper are left.
        name: "recovery code",
        description: "A code on paper, for when the second factor is out of reach",
        requirement: "ALTERNATIVE",
        // Not required: Keycloak passes over what is required and nobody has, as still to be set up.
        steps: [
          { authenticator: way("auth-recovery-authn-code-form"), requirement: "ALTERNATIVE" },
        ],
      },
    ],
  };
}

function deviceUnknown(days: number): Step {
  return {
    authenticator: "condition-device-unknown",
    requirement: "REQUIRED",
    config: { days: String(days) },
  };
}

/** Signing in. */
export function browserFlow({
  rememberDeviceDays,
}: Pick<SecondFactorConfig, "rememberDeviceDays">): Flow {
  return {
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
          secondFactor({ rememberDeviceDays }),
        ],
      },
    ],
  };
}

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

/**
 * After each sign-in with another account: it takes the place of the password, and of nothing more
 * unless the configuration says so.
 */
export function afterBrokerFlow({ afterMicrosoft, rememberDeviceDays }: SecondFactorConfig): Flow {
  const open: Step = { authenticator: "condition-second-factor-open", requirement: "REQUIRED" };
  return {
    alias: "portal-after-broker",
    description: "A second factor after signing in with another account",
    steps: [
      // Whoever has just linked it was asked already, and the same code is not taken twice.
      ...(afterMicrosoft ? [secondFactor({ onlyIf: [open], rememberDeviceDays })] : []),
      // Without it the required action `linked-sign-in` lets nobody in.
      { authenticator: "second-factor-settled", requirement: "REQUIRED" },
    ],
  };
}
