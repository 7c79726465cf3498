import { seeded } from "../support/seeded.ts";

/** Draws at random; the same seed draws the same. */
export class Draw {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = seeded(seed);
  }

  /** From 0 to 1, without 1. */
  part(): number {
    return this.#random();
  }

  /** A whole number from 0 to below this. */
  below(limit: number): number {
    return Math.floor(this.#random() * limit);
  }

  /** True in so many of a hundred. */
  percent(chance: number): boolean {
    return this.below(100) < chance;
  }

  of<T>(list: readonly T[]): T {
    const drawn = list[this.below(list.length)];
    if (drawn === undefined) throw new Error("nothing to draw from");
    return drawn;
  }
}
