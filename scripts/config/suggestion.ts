/**
 * The candidate that was probably meant, or `undefined` when nothing is near enough.
 *
 * @param typed what was found
 * @param candidates what is allowed
 */
export function didYouMean(typed: string, candidates: readonly string[]): string | undefined {
  const farthest = Math.max(2, Math.floor(typed.length / 3));
  let best: { word: string; distance: number } | undefined;
  for (const word of candidates) {
    const distance = editDistance(typed.toLowerCase(), word.toLowerCase());
    if (distance <= farthest && (!best || distance < best.distance)) best = { word, distance };
  }
  return best?.word;
}

/** Levenshtein's distance: how many letters to insert, remove or replace. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
