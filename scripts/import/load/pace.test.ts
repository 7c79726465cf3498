import { describe, expect, it } from "vitest";
import { seeded } from "../../../test/support/seeded.ts";
import { Pace } from "./pace.ts";

/** Runs for some seconds against a server that does so many people a second with so many requests at once. */
function run(
  seconds: number,
  rateAt: (concurrency: number) => number,
  pace = new Pace(0),
  from = 0,
) {
  const random = seeded(1);
  let people = 0;
  for (let tenth = 1; tenth <= seconds * 10; tenth++) {
    // A busy machine is a tenth faster or slower from one moment to the next.
    const rate = rateAt(pace.concurrency) * (0.9 + random() * 0.2);
    people += rate / 10;
    pace.done(rate / 10, from + tenth * 100);
  }
  return { pace, people };
}

describe("the pace of an import", () => {
  it.each([2, 4, 8])("comes close to what a server does best with: %i requests at once", (best) => {
    const rateAt = (concurrency: number) => 700 - 60 * Math.abs(concurrency - best);
    const { people } = run(60, rateAt);
    expect(people).toBeGreaterThan(0.9 * 700 * 60);
  });

  it("does not wander where it makes no difference", () => {
    const { pace } = run(60, () => 700);
    expect(pace.concurrency).toBeGreaterThanOrEqual(4);
    expect(pace.concurrency).toBeLessThanOrEqual(8);
  });

  it("begins low again after a failure, and finds its way back", () => {
    const rateAt = (concurrency: number) => 100 * Math.min(concurrency, 6);
    const { pace } = run(20, rateAt);
    pace.failed(20_000);
    const low = pace.concurrency;
    expect(low).toBeLessThanOrEqual(4);
    expect(run(40, rateAt, pace, 20_000).pace.concurrency).toBeGreaterThan(low);
  });

  it("never stops altogether", () => {
    const pace = new Pace(0);
    for (let failure = 0; failure < 10; failure++) pace.failed(failure);
    expect(pace.concurrency).toBe(1);
  });
});
