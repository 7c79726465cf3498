import { describe, expect, it } from "vitest";
import { type StepUpdate, stepChanges, stepUpdates } from "./flow-steps.ts";
import type { LiveStep } from "./live-flow.ts";

function step(name: string, priority: number): LiveStep {
  return { id: name, name, requirement: "REQUIRED", priority, config: {} };
}

/** The steps' names in order after an update. */
function order(steps: readonly LiveStep[]): string[] {
  return steps.toSorted((a, b) => a.priority - b.priority).map(({ name }) => name);
}

function after(steps: readonly LiveStep[], update: StepUpdate): LiveStep[] {
  if (update.kind !== "priority") throw new Error(`not of a place: ${update.kind}`);
  const { priority } = update;
  return steps.map((one) => (one.id === update.step.id ? { ...one, priority } : one));
}

describe("setting places one by one", () => {
  it.each([
    [
      [1, 2, 3],
      [10, 20, 30],
    ],
    [
      [10, 20, 30],
      [1, 2, 3],
    ],
    [
      [0, 25, 30],
      [10, 20, 40],
    ],
    [
      [0, 1, 50, 51],
      [10, 20, 30, 40],
    ],
    [
      [15, 16, 17, 80],
      [10, 20, 30, 40],
    ],
  ])("from %j to %j never puts a step before another", (from, to) => {
    const names = from.map((_, index) => String(index));
    let steps = names.map((name, index) => step(name, from[index] ?? 0));
    const declared = names.map((name, index) => step(name, to[index] ?? 0));
    for (const update of stepUpdates(declared, steps, "flow")) {
      steps = after(steps, update);
      expect(order(steps)).toEqual(names);
      expect(new Set(steps.map(({ priority }) => priority)).size).toBe(names.length);
    }
    expect(steps).toEqual(declared);
  });
});

describe("setting steps right", () => {
  const configuration = { id: "its-config", alias: "its config" };
  const part: LiveStep = { ...step("part", 10), alias: "flow part", description: "old" };

  it("asks nothing for steps that are right", () => {
    const steps = [{ ...step("a", 10), config: { b: "1", a: "2" } }];
    const sorted = [{ ...step("a", 10), config: { a: "2", b: "1" } }];
    expect(stepUpdates(steps, sorted, "flow")).toEqual([]);
  });

  it("names what a new configuration belongs to, in its part", () => {
    const declared = [{ ...part, steps: [{ ...step("a", 10), config: { key: "new" } }] }];
    const found = [
      { ...part, steps: [{ ...step("a", 10), config: { key: "old" }, configuration }] },
    ];
    expect(stepUpdates(declared, found, "flow")).toEqual([
      { kind: "config", step: found[0]?.steps[0], config: { key: "new" }, parent: "flow part" },
    ]);
  });

  it("tells a part's new place together with its description, so that neither undoes the other", () => {
    const declared = [{ ...part, priority: 20, description: "new" }];
    expect(stepUpdates(declared, [part], "flow")).toEqual([
      { kind: "priority", step: part, priority: 20 },
      { kind: "description", step: part, description: "new", priority: 20 },
    ]);
  });
});

it("tells the same authenticator standing twice in a part apart", () => {
  const twice = [
    { ...step("a", 10), config: { key: "1" } },
    { ...step("a (2)", 20), config: { key: "2" } },
  ];
  const [first] = twice;
  expect(stepChanges(twice, first ? [first] : [])).toEqual([
    { path: "a (2)", from: null, to: "REQUIRED at 20 key=2" },
  ]);
});
