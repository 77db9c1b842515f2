/**
 * How soon a page that keeps changing is looked at again. What happens now and then is answered at the next frame; a
 * storm is looked at as often as a small share of the time allows.
 */

/** Share of the time that reports may take in the long run. */
const SHARE = 0.003;
/** Saved up while the page is quiet, in milliseconds of work: some ten small changes in a row. */
const PURSE_MS = 5;
/** However dear the last report was, the next one comes after this many milliseconds. */
const WAIT_MOST_MS = 600;

export class Pace {
  #purse = PURSE_MS;
  #at = performance.now();

  /** Milliseconds until the next report may run. */
  wait(): number {
    const now = performance.now();
    this.#purse = Math.min(PURSE_MS, this.#purse + (now - this.#at) * SHARE);
    this.#at = now;
    return this.#purse > 0 ? 0 : -this.#purse / SHARE;
  }

  /** The admin does something: what follows is answered at once. */
  fill(): void {
    this.#purse = PURSE_MS;
  }

  spend(milliseconds: number): void {
    this.wait();
    this.#purse = Math.max(this.#purse - milliseconds, -WAIT_MOST_MS * SHARE);
  }
}
