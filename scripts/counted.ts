/** A number with its noun: `1 school`, `2 schools`, `2 addresses`. */
export function counted(count: number, noun: string, nouns = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : nouns}`;
}
