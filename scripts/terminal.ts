import { styleText } from "node:util";
import { Presets, SingleBar } from "cli-progress";
import { printable } from "./printable.ts";

/**
 * Where a command says what it is doing. Progress and notes go to standard error, so that standard
 * output holds results alone and can be piped.
 */
export interface Teller {
  /** One finished step, e.g. `Keycloak 26.7.4 is ready (9.8 s)`. */
  done(what: string): void;
  /** A step that begins and takes a while. */
  start(what: string): void;
  /** Something worth knowing that needs no action. */
  note(what: string): void;
  /** Something that needs somebody's attention and does not stop the work. */
  warn(what: string): void;
  /** Progress of one long step: a bar on a terminal, a line now and then elsewhere. */
  progress(what: string, total: number, unit: ProgressUnit): Progress;
}

/** What a progress counts. */
export type ProgressUnit = "MB" | "rows" | "changes" | "people" | "passwords";

/** A running progress; `to` takes an absolute value in the unit it was opened with. */
export interface Progress {
  to(value: number): void;
  end(): void;
}

/** Tells on standard error. */
export function terminalTeller(): Teller {
  const line = (mark: string, what: string) => process.stderr.write(`${mark} ${printable(what)}\n`);
  const paint = (format: Parameters<typeof styleText>[0], text: string) =>
    styleText(format, text, { stream: process.stderr });
  return {
    done: (what) => line(paint("green", "✓"), what),
    start: (what) => line(paint("blue", "…"), what),
    note: (what) => line(" ", what),
    warn: (what) => line(paint("yellow", "!"), what),
    progress: (what, total, unit) =>
      process.stderr.isTTY ? bar(what, total, unit) : lines(what, total, unit, line),
  };
}

/** Tells nobody; for tests and for callers that report by themselves. */
export const silentTeller: Teller = {
  done() {},
  start() {},
  note() {},
  warn() {},
  progress: () => ({ to() {}, end() {} }),
};

function bar(what: string, total: number, unit: ProgressUnit): Progress {
  const single = new SingleBar(
    {
      stream: process.stderr,
      format: `  ${what} {bar} {percentage} % · {value} of {total} ${unit}`,
      hideCursor: true,
      clearOnComplete: true,
    },
    Presets.shades_classic,
  );
  single.start(Math.round(total), 0);
  return { to: (value) => single.update(Math.round(value)), end: () => single.stop() };
}

/** Work that is done so soon needs no progress in a log. */
const quickMs = 2_000;

/** One line for each tenth of the way: readable in a log, and short. */
function lines(
  what: string,
  total: number,
  unit: ProgressUnit,
  line: (mark: string, what: string) => void,
): Progress {
  const startedAt = performance.now();
  let told = 0;
  return {
    to(value) {
      const tenth = Math.floor((value / total) * 10);
      if (tenth <= told || performance.now() - startedAt < quickMs) return;
      told = tenth;
      line(" ", `${what}: ${Math.round(value)} of ${Math.round(total)} ${unit}`);
    },
    end() {},
  };
}
