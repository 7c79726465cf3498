import { createHmac } from "node:crypto";

const stepS = 30;
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/**
 * The six digits that an authenticator application shows (RFC 6238).
 *
 * @param secret as a person copies it by hand: Base32, in groups
 * @param stepsAhead how many codes later; Keycloak takes each code once, and the next one already
 */
export function oneTimeCode(secret: string, stepsAhead = 0): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 1000 / stepS) + stepsAhead));
  const hash = createHmac("sha1", fromBase32(secret)).update(counter).digest();
  const offset = (hash.at(-1) ?? 0) & 0xf;
  const number = hash.readUInt32BE(offset) & 0x7fff_ffff;
  return String(number % 1_000_000).padStart(6, "0");
}

/** A code of the same length that is not the right one. */
export function wrongCode(secret: string): string {
  const digit = Number(oneTimeCode(secret).at(0));
  return `${(digit + 5) % 10}${oneTimeCode(secret).slice(1)}`;
}

function fromBase32(text: string): Buffer {
  const bits = [...text.replaceAll(/[\s=]/g, "")]
    .map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, "0"))
    .join("");
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

/**
 * A second factor as Keycloak stores it for somebody who has set one up.
 *
 * @param secret as a person copies it by hand: Base32
 */
export function oneTimeCodeCredential(secret: string) {
  return {
    type: "otp",
    secretData: JSON.stringify({ value: secret }),
    credentialData: JSON.stringify({
      secretEncoding: "BASE32",
      subType: "totp",
      digits: 6,
      period: 30,
      algorithm: "HmacSHA1",
      counter: 0,
    }),
  };
}
