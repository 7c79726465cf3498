import { describe, expect, it } from "vitest";
import { nobodysHash, oldPassword, type UsablePassword } from "./old-password.ts";
import { UsualHashes } from "./usual-hash.ts";

/** Published examples of each format that is taken over, and what decides the time of a check. */
const hashes: [hash: string, kind: string][] = [
  // OpenBSD's bcrypt, as crypt_blowfish tests it.
  ["$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW", "$2a$05$"],
  ["$2y$10$eImiTXuWVxfM37uY4JANjQ.9PsO.vIBwJUGlmjCpQ8iZFbIsHYQqG", "$2y$10$"],
  // argon2's reference implementation.
  [
    "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
    "$argon2id$v=19$m=65536,t=2,p=1$",
  ],
  [
    "$pbkdf2-sha256$i=600000,l=32$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
    "$pbkdf2-sha256$i=600000,l=32$",
  ],
  // Django's documentation of its hashes.
  [
    "pbkdf2_sha256$1000000$a50yGHSTdWRV$B3rBfH4lcWzSBn4tPC0mgKt4cR2CD7Sy7vYJFhH0bXw=",
    "pbkdf2_sha256$1000000$",
  ],
  // SHA-crypt's specification.
  ["$5$saltstring$5B8vYYiY.CVt1RlTTf8KbXBH3hsxY/GNooZaBBGWEc8", "$5$"],
  [
    "$6$rounds=10000$saltstringsaltst$OW1/O6BYHV6BcXZu8QVeXbDWra3Oeqh0sbHbbMCVNSnCM/UrjmM0Dp8vOuZeHBy/YTBmSK6H9qs/y3RnOaw5v.",
    "$6$rounds=10000$",
  ],
];

describe("an old password", () => {
  it.each(hashes)("is a hash by its looks: %s", (hash, kind) => {
    expect(oldPassword(hash)).toEqual({ is: "hash", hash, kind });
  });

  it.each([
    ["5f4dcc3b5aa765d61d8327deb882cf99", "--hash-format"],
    ["{SMD5}DkMTwBl+a/3DQTxCYEApdUtNXGgd", "not known"],
    // Whoever writes the export must not keep the server busy.
    ["$2y$15$eImiTXuWVxfM37uY4JANjQ.9PsO.vIBwJUGlmjCpQ8iZFbIsHYQqG", "too long"],
    [
      "$argon2id$v=19$m=262144,t=5,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
      "too long",
    ],
    ["pbkdf2_sha1$1500000$a50yGHSTdWRV$B3rBfH4lcWzSBn4tPC0mgKt4cR2CD7Sy7vYJFhH0bXw=", "too long"],
    ["$5$rounds=1000001$saltstring$5B8vYYiY.CVt1RlTTf8KbXBH3hsxY/GNooZaBBGWEc8", "too long"],
    // A digest of SHA-256 behind the sign of SHA-512.
    ["$6$saltstring$5B8vYYiY.CVt1RlTTf8KbXBH3hsxY/GNooZaBBGWEc8", "not known"],
    ["$scrypt$ln=16,r=8,p=1$aM15713r3Xsvxbi31lqr1Q$nFNh2CVHVjNldFVKDHDlm4C", "not known"],
    // A cost that bcrypt doesn't have, and a digest that is cut off.
    ["$2y$99$eImiTXuWVxfM37uY4JANjQ.9PsO.vIBwJUGlmjCpQ8iZFbIsHYQqG", "not known"],
    ["$2y$10$eImiTXuWVxfM37uY4JANjQ.9PsO.vIBwJUGlmjCpQ8iZFbIs", "not known"],
  ])("that is weak or odd is not taken over: %s", (hash, why) => {
    expect(oldPassword(hash)).toEqual({ is: "unusable", why: expect.stringContaining(why) });
  });

  it.each([
    ["{CRYPT}", "$2y$10$eImiTXuWVxfM37uY4JANjQ.9PsO.vIBwJUGlmjCpQ8iZFbIsHYQqG"],
    ["bcrypt$", "$2b$12$eImiTXuWVxfM37uY4JANjQ.9PsO.vIBwJUGlmjCpQ8iZFbIsHYQqG"],
  ])("is read behind the scheme that some platforms write before it: %s", (scheme, hash) => {
    expect(oldPassword(`${scheme}${hash}`)).toMatchObject({ is: "hash", hash });
  });

  it.each(["not cached", "*", "!", "!!", `!${"aB3".repeat(13)}x`])(
    "is none where a platform marks that there is none: %s",
    (text) => {
      expect(oldPassword(text)).toMatchObject({ is: "unusable" });
    },
  );

  it.each([
    "Minou-2012",
    "azerty",
    "!Minou",
    "{CRYPT}Minou",
    "$ecret$1",
    "{Claire}",
    "un chat, deux chats et trois chiens",
  ])("is what somebody typed: %s", (text) => {
    expect(oldPassword(text)).toEqual({ is: "plain" });
  });
});

describe("a hash that the server could not read", () => {
  const argon2 =
    "$argon2id$v=19$m=64,t=2,p=1$c29tZXNhbHQxMjM0NTY$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
  const phc = "$pbkdf2-sha256$i=1000,l=32$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
  const django = "pbkdf2_sha256$1000$somesalt$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc=";

  it.each([argon2, phc, django])("is unlike one that it can: %s", (text) => {
    expect(oldPassword(text)).toMatchObject({ is: "hash" });
  });

  it.each([
    ["its memory is less than its lanes need", argon2.replace("m=64,t=2,p=1", "m=31,t=2,p=4")],
    ["its salt lacks characters", argon2.replace("TY$", "$")],
    ["its digest lacks characters", argon2.slice(0, -2)],
    ["its digest is not as long as it says", phc.replace("l=32", "l=31")],
    ["its digest lacks characters", phc.replace(",l=32", "").slice(0, -2)],
    ["its salt lacks characters", phc.replace("c29tZXNhbHQ", "c29tZXNhb")],
    ["its digest lacks characters", django.slice(0, -3)],
    ["its salt is endless", django.replace("somesalt", "5a".repeat(600))],
    ["its salt is endless", `{SSHA}${"QUJD".repeat(400)}`],
  ])("is not taken over: %s", (_, text) => {
    expect(oldPassword(text)).toEqual({ is: "unusable", why: "a hash that is damaged" });
  });
});

describe("a hash of nobody's password", () => {
  it.each(hashes)("takes as long to check, and is another each time: %s", (hash, kind) => {
    const [one, other] = [nobodysHash(hash), nobodysHash(hash)];
    expect(oldPassword(one)).toEqual({ is: "hash", hash: one, kind });
    expect(one).toHaveLength(hash.length);
    expect(new Set([hash, one, other]).size).toBe(3);
    expect(one.endsWith("=")).toBe(hash.endsWith("="));
  });

  it("is of the kind that most people of a school have", () => {
    const [[strong = ""] = [], [usual = ""] = []] = hashes;
    const usable = (hash: string) => oldPassword(hash) as UsablePassword;
    const kinds = new UsualHashes();
    for (const hash of [strong, usual, usual]) kinds.add("demo", usable(hash));
    const found = kinds.ofNobody();
    expect([...found.keys()]).toEqual(["demo"]);
    expect(oldPassword(found.get("demo") ?? "")).toMatchObject({ is: "hash", kind: "$2y$10$" });
    expect(found.get("demo")).not.toBe(usual);
  });
});
