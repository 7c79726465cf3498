import type { Field } from "./fields.ts";

/** What somebody could set a field to by hand. */
export interface OtherValue {
  /** Said in a test's name, e.g. `one more`. */
  readonly how: string;
  readonly value: unknown;
}

/** Fields that take certain values only, by their last key: one that is never declared. */
const known: Readonly<Record<string, string>> = {
  "backchannel.logout.url": "https://elsewhere.example.org/sign-out",
  bruteForceStrategy: "LINEAR",
  clientAuthenticatorType: "client-jwt",
  defaultLocale: "nl",
  firstBrokerLoginFlowAlias: "first broker login",
  "jsonType.label": "int",
  otpPolicyAlgorithm: "HmacSHA256",
  otpPolicyType: "hotp",
  passwordPolicy: "length(8)",
  "pkce.code.challenge.method": "plain",
  protocol: "saml",
  protocolMapper: "oidc-full-name-mapper",
  providerId: "google",
  sslRequired: "none",
  syncMode: "FORCE",
  unmanagedAttributePolicy: "ENABLED",
  webAuthnPolicyPasswordlessResidentKey: "preferred",
  webAuthnPolicyPasswordlessUserVerificationRequirement: "discouraged",
  webAuthnPolicyResidentKey: "preferred",
  webAuthnPolicyUserVerificationRequirement: "discouraged",
};

/** Lists of which each item has a meaning: one that is never declared. */
const knownItems: Readonly<Record<string, unknown>> = {
  defaultClientScopes: "roles",
  edit: "user",
  eventsListeners: "email",
  groups: { name: "hand-made" },
  optionalClientScopes: "phone",
  redirectUris: "https://elsewhere.example.org/callback",
  supportedLocales: "it",
  webAuthnPolicyPasswordlessSignatureAlgorithms: "ES512",
  webAuthnPolicySignatureAlgorithms: "ES512",
  webOrigins: "https://elsewhere.example.org",
};

/** Other values for a field: one, or of a list one with an item more and one with an item less. */
export function otherValues({ keys, value }: Field): OtherValue[] {
  const key = keys.at(-1) ?? "";
  if (Array.isArray(value)) {
    const more = { how: "one more", value: [...value, knownItems[key] ?? "changed"] };
    return value.length === 0 ? [more] : [more, { how: "one less", value: value.slice(0, -1) }];
  }
  return [{ how: "changed", value: known[key] ?? another(value) }];
}

function another(value: unknown): unknown {
  if (typeof value === "boolean") return !value;
  if (typeof value === "number") return value + 1;
  if (value === "true" || value === "false") return String(value !== "true");
  const text = String(value ?? "");
  if (/^\d+$/.test(text)) return String(Number(text) + 1);
  return text.startsWith("http") ? `${text}changed` : `changed${text}`;
}
