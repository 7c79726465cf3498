import { describe, expect, test } from "vitest";
import { hasLeftovers, type Report, reportJson, reportText } from "./print-invited.ts";
import type { Invitee, Standing } from "./standing.ts";

const school = { id: "demo", name: "École de démonstration" };

function stood(address: string, standing: Standing): Report["before"][number] {
  const person: Invitee = {
    id: address,
    address,
    isEnabled: true,
    hasMoved: false,
    attributes: {},
  };
  return { person, standing };
}

const before: Report["before"] = [
  stood("a@example.org", { kind: "due" }),
  stood("b@example.org", { kind: "due" }),
  stood("c@example.org", { kind: "due" }),
  stood("d@example.org", { kind: "due" }),
  stood("e@example.org", { kind: "due" }),
  stood("in@example.org", { kind: "in" }),
  stood("", { kind: "without address" }),
  stood("off@example.org", { kind: "disabled" }),
  stood("old@example.org", { kind: "invited", at: new Date("2026-11-01T23:30:00Z") }),
  stood("older@example.org", { kind: "invited", at: new Date("2026-10-01T10:00:00Z") }),
  stood("who@example.org", { kind: "uncertain", at: new Date("2026-11-02T10:00:00Z") }),
];
const run: Report = {
  school,
  isDryRun: false,
  before,
  portion: 4,
  invited: {
    sent: ["a@example.org"],
    refused: [{ address: "b@example.org\u001b[2J", why: "Keycloak could not hand it over" }],
    uncertain: [],
    passedOver: [stood("c@example.org", { kind: "in" })],
    left: 1,
  },
};

describe("at the end of a run", () => {
  test("a person reads what became of everybody, the day in Belgium", () => {
    expect(reportText(run)).toMatchInlineSnapshot(`
      "École de démonstration: 1 invitation sent
        came in already: 2
        invited before: 2, the last on 2026-11-02
        without an address, only their school can tell them: 1
        disabled: 1
        waiting for their turn, run the command again: 2
        refused: b@example.org (Keycloak could not hand it over)
        uncertain: who@example.org, a run was broken off on 2026-11-02 while this mail was on its way
      "
    `);
    expect(hasLeftovers(run)).toBe(true);
  });

  test("a program reads the same", () => {
    expect(JSON.parse(reportJson(run))).toEqual({
      version: 1,
      school: "demo",
      isDryRun: false,
      stopped: null,
      portion: 4,
      sent: ["a@example.org"],
      refused: [{ address: "b@example.org\u001b[2J", why: "Keycloak could not hand it over" }],
      uncertain: [{ address: "who@example.org", at: "2026-11-02T10:00:00.000Z" }],
      alreadyInvited: [
        { address: "old@example.org", at: "2026-11-01T23:30:00.000Z" },
        { address: "older@example.org", at: "2026-10-01T10:00:00.000Z" },
      ],
      alreadyIn: 2,
      withoutAddress: 1,
      disabled: 1,
      waiting: 2,
    });
  });

  test("a run that failed while a mail was on its way says whose", () => {
    const failed = { ...run.invited, refused: [], sent: [], passedOver: [], left: 3 };
    const invited = { ...failed, uncertain: ["a@example.org"], stopped: { error: new Error() } };
    const report: Report = { ...run, before: before.slice(0, 5), invited };
    expect(reportText(report)).toMatchInlineSnapshot(`
      "École de démonstration: 0 invitations sent
        waiting for their turn, run the command again: 4
        uncertain: a@example.org, a run was broken off while this mail was on its way
      "
    `);
    expect(JSON.parse(reportJson(report))).toMatchObject({ stopped: "failure", waiting: 4 });
  });
});

test("a dry run says how many, and who waits for the next portion", () => {
  const dry: Report = { school, isDryRun: true, before: before.slice(0, 6), portion: 1 };
  expect(reportText(dry)).toMatchInlineSnapshot(`
    "École de démonstration: 1 person would be invited
      came in already: 1
      waiting for their turn, run the command again: 4
    "
  `);
  expect(hasLeftovers(dry)).toBe(false);
});
