import { createHmac, createSecretKey } from "node:crypto";
import type { UsablePassword } from "../users/old-password.ts";

/** Tells whether an old password is the one that was imported before, and nothing else of it. */
export type Fingerprint = (school: string, username: string, password: UsablePassword) => string;

/**
 * Fingerprints with a key: without it nobody can try passwords on them, and they can be shown to
 * everybody who may see an account.
 *
 * @param key at least 32 bytes
 * @returns a fingerprint as `<HMAC-SHA-256, 16 bytes in Base64url> <user name>`
 */
export function fingerprintWith(key: Buffer): Fingerprint {
  const secretKey = createSecretKey(key);
  return (school, username, password) => {
    const text = password.is === "weak" ? password.weak.encoded : password.hash;
    const digest = createHmac("sha256", secretKey)
      .update(JSON.stringify([school, username, text]))
      .digest()
      .subarray(0, 16);
    return `${digest.toString("base64url")} ${username}`;
  };
}

/** The user name that a fingerprint is about. */
export function fingerprinted(fingerprint: string): string {
  return fingerprint.slice(fingerprint.indexOf(" ") + 1);
}
