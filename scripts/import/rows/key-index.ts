import { hash, randomBytes } from "node:crypto";

/**
 * Numbers by keys, in about 24 bytes for each: keys are kept as 64 bits of a hash that nobody can foresee.
 * That two of a million keys meet has a chance of one in thirty million; whoever uses it must come to no
 * harm by that.
 */
export class KeyIndex {
  #high = new Uint32Array(1024);
  #low = new Uint32Array(1024);
  /** One more than the value; 0 where a slot is free. */
  #values = new Uint32Array(1024);
  #size = 0;

  /** How many keys there are. */
  get size(): number {
    return this.#size;
  }

  /** @returns none for a key that was not set */
  get(key: string): number | undefined {
    const [high, low] = hashed(key);
    const stored = this.#values[this.#slot(high, low)];
    return stored ? stored - 1 : undefined;
  }

  /** @param value an integer from 0 */
  set(key: string, value: number): void {
    const [high, low] = hashed(key);
    const slot = this.#slot(high, low);
    if (this.#values[slot] === 0) this.#size += 1;
    this.#put(slot, high, low, value + 1);
    if (this.#size * 2 > this.#values.length) this.#grow();
  }

  /** Where a key is, or would be. */
  #slot(high: number, low: number): number {
    const mask = this.#values.length - 1;
    let slot = low & mask;
    while (this.#values[slot] !== 0 && (this.#high[slot] !== high || this.#low[slot] !== low)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #put(slot: number, high: number, low: number, stored: number): void {
    this.#high[slot] = high;
    this.#low[slot] = low;
    this.#values[slot] = stored;
  }

  #grow(): void {
    const [high, low, values] = [this.#high, this.#low, this.#values];
    const length = values.length * 2;
    this.#high = new Uint32Array(length);
    this.#low = new Uint32Array(length);
    this.#values = new Uint32Array(length);
    for (let place = 0; place < values.length; place++) {
      const stored = values[place] ?? 0;
      if (stored === 0) continue;
      const [one = 0, other = 0] = [high[place], low[place]];
      this.#put(this.#slot(one, other), one, other, stored);
    }
  }
}

/** Another one for each process: whoever writes an export can't make two keys meet. */
const salt = randomBytes(16).toString("base64");

function hashed(key: string): [high: number, low: number] {
  const digest = hash("sha256", salt + key, "binary");
  return [word(digest, 0), word(digest, 4)];
}

function word(bytes: string, from: number): number {
  return (
    ((bytes.charCodeAt(from) << 24) |
      (bytes.charCodeAt(from + 1) << 16) |
      (bytes.charCodeAt(from + 2) << 8) |
      bytes.charCodeAt(from + 3)) >>>
    0
  );
}
