import type { Batches } from "./raw-import.ts";
import { median } from "./report.ts";

const goals = { ofRaw: 0.9, ofOneByOne: 6, secondRun: 0.2 };

/** One round's figures. */
export interface Round {
  /** People per second. */
  portail: number;
  raw: number;
  oneByOne: number;
  /** Of `portail import`, seconds. */
  firstRun: number;
  secondRun: number;
  /** The most memory of the first run, in bytes. */
  peakBytes: number;
  /** What the first run took of processors; the server's share is not in it. */
  cpuSeconds: number;
}

/** What the benchmark found, as `--json` prints it. */
export interface Report {
  name: string;
  machine: string;
  people: number;
  best: Batches;
  /** People per second of what was tried, on a sample. */
  tried: (Batches & { peoplePerSecond: number })[];
  rounds: Round[];
  /** The medians. */
  sides: Round;
  /** The medians of the rounds' own: a busy machine is busy for both halves of one. */
  ratios: { ofRaw: number; ofOneByOne: number; secondRun: number };
}

/** The medians of the rounds. */
export function summed(rounds: Round[]): Pick<Report, "rounds" | "sides" | "ratios"> {
  const of = (figure: (round: Round) => number) => median(rounds.map(figure));
  return {
    rounds,
    sides: {
      portail: of(({ portail }) => portail),
      raw: of(({ raw }) => raw),
      oneByOne: of(({ oneByOne }) => oneByOne),
      firstRun: of(({ firstRun }) => firstRun),
      secondRun: of(({ secondRun }) => secondRun),
      peakBytes: of(({ peakBytes }) => peakBytes),
      cpuSeconds: of(({ cpuSeconds }) => cpuSeconds),
    },
    ratios: {
      ofRaw: of(({ portail, raw }) => portail / raw),
      ofOneByOne: of(({ portail, oneByOne }) => portail / oneByOne),
      secondRun: of(({ firstRun, secondRun }) => secondRun / firstRun),
    },
  };
}

/** A report as a table for people, with the goals and whether they are met. */
export function table({ people, best, sides, ratios, ...report }: Report): string {
  const mark = (isMet: boolean) => (isMet ? "✓" : "✗");
  const lines = [
    ["portail import", `${sides.portail.toFixed(0)}/s`, ""],
    [
      `partialImport, ${best.size} people × ${best.atOnce}`,
      `${sides.raw.toFixed(0)}/s`,
      `${ratios.ofRaw.toFixed(2)}×  ≥ ${goals.ofRaw}× ${mark(ratios.ofRaw >= goals.ofRaw)}`,
    ],
    [
      "POST /users, one by one",
      `${sides.oneByOne.toFixed(0)}/s`,
      `${ratios.ofOneByOne.toFixed(2)}×  ≥ ${goals.ofOneByOne}× ${mark(ratios.ofOneByOne >= goals.ofOneByOne)}`,
    ],
    ["portail import, first run", `${sides.firstRun.toFixed(1)} s`, ""],
    [
      "portail import, second run",
      `${sides.secondRun.toFixed(1)} s`,
      `${(100 * ratios.secondRun).toFixed(0)} %  ≤ ${100 * goals.secondRun} % ${mark(ratios.secondRun <= goals.secondRun)}`,
    ],
    ["processors' time of the first run", `${sides.cpuSeconds.toFixed(1)} s`, ""],
    ["memory of the first run", `${(sides.peakBytes / 1e6).toFixed(0)} MB`, ""],
  ].map(([what = "", value = "", verdict = ""]) =>
    `${what.padEnd(44)}${value.padStart(10)}  ${verdict}`.trimEnd(),
  );
  return `${lines.join("\n")}

${people} people; medians of ${report.rounds.length} rounds, ratios within each; portail's process start included.
${report.machine}
`;
}
