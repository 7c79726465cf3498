/** How many tests of a suite passed and failed. */
export interface Count {
  passed: number;
  failed: number;
}

/** Which tool wrote a suite's report. */
export type ReportKind = "vitest" | "playwright" | "surefire";

/**
 * The numbers of a suite. A command that fails although all its tests passed, or that wrote no report,
 * counts as one failure: something broke outside the tests.
 *
 * @param kind which tool wrote the report; none for a command that is one test by itself
 * @param report the report as JSON, or surefire's XML files in a row, if there is one
 * @param exitCode what the command ended with
 */
export function countOf(
  kind: ReportKind | undefined,
  report: string | undefined,
  exitCode: number,
): Count {
  const ended = exitCode === 0;
  if (kind === undefined) return { passed: Number(ended), failed: Number(!ended) };
  if (report === undefined) return { passed: 0, failed: 1 };
  const count = readers[kind](report);
  if (count.passed + count.failed === 0) return { passed: 0, failed: 1 };
  return count.failed === 0 && !ended ? { ...count, failed: 1 } : count;
}

/** The numbers of several suites together. */
export function total(counts: Count[]): Count {
  return {
    passed: counts.reduce((sum, { passed }) => sum + passed, 0),
    failed: counts.reduce((sum, { failed }) => sum + failed, 0),
  };
}

const readers: Record<ReportKind, (report: string) => Count> = {
  vitest: vitestCount,
  playwright: playwrightCount,
  surefire: surefireCount,
};

function vitestCount(report: string): Count {
  const { numPassedTests, numFailedTests } = JSON.parse(report) as {
    numPassedTests: number;
    numFailedTests: number;
  };
  return { passed: numPassedTests, failed: numFailedTests };
}

function playwrightCount(report: string): Count {
  const { stats } = JSON.parse(report) as {
    stats: { expected: number; unexpected: number; flaky: number };
  };
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
}

/** Surefire writes one XML file for each class; its first element has the numbers. */
function surefireCount(report: string): Count {
  return total(
    [...report.matchAll(/<testsuite\b[^>]*>/g)].map(([element]) => {
      const number = (name: string) =>
        Number(new RegExp(`\\b${name}="(\\d+)"`).exec(element)?.[1] ?? Number.NaN);
      const failed = number("failures") + number("errors");
      return { passed: number("tests") - number("skipped") - failed, failed };
    }),
  );
}
