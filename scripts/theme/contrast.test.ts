import { expect, test } from "vitest";
import { contrastRatio } from "./contrast.ts";

// https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio gives the ends of the scale; the others are the
// examples of "Understanding SC 1.4.3" and of technique G18.
test.each([
  ["#000000", "#ffffff", 21],
  ["#777777", "#ffffff", 4.48],
  ["#767676", "#ffffff", 4.54],
  ["#ff0000", "#ffffff", 4],
  ["#0000ff", "#ffffff", 8.59],
  ["#336699", "#336699", 1],
])("%s on %s has a contrast of %d", (a, b, ratio) => {
  expect(contrastRatio(a, b)).toBeCloseTo(ratio, 2);
});

test("does not depend on which colour is the ground", () => {
  expect(contrastRatio("#1459c7", "#ffffff")).toBe(contrastRatio("#ffffff", "#1459c7"));
});
