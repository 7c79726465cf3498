/** When a command is killed: so many milliseconds after it has begun its nth request. */
export interface Moment {
  readonly request: number;
  readonly milliseconds: number;
}

/**
 * Random moments, one in each of so many equal parts of a run.
 *
 * @param requests how many a whole run makes
 * @param random gives a number from 0 to 1, without 1
 */
export function moments(count: number, requests: number, random: () => number): Moment[] {
  return Array.from({ length: count }, (_, part) => ({
    request: 1 + Math.floor(((part + random()) / count) * requests),
    milliseconds: Math.floor(random() * 20),
  }));
}

/** The same seed gives the same numbers (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
