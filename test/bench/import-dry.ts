import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { UserError } from "../../scripts/errors.ts";
import { buildExtension } from "../../scripts/extension/build.ts";
import { describeFailure } from "../../scripts/failure.ts";
import { startKeycloak } from "../../scripts/server/keycloak.ts";
import { type Teller, terminalTeller } from "../../scripts/terminal.ts";
import { seeded } from "../support/seeded.ts";
import { makeImportRealm } from "./import-realm.ts";
import { madeUpMembership, madeUpPerson, rowsOf, schoolOf, writeExport } from "./made-up-people.ts";
import { machine } from "./report.ts";

/**
 * `npm run bench:import-dry`: time and memory of `portail import --dry-run`, as a process of its own,
 * for a million rows and a realm of the demo's size. `-- --json` prints one JSON document;
 * `-- --rows 10000`, `-- --seed 7` change the file.
 */
const goals = { seconds: 60, peakBytes: 600e6 };

/** As many as the demo has. */
const known = 300;

/** One row in so many is another one of somebody who has a row somewhere else in the file. */
const oneSecondRow = 100;

/** One person in so many has no address. */
const oneWithoutAddress = 20;

try {
  const { json, rows, seed } = asked();
  const report = await bench(rows, seed, terminalTeller());
  process.stdout.write(json ? `${JSON.stringify(report, null, 2)}\n` : text(report));
} catch (error) {
  process.stderr.write(describeFailure(error, true));
  process.exitCode = 1;
}

function asked(): { json: boolean; rows: number; seed: number } {
  const { values } = parseArgs({
    options: {
      json: { type: "boolean", default: false },
      rows: { type: "string", default: "1000000" },
      seed: { type: "string", default: String(Date.now() % 1_000_000) },
    },
  });
  const [rows, seed] = [Number(values.rows), Number(values.seed)];
  if (Number.isInteger(rows) && rows >= 1_000 && rows <= 10_000_000 && Number.isInteger(seed)) {
    return { json: values.json, rows, seed };
  }
  throw new UserError(
    "BENCH_ROWS",
    `--rows is "${values.rows}" and --seed "${values.seed}", expected 1,000 to 10,000,000 and a whole number`,
    "Say how many rows there are, e.g. npm run bench:import-dry -- --rows 10000.",
  );
}

interface Report {
  name: string;
  machine: string;
  seed: number;
  rows: number;
  seconds: number;
  peakBytes: number;
  cpuSeconds: number;
  summary: string;
}

async function bench(rows: number, seed: number, teller: Teller): Promise<Report> {
  await using cleanup = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), "portail-bench-"));
  cleanup.defer(() => rm(folder, { recursive: true, force: true }));
  const keycloak = await startKeycloak({ providers: [await buildExtension(teller)], teller });
  cleanup.defer(() => keycloak.stop());
  const realm = await makeImportRealm(keycloak, folder, "bench-dry");
  const [few, many] = [join(folder, "few.csv"), join(folder, "many.csv")];
  await writeExport(few, exported(known, seed));
  await realm.portail("import", few, "--yes");
  teller.start(`Writing ${rows} rows (seed ${seed})`);
  await writeExport(many, exported(rows, seed));
  teller.start("Importing them, dry");
  const run = await realm.portail("import", many, "--dry-run");
  return { name: "import-dry", machine: machine(), seed, rows, ...run };
}

function* exported(rows: number, seed: number): Generator<string[]> {
  const random = seeded(seed);
  for (let row = 0; row < rows; row++) {
    const isSecond = row % oneSecondRow === oneSecondRow - 1;
    // Also of somebody whose own row comes later.
    const number = isSecond ? Math.floor(random() * rows) : row;
    const person = madeUpPerson(number, seed);
    const school = schoolOf(number, isSecond ? 1 : 0);
    const membership = madeUpMembership(school, number, seeded(seed + row));
    const address = number % oneWithoutAddress === 0 ? "" : person.address;
    yield* rowsOf({ ...person, address, memberships: [membership] });
  }
}

function text({ rows, seconds, peakBytes, cpuSeconds, summary, ...report }: Report): string {
  const mark = (isMet: boolean) => (isMet ? "✓" : "✗");
  return `${rows} rows, dry (seed ${report.seed})
seconds  ${seconds.toFixed(1)}  ≤ ${goals.seconds} ${mark(seconds <= goals.seconds)}  (of processors ${cpuSeconds.toFixed(1)})
memory   ${(peakBytes / 1e6).toFixed(0)} MB  ≤ ${goals.peakBytes / 1e6} MB ${mark(peakBytes <= goals.peakBytes)}

${summary}
${report.machine}
`;
}
