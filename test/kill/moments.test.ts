import { describe, expect, it } from "vitest";
import { seeded } from "../support/seeded.ts";
import { moments } from "./moments.ts";

describe("random moments of a run", () => {
  it("lie one in each part of it", () => {
    for (let seed = 0; seed < 100; seed++) {
      const parts = moments(10, 200, seeded(seed)).map(({ request }) => Math.ceil(request / 20));
      expect(parts).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    }
  });

  it("are the same for the same seed", () => {
    expect(moments(10, 200, seeded(7))).toEqual(moments(10, 200, seeded(7)));
    expect(moments(10, 200, seeded(7))).not.toEqual(moments(10, 200, seeded(8)));
  });
});
