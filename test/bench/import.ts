import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { UserError } from "../../scripts/errors.ts";
import { buildExtension } from "../../scripts/extension/build.ts";
import { describeFailure } from "../../scripts/failure.ts";
import { usualJvm } from "../../scripts/server/jvm.ts";
import { startKeycloak } from "../../scripts/server/keycloak.ts";
import { startPostgres } from "../../scripts/server/postgres.ts";
import { type Teller, terminalTeller } from "../../scripts/terminal.ts";
import { type ImportRealm, makeImportRealm } from "./import-realm.ts";
import { type Report, type Round, summed, table } from "./import-report.ts";
import { type MadeUpPerson, madeUpPerson, rowsOf, writeExport } from "./made-up-people.ts";
import { type Batches, batchesTried, importOneByOne, importRaw } from "./raw-import.ts";
import { machine } from "./report.ts";

/*
 * `npm run bench:import`: `portail import`, from its start to its end, on PostgreSQL, against the best
 * that bare `partialImport` does there and against a loop of `POST /users`. All in one run on one
 * server, in turn, each in a realm of its own. `-- --json` prints one JSON document;
 * `-- --people 2000`, `-- --rounds 5` change the run.
 */

/** So many ways to send batches are tried a second time. */
const finalists = 4;

/**
 * Until PostgreSQL has looked through the rows of a new realm, it answers Keycloak's questions for one
 * person by going through everybody. With its own settings that comes within a minute, in the middle of
 * one run and after the end of another; with these, within seconds.
 */
const freshStatistics = {
  autovacuum_naptime: "1s",
  autovacuum_analyze_threshold: "500",
  autovacuum_analyze_scale_factor: "0",
};

/** Java gets faster for a while. */
const warmUpPeople = 6_000;

try {
  const { json, people, rounds } = asked();
  const report = await bench(people, rounds, terminalTeller());
  process.stdout.write(json ? `${JSON.stringify(report, null, 2)}\n` : table(report));
} catch (error) {
  process.stderr.write(describeFailure(error, true));
  process.exitCode = 1;
}

function asked(): { json: boolean; people: number; rounds: number } {
  const { values } = parseArgs({
    options: {
      json: { type: "boolean", default: false },
      people: { type: "string", default: "20000" },
      rounds: { type: "string", default: "3" },
    },
  });
  const [people, rounds] = [Number(values.people), Number(values.rounds)];
  const isBetween = (value: number, least: number, most: number) =>
    Number.isInteger(value) && value >= least && value <= most;
  if (isBetween(people, 100, 200_000) && isBetween(rounds, 1, 50)) {
    return { json: values.json, people, rounds };
  }
  throw new UserError(
    "BENCH_PEOPLE",
    `--people is "${values.people}" and --rounds "${values.rounds}", expected 100 to 200,000 and 1 to 50`,
    "Say how many people are imported and how often, e.g. npm run bench:import -- --people 2000.",
  );
}

async function bench(count: number, rounds: number, teller: Teller): Promise<Report> {
  await using cleanup = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), "portail-bench-"));
  cleanup.defer(() => rm(folder, { recursive: true, force: true }));
  const postgres = await startPostgres(freshStatistics);
  cleanup.defer(() => postgres.stop());
  const keycloak = await startKeycloak({
    providers: [await buildExtension(teller)],
    teller,
    jvm: usualJvm,
    database: postgres.database,
  });
  cleanup.defer(() => keycloak.stop());

  const people = Array.from({ length: count }, (_, number) => madeUpPerson(number));
  const file = join(folder, "people.csv");
  await writeExport(file, people.flatMap(rowsOf));
  let realms = 0;
  const newRealm = () => makeImportRealm(keycloak, folder, `bench-${realms++}`);

  teller.start("Warming up");
  const strangers = join(folder, "strangers.csv");
  const warmUpRows = Array.from({ length: warmUpPeople }, (_, number) => madeUpPerson(number));
  await writeExport(strangers, warmUpRows.flatMap(rowsOf));
  const warmUpRealm = await newRealm();
  for (let run = 0; run < 2; run++) await warmUpRealm.portail("import", strangers, "--yes");
  const { best, tried } = await bestBatches(
    people.slice(0, Math.ceil(count / 8)),
    newRealm,
    teller,
  );
  const measured: Round[] = [];
  for (let round = 0; round < rounds; round++) {
    measured.push(await oneRound({ people, file, best, newRealm, isRawFirst: round % 2 === 1 }));
    teller.note(`round ${round + 1}: ${JSON.stringify(measured.at(-1))}`);
  }
  return {
    name: "import",
    machine: machine(),
    people: count,
    best,
    tried,
    ...summed(measured),
  };
}

/** The best few are tried once more: on a busy machine, the first of a list may have had luck. */
async function bestBatches(
  sample: readonly MadeUpPerson[],
  newRealm: () => Promise<ImportRealm>,
  teller: Teller,
): Promise<Pick<Report, "best" | "tried">> {
  const measure = async (batches: Batches) => {
    const peoplePerSecond = await importRaw(await newRealm(), sample, batches);
    teller.note(
      `partialImport, ${batches.size} people × ${batches.atOnce}: ${peoplePerSecond.toFixed(0)}/s`,
    );
    return { ...batches, peoplePerSecond };
  };
  const tried: Report["tried"] = [];
  for (const batches of batchesTried) tried.push(await measure(batches));
  const finals: Report["tried"] = [];
  for (const finalist of fastestFirst(tried).slice(0, finalists)) {
    const { peoplePerSecond } = await measure(finalist);
    const mean = (finalist.peoplePerSecond + peoplePerSecond) / 2;
    finals.push({ ...finalist, peoplePerSecond: mean });
  }
  const [best] = fastestFirst(finals);
  if (best === undefined) throw new Error("nothing was tried");
  return { best: { size: best.size, atOnce: best.atOnce }, tried };
}

function fastestFirst(tried: Report["tried"]): Report["tried"] {
  return tried.toSorted((one, other) => other.peoplePerSecond - one.peoplePerSecond);
}

async function oneRound({
  people,
  file,
  best,
  newRealm,
  isRawFirst,
}: {
  people: readonly MadeUpPerson[];
  file: string;
  best: Batches;
  newRealm: () => Promise<ImportRealm>;
  isRawFirst: boolean;
}): Promise<Round> {
  const raw = async () => importRaw(await newRealm(), people, best);
  const rawBefore = isRawFirst ? await raw() : undefined;
  const realm = await newRealm();
  const first = await realm.portail("import", file, "--yes");
  const rawAfter = rawBefore ?? (await raw());
  const second = await realm.portail("import", file, "--yes");
  const oneByOne = await importOneByOne(await newRealm(), people);
  return {
    portail: people.length / first.seconds,
    raw: rawAfter,
    oneByOne,
    firstRun: first.seconds,
    secondRun: second.seconds,
    peakBytes: first.peakBytes,
    cpuSeconds: first.cpuSeconds,
  };
}
