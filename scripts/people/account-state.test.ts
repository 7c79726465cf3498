import { describe, expect, it } from "vitest";
import { accountState, guessingFrom } from "./account-state.ts";

const never = { disabled: false, numFailures: 0, lastFailure: 0, failedLoginNotBefore: 0 };

describe("Keycloak's detection of guessed passwords", () => {
  it("has nothing against most accounts", () => {
    expect(guessingFrom({ ...never, lastIPFailure: "n/a" })).toEqual({
      isLocked: false,
      failures: 0,
    });
  });

  it("locks an account for a while", () => {
    const answer = {
      disabled: true,
      numFailures: 5,
      lastFailure: Date.parse("2026-11-23T08:00:00Z"),
      failedLoginNotBefore: Date.parse("2026-11-23T08:01:00Z") / 1000,
    };
    expect(guessingFrom(answer)).toEqual({
      isLocked: true,
      lockedUntil: "2026-11-23T08:01:00.000Z",
      failures: 5,
      lastFailureAt: "2026-11-23T08:00:00.000Z",
    });
  });

  it("locks it for good by the greatest number there is", () => {
    const answer = { ...never, disabled: true, failedLoginNotBefore: 2 ** 63 };
    expect(guessingFrom(answer)).toEqual({ isLocked: true, failures: 0 });
  });
});

describe("an account as a whole", () => {
  const guessing = guessingFrom(never);

  it("is told with the day in Belgium on which it was made", () => {
    const user = {
      createdTimestamp: Date.parse("2026-08-31T22:30:00Z"),
      enabled: true,
      emailVerified: true,
      attributes: {
        locale: ["nl"],
        "portail.left": ["2026-10-01"],
        "portail.invited": ["2026-09-30T22:30:00.000Z"],
      },
    };
    expect(accountState(user, guessing)).toEqual({
      madeOn: "2026-09-01",
      isEnabled: true,
      isAddressProven: true,
      language: "nl",
      leftOn: "2026-10-01",
      invitedOn: "2026-10-01",
      guessing,
    });
  });

  it("is neither enabled nor proven where Keycloak does not say so", () => {
    expect(accountState({}, guessing)).toEqual({
      isEnabled: false,
      isAddressProven: false,
      guessing,
    });
  });
});
