import type RequiredActionProviderRepresentation from "@keycloak/keycloak-admin-client/lib/defs/requiredActionProviderRepresentation.js";
import type { PortalConfig } from "../config/schema.ts";

/** What is set up by the action for each second factor. */
const secondFactorActions = {
  app: "CONFIGURE_TOTP",
  recoveryCodes: "CONFIGURE_RECOVERY_AUTHN_CODES",
  passkey: "webauthn-register",
} as const;

/**
 * What a person can be asked to do, or may choose to do, besides signing in. Keycloak makes most
 * of these actions with each realm; declared is which of them may be used. Those of the portal's own
 * extension are asked of everybody at every sign-in, by themselves, and at a place of their own.
 *
 * `defaultAction` is false throughout: nothing is asked of every new account.
 */
export function requiredActions({
  secondFactor,
  passkeys,
}: Pick<PortalConfig, "secondFactor" | "passkeys">): RequiredActionProviderRepresentation[] {
  const isOffered = (factor: keyof typeof secondFactorActions) =>
    secondFactor.offered.includes(factor);
  const action = (alias: string, enabled: boolean) => ({ alias, enabled, defaultAction: false });
  return [
    // Before all others: an old password must not set up anything new.
    { ...action("legacy-session", true), priority: 1 },
    // Likewise somebody who has left out the second factor after another account.
    { ...action("linked-sign-in", true), priority: 2 },
    // Likewise a session in which a remembered device stood in for the second factor.
    { ...action("remembered-device", true), priority: 3 },
    action("UPDATE_PASSWORD", true),
    action("VERIFY_EMAIL", true),
    // The address is the school's, and the account too.
    action("UPDATE_EMAIL", false),
    action("delete_account", false),
    action("TERMS_AND_CONDITIONS", false),
    {
      ...action(secondFactorActions.app, isOffered("app")),
      // Right after it, so that nobody is locked out with a phone that is lost.
      config: { "add-recovery-codes": String(isOffered("recoveryCodes")) },
    },
    action(secondFactorActions.recoveryCodes, isOffered("recoveryCodes")),
    // It asks nothing of anybody: it puts these codes behind what is asked for first.
    action("recovery-codes-last", true),
    action(secondFactorActions.passkey, isOffered("passkey")),
    action("webauthn-register-passwordless", passkeys.signIn),
    // What is no longer offered can still be removed.
    action("delete_credential", true),
    // After all others: a parent who asked at the wrong school still gets a new password.
    { ...action("school-membership", true), priority: 1000 },
  ];
}
