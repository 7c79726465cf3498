import type { Adapter, AdapterPayload } from "oidc-provider";

/** What the sign-in server knows, in memory: browsers' sessions, codes, tokens. */
export class Storage {
  readonly #entries = new Map<string, AdapterPayload>();

  /**
   * Where one kind of thing is kept. Nothing is removed when its time is over, which the library
   * looks at by itself: a demo does not last, and tests neither.
   */
  of(model: string): Adapter {
    const entries = this.#entries;
    const keyOf = (id: string) => `${model}:${id}`;
    return {
      async upsert(id, payload) {
        entries.set(keyOf(id), payload);
      },
      async find(id) {
        return entries.get(keyOf(id));
      },
      async findByUid(uid) {
        return [...entries].find(([key, one]) => key.startsWith(keyOf("")) && one.uid === uid)?.[1];
      },
      async findByUserCode() {
        // Only of devices without a keyboard, which nobody signs in from.
        return undefined;
      },
      async consume(id) {
        const entry = entries.get(keyOf(id));
        if (entry !== undefined) entry.consumed = Math.floor(Date.now() / 1000);
      },
      async destroy(id) {
        entries.delete(keyOf(id));
      },
      async revokeByGrantId(grantId) {
        for (const [key, one] of entries) if (one.grantId === grantId) entries.delete(key);
      },
    };
  }
}
