import { glob, mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { findChromium } from "../scripts/server/chromium.ts";
import { terminalTeller } from "../scripts/terminal.ts";
import { type Count, countOf, type ReportKind, total } from "./counts.ts";

/** One suite: a command, and where its numbers come from. */
export interface Suite {
  name: string;
  command: [program: string, ...args: string[]];
  /** How its report is read; a suite without one is a single test that passes or fails. */
  report?: ReportKind;
  /** What this suite's command finds in its environment beside the caller's. */
  env?: Record<string, string>;
}

const project = join(import.meta.dirname, "..");
const reports = join(project, "test-results/reports");

/**
 * Runs suites one after the other and counts them together. One that fails does not keep the others
 * from running; the last line counts all of them, and the exit code says whether one failed.
 */
export async function runSuites(suites: readonly Suite[]): Promise<void> {
  await rm(reports, { recursive: true, force: true });
  await mkdir(reports, { recursive: true });
  const chromium = await findChromium(terminalTeller());

  const results: { suite: Suite; count: Count; seconds: number }[] = [];
  for (const suite of suites) {
    process.stdout.write(`\n── ${suite.name} ──\n`);
    const startedAt = performance.now();
    const count = await run(suite, chromium);
    results.push({ suite, count, seconds: (performance.now() - startedAt) / 1000 });
  }

  process.stdout.write("\n");
  for (const { suite, count, seconds } of results) {
    process.stdout.write(
      `${suite.name.padEnd(9)} ${String(count.passed).padStart(5)} passed ${String(count.failed).padStart(4)} failed ${seconds.toFixed(0).padStart(5)} s\n`,
    );
  }
  const sum = total(results.map(({ count }) => count));
  process.stdout.write(`${sum.passed} passed, ${sum.failed} failed\n`);
  if (sum.failed > 0) process.exitCode = 1;
}

async function run(
  { name, command: [program, ...args], report, env }: Suite,
  chromium: string,
): Promise<Count> {
  const { file, more } = reporting(name, report);
  const { exitCode } = await execa(program, [...args, ...more], {
    cwd: project,
    preferLocal: true,
    stdio: "inherit",
    reject: false,
    env: { ...env, CHROMIUM_PATH: chromium, PORTAL_TEST_REPORT: file },
  });
  return countOf(report, report && (await written(file)), exitCode ?? 1);
}

/** Where a suite's tool writes its report, and what it must be told for that beside the environment. */
function reporting(name: string, report: ReportKind | undefined): { file: string; more: string[] } {
  const file = join(reports, `${name}.json`);
  if (report === "vitest") {
    return {
      file,
      more: ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`],
    };
  }
  if (report !== "surefire") return { file, more: [] };
  const folder = join(reports, name);
  return {
    file: join(folder, "surefire-reports/TEST-*.xml"),
    more: [`-DbuildDirectory=${folder}`],
  };
}

/** What is in the files of a name or pattern, one after the other. */
async function written(pattern: string): Promise<string | undefined> {
  const texts: string[] = [];
  for await (const file of glob(pattern)) texts.push(await readFile(file, "utf8"));
  return texts.length > 0 ? texts.join("\n") : undefined;
}
