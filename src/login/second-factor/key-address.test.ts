import { expect, test } from "vitest";
import { keyAddress } from "./key-address.ts";

const key = {
  secret: "KVVF G2BY N4YX",
  issuer: "Mon école & Cie",
  account: "parent@example.org",
  type: "totp",
  algorithm: "SHA1",
  digits: "6",
  period: "30",
  counter: "0",
};

test("tells an app all it must know, with nothing in it that could be read otherwise", () => {
  const address = new URL(keyAddress(key));
  expect(`${address.protocol}//${address.host}`).toBe("otpauth://totp");
  expect(decodeURIComponent(address.pathname)).toBe("/Mon école & Cie:parent@example.org");
  expect(Object.fromEntries(address.searchParams)).toEqual({
    secret: "KVVFG2BYN4YX",
    issuer: "Mon école & Cie",
    algorithm: "SHA1",
    digits: "6",
    period: "30",
  });
  expect(keyAddress(key), "not every app reads a plus as a blank").not.toContain("+");
});

test("counts codes instead of time where the realm does", () => {
  const address = new URL(keyAddress({ ...key, type: "hotp", counter: "5" }));
  expect(address.host).toBe("hotp");
  expect(address.searchParams.get("counter")).toBe("5");
  expect(address.searchParams.has("period")).toBe(false);
});
