import type { Decision } from "./decide/decide.ts";
import type { Fingerprint } from "./fingerprint.ts";
import { expected } from "./load/expected.ts";
import type { Loader } from "./load/loader.ts";
import type { ImportReport } from "./reports/report.ts";
import type { RejectedRow } from "./rows/export-row.ts";

/** So much is on its way at most. */
const window = 2_000;

/** Tells something, once it is done. */
type Telling = (report: ImportReport) => Promise<void>;

/**
 * Carries decisions out and tells of each, in their order: what comes first in a school's files must not
 * depend on what Keycloak had to do, which would tell whether an address was there.
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
  const onTheirWay: Promise<Telling>[] = [];
  let toldOf = 0;
  const tell = async (telling: Telling) => {
    for (const report of reports) await telling(report);
    toldOf += 1;
    if (toldOf % (window / 2) === 0) told();
  };
  const tellInTurn = async (telling: Telling) => {
    // What is held for no reason is memory that the next million rows take as well.
    if (onTheirWay.length === 0) await tell(telling);
    else onTheirWay.push(Promise.resolve(telling));
  };
  const tellFirst = async (howMany: number) => {
    for (const telling of onTheirWay.splice(0, howMany)) await tell(await telling);
  };
  for await (const decision of decisions) {
    if (isRow(decision)) {
      await tellInTurn((report) => report.rejected(decision));
      continue;
    }
    for (const verdict of decision.held) await tellInTurn((report) => report.held(verdict));
    for (const plan of decision.plans) {
      const result = expected(plan, fingerprint);
      if (loader === undefined || result.is === "unchanged") {
        await tellInTurn((report) => report.loaded(plan, result));
        continue;
      }
      const taken = await loader.take(plan);
      const telling = taken.result.then(
        (loaded): Telling =>
          (report) =>
            report.loaded(plan, loaded),
      );
      // It is awaited in its turn.
      telling.catch(() => {});
      onTheirWay.push(telling);
    }
    if (onTheirWay.length < window) continue;
    // The oldest may wait for a batch that nothing else would fill.
    loader?.flush();
    await tellFirst(window / 2);
  }
  loader?.flush();
  await tellFirst(onTheirWay.length);
  told();
}

function isRow(decision: Decision | RejectedRow): decision is RejectedRow {
  return "reason" in decision;
}
