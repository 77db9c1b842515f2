/**
 * Finds the rows of client secrets on a page and keeps them current while the page changes: only what changed is
 * looked through again.
 */
import { flatParent, isShown } from '../page/text';
import type { DateHints } from './dates';
import { pieceOf } from './row-texts';
import { type Headers, readSecretRow, type SecretRow } from './secret-row';
import { walk } from './walk';

/** How far above a GUID its row can begin. */
const LEVELS = 10;
/** Elements looked through between two chances to pause. */
const PAUSE_EVERY = 200;
/** Rows read between two chances to pause. */
const ROWS_AT_ONCE = 10;

interface Hit {
  readonly kind: 'guid' | 'value';
  wasShown: boolean;
}

/** All rows of client secrets in the document. */
export function readSecretRows(document: Document, dates: DateHints): SecretRow[] {
  const finder = new SecretRowFinder(() => dates);
  const run = finder.update([document.documentElement], true);
  while (!run.next().done);
  return finder.rows();
}

export class SecretRowFinder {
  readonly #dates: () => DateHints;
  /** Elements that show a GUID, or a readable or hidden value. */
  readonly #hits = new Map<Element, Hit>();
  #rows = new Map<Element, SecretRow>();
  /** How many elements were looked at so far: the cost, for tests. */
  visited = 0;

  constructor(dates: () => DateHints) {
    this.#dates = dates;
  }

  rows(): SecretRow[] {
    return [...this.#rows.values()];
  }

  /**
   * Looks through what changed. Pauses at each `yield`.
   * @returns whether any row came, went or reads differently
   */
  *update(changed: readonly Element[], mayHaveMoved: boolean): Generator<void, boolean> {
    const touched = new Set<Element>();
    if (this.#forget(changed)) touched.add(CONTAINERS_CHANGED);
    for (const root of changed) {
      for (const element of walk(root)) {
        if (++this.visited % PAUSE_EVERY === 0) yield;
        const piece = pieceOf(element);
        if (!piece || piece.kind === 'text') continue;
        this.#hits.set(element, {
          kind: piece.kind === 'guid' ? 'guid' : 'value',
          wasShown: isShown(element),
        });
        touched.add(CONTAINERS_CHANGED);
      }
      const row = this.#rowAround(root);
      if (row) touched.add(row);
    }
    if (mayHaveMoved) this.#noteShowing(touched);
    return touched.size > 0 && (yield* this.#readAgain(touched, changed));
  }

  /** Drops what left the page or is looked through anew. */
  #forget(changed: readonly Element[]): boolean {
    const roots = new Set(changed);
    let dropped = false;
    for (const element of this.#hits.keys()) {
      if (element.isConnected && !isInAny(element, roots)) continue;
      this.#hits.delete(element);
      dropped = true;
    }
    return dropped;
  }

  #rowAround(element: Element): Element | undefined {
    for (const at of upwards(element)) if (this.#rows.has(at)) return at;
    return undefined;
  }

  /** A tab panel, a menu or a whole blade can be shown or hidden without any of its rows changing. */
  #noteShowing(touched: Set<Element>): void {
    for (const [element, hit] of this.#hits) {
      const shown = isShown(element);
      if (shown === hit.wasShown) continue;
      hit.wasShown = shown;
      touched.add(this.#rowAround(element) ?? element);
      touched.add(CONTAINERS_CHANGED);
    }
  }

  *#readAgain(touched: ReadonlySet<Element>, changed: readonly Element[]): Generator<void, boolean> {
    const containers = touched.has(CONTAINERS_CHANGED) ? rowContainers(this.#hits) : [...this.#rows.keys()];
    const next = new Map<Element, SecretRow>();
    const roots = new Set(changed);
    const dates = this.#dates();
    const headers: Headers = new Map();
    let differs = false;
    let count = 0;
    for (const container of containers) {
      const known = this.#rows.get(container);
      const isCurrent = known && !touched.has(container) && !isInAny(container, roots);
      const row = isCurrent ? known : readSecretRow(container, dates, headers);
      if (!isCurrent && ++count % ROWS_AT_ONCE === 0) yield;
      if (row) next.set(container, row);
      differs ||= row !== known;
    }
    differs ||= next.size !== this.#rows.size;
    this.#rows = next;
    return differs;
  }
}

/** Stands for *the set of rows may be another one*. */
const CONTAINERS_CHANGED = {} as Element;

/**
 * The smallest elements that hold a GUID and a value, none around another: a row whose value is not drawn yet must not
 * borrow the value of its neighbour through the grid around both.
 */
function rowContainers(hits: ReadonlyMap<Element, Hit>): Element[] {
  const holds = new Map<Element, { guid: boolean; value: boolean }>();
  for (const [element, { kind, wasShown }] of hits) {
    if (!wasShown) continue;
    for (const at of upwards(element)) {
      const held = holds.get(at) ?? { guid: false, value: false };
      held[kind] = true;
      holds.set(at, held);
    }
  }
  const containers = new Set<Element>();
  for (const [element, { kind, wasShown }] of hits) {
    if (!wasShown || kind !== 'guid') continue;
    for (const at of upwards(element)) {
      if (!holds.get(at)?.value) continue;
      containers.add(at);
      break;
    }
  }
  const outer = new Set<Element>();
  for (const container of containers) {
    for (let at = flatParent(container); at; at = flatParent(at)) outer.add(at);
  }
  return [...containers].filter((container) => !outer.has(container));
}

/** An element and as many around it as a row can span. */
function* upwards(element: Element): Iterable<Element> {
  let at: Element | null = element;
  for (let level = 0; at && level <= LEVELS; level++, at = flatParent(at)) yield at;
}

function isInAny(element: Element, roots: ReadonlySet<Element>): boolean {
  for (let at: Element | null = element; at; at = flatParent(at)) if (roots.has(at)) return true;
  return false;
}
