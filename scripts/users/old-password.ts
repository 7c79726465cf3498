import { randomInt } from "node:crypto";
import { type BareHash, type WeakHash, weakHash } from "./weak-hash.ts";

/** What stands in an export's column of old passwords, as far as it can be told by its looks. */
export type OldPassword =
  | {
      readonly is: "hash";
      readonly hash: string;
      /** The format with everything that decides how long a check takes, e.g. `$2y$10$`. */
      readonly kind: string;
    }
  /** One that a computer guesses in no time: taken over within a strong one. */
  | { readonly is: "weak"; readonly weak: WeakHash }
  /** A hash that is not taken over: why. Never repeats any of it. */
  | { readonly is: "unusable"; readonly why: string }
  /** No hash at all, so perhaps somebody's password. */
  | { readonly is: "plain" };

/** One that is taken over. */
export type UsablePassword = Extract<OldPassword, { is: "hash" | "weak" }>;

type Parts = Readonly<Record<"kind" | "salt" | "digest", string>> &
  Readonly<Record<string, string | undefined>>;

/** A format that is taken over as it is. */
interface Format {
  /** Its parameters (`kind`), its salt and its digest. */
  readonly pattern: RegExp;
  /** Whether it can be the whole of a hash, as far as the pattern does not say it. */
  isWhole?(parts: Parts): boolean;
  /** Whether a sign-in may take so much work: about a second of one core. */
  isAffordable(parts: Parts): boolean;
}

const base64 = "[A-Za-z0-9+/]";

/** Keycloak's extension reads these, within these limits (`LegacyHash.java`). */
const formats: readonly Format[] = [
  // bcrypt
  {
    pattern:
      /^(?<kind>\$2[aby]\$(?<cost>0[4-9]|[12]\d|3[01])\$)(?<salt>[./A-Za-z0-9]{22})(?<digest>[./A-Za-z0-9]{31})$/,
    isAffordable: ({ cost }) => Number(cost) <= 14,
  },
  // argon2, PHC string format
  {
    pattern: new RegExp(
      `^(?<kind>\\$argon2(?:id|i|d)(?:\\$v=(?:16|19))?\\$m=(?<memory>\\d{1,9}),t=(?<passes>[1-9]\\d{0,8}),p=(?<lanes>[1-9]\\d{0,8})\\$)(?<salt>${base64}{11,})\\$(?<digest>${base64}{22,})$`,
    ),
    isWhole: ({ memory, lanes, salt, digest }) =>
      Number(memory) >= 8 * Number(lanes) && [salt, digest].every(isWholeBase64),
    isAffordable: ({ memory, passes, lanes, digest }) =>
      Number(memory) <= 262_144 &&
      Number(memory) * Number(passes) <= 1_048_576 &&
      Number(lanes) <= 16 &&
      bytes(digest) <= 128,
  },
  // PBKDF2: the PHC string format, and passlib's
  {
    pattern:
      /^(?<kind>\$pbkdf2(?:-(?<hash>sha1|sha256|sha512))?\$(?:i=)?(?<iterations>[1-9]\d{3,8})(?:,l=(?<length>\d{1,3}))?\$)(?<salt>[A-Za-z0-9./+]{2,})\$(?<digest>[A-Za-z0-9./+]{22,})$/,
    isWhole: ({ length, salt, digest }) =>
      (length === undefined || Number(length) === bytes(digest)) &&
      [salt, digest].every(isWholeBase64),
    isAffordable: isPbkdf2Affordable,
  },
  // PBKDF2 as Django writes it
  {
    pattern: new RegExp(
      `^(?<kind>pbkdf2_(?<hash>sha1|sha256|sha512)\\$(?<iterations>[1-9]\\d{3,8})\\$)(?<salt>[A-Za-z0-9]+)\\$(?<digest>${base64}{22,}={0,2})$`,
    ),
    isWhole: ({ digest }) => isWholeBase64(digest),
    isAffordable: isPbkdf2Affordable,
  },
  // crypt with SHA-256 and SHA-512
  {
    pattern:
      /^(?<kind>\$(?:5|6)\$(?:rounds=(?<rounds>[1-9]\d{3,8})\$)?)(?<salt>[./A-Za-z0-9]{1,16})\$(?<digest>(?<=^\$5.*)[./A-Za-z0-9]{43}|(?<=^\$6.*)[./A-Za-z0-9]{86})$/,
    isAffordable: ({ rounds = "5000" }) => Number(rounds) <= 1_000_000,
  },
];

function isPbkdf2Affordable({ hash = "sha1", iterations, digest }: Parts): boolean {
  const blockBytes = hash === "sha1" ? 20 : Number(hash.slice(3)) / 8;
  return Number(iterations) * Math.ceil(bytes(digest) / blockBytes) <= 2_000_000;
}

/** The server reads no longer ones. */
const longestHash = 1024;

/** Four characters of Base64 stand for three bytes, and none for less than one. */
function isWholeBase64(text: string): boolean {
  return text.replaceAll("=", "").length % 4 !== 1;
}

/** How many bytes a text in Base64 is. */
function bytes(text: string): number {
  return Math.floor((text.replaceAll("=", "").length * 3) / 4);
}

/** Bare digits of the lengths that hashes have. */
const digits = /^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})$/i;

/** What other programs write: a scheme's name, and a text that nobody would choose. */
const other = /^(?:\$[A-Za-z0-9-]+\$|\{[A-Z0-9-]+\}|[a-z0-9_]+\$)\S{20,}$/;

/** What LDAP servers and Django write before a hash that says itself what it is. */
const schemeBefore =
  /^(?:\{(?:CRYPT|BLF-CRYPT|BCRYPT|ARGON2)\}(?=\$)|argon2(?=\$argon2)|bcrypt\$(?=\$2[aby]\$))/i;

/** What platforms write for somebody who has no password there: Moodle, Unix, Django. */
const none = /^(?:not cached|\*|!!?|\*LK\*|![A-Za-z0-9]{40})$/;

/**
 * Tells a hash by its looks.
 *
 * @param bare which hash bare hexadecimal digits are; without it they are not taken over
 */
export function oldPassword(cell: string, bare?: BareHash): OldPassword {
  const text = cell.replace(schemeBefore, "");
  if (none.test(text)) return { is: "unusable", why: "a mark that there is no password" };
  const found = read(text);
  if (found) {
    if (!found.isWhole) return damaged;
    if (!found.isAffordable) return { is: "unusable", why: "a hash that takes too long to check" };
    return { is: "hash", hash: text, kind: found.parts.kind };
  }
  const weak = weakHash(text, bare);
  if (weak) return text.length > longestHash ? damaged : { is: "weak", weak };
  if (digits.test(text)) return { is: "unusable", why: unsaid(bare) };
  if (other.test(text)) return { is: "unusable", why: "a hash of a format that is not known" };
  return { is: "plain" };
}

const damaged: OldPassword = { is: "unusable", why: "a hash that is damaged" };

function unsaid(bare: BareHash | undefined): string {
  return bare === undefined
    ? "hexadecimal digits that do not say which hash they are; --hash-format does"
    : `hexadecimal digits that are no ${bare.toUpperCase()} hash`;
}

/**
 * A hash of nobody's password that takes as long to check as another one. The server compares with
 * it what is typed with a user name that nobody has, so that names can't be guessed by a clock.
 *
 * @param hash one that `oldPassword` knows
 */
export function nobodysHash(hash: string): string {
  const found = read(hash);
  if (!found) throw new Error("not a hash of a known format");
  const { kind, salt, digest } = found.parts;
  const between = hash.slice(kind.length + salt.length, hash.length - digest.length);
  return `${kind}${anyLike(salt)}${between}${anyLike(digest)}`;
}

/** A hash of one of `formats`. */
interface Found {
  readonly parts: Parts;
  readonly isWhole: boolean;
  readonly isAffordable: boolean;
}

function read(text: string): Found | undefined {
  for (const { pattern, isWhole, isAffordable } of formats) {
    const parts = pattern.exec(text)?.groups as Parts | undefined;
    if (!parts) continue;
    return {
      parts,
      isWhole: text.length <= longestHash && (isWhole?.(parts) ?? true),
      isAffordable: isAffordable(parts),
    };
  }
  return undefined;
}

/** Letters and digits are in the alphabet of every format. */
const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

function anyLike(text: string): string {
  return text.replaceAll(/[^=]/g, () => letters[randomInt(letters.length)] ?? "");
}
