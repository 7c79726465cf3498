import { createHash } from "node:crypto";

/**
 * Recovery codes as Keycloak stores them for somebody who has kept them.
 *
 * @param codes without hyphens; they are taken in this order
 */
export function recoveryCodesCredential(codes: readonly string[]) {
  return {
    type: "recovery-authn-codes",
    secretData: JSON.stringify({
      codes: codes.map((code, index) => ({
        number: index + 1,
        encodedHashedValue: createHash("sha512").update(code).digest("base64"),
      })),
    }),
    credentialData: JSON.stringify({
      algorithm: "SHA-512",
      totalCodes: codes.length,
      remainingCodes: codes.length,
    }),
  };
}
