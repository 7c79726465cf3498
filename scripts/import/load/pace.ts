/** How many requests go on at once: a server on two cores is busy with a few. */
const fewest = 1;
const first = 6;
const most = 8;

/** A window is as long as it takes to see a difference. */
const windowMs = 1_000;

/** What differs by less is noise. */
const noise = 0.03;

/**
 * Finds how many requests at once a server does best with: one more or one fewer, on as long as it gets
 * faster, and back as soon as it gets slower. After a failure it begins low again.
 */
export class Pace {
  #concurrency = first;
  #direction = 1;
  #lastRate = 0;
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
    if (this.#lastRate > 0 && rate < this.#lastRate * (1 - noise)) this.#direction *= -1;
    // What made no difference is not worth a request more.
    else if (this.#lastRate > 0 && rate < this.#lastRate * (1 + noise)) this.#direction = -1;
    this.#lastRate = rate;
    this.#to(this.#concurrency + this.#direction, now);
  }

  /** Something failed in passing: the server may have too much to do. */
  failed(now: number): void {
    this.#lastRate = 0;
    this.#direction = 1;
    this.#to(Math.floor(this.#concurrency / 2), now);
  }

  #to(concurrency: number, now: number): void {
    this.#concurrency = Math.min(Math.max(concurrency, fewest), most);
    if (this.#concurrency === fewest) this.#direction = 1;
    this.#done = 0;
    this.#since = now;
  }
}
