import { freePort, isPortFree } from "../server/port.ts";
import type { Teller } from "../terminal.ts";

/** Ports of the demo's parts, by name. */
export type Ports<Part extends string> = Readonly<Record<Part, number>>;

/**
 * Gives each part the port it likes, which stays the same from one demo to the next, or a free one
 * where somebody else has taken it.
 *
 * @param liked the ports, by the part's name as people read it
 */
export async function choosePorts<Part extends string>(
  liked: Ports<Part>,
  teller: Teller,
): Promise<Ports<Part>> {
  const chosen = {} as Record<Part, number>;
  for (const [part, port] of Object.entries(liked) as [Part, number][]) {
    const isFree = await isPortFree(port);
    chosen[part] = isFree ? port : await freePort();
    if (!isFree) teller.warn(`Port ${port} is taken: ${part} uses ${chosen[part]}`);
  }
  return chosen;
}
