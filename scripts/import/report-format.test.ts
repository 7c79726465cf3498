import { describe, expect, it } from "vitest";
import {
  type Finding,
  findingIn,
  findingLine,
  type ReportHead,
  type ReportTail,
  reportFolderName,
  reportHeadIn,
  reportHeadLine,
  reportTailIn,
  reportTailLine,
} from "./report-format.ts";

const head: ReportHead = {
  version: 1,
  startedAt: "2026-11-23T08:00:00.000Z",
  dryRun: false,
  files: ['a "file"\n],.csv', "b.csv"],
};
const findings: Finding[] = [
  {
    kind: "address-changed",
    school: "demo",
    file: "a.csv",
    line: 3,
    address: "claire@example.org",
    username: "duboisc",
    detail: "before: \u001b[2J\n],\u2028],\u2029\r],",
  },
  { kind: "missing", school: "demo", address: "marc@example.org" },
];
const counts = { rows: 4, imported: 1, unchanged: 1, held: 1, rejected: 1 };
const tail: ReportTail = {
  endedAt: "2026-11-23T08:00:09.000Z",
  schools: { demo: counts },
  rows: counts,
  accounts: { made: 1, changed: 0, unchanged: 1 },
  passwords: 1,
};

describe("an import's report for operations", () => {
  it.each([0, 1, 2])("is one JSON document with %i findings in it", (many) => {
    const some = findings.slice(0, many);
    const lines = some.map((finding, place) => findingLine(finding, place === 0));
    const text = [reportHeadLine(head), ...lines, reportTailLine(tail)].join("");
    expect(JSON.parse(text)).toEqual({ ...head, findings: some, ...tail });
  });

  it("has each finding on one line, also for readers that end lines by other marks", () => {
    for (const finding of findings) {
      expect(findingLine(finding, false)).toMatch(/^,[^\n\r\u2028\u2029]+\n$/);
    }
  });

  it("is read line by line as it was written, whatever stands in its texts", () => {
    const [first, ...more] = reportHeadLine(head).split("\n");
    expect(more).toEqual([""]);
    expect(reportHeadIn(first ?? "")).toEqual(head);
    findings.forEach((finding, place) => {
      expect(findingIn(findingLine(finding, place === 0).trimEnd())).toEqual(finding);
    });
    expect(reportTailIn(reportTailLine(tail).trimEnd())).toEqual(tail);
  });

  it.each([
    ["nothing", ""],
    ["another JSON document", '{"version":1}'],
    ["another version", reportHeadLine(head).trimEnd().replace('"version":1', '"version":2')],
    ["half a line", reportTailLine(tail).slice(0, 60)],
    ["NULs", "\0\0\0"],
    ["null", "null"],
    ["an unknown kind", '{"kind":"other","school":"demo"}'],
  ])("is not read from %s", (_, line) => {
    expect([reportHeadIn(line), findingIn(line), reportTailIn(line)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

it("gives each of two reports of one second a folder, in order by name", () => {
  const moments = ["2026-11-23T08:00:00.007Z", "2026-11-23T08:00:00.012Z", "2026-11-23T08:00:01Z"];
  const names = moments.map((moment) => reportFolderName(new Date(moment)));
  expect(new Set(names).size).toBe(moments.length);
  expect(names.toSorted()).toEqual(names);
  expect(names.join("")).not.toMatch(/[:.]/);
});
