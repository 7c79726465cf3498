/** What an authenticator app must know to show an account's codes. */
export interface OneTimeKey {
  /** Base32, in groups as a person copies it. */
  secret: string;
  /** Whose codes they are, as the app names them: the portal, and the person's account there. */
  issuer: string;
  account: string;
  /** `totp` counts time, `hotp` codes. */
  type: string;
  /** E.g. `SHA1`. */
  algorithm: string;
  digits: string;
  /** For how many seconds a code holds; of `totp`. */
  period: string;
  /** Which code is the first; of `hotp`. */
  counter: string;
}

/**
 * The address by which a phone hands a key to its authenticator app: what the QR code holds, for
 * whoever has the app on the device that shows it
 * (https://github.com/google/google-authenticator/wiki/Key-Uri-Format).
 */
export function keyAddress(key: OneTimeKey): string {
  const isCounted = key.type === "hotp";
  const values = [
    ["secret", key.secret.replaceAll(/\s/g, "")],
    ["issuer", key.issuer],
    ["algorithm", key.algorithm],
    ["digits", key.digits],
    isCounted ? ["counter", key.counter] : ["period", key.period],
  ];
  // Apps do not all know "+" for a blank, which URLSearchParams would write.
  const query = values
    .map(([name, value = ""]) => `${name}=${encodeURIComponent(value)}`)
    .join("&");
  const label = `${encodeURIComponent(key.issuer)}:${encodeURIComponent(key.account)}`;
  return `otpauth://${isCounted ? "hotp" : "totp"}/${label}?${query}`;
}
