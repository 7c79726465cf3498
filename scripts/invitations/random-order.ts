import { randomInt } from "node:crypto";

/**
 * The same things in an order of chance, so that addresses that no mail server takes don't stand
 * before all others each time, and keep every portion from getting past them.
 */
export function inRandomOrder<T>(things: readonly T[]): T[] {
  const left = [...things];
  return things.flatMap(() => left.splice(randomInt(left.length), 1));
}
