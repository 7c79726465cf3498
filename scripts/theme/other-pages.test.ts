import { expect, test } from "vitest";
import { otherPageMessageKeys } from "./other-pages.ts";

test("finds the messages of a page", () => {
  const keys = otherPageMessageKeys("login-otp.ftl");
  expect(keys).toEqual(expect.arrayContaining(["doLogIn", "loginOtpOneTime", "loginTitle"]));
  expect(new Set(keys).size).toBe(keys.length);
});

test("has none for a page that Keycloakify does not draw", () => {
  expect(otherPageMessageKeys("school-landing.ftl")).toEqual([]);
});
