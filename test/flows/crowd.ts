import { EventEmitter, once } from "node:events";

/**
 * People who do the same again and again, side by side, while something else is changed under them.
 * Some of them wait for a change in the middle of what they do.
 */
export class Crowd implements AsyncDisposable {
  readonly #events = new EventEmitter().setMaxListeners(0);
  readonly #ended = new AbortController();
  readonly #work: Promise<void>[] = [];
  /** How often each was through. */
  readonly #through = new Map<string, number>();
  /** How often each was through, or waited. */
  readonly #moves = new Map<string, number>();

  /**
   * Lets somebody begin.
   *
   * @param name who, for the figures
   * @param task what is done again and again, e.g. one whole sign-in; is given what waits for the
   *   next change, for which nobody has to wait at the end
   */
  join(name: string, task: (nextChange: () => Promise<void>) => Promise<void>): void {
    this.#through.set(name, 0);
    this.#moves.set(name, 0);
    const work = this.#again(name, task);
    // It is awaited later; until then its failure is nobody's surprise.
    work.catch(() => {});
    this.#work.push(work);
  }

  /** Tells of a change, and waits until everybody has come further since, or somebody failed. */
  async changed(): Promise<void> {
    const before = new Map(this.#moves);
    this.#events.emit("change");
    const isWaitedFor = () =>
      [...this.#moves].some(([name, count]) => count <= (before.get(name) ?? 0));
    const moved = async () => {
      while (isWaitedFor() && !this.#ended.signal.aborted) await this.#next("move");
    };
    await Promise.race([moved(), ...this.#work]);
  }

  /** Lets everybody finish. @returns how often each was through */
  async end(): Promise<Map<string, number>> {
    this.#ended.abort();
    await Promise.all(this.#work);
    return this.#through;
  }

  /** However it ends, nobody is left at it. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#ended.abort();
    await Promise.allSettled(this.#work);
  }

  async #again(
    name: string,
    task: (nextChange: () => Promise<void>) => Promise<void>,
  ): Promise<void> {
    const move = () => {
      this.#moves.set(name, (this.#moves.get(name) ?? 0) + 1);
      this.#events.emit("move");
    };
    const nextChange = async () => {
      move();
      await this.#next("change");
    };
    try {
      while (!this.#ended.signal.aborted) {
        await task(nextChange);
        this.#through.set(name, (this.#through.get(name) ?? 0) + 1);
        move();
      }
    } catch (error) {
      this.#ended.abort();
      throw new Error(`${name}: ${(error as Error).message}`, { cause: error });
    }
  }

  async #next(event: string): Promise<void> {
    const { signal } = this.#ended;
    if (signal.aborted) return;
    await once(this.#events, event, { signal }).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
  }
}
