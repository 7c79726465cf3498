import { describe, expect, test } from "vitest";
import { afterMail, afterRefusal, beforeMail, markOf } from "./mark.ts";
import { type Invitee, standingOf } from "./standing.ts";

const now = new Date("2026-11-23T10:00:00Z");
const school = { id: "demo", name: "École de démonstration" };
const claire: Invitee = {
  id: "1",
  address: "claire@example.org",
  isEnabled: true,
  hasMoved: false,
  attributes: {},
};

function invitedAt(moment: string): Invitee {
  return { ...claire, attributes: { "portail.invited": [moment] } };
}

describe("who is invited", () => {
  test("somebody with an address who has not come in, and was never invited", () => {
    expect(standingOf(claire, now, 30)).toEqual({ kind: "due" });
  });

  test.each([
    ["in", { hasMoved: true }],
    ["in", { hasMoved: true, address: "" }],
    ["without address", { address: "" }],
    ["disabled", { isEnabled: false, hasMoved: true }],
  ])("not who is %s", (kind, what) => {
    expect(standingOf({ ...claire, ...what }, now, 30)).toEqual({ kind });
  });

  test("again once the set time is over, to the moment", () => {
    const last = "2026-11-20T10:00:00.000Z";
    expect(standingOf(invitedAt(last), now, 3)).toEqual({ kind: "due" });
    const later = "2026-11-20T10:00:00.001Z";
    expect(standingOf(invitedAt(later), now, 3)).toEqual({ kind: "invited", at: new Date(later) });
  });

  test.each([
    ["in the future, by another machine's clock", "2026-11-23T10:05:00Z"],
    ["written by hand", "yesterday"],
    ["empty", ""],
  ])("not whose last time is %s", (_, moment) => {
    expect(standingOf(invitedAt(moment), now, 30).kind).toBe("invited");
  });

  test("not whose mail was on its way when a run was killed", () => {
    const killed = { ...claire, attributes: beforeMail({}, school, now) };
    expect(standingOf(killed, now, 30)).toEqual({ kind: "uncertain", at: now });
    const { "portail.invited": _, ...half } = killed.attributes;
    expect(standingOf({ ...claire, attributes: half }, now, 30).kind).toBe("uncertain");
  });
});

describe("the mark on an account", () => {
  const others = { "demo.username": ["duboisc"], locale: ["nl"] };

  test("names the school while the mail is on its way, and leaves the moment", () => {
    const before = beforeMail(others, school, now);
    expect(before).toEqual({
      ...others,
      "portail.invited": ["2026-11-23T10:00:00.000Z"],
      "portail.inviting": ["demo École de démonstration"],
    });
    expect(afterMail(before)).toEqual({
      ...others,
      "portail.invited": ["2026-11-23T10:00:00.000Z"],
    });
  });

  test("is as before once the mail was refused, beside what changed meanwhile", () => {
    const former = { ...others, "portail.invited": ["2025-01-01T00:00:00.000Z"] };
    for (const before of [others, former]) {
      const meanwhile = { ...beforeMail(before, school, now), locale: ["de"] };
      expect(afterRefusal(meanwhile, before)).toEqual({ ...before, locale: ["de"] });
    }
  });

  test("is read back", () => {
    expect(markOf(others, now)).toBeUndefined();
    expect(markOf(afterMail(beforeMail({}, school, now)), new Date())).toEqual({
      at: now,
      isUncertain: false,
    });
  });
});
