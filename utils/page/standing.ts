/** Which of our controls the page has just taken out: a rebuild may take several turns, and a press may be under way. */

/** How long one is waited for at every frame, as long as the page's features keep it. */
const COMING_BACK_MS = 1000;

export interface Control {
  readonly host: Element;
}

export class Standing {
  readonly #controls: () => Iterable<Control>;
  readonly #standing = new Set<Element>();
  /** When one was missed first. */
  readonly #missedAt = new Map<Element, number>();

  constructor(controls: () => Iterable<Control>) {
    this.#controls = controls;
  }

  /** Whether one that stood a moment ago is not there. */
  isOneMissing(): boolean {
    let isMissing = false;
    for (const { host } of this.#controls()) {
      if (host.isConnected) {
        if (!this.#standing.has(host)) this.#standing.add(host);
        if (this.#missedAt.size > 0) this.#missedAt.delete(host);
      } else {
        if (this.#standing.delete(host)) this.#missedAt.set(host, performance.now());
        const since = this.#missedAt.get(host);
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
