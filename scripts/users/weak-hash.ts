import { pbkdf2, randomBytes, randomInt } from "node:crypto";
import { promisify } from "node:util";

/*
 * Hashes that a computer guesses in no time. They are stored only within a strong one, from which they
 * cannot be read: the server makes the weak hash of what is typed, and checks it against the strong one.
 */

/** What bare hexadecimal digits may be the hash of; they don't say so themselves. */
export const bareHashes = ["md5", "sha1", "sha256"] as const;

/** One of them. */
export type BareHash = (typeof bareHashes)[number];

/** A weak hash, as the server's extension writes it (`extension/README.md`). */
export interface WeakHash {
  /** The scheme, with all that decides how long a check takes: `{SSHA}`, `$1$`, `$P$B`, `hex:md5`. */
  readonly kind: string;
  /** The encoding without the digest: the scheme, and the salt where it has one. */
  readonly inner: string;
  /** Prefixes in capitals, Base64 padded, hex in lower case. */
  readonly encoded: string;
}

/** The lengths of digests in bytes. */
const digestBytes = { md5: 16, sha1: 20, sha256: 32 } as const;

/** phpBB and WordPress may ask for so many rounds, as a power of 2; the server does no more. */
const mostPhpassRounds = 16;
const cryptDigits = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/**
 * Reads a weak hash: `{SHA}`, `{SSHA}` and `{MD5}` as in LDAP, crypt with MD5 (`$1$`), phpass (`$P$`,
 * `$H$`), and bare hexadecimal digits where it is said which hash they are.
 *
 * @returns none for anything else, and for a damaged one
 */
export function weakHash(text: string, bare?: BareHash): WeakHash | undefined {
  return ldapHash(text) ?? md5Crypt(text) ?? phpass(text) ?? bareHash(text, bare);
}

function ldapHash(text: string): WeakHash | undefined {
  const [, scheme = "", base64 = ""] =
    /^\{(SHA|SSHA|MD5)\}([A-Za-z0-9+/]+={0,2})$/i.exec(text) ?? [];
  const bytes = Buffer.from(base64, "base64");
  const name = `{${scheme.toUpperCase()}}`;
  const encoded = `${name}${bytes.toString("base64")}`;
  if (name === "{SHA}" && bytes.length === digestBytes.sha1)
    return { kind: name, inner: name, encoded };
  if (name === "{MD5}" && bytes.length === digestBytes.md5) {
    return { kind: name, inner: name, encoded };
  }
  const salt = bytes.subarray(digestBytes.sha1);
  if (name !== "{SSHA}" || salt.length === 0) return undefined;
  return { kind: name, inner: `${name}${salt.toString("base64")}`, encoded };
}

function md5Crypt(text: string): WeakHash | undefined {
  const [encoded, inner] = /^(\$1\$[./A-Za-z0-9]{1,8}\$)[./A-Za-z0-9]{22}$/.exec(text) ?? [];
  return encoded && inner ? { kind: "$1$", inner, encoded } : undefined;
}

function phpass(text: string): WeakHash | undefined {
  const [encoded, inner, rounds = ""] =
    /^(\$[PH]\$([5-9A-Za-z])[./A-Za-z0-9]{8})[./A-Za-z0-9]{22}$/.exec(text) ?? [];
  if (!encoded || !inner || cryptDigits.indexOf(rounds) > mostPhpassRounds) return undefined;
  return { kind: inner.slice(0, "$P$B".length), inner, encoded };
}

function bareHash(text: string, bare: BareHash | undefined): WeakHash | undefined {
  if (bare === undefined || !/^[0-9a-f]+$/i.test(text)) return undefined;
  if (text.length !== 2 * digestBytes[bare]) return undefined;
  const kind = `hex:${bare}`;
  return { kind, inner: kind, encoded: text.toLowerCase() };
}

/** A weak hash within a strong one: the secret of a credential. */
export interface WrappedHash {
  readonly hash: string;
  readonly inner: string;
}

/** About 10 ms for an import and for a sign-in, as much as Keycloak took for a password for years. */
const iterations = 27_500;
const keyBytes = 32;

/** Wraps a weak hash in PBKDF2 with SHA-256 (RFC 8018). */
export async function wrapped({ inner, encoded }: WeakHash): Promise<WrappedHash> {
  const salt = randomBytes(16);
  const key = await promisify(pbkdf2)(encoded, salt, iterations, keyBytes, "sha256");
  return { hash: strongHash(salt, key), inner };
}

/** What takes as long to check as another wrapped hash of this kind, and is nobody's. */
export function nobodysWrappedHash({ kind, inner }: WeakHash): WrappedHash {
  return {
    hash: strongHash(randomBytes(16), randomBytes(keyBytes)),
    inner: `${kind}${anySaltLike(inner.slice(kind.length), kind)}`,
  };
}

function anySaltLike(salt: string, kind: string): string {
  if (kind === "{SSHA}") {
    return randomBytes(Buffer.from(salt, "base64").length).toString("base64");
  }
  return salt.replaceAll(/[./A-Za-z0-9]/g, () => cryptDigits[randomInt(cryptDigits.length)] ?? "");
}

/** PHC string format. */
function strongHash(salt: Buffer, key: Buffer): string {
  const [encodedSalt, encodedKey] = [salt, key].map((bytes) =>
    bytes.toString("base64").replaceAll("=", ""),
  );
  return `$pbkdf2-sha256$i=${iterations},l=${keyBytes}$${encodedSalt}$${encodedKey}`;
}
