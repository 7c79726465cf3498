import type RealmRepresentation from "@keycloak/keycloak-admin-client/lib/defs/realmRepresentation.js";
import type { PortalConfig } from "../config/schema.ts";

/** What a realm says of one of Keycloak's two kinds of passkeys, after the kind's prefix. */
interface PasskeyPolicy {
  /** The name that a passkey is kept under. */
  readonly RpEntityName: string;
  readonly SignatureAlgorithms: readonly string[];
  /** Whether the device itself can tell whose it is. */
  readonly ResidentKey: "required" | "discouraged";
  /** Whether a fingerprint, a face or a PIN is asked for, beside the device. */
  readonly UserVerificationRequirement: "required" | "preferred";
  readonly AvoidSameAuthenticatorRegister: boolean;
}

type Prefixed<Prefix extends string> = {
  [Key in keyof PasskeyPolicy as `${Prefix}${Key}`]?: PasskeyPolicy[Key];
};

/** What a realm says of codes and passkeys. */
export type SecondFactorSettings = Prefixed<"webAuthnPolicy"> &
  Prefixed<"webAuthnPolicyPasswordless"> &
  Pick<
    RealmRepresentation,
    | "otpPolicyType"
    | "otpPolicyAlgorithm"
    | "otpPolicyDigits"
    | "otpPolicyPeriod"
    | "otpPolicyLookAheadWindow"
    | "otpPolicyInitialCounter"
    | "otpPolicyCodeReusable"
    | "webAuthnPolicyPasswordlessPasskeysEnabled"
  >;

/** The policies of codes and of passkeys. */
export function secondFactorSettings({
  displayName,
  secondFactor: { codes },
  passkeys,
}: Pick<PortalConfig, "displayName" | "secondFactor" | "passkeys">): SecondFactorSettings {
  const policy = {
    RpEntityName: displayName,
    // Of what a phone or a computer makes: Apple and Android the first, Windows the second.
    SignatureAlgorithms: ["ES256", "RS256"],
    AvoidSameAuthenticatorRegister: true,
  };
  return {
    otpPolicyType: "totp",
    // The only one that each app knows.
    otpPolicyAlgorithm: "HmacSHA1",
    otpPolicyDigits: codes.digits,
    otpPolicyPeriod: codes.every.seconds,
    otpPolicyLookAheadWindow: codes.leeway,
    otpPolicyInitialCounter: 0,
    // Whoever looks over a shoulder has nothing of it.
    otpPolicyCodeReusable: false,
    ...prefixed("webAuthnPolicy", {
      ...policy,
      // A device keeps one such passkey of a person: it would take the place of the other kind.
      ResidentKey: "discouraged",
      // Beside a password the device is enough.
      UserVerificationRequirement: "preferred",
    }),
    ...prefixed("webAuthnPolicyPasswordless", {
      ...policy,
      // Found without anybody's address, and two factors by itself.
      ResidentKey: "required",
      UserVerificationRequirement: "required",
    }),
    webAuthnPolicyPasswordlessPasskeysEnabled: passkeys.signIn,
  };
}

function prefixed<Prefix extends string>(prefix: Prefix, policy: PasskeyPolicy): Prefixed<Prefix> {
  return Object.fromEntries(
    Object.entries(policy).map(([key, value]) => [prefix + key, value]),
  ) as Prefixed<Prefix>;
}
