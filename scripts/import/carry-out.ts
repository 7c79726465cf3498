import type { Decision, Plan } from "./decide/decide.ts";
import type { Fingerprint } from "./fingerprint.ts";
import { expected } from "./load/expected.ts";
import type { Loaded, Loader } from "./load/loader.ts";
import type { ImportReport } from "./reports/report.ts";
import type { RejectedRow } from "./rows/export-row.ts";

/** So much is on its way at most, told of in the order of the rows. */
const window = 2_000;

/** Something to be told of, once it is done. */
interface OnItsWay {
  readonly plan: Plan;
  readonly result: Promise<Loaded> | Loaded;
}

/**
 * Carries decisions out and tells of each, in their order.
 *
 * @param loader none for a dry run
 * @param told is called now and then
 */
export async function carryOut(
  decisions: AsyncIterable<Decision | RejectedRow>,
  loader: Loader | undefined,
  fingerprint: Fingerprint,
  reports: readonly ImportReport[],
  told: () => void,
): Promise<void> {
  const onTheirWay: OnItsWay[] = [];
  const tellOf = async (plan: Plan, loaded: Loaded) => {
    for (const report of reports) await report.loaded(plan, loaded);
  };
  const tell = async (howMany: number) => {
    for (const { plan, result } of onTheirWay.splice(0, howMany)) {
      await tellOf(plan, await result);
    }
    told();
  };
  let toldOf = 0;
  for await (const decision of decisions) {
    if (isRow(decision)) {
      for (const report of reports) await report.rejected(decision);
      continue;
    }
    for (const verdict of decision.held) {
      for (const report of reports) await report.held(verdict);
    }
    for (const plan of decision.plans) {
      const result = expected(plan, fingerprint);
      const isDone = loader === undefined || result.is === "unchanged";
      if (isDone && onTheirWay.length === 0) {
        // What is held for no reason is memory that the next million rows take as well.
        await tellOf(plan, result);
        toldOf += 1;
        if (toldOf % (window / 2) === 0) told();
      } else {
        onTheirWay.push({ plan, result: isDone ? result : (await loader.take(plan)).result });
      }
    }
    if (onTheirWay.length < window) continue;
    // The oldest may wait for a batch that nothing else would fill.
    loader?.flush();
    await tell(window / 2);
  }
  loader?.flush();
  await tell(onTheirWay.length);
}

function isRow(decision: Decision | RejectedRow): decision is RejectedRow {
  return "reason" in decision;
}
