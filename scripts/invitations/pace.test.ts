import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { pace } from "./pace.ts";

let wait: AbortController;
beforeEach(() => {
  wait = new AbortController();
});
afterEach(() => vi.restoreAllMocks());

test("turns come evenly, however many wait for one", async () => {
  const turn = pace(1500);
  const startedAt = performance.now();
  const moments = await Promise.all(
    Array.from({ length: 5 }, async () => {
      await turn(wait.signal);
      return performance.now() - startedAt;
    }),
  );
  // A timer may be late, and 1 ms early.
  const tooEarly = moments.filter((moment, index) => moment < index * 40 - 2);
  expect(tooEarly).toEqual([]);
});

test("what comes late does not make the next ones come faster", async () => {
  const clock = vi.spyOn(performance, "now").mockReturnValue(0);
  const turn = pace(60);
  await turn(wait.signal);
  clock.mockReturnValue(10_000);
  await turn(wait.signal);
  const next = turn(wait.signal);
  wait.abort();
  await expect(next).rejects.toMatchObject({ name: "AbortError" });
});
