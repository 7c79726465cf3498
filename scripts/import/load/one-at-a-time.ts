/**
 * Does what concerns one account after the other: Keycloak takes an account's attributes as a whole, so
 * that of two changes at once one would be lost.
 */
export class OneAtATime {
  readonly #last = new Map<string, Promise<unknown>>();

  /** @param id the account's */
  async do<T>(id: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(id) ?? Promise.resolve();
    // How the one before ended is for whoever asked for it.
    const mine = before.then(work, work);
    this.#last.set(id, mine);
    try {
      return await mine;
    } finally {
      if (this.#last.get(id) === mine) this.#last.delete(id);
    }
  }
}
