import { expect, test } from "vitest";
import type { Plan } from "./plan.ts";
import { ensureStillSo, parseSavedPlan, type SavedPlan, savedPlanText } from "./saved-plan.ts";

const plan: Plan = {
  realm: "itschool",
  changes: [
    {
      kind: "realm",
      name: "itschool",
      action: "update",
      fields: [{ path: "enabled", from: null, to: true }],
    },
  ],
  conflicts: [],
  undeclared: [],
  leftovers: [],
  unknown: [],
};
const now: SavedPlan = {
  server: "https://login.example.org",
  options: { writesSecrets: false, prunes: true, adopts: false },
  plan,
  secrets: { "realm itschool: smtpServer.password": "hash" },
};
const saved = parseSavedPlan("plan.json", savedPlanText(now));

test("a saved plan is still so as long as nothing has changed", () => {
  expect(saved.options).toEqual(now.options);
  expect(() => ensureStillSo("plan.json", saved, now)).not.toThrow();
});

test.each<[string, SavedPlan]>([
  ["the realm", { ...now, plan: { ...plan, changes: [] } }],
  ["a secret", { ...now, secrets: { "realm itschool: smtpServer.password": "other" } }],
  ["the server", { ...now, server: "https://other.example.org" }],
])("a saved plan is refused when it is another: %s", (_, changed) => {
  expect(() => ensureStillSo("plan.json", saved, changed)).toThrow(
    expect.objectContaining({ code: "PLAN_OUTDATED" }),
  );
});

test.each(["", "{}", "not JSON", JSON.stringify({ version: 2 })])(
  "a file that is no saved plan is told: %s",
  (text) => {
    expect(() => parseSavedPlan("README.md", text)).toThrow(
      expect.objectContaining({
        code: "PLAN_FILE",
        message: expect.stringContaining("README.md"),
        // Saving over it would destroy what it is.
        remedy: expect.not.stringContaining("README.md"),
      }),
    );
  },
);
