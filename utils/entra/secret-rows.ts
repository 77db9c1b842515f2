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
/** How long, in milliseconds, headers that were found are not looked for again. */
const HEADERS_MS = 1000;

interface Hit {
  readonly kind: keyof Held;
  wasShown: boolean;
  /** The element and as many around it as a row can span, as it stood when it was found. */
  readonly path: readonly Element[];
}

/** How many shown GUIDs, hidden values and possible values stand below an element, no farther than a row can span. */
interface Held {
  guid: number;
  masked: number;
  value: number;
}

const NONE: Held = { guid: 0, masked: 0, value: 0 };
const isEmpty = ({ guid, masked, value }: Held) => guid + masked + value === 0;
const isRow = ({ guid, masked, value }: Held) => guid > 0 && masked + value > 0;

/** A row that was found; read when it is asked for. `row` is absent where it turned out to be no client secret. */
interface Found {
  isRead: boolean;
  row?: SecretRow;
}

/** Up to this many hits are asked one by one whether they are shown. */
const ASKED_ALL_MOST = 200;

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
  /** Kept current with the hits, so that the rows are found without looking at all of them. */
  readonly #held = new Map<Element, Held>();
  #rows = new Map<Element, Found>();
  #headers: Headers = new Map();
  #headersAt = Number.NEGATIVE_INFINITY;
  /** How many elements were looked at so far: the cost, for tests. */
  visited = 0;

  constructor(dates: () => DateHints) {
    this.#dates = dates;
  }

  get size(): number {
    return this.#rows.size;
  }

  /** All rows, or the first ones. */
  rows(most = Number.POSITIVE_INFINITY): SecretRow[] {
    return this.#read([...this.#rows.keys()].slice(0, most));
  }

  /** Reads the first rows, for `rows` to have them at hand. Pauses at each `yield`. */
  *readAhead(most: number): Generator<void> {
    yield* this.#readSlowly([...this.#rows.keys()].slice(0, most));
  }

  /** Rows in which something may be a value that can be read. */
  candidates(): SecretRow[] {
    return this.#read(this.#candidateContainers());
  }

  #candidateContainers(): Element[] {
    return [...this.#rows.keys()].filter((container) => (this.#held.get(container)?.value ?? 0) > 0);
  }

  /** The row that one of these elements is. */
  rowAt(elements: readonly EventTarget[]): SecretRow | undefined {
    return this.#read([...this.#rows.keys()].filter((container) => elements.includes(container)))[0];
  }

  /** Expiries of rows that were read already, each text once. */
  expiryTexts(most: number): string[] {
    const texts = new Set<string>();
    for (const { row } of this.#rows.values()) {
      if (texts.size >= most) break;
      if (row?.expiresText) texts.add(row.expiresText);
    }
    return [...texts];
  }

  #read(containers: readonly Element[]): SecretRow[] {
    for (const _pause of this.#readSlowly(containers));
    return containers.flatMap((container) => this.#rows.get(container)?.row ?? []);
  }

  /** Looking for headers goes through the whole list: what was found a moment ago still stands. */
  #headersNow(): Headers {
    const now = performance.now();
    if (now - this.#headersAt > HEADERS_MS) {
      this.#headers = new Map();
      this.#headersAt = now;
    }
    return this.#headers;
  }

  *#readSlowly(containers: readonly Element[]): Generator<void> {
    const unread = containers.flatMap((container) => {
      const found = this.#rows.get(container);
      return found && !found.isRead ? { container, found } : [];
    });
    if (unread.length === 0) return;
    const dates = this.#dates();
    const headers = this.#headersNow();
    let count = 0;
    for (const { container, found } of unread) {
      const row = readSecretRow(container, dates, headers);
      found.isRead = true;
      if (row) found.row = row;
      if (++count % ROWS_AT_ONCE === 0) yield;
    }
  }

  /**
   * Looks through what changed. Pauses at each `yield`.
   * @param moved where something may have been shown or hidden; without it, anywhere
   * @returns whether any row came, went or reads differently
   */
  *update(
    changed: readonly Element[],
    mayHaveMoved: boolean,
    moved: readonly Element[] = changed,
  ): Generator<void, boolean> {
    const renewed = new Set<Element>();
    const touched = new Set<Element>();
    let haveContainersChanged = this.#forgetGone();
    for (const root of changed) {
      for (const element of walk(root)) {
        if (++this.visited % PAUSE_EVERY === 0) yield;
        const piece = pieceOf(element);
        const known = this.#drop(element);
        if (!piece || piece.kind === 'text') {
          haveContainersChanged ||= known;
          continue;
        }
        this.#add(element, piece.kind);
        renewed.add(element);
        haveContainersChanged = true;
      }
      const row = this.#rowAround(root);
      if (row) touched.add(row);
    }
    if (mayHaveMoved && this.#noteShowing(moved, touched)) haveContainersChanged = true;
    if (!haveContainersChanged && touched.size === 0) return false;
    const differs = this.#findAgain(haveContainersChanged, touched, renewed);
    yield* this.#readSlowly(this.#candidateContainers());
    return differs;
  }

  #add(element: Element, kind: Hit['kind']): void {
    const hit = { kind, wasShown: isShown(element), path: [...upwards(element)] };
    this.#hits.set(element, hit);
    if (hit.wasShown) this.#count(hit, 1);
  }

  #drop(element: Element): boolean {
    const hit = this.#hits.get(element);
    if (!hit) return false;
    this.#hits.delete(element);
    if (hit.wasShown) this.#count(hit, -1);
    return true;
  }

  #count({ kind, path }: Hit, by: 1 | -1): void {
    for (const at of path) {
      const held = this.#held.get(at) ?? { guid: 0, masked: 0, value: 0 };
      held[kind] += by;
      if (isEmpty(held)) this.#held.delete(at);
      else this.#held.set(at, held);
    }
  }

  /** Drops what left the page. */
  #forgetGone(): boolean {
    let dropped = false;
    for (const element of this.#hits.keys()) {
      if (!element.isConnected) dropped = this.#drop(element) || dropped;
    }
    return dropped;
  }

  #rowAround(element: Element): Element | undefined {
    for (const at of upwards(element)) if (this.#rows.has(at)) return at;
    return undefined;
  }

  /**
   * A tab panel, a menu or a whole blade can be shown or hidden without any of its rows changing. In a long list one row
   * stands for those beside it, as long as nothing in the list itself was shown or hidden.
   */
  #noteShowing(moved: readonly Element[], touched: Set<Element>): boolean {
    const asksAll = this.#hits.size <= ASKED_ALL_MOST;
    let differs = asksAll ? this.#askAll(this.#hits.keys(), touched) : false;
    if (asksAll) return differs;
    const inMoved = [...this.#hits.keys()].filter((hit) =>
      moved.some((at) => at !== hit && at.contains(hit)),
    );
    differs = this.#askAll([...inMoved, ...moved], touched);
    if (inMoved.length < this.#hits.size && this.#askAll(this.#oneAList(), touched)) {
      this.#askAll(this.#hits.keys(), touched);
      differs = true;
    }
    return differs;
  }

  /** A hit of the first row of each list. */
  #oneAList(): Element[] {
    const lists = new Map<Element | null, Element>();
    for (const [element, { path }] of this.#hits) {
      const at = path.findIndex((each) => this.#rows.has(each));
      const list = path[at + 1] ?? null;
      if (!lists.has(list)) lists.set(list, element);
    }
    return [...lists.values()];
  }

  #askAll(elements: Iterable<Element>, touched: Set<Element>): boolean {
    let differs = false;
    for (const element of elements) {
      const hit = this.#hits.get(element);
      const shown = hit && isShown(element);
      if (!hit || shown === hit.wasShown) continue;
      hit.wasShown = !hit.wasShown;
      this.#count(hit, hit.wasShown ? 1 : -1);
      touched.add(this.#rowAround(element) ?? element);
      differs = true;
    }
    return differs;
  }

  #findAgain(
    haveContainersChanged: boolean,
    touched: ReadonlySet<Element>,
    renewed: ReadonlySet<Element>,
  ): boolean {
    const found = haveContainersChanged ? this.#containers(renewed) : undefined;
    const next = new Map<Element, Found>();
    let differs = false;
    for (const container of found?.all ?? this.#rows.keys()) {
      const known = this.#rows.get(container);
      const isCurrent = known && !touched.has(container) && !found?.renewed.has(container);
      next.set(container, isCurrent ? known : { isRead: false });
      differs ||= !isCurrent;
    }
    differs ||= next.size !== this.#rows.size;
    this.#rows = next;
    return differs;
  }

  /**
   * The smallest elements that hold a GUID and a value, none around another: a row whose value is not drawn yet must not
   * borrow the value of its neighbour through the grid around both. `renewed`: those of hits that were found anew.
   */
  #containers(renewedHits: ReadonlySet<Element>): { all: Element[]; renewed: Set<Element> } {
    const containers = new Set<Element>();
    const renewed = new Set<Element>();
    for (const [element, { kind, wasShown, path }] of this.#hits) {
      if (!wasShown) continue;
      const container = path.find((at) => isRow(this.#held.get(at) ?? NONE));
      if (!container) continue;
      if (kind === 'guid') containers.add(container);
      if (renewedHits.has(element)) renewed.add(container);
    }
    const outer = new Set<Element>();
    for (const container of containers) {
      for (let at = flatParent(container); at && !outer.has(at); at = flatParent(at)) outer.add(at);
    }
    return { all: [...containers].filter((container) => !outer.has(container)), renewed };
  }
}

/** An element and as many around it as a row can span. */
function* upwards(element: Element): Iterable<Element> {
  let at: Element | null = element;
  for (let level = 0; at && level <= LEVELS; level++, at = flatParent(at)) yield at;
}
