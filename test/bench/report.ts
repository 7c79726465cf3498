import { cpus, release, totalmem, type } from "node:os";

/** What was measured once, by figure; units stand in the figures' names. */
export type Figures<Figure extends string = string> = Record<Figure, number>;

/** What a benchmark found, as `--json` prints it. */
export interface Report<Figure extends string = string> {
  /** The benchmark's name, e.g. `pages`. */
  name: string;
  /** What it ran on; figures of two machines cannot be compared, ratios can. */
  machine: string;
  /** The median of each figure, by side. */
  sides: Record<string, Figures<Figure>>;
  /** Ours divided by theirs; a figure that is 0 on their side has no ratio and is left out. */
  ratios: Partial<Figures<Figure>>;
}

/** How a figure is shown to people. */
export interface Shown {
  label: string;
  unit: "kB" | "ms" | "";
  /**
   * The most that is wanted: of our side, in the figure's own unit, or of the ratio; or the least
   * of the ratio.
   */
  goal?: { ours: number } | { ratio: number } | { ratioAtLeast: number };
}

/** The middle one; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [lower, upper] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (lower === undefined || upper === undefined) throw new Error("no values, no median");
  return (lower + upper) / 2;
}

/**
 * Sums up what was measured on two sides.
 *
 * @param ours our side's name and each of its measurements
 * @param theirs the side that ours is compared with
 */
export function compare<Figure extends string>(
  name: string,
  ours: [side: string, measured: readonly Figures<Figure>[]],
  theirs: [side: string, measured: readonly Figures<Figure>[]],
): Report<Figure> {
  const [our, their] = [medians(ours[1]), medians(theirs[1])];
  const ratios: Partial<Figures<Figure>> = {};
  for (const figure of figuresOf(our)) {
    if (their[figure] !== 0) ratios[figure] = round(our[figure] / their[figure]);
  }
  return { name, machine: machine(), sides: { [ours[0]]: our, [theirs[0]]: their }, ratios };
}

/**
 * A report as a table for people: a line for each figure that `shown` names, with its goal and
 * whether it is met.
 */
export function table<Figure extends string>(
  report: Report<Figure>,
  shown: Record<Figure, Shown>,
): string {
  const [[our, ours], [their, theirs]] = Object.entries(report.sides) as [
    [string, Figures<Figure>],
    [string, Figures<Figure>],
  ];
  const rows = figuresOf(shown).map((figure) => {
    const { label, unit, goal } = shown[figure];
    const ratio = report.ratios[figure];
    return [
      label,
      amount(ours[figure], unit),
      amount(theirs[figure], unit),
      ratio === undefined ? "" : `${ratio.toFixed(2)}×`,
      goal === undefined ? "" : verdict(goal, unit, ours[figure], ratio),
    ];
  });
  const lines = [["", our, their, "ratio", "goal"], ...rows];
  const widths = lines[0]?.map((_, column) => width(lines, column)) ?? [];
  const line = (cells: string[]) =>
    cells
      .map((cell, column) =>
        column === 0 || column === 4
          ? cell.padEnd(widths[column] ?? 0)
          : cell.padStart(widths[column] ?? 0),
      )
      .join("  ")
      .trimEnd();
  return [...lines.map(line), "", report.machine, ""].join("\n");
}

/** The machine in one line: processor, memory, system, Node. */
export function machine(): string {
  const processors = cpus();
  const memoryGb = Math.round(totalmem() / 1024 ** 3);
  return [
    `${processors.length} × ${processors[0]?.model.trim() ?? process.arch}`,
    `${memoryGb} GB`,
    `${type()} ${release()}`,
    `Node ${process.versions.node}`,
  ].join(", ");
}

function medians<Figure extends string>(measured: readonly Figures<Figure>[]): Figures<Figure> {
  const [first] = measured;
  if (first === undefined) throw new Error("nothing was measured");
  return Object.fromEntries(
    figuresOf(first).map((figure) => [figure, round(median(measured.map((m) => m[figure])))]),
  ) as Figures<Figure>;
}

function verdict(
  goal: NonNullable<Shown["goal"]>,
  unit: Shown["unit"],
  ours: number,
  ratio: number | undefined,
): string {
  if ("ratioAtLeast" in goal) {
    const isMet = ratio !== undefined && ratio >= goal.ratioAtLeast;
    return `≥ ${goal.ratioAtLeast}× ${isMet ? "✓" : "✗"}`;
  }
  const [isMet, limit] =
    "ours" in goal
      ? [ours <= goal.ours, amount(goal.ours, unit)]
      : [ratio !== undefined && ratio <= goal.ratio, `${goal.ratio}×`];
  return `≤ ${limit} ${isMet ? "✓" : "✗"}`;
}

/** Bytes are shown as kB of 1,000. */
function amount(value: number, unit: Shown["unit"]): string {
  if (unit === "kB") return `${(value / 1000).toFixed(1)} kB`;
  return unit === "ms" ? `${Math.round(value)} ms` : String(value);
}

function width(lines: string[][], column: number): number {
  return Math.max(...lines.map((cells) => cells[column]?.length ?? 0));
}

function figuresOf<Figure extends string>(figures: Record<Figure, unknown>): Figure[] {
  return Object.keys(figures) as Figure[];
}

/** Four digits behind the point: more than any measurement here is good for. */
function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
