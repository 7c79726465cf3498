import { describe, expect, test } from "vitest";
import { toBase64Url } from "./base64url.ts";
import { creationOptions, requestOptions } from "./passkey-options.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const base64 = (text: string) => toBase64Url(bytes(text).buffer as ArrayBuffer);

describe("a passkey to be made", () => {
  const asked = {
    challenge: base64("challenge?>"),
    rpId: "login.example.org",
    rpName: "iT.SCHOOL",
    userId: base64("3f1c"),
    userName: "parent@example.org",
    attestation: "not specified",
    attachment: "not specified",
    residentKey: "",
    requireResidentKey: "not specified",
    userVerification: "not specified",
    timeoutS: "0",
    algorithms: ["-7", "-257"],
    excluded: "",
  };

  test("asks only for what the policy says", () => {
    expect(creationOptions(asked)).toEqual({
      challenge: bytes("challenge?>"),
      rp: { id: "login.example.org", name: "iT.SCHOOL" },
      user: { id: bytes("3f1c"), name: "parent@example.org", displayName: "parent@example.org" },
      pubKeyCredParams: [
        { type: "public-key", alg: -7 },
        { type: "public-key", alg: -257 },
      ],
      excludeCredentials: [],
      authenticatorSelection: {},
    });
  });

  test("asks for all that the policy says", () => {
    const options = creationOptions({
      ...asked,
      attestation: "direct",
      attachment: "platform",
      residentKey: "required",
      userVerification: "required",
      timeoutS: "60",
      excluded: `${base64("one")},${base64("two")}`,
    });
    expect(options).toMatchObject({
      attestation: "direct",
      timeout: 60_000,
      authenticatorSelection: {
        authenticatorAttachment: "platform",
        residentKey: "required",
        requireResidentKey: true,
        userVerification: "required",
      },
      excludeCredentials: [{ id: bytes("one") }, { id: bytes("two") }],
    });
  });

  test.each([
    ["preferred", "Yes", { residentKey: "preferred", requireResidentKey: false }],
    ["not specified", "Yes", { residentKey: "required", requireResidentKey: true }],
    ["not specified", "No", { residentKey: "discouraged", requireResidentKey: false }],
  ])("is kept on the device as %s, %s say", (residentKey, requireResidentKey, expected) => {
    const options = creationOptions({ ...asked, residentKey, requireResidentKey });
    expect(options.authenticatorSelection).toEqual(expected);
  });

  test("has an algorithm also where the policy names none", () => {
    const { pubKeyCredParams } = creationOptions({ ...asked, algorithms: [] });
    expect(pubKeyCredParams).toEqual([{ type: "public-key", alg: -7 }]);
  });
});

describe("a passkey that is asked for", () => {
  const asked = {
    challenge: base64("challenge"),
    rpId: "login.example.org",
    userVerification: "not specified",
    timeoutS: "0",
    allowed: [],
  };

  test("may be anybody's before a person is known", () => {
    expect(requestOptions(asked)).toEqual({
      challenge: bytes("challenge"),
      rpId: "login.example.org",
      allowCredentials: [],
    });
  });

  test("is one of the person's who is known, within the policy's time", () => {
    const allowed = [base64("one")];
    expect(
      requestOptions({ ...asked, allowed, timeoutS: "30", userVerification: "preferred" }),
    ).toMatchObject({
      allowCredentials: [{ type: "public-key", id: bytes("one") }],
      timeout: 30_000,
      userVerification: "preferred",
    });
  });
});
