import { expect, test } from "vitest";
import { otherPageMessageKeys } from "./other-pages.ts";

test("finds the messages of a page", () => {
  const keys = otherPageMessageKeys("login-reset-otp.ftl");
  expect(keys).toEqual(expect.arrayContaining(["doSubmit", "otp-reset-description", "loginTitle"]));
  expect(new Set(keys).size).toBe(keys.length);
});

test("finds those that a page's script shows", () => {
  expect(otherPageMessageKeys("login-passkeys-conditional-authenticate.ftl")).toContain(
    "passkey-unsupported-browser-text",
  );
});

test("finds why a person's details may be refused, where a page asks for them", () => {
  for (const page of ["login-update-profile.ftl", "idp-review-user-profile.ftl", "register.ftl"]) {
    expect(otherPageMessageKeys(page)).toEqual(
      expect.arrayContaining(["error-user-attribute-required", "invalidEmailMessage"]),
    );
  }
});

test("has none for a page that Keycloakify does not draw", () => {
  expect(otherPageMessageKeys("school-landing.ftl")).toEqual([]);
});
