import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { BareHash } from "../../scripts/users/weak-hash.ts";
import type { Draw } from "./draw.ts";

/** An old password in clear, and as a school's platform stores it. */
export interface StoredPassword {
  readonly format: string;
  readonly clear: string;
  readonly hash: string;
}

/**
 * By format, clear text and hash. They were made by other programs than ours: bcrypt and crypt by
 * libxcrypt, argon2 by OpenSSL, the rest by Python's hashlib. All passwords are invented, and each hash
 * costs as little as its format allows.
 */
const byFormat = JSON.parse(
  readFileSync(join(import.meta.dirname, "../fixtures/old-passwords.json"), "utf8"),
) as Record<string, [clear: string, hash: string][]>;

const bareNames: Record<BareHash, string> = {
  md5: "bare MD5",
  sha1: "bare SHA-1",
  sha256: "bare SHA-256",
};

/** The formats that an import reads when it is told what bare digits are. */
export function readableFormats(bare?: BareHash): string[] {
  const unread = Object.entries(bareNames).flatMap(([name, format]) =>
    name === bare ? [] : [format],
  );
  return Object.keys(byFormat).filter((format) => !unread.includes(format));
}

/** Somebody's old password in one of these formats. */
export function drawPassword(draw: Draw, formats: readonly string[]): StoredPassword {
  const format = draw.of(formats);
  const [clear, hash] = draw.of(byFormat[format] ?? []);
  return { format, clear, hash };
}

const [[, bcrypt = ""] = []] = byFormat["bcrypt $2y$"] ?? [];
const [[, argon2 = ""] = []] = byFormat.argon2id ?? [];
const [[, phc = ""] = []] = byFormat["PBKDF2 PHC SHA-256"] ?? [];
const [[, django = ""] = []] = byFormat["PBKDF2 Django SHA-256"] ?? [];
const [[, md5 = ""] = []] = byFormat["bare MD5"] ?? [];
const [[, sha1 = ""] = []] = byFormat["bare SHA-1"] ?? [];

/**
 * Hashes that an import takes nobody's password from: no sign-in could or may check them.
 *
 * @param bare what it is told that bare digits are
 */
export function unusableHash(draw: Draw, bare: BareHash): string {
  return draw.of([...Object.values(unusableHashes), bare === "md5" ? sha1 : md5]);
}

const unusableHashes: Readonly<Record<string, string>> = {
  "too costly a bcrypt": bcrypt.replace("$04$", "$15$"),
  "too costly an argon2": argon2.replace("m=64", "m=999999"),
  "too costly a PBKDF2": phc.replace("i=1000", "i=9000000"),
  "too costly a crypt": `$6$rounds=99999999$salt$${"a".repeat(86)}`,
  "too costly a phpass": "$P$FIQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0",
  "scrypt, which is not known":
    "$scrypt$ln=16,r=8,p=1$aM15713r3Xsvxbi31lqr1Q$nFNh2CVHVjNldFVKDHDlm4CbdRSCdEBs",
  "yescrypt, which is not known":
    "$y$j9T$F5Jx5fExrKuPp53xLKQ..1$X3DX6M94c7o.9agCG9G317fhZg9SqC.5i5rd.RhAtQ7",
  "an argon2 with less memory than its lanes need": argon2.replace("m=64,t=2,p=1", "m=8,t=2,p=4"),
  "an argon2 whose salt is cut off": argon2.replace(/\$([^$]{21})[^$]*\$([^$]+)$/, "$$$1$$$2"),
  "a PBKDF2 of another length than it says": phc.replace("l=32", "l=31"),
  "a PBKDF2 whose digest is cut off": phc.replace(",l=32", "").replace(/..$/, ""),
  "a PBKDF2 of Django's whose digest is cut off": django.replace(/..=$/, ""),
};

/** Stands in every password that an export holds in clear, and nowhere else. */
export const inClear = "xyzzy";

/** What may be somebody's password itself; each must be told nowhere. */
export const plainPasswords: readonly string[] = [
  `Minou-2012-${inClear}`,
  inClear,
  `Été à Liège, ${inClear}`,
  `$${inClear}`,
  `{${inClear}} et plus`,
  `=${inClear}()`,
  `-${inClear}`,
  `${inClear} ${bcrypt}`,
];

/** A password in clear as it is stored in some format. */
export function storedAs(format: string, clear: string): StoredPassword {
  const hash = byFormat[format]?.find(([text]) => text === clear)?.[1];
  if (hash === undefined) throw new Error(`no ${clear} stored as ${format}`);
  return { format, clear, hash };
}
