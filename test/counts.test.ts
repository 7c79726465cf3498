import { expect, test } from "vitest";
import { countOf, total } from "./counts.ts";

const vitest = (numPassedTests: number, numFailedTests: number) =>
  JSON.stringify({ numPassedTests, numFailedTests });

test("a command without a report is one test", () => {
  expect(countOf(undefined, undefined, 0)).toEqual({ passed: 1, failed: 0 });
  expect(countOf(undefined, undefined, 2)).toEqual({ passed: 0, failed: 1 });
});

test("reads the numbers of each tool", () => {
  expect(countOf("vitest", vitest(7, 2), 1)).toEqual({ passed: 7, failed: 2 });
  const playwright = JSON.stringify({ stats: { expected: 4, unexpected: 1, flaky: 1 } });
  expect(countOf("playwright", playwright, 1)).toEqual({ passed: 4, failed: 2 });
  const surefire = `<?xml version="1.0" encoding="UTF-8"?>
<testsuite name="be.itschool.A" time="0.1" tests="9" errors="1" skipped="2" failures="1" flakes="0">
  <testcase name="a" time="0.1"/>
</testsuite>
<?xml version="1.0" encoding="UTF-8"?>
<testsuite name="be.itschool.B" time="0.1" tests="3" errors="0" skipped="0" failures="0"/>`;
  expect(countOf("surefire", surefire, 1)).toEqual({ passed: 8, failed: 2 });
});

test("a suite that dies, or in which nothing ran, has failed", () => {
  expect(countOf("vitest", undefined, 0)).toEqual({ passed: 0, failed: 1 });
  expect(countOf("surefire", undefined, 1)).toEqual({ passed: 0, failed: 1 });
  expect(countOf("vitest", vitest(7, 0), 1)).toEqual({ passed: 7, failed: 1 });
  expect(countOf("vitest", vitest(0, 0), 0)).toEqual({ passed: 0, failed: 1 });
});

test("adds suites up", () => {
  expect(
    total([
      { passed: 1, failed: 2 },
      { passed: 3, failed: 4 },
    ]),
  ).toEqual({ passed: 4, failed: 6 });
});
