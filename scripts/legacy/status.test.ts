import { describe, expect, it } from "vitest";
import { notMovedCsv } from "./not-moved.ts";
import { statusText } from "./print-status.ts";
import { legacyStatus, type Member } from "./status.ts";

const demo = { id: "demo", name: "École de démonstration" };
const today = "2026-11-22";

function member(change: Partial<Member> = {}): Member {
  return {
    firstName: "Claire",
    lastName: "Dubois",
    email: "claire.dubois@example.org",
    usernames: ["duboisc"],
    hasMoved: false,
    oldPasswords: 0,
    lastLegacySignIn: undefined,
    ...change,
  };
}

describe("a school's status", () => {
  it("counts who has moved, who came by the old method, and who never came", () => {
    const members = [
      member({ hasMoved: true, oldPasswords: 1 }),
      member({ hasMoved: true, oldPasswords: 2, lastLegacySignIn: "2026-11-22" }),
      member({ lastLegacySignIn: "2026-11-16" }),
      member({ lastLegacySignIn: "2026-11-15" }),
      member({ lastLegacySignIn: "2026-10-24" }),
      member({ lastLegacySignIn: "2026-10-23" }),
      member({ oldPasswords: 1 }),
    ];
    expect(legacyStatus(demo, members, "2027-06-30", today)).toEqual({
      ...demo,
      until: "2027-06-30",
      isOpen: true,
      daysLeft: 220,
      members: 7,
      moved: 2,
      cameInLast7Days: 2,
      cameInLast30Days: 4,
      neverCame: 1,
      oldPasswords: 4,
    });
  });

  it.each([
    [today, { isOpen: true, daysLeft: 0 }],
    ["2026-11-21", { isOpen: false, daysLeft: null }],
    [undefined, { isOpen: false, daysLeft: null, until: null }],
  ])("with the last day %s is %j", (until, expected) => {
    expect(legacyStatus(demo, [], until, today)).toMatchObject(expected);
  });

  it("is one line of a table", () => {
    const members = [member({ hasMoved: true }), member(), member({ oldPasswords: 1 })];
    const statuses = [
      legacyStatus(demo, members, today, today),
      legacyStatus({ id: "saint-exupery", name: "A" }, members, "2026-06-30", today),
      legacyStatus({ id: "new", name: "B" }, [], undefined, today),
      legacyStatus({ id: "soon", name: "C" }, [], "2026-11-23", today),
    ];
    expect(statusText(statuses)).toMatchInlineSnapshot(`
      "School         People     Moved  Came in 7 days  in 30 days  Never came  Old passwords  Old method
      demo                3  1 (33 %)               0           0           2              1  until 2026-11-22, today
      saint-exupery       3  1 (33 %)               0           0           2              1  over since 2026-06-30
      new                 0         0               0           0           0              0  closed, without a date
      soon                0         0               0           0           0              0  until 2026-11-23, 1 day left
      "
    `);
  });
});

describe("the list of who has not moved", () => {
  it("names them school by school, and nobody else", () => {
    const csv = notMovedCsv(
      new Map([
        ["demo", [member({ usernames: ["duboisc", "duboisc2"] }), member({ hasMoved: true })]],
        ["other", [member({ firstName: "=HYPERLINK(1)", lastName: "O'Brien, fils", email: "" })]],
      ]),
    );
    expect(csv.split("\r\n")).toEqual([
      "\uFEFFschool,first_name,last_name,email,legacy_username",
      "demo,Claire,Dubois,claire.dubois@example.org,duboisc; duboisc2",
      `other,'=HYPERLINK(1),"O'Brien, fils",,duboisc`,
      "",
    ]);
  });
});
