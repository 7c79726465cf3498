import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { execa } from "execa";
import { UserError } from "../../scripts/errors.ts";
import { buildExtension } from "../../scripts/extension/build.ts";
import { describeFailure } from "../../scripts/failure.ts";
import { type RunningKeycloak, startKeycloak } from "../../scripts/server/keycloak.ts";
import { type Teller, terminalTeller } from "../../scripts/terminal.ts";
import { writeManySchools, writeSchool } from "../support/many-schools.ts";
import { machine, median } from "./report.ts";

/**
 * `npm run bench:plan`: what `portail plan` and `portail apply` take, as a person runs them, process
 * start included, for realms of 10, 100 and 1,000 schools. `-- --json` prints one JSON document,
 * `-- --runs 9` plans more often.
 */
const counts = [10, 100, 1000];

const project = join(import.meta.dirname, "../..");

interface Figures {
  firstApplySeconds: number;
  firstApplyRequests: number;
  schoolsPerSecond: number;
  emptyPlanSeconds: number;
  emptyPlanRequests: number;
  oneSchoolPlanSeconds: number;
  oneSchoolApplySeconds: number;
  oneSchoolApplyRequests: number;
}

/** How a figure is shown, and what is wanted of it. */
const shown: Record<keyof Figures, { label: string; digits: number; goal?: string }> = {
  firstApplySeconds: { label: "first apply", digits: 1 },
  firstApplyRequests: { label: "  requests", digits: 0 },
  schoolsPerSecond: { label: "  schools/s beyond the first 10", digits: 0, goal: "≥ 40 of 1,000" },
  emptyPlanSeconds: { label: "plan, nothing to do", digits: 2, goal: "≤ 5 s for 1,000" },
  emptyPlanRequests: { label: "  requests", digits: 0, goal: "≤ 40" },
  oneSchoolPlanSeconds: { label: "plan, one school changed", digits: 2 },
  oneSchoolApplySeconds: { label: "apply of it", digits: 2 },
  oneSchoolApplyRequests: { label: "  requests", digits: 0 },
};

try {
  const { json, runs } = asked();
  const sides = await bench(runs, terminalTeller());
  process.stdout.write(json ? `${JSON.stringify(report(sides), null, 2)}\n` : table(sides));
} catch (error) {
  process.stderr.write(describeFailure(error, true));
  process.exitCode = 1;
}

function asked(): { json: boolean; runs: number } {
  const { values } = parseArgs({
    options: {
      json: { type: "boolean", default: false },
      runs: { type: "string", default: "5" },
    },
  });
  const runs = Number(values.runs);
  if (Number.isInteger(runs) && runs > 0) return { json: values.json, runs };
  throw new UserError(
    "BENCH_RUNS",
    `--runs is "${values.runs}", expected a whole number from 1`,
    "Say how often each is planned, e.g. npm run bench:plan -- --runs 9.",
  );
}

async function bench(runs: number, teller: Teller): Promise<Map<number, Figures>> {
  const keycloak = await startKeycloak({ providers: [await buildExtension(teller)], teller });
  const folder = await mkdtemp(join(tmpdir(), "portail-bench-"));
  try {
    // The server's first realm takes longer than any other.
    await measured(keycloak, join(folder, "warm"), 5, 1);
    const sides = new Map<number, Figures>();
    for (const count of counts) {
      teller.start(`${count} schools`);
      const few = sides.get(counts[0] ?? 0);
      const figures = await measured(keycloak, join(folder, String(count)), count, runs);
      // What the first few take is nearly all the realm's own.
      const schoolsPerSecond = few
        ? (count - (counts[0] ?? 0)) / (figures.firstApplySeconds - few.firstApplySeconds)
        : Number.NaN;
      sides.set(count, { ...figures, schoolsPerSecond });
    }
    return sides;
  } finally {
    await keycloak.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measured(
  keycloak: RunningKeycloak,
  folder: string,
  count: number,
  runs: number,
): Promise<Figures> {
  await writeManySchools(folder, { realm: `bench-${basename(folder)}`, count });
  const first = await portail(keycloak, folder, ["apply", "--yes"], 0);
  const empty: Run[] = [];
  const planned: Run[] = [];
  const applied: Run[] = [];
  for (let run = 0; run < runs; run++) {
    empty.push(await portail(keycloak, folder, ["plan"], 0));
    await writeSchool(folder, 1, `School ${run} anew`);
    planned.push(await portail(keycloak, folder, ["plan"], 2));
    applied.push(await portail(keycloak, folder, ["apply", "--yes"], 0));
  }
  const seconds = (all: Run[]) => median(all.map((run) => run.seconds));
  const requests = (all: Run[]) => median(all.map((run) => run.requests));
  return {
    firstApplySeconds: first.seconds,
    firstApplyRequests: first.requests,
    schoolsPerSecond: Number.NaN,
    emptyPlanSeconds: seconds(empty),
    emptyPlanRequests: requests(empty),
    oneSchoolPlanSeconds: seconds(planned),
    oneSchoolApplySeconds: seconds(applied),
    oneSchoolApplyRequests: requests(applied),
  };
}

interface Run {
  seconds: number;
  requests: number;
}

/** Runs the command in a process of its own. */
async function portail(
  keycloak: RunningKeycloak,
  folder: string,
  args: string[],
  expected: number,
): Promise<Run> {
  const requestFile = join(folder, "requests");
  const startedAt = performance.now();
  const { exitCode, stderr } = await execa(
    "node",
    [
      "--import",
      join(import.meta.dirname, "count-requests.ts"),
      join(project, "scripts/main.ts"),
      ...args,
      "--config",
      folder,
    ],
    {
      preferLocal: true,
      localDir: project,
      // No `.env` of this project may have a say.
      cwd: folder,
      reject: false,
      env: {
        KEYCLOAK_URL: keycloak.url,
        KEYCLOAK_ADMIN_USER: keycloak.admin.user,
        KEYCLOAK_ADMIN_PASSWORD: keycloak.admin.password,
        SMTP_HOST: "127.0.0.1",
        SMTP_PORT: "1025",
        PORTAL_REQUEST_COUNT: requestFile,
      },
    },
  );
  const seconds = (performance.now() - startedAt) / 1000;
  if (exitCode !== expected) {
    throw new Error(`portail ${args.join(" ")} ended with ${exitCode}:\n${stderr}`);
  }
  return { seconds, requests: Number(await readFile(requestFile, "utf8")) };
}

function report(sides: ReadonlyMap<number, Figures>) {
  const [few, many] = [sides.get(counts[0] ?? 0), sides.get(counts.at(-1) ?? 0)];
  if (!few || !many) throw new Error("nothing was measured");
  const ratios = Object.fromEntries(
    figures().map((figure) => [figure, many[figure] / few[figure]]),
  );
  const named = [...sides].map(([count, figures]) => [`${count} schools`, figures]);
  return { name: "plan", machine: machine(), sides: Object.fromEntries(named), ratios };
}

function table(sides: ReadonlyMap<number, Figures>): string {
  const cell = (text: string) => text.padStart(14);
  const lines = [
    `${"".padEnd(32)}${[...sides.keys()].map((count) => cell(`${count} schools`)).join("")}`,
    ...figures().map((figure) => {
      const { label, digits, goal } = shown[figure];
      const values = [...sides.values()].map((side) => cell(amount(side[figure], digits)));
      return `${label.padEnd(32)}${values.join("")}${goal ? `   ${goal}` : ""}`;
    }),
  ];
  return `${lines.join("\n")}\n\nSeconds, medians; process start included. ${machine()}\n`;
}

function amount(value: number, digits: number): string {
  return Number.isNaN(value) ? "–" : value.toFixed(digits);
}

function figures(): (keyof Figures)[] {
  return Object.keys(shown) as (keyof Figures)[];
}
