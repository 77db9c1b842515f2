/**
 * Finds the rows of client secrets on a page and keeps them current while the page changes: only what changed is looked
 * through again, and rows whose value is hidden, of which a long list consists, only once somebody asks for them.
 */
import { atOnce } from '../page/at-once';
import { flatParent } from '../page/text';
import type { DateHints } from './dates';
import { isMaskedRow } from './masked-rows';
import { RowHits, upwards } from './row-hits';
import { pieceOf } from './row-texts';
import { type Headers, readSecretRow, type SecretRow } from './secret-row';
import { walk } from './walk';

/** Elements looked through between two chances to pause. */
const PAUSE_EVERY = 200;
/** Rows read between two chances to pause. */
const ROWS_AT_ONCE = 10;
/** How long, in milliseconds, headers that were found are not looked for again. */
const HEADERS_MS = 1000;
/** So many rows that were left unread are looked through for those that have gone. */
const UNREAD_LEAST = 1000;

/** A row that was found; read when it is asked for. `row` is absent where it turned out to be no client secret. */
interface Found {
  isRead: boolean;
  row?: SecretRow;
}

/** What changed on a page; see `DomChange`. */
export interface RowsChange {
  readonly changed: readonly Element[];
  readonly mayHaveMoved: boolean;
  /** Where something may have been shown or hidden; without it, in what changed. */
  readonly moved?: readonly Element[];
  /** Those of `changed` that are known to be rows with a hidden value. */
  readonly plain?: ReadonlySet<Element>;
  /** Lists of such rows that changed; what else stands in them is in `changed` where it did. */
  readonly lists?: readonly Element[];
}

/** All rows of client secrets in the document. */
export function readSecretRows(document: Document, dates: DateHints): SecretRow[] {
  const finder = new SecretRowFinder(() => dates);
  atOnce(finder.update({ changed: [document.documentElement], mayHaveMoved: true }));
  return finder.rows();
}

export class SecretRowFinder {
  readonly #dates: () => DateHints;
  readonly #hits = new RowHits();
  #rows = new Map<Element, Found>();
  /** Rows with a hidden value that nobody has asked for yet. */
  readonly #unread = new Set<Element>();
  /** Lists whose items are such rows, those apart in which something was found. */
  readonly #lists = new Set<Element>();
  #pruneAt = UNREAD_LEAST;
  #headers: Headers = new Map();
  #headersAt = Number.NEGATIVE_INFINITY;
  /** How many elements were looked at so far: the cost, for tests. */
  visited = 0;

  constructor(dates: () => DateHints) {
    this.#dates = dates;
  }

  /** How many rows there are, those that were left unread included. */
  get size(): number {
    this.#takeApart();
    return this.#rows.size + [...this.#unread].filter((row) => row.isConnected).length;
  }

  /** All rows, or the first ones. */
  rows(most = Number.POSITIVE_INFINITY): SecretRow[] {
    this.#lookInto(this.#someUnread(most));
    return this.#read([...this.#rows.keys()].slice(0, most));
  }

  /** Reads the first rows, for `rows` to have them at hand. Pauses at each `yield`. */
  *readAhead(most: number): Generator<void> {
    const unread = this.#someUnread(most);
    for (let i = 0; i < unread.length; i += ROWS_AT_ONCE) {
      this.#lookInto(unread.slice(i, i + ROWS_AT_ONCE));
      yield;
    }
    yield* this.#readSlowly([...this.#rows.keys()].slice(0, most));
  }

  /** Rows with a text in them: an ID, a description. */
  rowsSaying(text: string): SecretRow[] {
    this.#takeApart();
    const says = (element: Element) =>
      element.textContent?.toLowerCase().includes(text.toLowerCase()) === true;
    this.#lookInto([...this.#unread].filter(says));
    return this.#read([...this.#rows.keys()]).filter(({ secretId, description }) =>
      [secretId, description].includes(text),
    );
  }

  /** Rows in which something may be a value that can be read. */
  candidates(): SecretRow[] {
    return this.#read(this.#candidateContainers());
  }

  /** The row that one of these elements is. */
  rowAt(elements: readonly EventTarget[]): SecretRow | undefined {
    this.#takeApart();
    this.#lookInto([...this.#unread].filter((row) => elements.includes(row)));
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

  /**
   * Looks through what changed. Pauses at each `yield`.
   * @returns whether any row came, went or reads differently
   */
  *update({
    changed,
    mayHaveMoved,
    moved = changed,
    plain,
    lists = [],
  }: RowsChange): Generator<void, boolean> {
    const renewed = new Set<Element>();
    const touched = new Set<Element>();
    const outside = new Set<Element>();
    let haveContainersChanged = this.#hits.dropGone();
    for (const list of this.#lists) if (!list.isConnected) this.#lists.delete(list);
    for (const list of lists) this.#lists.add(list);
    yield* this.#pruneUnread();
    let count = 0;
    for (const root of changed) {
      const start = this.#unreadAround(root, outside) ?? root;
      if (++count % PAUSE_EVERY === 0) yield;
      this.visited += 1;
      if (this.#leaveUnread(start, start === root ? plain?.has(root) : undefined)) continue;
      for (const element of walk(start, (item) => this.#leaveUnread(item))) {
        if (++count % PAUSE_EVERY === 0) yield;
        if (!element) continue;
        this.visited += 1;
        haveContainersChanged = this.#look(element, renewed) || haveContainersChanged;
      }
      const row = this.#rowAround(start);
      if (row) touched.add(row);
    }
    if (mayHaveMoved) {
      const turned = this.#hits.lookAgain(moved, (element) => this.#rows.has(element));
      for (const element of turned) touched.add(this.#rowAround(element) ?? element);
      haveContainersChanged ||= turned.length > 0;
    }
    if (!haveContainersChanged && touched.size === 0) return false;
    const differs = this.#findAgain(haveContainersChanged, touched, renewed);
    yield* this.#readSlowly(this.#candidateContainers());
    return differs;
  }

  /** @returns whether there is, or was, anything of a row */
  #look(element: Element, renewed: Set<Element>): boolean {
    const piece = pieceOf(element);
    const wasHit = this.#hits.drop(element);
    if (!piece || piece.kind === 'text') return wasHit;
    this.#hits.add(element, piece.kind);
    renewed.add(element);
    return true;
  }

  #leaveUnread(element: Element, isKnown = isMaskedRow(element)): boolean {
    // What was found in it once has to be looked at again.
    if (!isKnown || this.#hits.standIn(element)) return false;
    this.#unread.add(element);
    return true;
  }

  /**
   * A row that was left unread, and has changed inside. It may be no such row any more.
   * @param outside parents of what was asked before that stand in no such row: a long list is asked about once
   */
  #unreadAround(element: Element, outside: Set<Element>): Element | undefined {
    if (this.#unread.delete(element) || this.#unread.size + this.#lists.size === 0) return undefined;
    const parent = flatParent(element);
    if (!parent || outside.has(parent)) return undefined;
    for (const at of upwards(parent)) {
      const list = flatParent(at);
      if (this.#unread.delete(at) || (list && this.#lists.has(list))) return at;
    }
    outside.add(parent);
    return undefined;
  }

  /** Each row of a list by itself, for those who ask for rows. */
  #takeApart(): void {
    const renewed = new Set<Element>();
    for (const list of this.#lists) {
      if (!list.isConnected) continue;
      for (const item of list.children) {
        if (this.#hits.standIn(item) || this.#leaveUnread(item)) continue;
        // A list is told by its text: an item may hold two rows beside one of a few words.
        for (const element of walk(item)) this.#look(element, renewed);
      }
    }
    this.#lists.clear();
    if (renewed.size > 0) this.#findAgain(true, new Set(), renewed);
  }

  *#pruneUnread(): Generator<void> {
    if (this.#unread.size < this.#pruneAt) return;
    let count = 0;
    for (const row of this.#unread) {
      if (++count % PAUSE_EVERY === 0) yield;
      if (!row.isConnected) this.#unread.delete(row);
    }
    this.#pruneAt = Math.max(UNREAD_LEAST, this.#unread.size * 2);
  }

  /** So many of them that there are `most` rows altogether. */
  #someUnread(most: number): Element[] {
    const count = most - this.#rows.size;
    if (count > 0) this.#takeApart();
    if (count <= 0 || this.#unread.size === 0) return [];
    return [...this.#unread].filter((row) => row.isConnected).slice(0, count);
  }

  #lookInto(rows: readonly Element[]): void {
    if (rows.length === 0) return;
    const renewed = new Set<Element>();
    for (const row of rows) {
      this.#unread.delete(row);
      if (row.isConnected) for (const element of walk(row)) this.#look(element, renewed);
    }
    this.#findAgain(true, new Set(), renewed);
  }

  #candidateContainers(): Element[] {
    return [...this.#rows.keys()].filter((container) => this.#hits.mayHoldValue(container));
  }

  #rowAround(element: Element): Element | undefined {
    for (const at of upwards(element)) if (this.#rows.has(at)) return at;
    return undefined;
  }

  #findAgain(
    haveContainersChanged: boolean,
    touched: ReadonlySet<Element>,
    renewed: ReadonlySet<Element>,
  ): boolean {
    const found = haveContainersChanged ? this.#hits.containers(renewed) : undefined;
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

  #read(containers: readonly Element[]): SecretRow[] {
    atOnce(this.#readSlowly(containers));
    return containers.flatMap((container) => this.#rows.get(container)?.row ?? []);
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

  /** Looking for headers goes through the whole list: what was found a moment ago still stands. */
  #headersNow(): Headers {
    const now = performance.now();
    if (now - this.#headersAt > HEADERS_MS) {
      this.#headers = new Map();
      this.#headersAt = now;
    }
    return this.#headers;
  }
}
