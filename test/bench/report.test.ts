import { describe, expect, test } from "vitest";
import { compare, machine, median, table } from "./report.ts";

describe("the median", () => {
  test.each([
    { values: [3], middle: 3 },
    { values: [9, 1, 5], middle: 5 },
    { values: [4, 1, 3, 2], middle: 2.5 },
    { values: [10, 9, 1_000], middle: 10 },
  ])("of $values is $middle", ({ values, middle }) => {
    expect(median(values)).toBe(middle);
  });

  test("leaves the values in their order", () => {
    const values = [3, 1, 2];
    median(values);
    expect(values).toEqual([3, 1, 2]);
  });

  test("of nothing is refused", () => {
    expect(() => median([])).toThrow("no values");
  });
});

describe("a report", () => {
  const report = compare(
    "pages",
    [
      "ours",
      [
        { wireBytes: 41_000, lcpMs: 500, cls: 0 },
        { wireBytes: 40_000, lcpMs: 900, cls: 0.01 },
        { wireBytes: 40_000, lcpMs: 600, cls: 0 },
      ],
    ],
    [
      "stock",
      [
        { wireBytes: 320_000, lcpMs: 1_000, cls: 0 },
        { wireBytes: 320_000, lcpMs: 1_100, cls: 0 },
      ],
    ],
  );

  test("holds medians by side, and ours divided by theirs", () => {
    expect(report).toEqual({
      name: "pages",
      machine: machine(),
      sides: {
        ours: { wireBytes: 40_000, lcpMs: 600, cls: 0 },
        stock: { wireBytes: 320_000, lcpMs: 1_050, cls: 0 },
      },
      ratios: { wireBytes: 0.125, lcpMs: 0.5714 },
    });
  });

  test("is shown as a table that says which goals are met", () => {
    const text = table(report, {
      wireBytes: { label: "over the wire", unit: "kB", goal: { ours: 80_000 } },
      lcpMs: { label: "largest paint", unit: "ms", goal: { ratio: 0.5 } },
      cls: { label: "layout shift", unit: "" },
    });
    expect(text.split("\n").slice(0, 4)).toEqual([
      "                  ours     stock  ratio  goal",
      "over the wire  40.0 kB  320.0 kB  0.13×  ≤ 80.0 kB ✓",
      "largest paint   600 ms   1050 ms  0.57×  ≤ 0.5× ✗",
      "layout shift         0         0",
    ]);
  });

  test.each([
    { perSecond: 45, goal: "≥ 0.9× ✓" },
    { perSecond: 44, goal: "≥ 0.9× ✗" },
  ])("says of $perSecond to 50 a second that $goal", ({ perSecond, goal }) => {
    const speed = compare("speed", ["ours", [{ perSecond }]], ["stock", [{ perSecond: 50 }]]);
    const text = table(speed, {
      perSecond: { label: "a second", unit: "", goal: { ratioAtLeast: 0.9 } },
    });
    expect(text.split("\n")[1]).toContain(goal);
  });

  test("is refused when a side was not measured", () => {
    expect(() => compare("pages", ["ours", []], ["stock", []])).toThrow("nothing was measured");
  });
});
