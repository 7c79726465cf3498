import { setTimeout as delay } from "node:timers/promises";

/**
 * Lets things happen no more often than so many times a minute, evenly: what comes late does not make
 * the next ones come faster.
 *
 * @returns waits for the next turn; rejects when it is broken off
 */
export function pace(perMinute: number): (signal: AbortSignal) => Promise<void> {
  const intervalMs = 60_000 / perMinute;
  let freeAt = performance.now();
  return async (signal) => {
    const now = performance.now();
    const at = Math.max(freeAt, now);
    freeAt = at + intervalMs;
    await delay(at - now, undefined, { signal });
  };
}
