import { createHash, pbkdf2Sync } from "node:crypto";
import { describe, expect, it, test } from "vitest";
import { type BareHash, nobodysWrappedHash, weakHash, wrapped } from "./weak-hash.ts";

const sha1 = (text: string) => createHash("sha1").update(text).digest();
const salt = Buffer.from("somesalt");
const salted = Buffer.concat([
  createHash("sha1").update("password").update(salt).digest(),
  salt,
]).toString("base64");

/** What an export may hold, what it is, and how the extension writes it. */
const hashes: [text: string, kind: string, inner: string, encoded: string][] = [
  [
    `{SHA}${sha1("password").toString("base64")}`,
    "{SHA}",
    "{SHA}",
    "{SHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g=",
  ],
  ["{sha}W6ph5Mm5Pz8GgiULbPgzG37mj9g", "{SHA}", "{SHA}", "{SHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g="],
  ["{MD5}X03MO1qnZdYdgyfeuILPmQ==", "{MD5}", "{MD5}", "{MD5}X03MO1qnZdYdgyfeuILPmQ=="],
  [`{SSHA}${salted}`, "{SSHA}", `{SSHA}${salt.toString("base64")}`, `{SSHA}${salted}`],
  [
    "$1$deadbeef$Q7g0UO4hRC0mgQUQ/qkjZ0",
    "$1$",
    "$1$deadbeef$",
    "$1$deadbeef$Q7g0UO4hRC0mgQUQ/qkjZ0",
  ],
  [
    "$P$9IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0",
    "$P$9",
    "$P$9IQRaTwmf",
    "$P$9IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0",
  ],
];

describe("a weak hash", () => {
  it.each(hashes)("is told by its looks: %s", (text, kind, inner, encoded) => {
    expect(weakHash(text)).toEqual({ kind, inner, encoded });
  });

  it.each<[BareHash, string]>([
    ["md5", "5F4DCC3B5AA765D61D8327DEB882CF99"],
    ["sha1", sha1("password").toString("hex")],
    ["sha256", createHash("sha256").update("password").digest("hex")],
  ])("of bare digits is what is said of them: %s", (bare, text) => {
    const kind = `hex:${bare}`;
    expect(weakHash(text, bare)).toEqual({ kind, inner: kind, encoded: text.toLowerCase() });
    expect(weakHash(text)).toBeUndefined();
    expect(weakHash(text.slice(2), bare)).toBeUndefined();
  });

  it.each([
    ["a digest that is cut off", "{SHA}W6ph5Mm5Pz8GgiULbPgzG37m"],
    ["a salt of no bytes", `{SSHA}${sha1("password").toString("base64")}`],
    ["another scheme", "{CRYPT}abcdefghijklm"],
    ["too many rounds", "$P$FIQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0"],
    ["a password", "{Claire}"],
  ])("is not read where there is %s", (_, text) => expect(weakHash(text)).toBeUndefined());
});

test("a wrapped hash is a strong one of the weak one, with a salt of its own", async () => {
  const weak = weakHash("{MD5}X03MO1qnZdYdgyfeuILPmQ==");
  if (!weak) throw new Error("not read");
  const { hash, inner } = await wrapped(weak);
  expect(inner).toBe("{MD5}");
  const [, , , saltText = "", keyText = ""] = hash.split("$");
  const key = pbkdf2Sync(weak.encoded, Buffer.from(saltText, "base64"), 27_500, 32, "sha256");
  expect(hash.startsWith("$pbkdf2-sha256$i=27500,l=32$")).toBe(true);
  expect(keyText).toBe(key.toString("base64").replaceAll("=", ""));
  expect((await wrapped(weak)).hash).not.toBe(hash);
});

test.each(hashes)("nobody's wrapped hash has nobody's salt: %s", (text, kind, inner) => {
  const weak = weakHash(text);
  if (!weak) throw new Error("not read");
  const nobodys = nobodysWrappedHash(weak);
  expect(nobodys.inner).toHaveLength(inner.length);
  expect(nobodys.inner.startsWith(kind)).toBe(true);
  expect(nobodys.inner === inner).toBe(kind === inner);
});
