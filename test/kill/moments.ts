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
