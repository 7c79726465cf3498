import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { findChromium } from "../scripts/server/chromium.ts";
import { terminalTeller } from "../scripts/terminal.ts";
import { type Count, countOf, type ReportKind, total } from "./counts.ts";

/*
 * Everything that belongs to one change, one suite after the other: `npm test`. A suite that fails
 * does not keep the others from running. The last line counts all of them.
 */

/** One suite: a command, and where its numbers come from. */
interface Suite {
  name: string;
  command: [program: string, ...args: string[]];
  /** How its report is read; a suite without one is a single test that passes or fails. */
  report?: ReportKind;
  /** Takes minutes: runs only when it is asked for by name. */
  isLong?: boolean;
}

const suites: Suite[] = [
  { name: "types", command: ["tsc", "--project", "."] },
  { name: "lint", command: ["biome", "ci", "--error-on-warnings"] },
  { name: "unit", command: ["vitest", "run", "--project", "unit"], report: "vitest" },
  { name: "server", command: ["vitest", "run", "--project", "server"], report: "vitest" },
  { name: "stories", command: ["playwright", "test", "-c", "test/stories"], report: "playwright" },
  { name: "e2e", command: ["playwright", "test", "-c", "test/e2e"], report: "playwright" },
  {
    name: "drift",
    command: ["vitest", "run", "--project", "drift"],
    report: "vitest",
    isLong: true,
  },
  {
    name: "flows",
    command: ["playwright", "test", "-c", "test/flows"],
    report: "playwright",
    isLong: true,
  },
];

const project = join(import.meta.dirname, "..");
const reports = join(project, "test-results/reports");

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !suites.some((suite) => suite.name === name));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no suite "${unknown.join('", "')}"; there are ${suites.map(({ name }) => name).join(", ")}.\n`,
  );
  process.exitCode = 1;
} else {
  await runAll();
}

/** Runs the suites that were asked for, without a name all but the long ones, and counts them together. */
async function runAll(): Promise<void> {
  await rm(reports, { recursive: true, force: true });
  await mkdir(reports, { recursive: true });
  const chromium = await findChromium(terminalTeller());

  const results: { suite: Suite; count: Count; seconds: number }[] = [];
  for (const suite of suites) {
    if (asked.length > 0 ? !asked.includes(suite.name) : suite.isLong) continue;
    process.stdout.write(`\n── ${suite.name} ──\n`);
    const startedAt = performance.now();
    const count = await run(suite, chromium);
    results.push({ suite, count, seconds: (performance.now() - startedAt) / 1000 });
  }

  process.stdout.write("\n");
  for (const { suite, count, seconds } of results) {
    process.stdout.write(
      `${suite.name.padEnd(8)} ${String(count.passed).padStart(5)} passed ${String(count.failed).padStart(4)} failed ${seconds.toFixed(0).padStart(5)} s\n`,
    );
  }
  const sum = total(results.map(({ count }) => count));
  process.stdout.write(`${sum.passed} passed, ${sum.failed} failed\n`);
  if (sum.failed > 0) process.exitCode = 1;
}

async function run(
  { name, command: [program, ...args], report }: Suite,
  chromium: string,
): Promise<Count> {
  const file = join(reports, `${name}.json`);
  if (report === "vitest")
    args.push("--reporter=default", "--reporter=json", `--outputFile.json=${file}`);
  const { exitCode } = await execa(program, args, {
    cwd: project,
    preferLocal: true,
    stdio: "inherit",
    reject: false,
    env: { CHROMIUM_PATH: chromium, PORTAL_TEST_REPORT: file },
  });
  const text = report && (await readFile(file, "utf8").catch(() => undefined));
  return countOf(report, text, exitCode ?? 1);
}
