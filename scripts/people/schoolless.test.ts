import { describe, expect, it } from "vitest";
import { standingOf, type Ties } from "./schoolless.ts";

const period = { today: "2026-11-23", days: 365 };
/** An account without school since a day. */
const left = (...days: string[]): Ties => ({
  attributes: days.length > 0 ? { "portail.left": days } : {},
  groups: [],
  roles: [],
  isService: false,
});

describe("an account that no school knows", () => {
  it("is due once the period is over, and not a day before", () => {
    expect(standingOf(left("2025-11-23"), period)).toEqual({ is: "due", leftOn: "2025-11-23" });
    expect(standingOf(left("2025-11-24"), period)).toEqual({ is: "waiting", leftOn: "2025-11-24" });
  });

  it.each<[string, string[]]>([
    ["nothing", []],
    ["a word", ["long ago"]],
    ["the zeroth year", ["0001-01-01"]],
    ["a day that there is not", ["2025-02-30"]],
    ["a day to come", ["2026-11-24"]],
    ["a moment", ["2020-01-01T00:00:00Z"]],
    ["a day and something invisible", ["2020-01-01\n"]],
    ["several days", ["2020-01-01", "2026-01-01"]],
    ["an empty text", [""]],
  ])("has its period begin today where it says %s", (_, days) => {
    expect(standingOf(left(...days), period)).toEqual({ is: "unmarked" });
  });

  it.each<[string, Partial<Ties>]>([
    ["a role of its own", { roles: ["helper"] }],
    ["a group that is no school", { groups: ["/testers"] }],
    ["a group below a school's", { groups: ["/schools/demo/teachers"] }],
    ["the group above the schools", { groups: ["/schools"] }],
    ["a group of another place with a school's name", { groups: ["/old/schools/demo"] }],
    ["a program behind it", { isService: true }],
  ])("is never erased with %s", (_, ties) => {
    expect(standingOf({ ...left("2020-01-01"), ...ties }, period).is).toBe("spared");
  });
});

describe("an account that a school knows", () => {
  const groups = ["/testers", "/schools/demo"];

  it("is nothing of ours, whatever else it has", () => {
    expect(standingOf({ ...left(), groups, roles: ["helper"] }, period)).toEqual({
      is: "known",
      isMarked: false,
    });
  });

  it("may still say that none does", () => {
    expect(standingOf({ ...left("2020-01-01"), groups }, period)).toEqual({
      is: "known",
      isMarked: true,
    });
  });
});
