import { describe, expect, test } from "vitest";
import { mannWhitney } from "./mann-whitney.ts";

describe("the Mann-Whitney U test", () => {
  test("agrees with the example of SciPy's manual", () => {
    const males = [19, 22, 16, 29, 24];
    const females = [20, 11, 17, 12];
    const { u, auc, p } = mannWhitney(males, females);
    expect(u).toBe(17);
    expect(auc).toBe(17 / 20);
    expect(p).toBeCloseTo(0.111_346_9, 6);
    expect(mannWhitney(females, males)).toEqual({ u: 3, auc: 3 / 20, p });
  });

  test("agrees with the example of R's manual, which has ties", () => {
    // New York's ozone in May and August 1973, R's data set "airquality".
    const may = [
      41, 36, 12, 18, 28, 23, 19, 8, 7, 16, 11, 14, 18, 14, 34, 6, 30, 11, 1, 11, 4, 32, 23, 45,
      115, 37,
    ];
    const august = [
      39, 9, 16, 78, 35, 66, 122, 89, 110, 44, 28, 65, 22, 59, 23, 31, 44, 21, 9, 45, 168, 73, 76,
      118, 84, 85,
    ];
    const { u, p } = mannWhitney(may, august);
    expect(u).toBe(127.5);
    expect(p.toPrecision(4)).toBe("0.0001208");
  });

  test("finds nothing where all values are equal", () => {
    expect(mannWhitney([5, 5, 5], [5, 5])).toEqual({ u: 3, auc: 0.5, p: 1 });
  });

  test("is refused for an empty sample", () => {
    expect(() => mannWhitney([], [1])).toThrow("empty sample");
  });
});
