import { setTimeout as delay } from "node:timers/promises";

/** How long a Keycloak may take until it answers. */
export const startLimitMs = 180_000;

/**
 * Waits until Keycloak answers on a port of this machine.
 *
 * @param hasEnded whether the server ended by itself
 * @returns whether it answers; false when it ended before, or took longer than `startLimitMs`
 */
export async function answers(port: number, hasEnded: () => boolean): Promise<boolean> {
  const deadline = Date.now() + startLimitMs;
  while (!hasEnded() && Date.now() < deadline) {
    if (await isUp(port)) return true;
    await delay(100);
  }
  return false;
}

async function isUp(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/realms/master`);
    await response.body?.cancel();
    return response.status === 200;
  } catch {
    return false;
  }
}
