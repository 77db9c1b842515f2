/**
 * What elements of a page say of one kind (an ID, an address), kept current while the page changes: only what changed is
 * looked through again.
 */
import { walk } from './walk';

/** Elements looked through between two chances to pause. */
const PAUSE_EVERY = 200;

/** What elements say, in no order. */
export type Hits<Said> = ReadonlyMap<Element, Said>;

/** What an element says, if it says anything of this kind. */
type Read<Said> = (element: Element) => Said | undefined;

export class KeptHits<Said> {
  readonly #read: Read<Said>;
  readonly #hits = new Map<Element, Said>();

  constructor(read: Read<Said>) {
    this.#read = read;
  }

  get all(): Hits<Said> {
    return this.#hits;
  }

  /** Looks through what changed. Pauses at each `yield`. */
  *update(changed: readonly Element[]): Generator<void> {
    for (const element of this.#hits.keys()) if (!element.isConnected) this.#hits.delete(element);
    let count = 0;
    for (const root of changed) {
      for (const element of walk(root)) {
        if (++count % PAUSE_EVERY === 0) yield;
        const said = this.#read(element);
        if (said === undefined) this.#hits.delete(element);
        else this.#hits.set(element, said);
      }
    }
  }
}

/** All of a page at once, for an answer to what the admin does. */
export function allHits<Said>(document: Document, read: Read<Said>): Hits<Said> {
  const hits = new Map<Element, Said>();
  for (const element of walk(document.documentElement)) {
    const said = read(element);
    if (said !== undefined) hits.set(element, said);
  }
  return hits;
}
