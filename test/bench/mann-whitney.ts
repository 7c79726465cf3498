/** How far two samples can be told apart, by the rank of their values alone. */
export interface RankTest {
  /** Pairs in which the first sample's value is the larger one; a tie counts half. */
  u: number;
  /**
   * `u` of all pairs: how often somebody is right who is shown one value of each sample and says that
   * the larger one is of the first. 0.5 is no better than a coin; also called the area under the ROC
   * curve.
   */
  auc: number;
  /** Two-sided: how likely as much of a difference, or more, is where there is none. */
  p: number;
}

/**
 * The Mann-Whitney U test, by the normal approximation with the corrections for ties and continuity:
 * good for samples of eight and more. Rounded times have ties, and long ones that a busy moment
 * makes; neither hurts it.
 *
 * @throws Error when a sample is empty
 */
export function mannWhitney(first: readonly number[], second: readonly number[]): RankTest {
  const [n1, n2] = [first.length, second.length];
  if (n1 === 0 || n2 === 0) throw new Error("an empty sample cannot be compared");
  const { rankSum, tieSum } = ranked(first, second);
  const u = rankSum - (n1 * (n1 + 1)) / 2;
  const pairs = n1 * n2;
  const n = n1 + n2;
  const deviation = Math.sqrt((pairs / 12) * (n + 1 - tieSum / (n * (n - 1))));
  const distance = Math.max(0, Math.abs(u - pairs / 2) - 0.5);
  const p =
    deviation === 0 ? 1 : Math.min(1, complementaryError(distance / deviation / Math.SQRT2));
  return { u, auc: u / pairs, p };
}

/** The first sample's ranks summed up, and t³ − t of every group of t equal values. */
function ranked(first: readonly number[], second: readonly number[]) {
  const all = [
    ...first.map((value) => ({ value, isFirst: true })),
    ...second.map((value) => ({ value, isFirst: false })),
  ].sort((one, other) => one.value - other.value);
  let [rankSum, tieSum] = [0, 0];
  for (let start = 0, end = 0; start < all.length; start = end) {
    let ofFirst = 0;
    for (; all[end]?.value === all[start]?.value && end < all.length; end++) {
      if (all[end]?.isFirst) ofFirst++;
    }
    // Equal values share the mean of their ranks, which count from 1.
    rankSum += (ofFirst * (start + 1 + end)) / 2;
    tieSum += (end - start) ** 3 - (end - start);
  }
  return { rankSum, tieSum };
}

/**
 * erfc for x ≥ 0, with a relative error below 1.2e-7.
 *
 * @see Press et al., Numerical Recipes, section 6.2
 */
function complementaryError(x: number): number {
  const t = 1 / (1 + x / 2);
  const coefficients = [
    -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398,
    1.48851587, -0.82215223, 0.17087277,
  ];
  const series = coefficients.reduceRight((sum, coefficient) => sum * t + coefficient, 0);
  return t * Math.exp(-x * x + series);
}
