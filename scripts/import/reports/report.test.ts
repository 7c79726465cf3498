import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { describeFailure } from "../../failure.ts";
import type { ReportHead } from "../report-format.ts";
import { ReportFolder } from "./report.ts";
import { ReportFile } from "./report-file.ts";

let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), "report-"));
});
afterEach(() => rm(dir, { recursive: true }));

const head: ReportHead = {
  version: 1,
  startedAt: "2026-11-23T08:00:00.000Z",
  dryRun: false,
  files: [],
};

test("a report is no other's: where there is one already, that is said", async () => {
  await (await ReportFolder.open(dir, head, ["demo"], "report")).close();
  const second = await ReportFolder.open(dir, head, ["demo"], "report").catch((error) => error);
  expect(describeFailure(second, false)).toContain("report.json: it is there already");
});

test("its owner alone may read it", async () => {
  await (await ReportFolder.open(path.join(dir, "new"), head, ["demo"], "report")).close();
  for (const [name, mode] of [
    ["new", 0o700],
    ["new/demo", 0o700],
    ["new/report.json", 0o600],
    ["new/demo/rejected.csv", 0o600],
    ["new/demo/missing.csv", 0o600],
  ] as const) {
    expect((await stat(path.join(dir, name))).mode & 0o777).toBe(mode);
  }
});

test("what can't be written names the file", async () => {
  const file = await ReportFile.open(path.join(dir, "findings.csv"));
  await rm(dir, { recursive: true });
  await writeFile(dir, "");
  const failure = await Promise.resolve(file.write("x".repeat(70_000))).catch((error) => error);
  expect(describeFailure(failure, false)).toContain("findings.csv: it is not a folder");
  await rm(dir);
  dir = await mkdtemp(path.join(tmpdir(), "report-"));
});
