import { describe, expect, it, test } from "vitest";
import { keycloakVersion } from "../server/version.ts";
import { ensureNotTooOld, versionVerdict, versionWarning } from "./server-version.ts";

test.each([
  ["26.7.4", "supported"],
  ["26.7.5", "supported"],
  ["26.7.10", "supported"],
  ["26.7.3", "old"],
  ["26.6.9", "too old"],
  ["9.0.3", "too old"],
  ["26.8.0", "untried"],
  ["26.10.0", "untried"],
  ["27.0.0", "untried"],
])("Keycloak %s is %s", (version, verdict) => {
  expect(versionVerdict(version)).toBe(verdict);
});

test("the version that is fetched is supported", () => {
  expect(versionVerdict(process.env.KEYCLOAK_VERSION ? "26.7.4" : keycloakVersion)).toBe(
    "supported",
  );
});

describe("a server of another version", () => {
  it("is refused when it is too old, with what is expected", () => {
    expect(() => ensureNotTooOld("https://login.example.org", "26.6.1")).toThrow(
      expect.objectContaining({
        code: "SERVER_TOO_OLD",
        message: expect.stringMatching(/26\.6\.1.*26\.7\.4/),
      }),
    );
    expect(() => ensureNotTooOld("https://login.example.org", undefined)).not.toThrow();
  });

  it("is warned of when it lacks fixes or has not been tried", () => {
    expect(versionWarning("26.7.3")).toContain("26.7.4");
    expect(versionWarning("26.9.0")).toContain("tried");
    expect(versionWarning("26.7.4")).toBeUndefined();
    expect(versionWarning(undefined)).toBeUndefined();
  });
});
