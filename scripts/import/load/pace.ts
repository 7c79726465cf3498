/** How many requests go on at once: a server on two cores is busy with four. */
const fewest = 1;
const first = 4;
const most = 12;

/** A window is as long as it takes to see a difference. */
const windowMs = 2_000;

/** What differs by less is noise. */
const noise = 0.05;

/** So many windows at the best number there is, and then one with another: the server may have changed. */
const windowsAtBest = 4;

/**
 * Finds how many requests at once a server does best with. It stays with the best number it has seen and
 * tries one more and one fewer now and then. After a failure it begins low again.
 */
export class Pace {
  #concurrency = first;
  /** What was best, and how many people a millisecond that was. */
  #best = { concurrency: first, rate: 0 };
  #direction = 1;
  #windows = 0;
  #done = 0;
  #since: number;

  /** @param now in milliseconds */
  constructor(now: number) {
    this.#since = now;
  }

  /** How many requests may go on at once. */
  get concurrency(): number {
    return this.#concurrency;
  }

  /** So many people more are done. */
  done(people: number, now: number): void {
    this.#done += people;
    const elapsed = now - this.#since;
    if (elapsed < windowMs) return;
    const rate = this.#done / elapsed;
    const isBest = this.#concurrency === this.#best.concurrency;
    if (rate > this.#best.rate * (1 + noise) && !isBest) {
      this.#best = { concurrency: this.#concurrency, rate };
      this.#to(this.#concurrency + this.#direction, now);
      return;
    }
    // A number is worth what it has been lately, not in its best moment.
    if (isBest) this.#best.rate = this.#best.rate === 0 ? rate : (this.#best.rate + rate) / 2;
    else this.#direction *= -1;
    this.#windows += 1;
    const isTry = isBest && this.#windows % windowsAtBest === 0;
    this.#to(this.#best.concurrency + (isTry ? this.#direction : 0), now);
  }

  /** Something failed in passing: the server may have too much to do. */
  failed(now: number): void {
    const concurrency = Math.max(Math.floor(this.#concurrency / 2), fewest);
    this.#best = { concurrency, rate: 0 };
    this.#direction = 1;
    this.#to(concurrency, now);
  }

  #to(concurrency: number, now: number): void {
    this.#concurrency = Math.min(Math.max(concurrency, fewest), most);
    this.#done = 0;
    this.#since = now;
  }
}
