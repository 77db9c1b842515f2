/** Which of our controls the page has just taken out: a rebuild may take several turns, and a press may be under way. */

/** How long one is waited for at every frame, as long as the page's features keep it. */
const COMING_BACK_MS = 1000;

export class Standing {
  readonly #controls: () => Iterable<Element>;
  readonly #standing = new Set<Element>();
  /** When one was missed first. */
  readonly #missedAt = new Map<Element, number>();

  constructor(controls: () => Iterable<Element>) {
    this.#controls = controls;
  }

  /** Whether one that stood a moment ago is not there. */
  isOneMissing(): boolean {
    let isMissing = false;
    for (const control of this.#controls()) {
      if (control.isConnected) {
        if (!this.#standing.has(control)) this.#standing.add(control);
        if (this.#missedAt.size > 0) this.#missedAt.delete(control);
      } else {
        if (this.#standing.delete(control)) this.#missedAt.set(control, performance.now());
        const since = this.#missedAt.get(control);
        isMissing ||= since !== undefined && performance.now() - since < COMING_BACK_MS;
      }
    }
    return isMissing;
  }

  clear(): void {
    this.#standing.clear();
    this.#missedAt.clear();
  }
}
