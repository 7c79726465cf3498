/** Which arguments a text uses, e.g. `0,1` for `{1} of {0}`; for comparing two languages. */
export function argumentsOf(text = ""): string {
  return [...new Set([...text.matchAll(/\{(\d+)[,}]/g)].map(([, number]) => number))]
    .toSorted()
    .join();
}
