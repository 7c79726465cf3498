import { expect, test } from "vitest";
import type { Plan } from "./plan.ts";
import { planJson, planText } from "./print.ts";

const plan: Plan = {
  realm: "itschool",
  changes: [
    {
      kind: "realm",
      name: "itschool",
      action: "update",
      fields: [
        { path: "registrationAllowed", from: true, to: false },
        { path: "smtpServer.password", secret: "changed" },
        { path: "displayName", from: null, to: "iT.SCHOOL" },
      ],
    },
    {
      kind: "flow",
      name: "portal-reset-2",
      action: "rebuild",
      fields: [{ path: "reset-otp", from: "REQUIRED at 30", to: null }],
    },
    {
      kind: "client",
      name: "school-b",
      school: "b",
      action: "update",
      fields: [{ path: "name", from: "\u001b[31mOld\u009b2J", to: "New" }],
    },
    { kind: "client", name: "school-a", school: "a", action: "create", fields: [] },
    { kind: "group", name: "/schools/a", school: "a", action: "create", fields: [] },
  ],
  conflicts: [],
  undeclared: [],
  leftovers: [
    { alias: "portal-browser", action: "remove" },
    { alias: "portal-browser-2", action: "note" },
    { alias: "portal-browser-3", action: "remove", from: "2026-11-22T12:00:00.000Z" },
    { alias: "portal-browser-4", action: "keep", usedBy: ["the client theirs"] },
  ],
  unknown: ["realm itschool: identityProvider.secret"],
};

test("a plan is read school by school, after what is common to all", () => {
  expect(planText(plan)).toMatchInlineSnapshot(`
    "Realm itschool
      ~ realm itschool
          ~ registrationAllowed: true → false
          ~ smtpServer.password: (secret) changed
          + displayName: "iT.SCHOOL"
    -/+ flow portal-reset-2
          - reset-otp: "REQUIRED at 30"

    School a
      + client school-a
      + group /schools/a

    School b
      ~ client school-b
          ~ name: "\\u001b[31mOld" → "New"

    The flow portal-browser is no longer used; the next apply removes it.
    The flow portal-browser-2 is no longer used; the next apply notes since when, and a later one removes it.
    The flow portal-browser-3 is no longer used; from 2026-11-22T12:00:00.000Z on nobody can be in the middle of it, and an apply removes it.
    The flow portal-browser-4 is no longer used by portail, but by the client theirs, so it stays.
    Can't be compared, since Keycloak does not show it: realm itschool: identityProvider.secret. "portail apply --secrets" writes it.

    5 differences: 2 to make, 2 to change, 1 to rebuild.
    "
  `);
});

test("a realm in sync is one sentence", () => {
  expect(
    planText({
      realm: "itschool",
      changes: [],
      conflicts: [],
      undeclared: [],
      leftovers: [],
      unknown: [],
    }),
  ).toBe('The realm "itschool" is as the configuration says.\n');
});

test("nothing of the realm reaches the terminal as a command", () => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  expect(planText(plan)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
});

test("marks are painted, words are not", () => {
  const painted = planText(plan, (format, text) => `<${format}>${text}</>`);
  expect(painted).toContain("<green>  +</> client school-a");
});

test("programs get the whole plan in one document", () => {
  expect(JSON.parse(planJson(plan))).toEqual({ version: 1, inSync: false, ...plan });
});

test("what goes for good with what is removed is said beside it", () => {
  const removed = [
    { kind: "identity provider", name: "microsoft", action: "delete", fields: [] },
    { kind: "group", name: "/schools/a", school: "a", action: "delete", fields: [] },
  ] as const;
  const text = planText({ ...plan, changes: removed, leftovers: [], unknown: [] });
  expect(text).toContain(
    "- identity provider microsoft (whoever is linked by it is no longer, for good)",
  );
  expect(text).toContain("- group /schools/a (its people are no longer known to the school)");
});
