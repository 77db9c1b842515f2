/** What an observer has told since somebody asked, looked at only then: much of it has gone again by that time. */
import { isHost } from './tag';
import { traceOf } from './trace';
import { childCountOf, childNodesOf } from './tree';

/** Attributes that may show or hide something. */
const SHOWING = new Set(['class', 'style', 'hidden', 'aria-hidden', 'open', 'dir']);
/** Attributes that change what something says or takes. */
const SAYING = [
  'title',
  'aria-label',
  'aria-labelledby',
  'value',
  'readonly',
  'disabled',
  'type',
  'placeholder',
  'href',
];

/** What a `MutationObserver` has to tell of. */
export const OBSERVED: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: [...SHOWING, ...SAYING],
};

/** What a page may have in thousands, and none of the features looks inside. */
export interface Plain {
  /** Whether this is one of them. */
  isOne(root: Element): boolean;
  /** What else stands in a list of them, empty elements left out; `undefined` where it is no such list, and in doubt. */
  othersIn(list: Element): readonly Element[] | undefined;
}

export interface Taken {
  /** Roots of what came or changed, connected, none inside another. */
  readonly changed: readonly Element[];
  /** Lists that changed, of items that are plain: only those that are not are in `changed`. */
  readonly lists: readonly Element[];
  /** Something may have been shown or hidden: a `class`, `style` or `hidden` changed, or nodes went. */
  readonly mayHaveMoved: boolean;
  /** Where such an attribute changed: roots as well, connected, none inside another. */
  readonly moved: readonly Element[];
}

/** Records, or elements, that are looked at between two chances to pause. */
const PAUSE_EVERY = 500;
/** Up to so many records of one parent are each asked what they added. */
const CROWD_LEAST = 20;
/** An item of a list that is read in one piece costs at most a fourth of a record. */
const ITEMS_A_RECORD = 4;
/** A list of more items is not read in one piece. */
const ITEMS_MOST = 2000;

export class Gathered {
  readonly #plain: Plain | undefined;
  /** Of what stands in a list of plain items, as it was when it was reported: its markup, as a trace. */
  readonly #others = new WeakMap<Element, number>();
  #changed = new Set<Element>();
  #told: MutationRecord[][] = [];
  #isNew = false;

  constructor(plain?: Plain) {
    this.#plain = plain;
  }

  hear(records: MutationRecord[]): void {
    this.#told.push(records);
  }

  /** Something changed that no observer tells of. */
  add(element: Element): void {
    this.#changed.add(element);
  }

  /** As if all of the document had just come. */
  addAll(document: Document): void {
    this.#changed.add(document.documentElement);
    this.#isNew = true;
  }

  get isEmpty(): boolean {
    return this.#told.length === 0 && this.#changed.size === 0;
  }

  clear(): void {
    this.#told = [];
    this.#changed = new Set();
    this.#isNew = false;
  }

  /**
   * What there is to look at; `undefined` where all of it is of no interest. Pauses at each `yield`; what is heard
   * meanwhile is for the next time.
   */
  *take(): Generator<void, Taken | undefined> {
    const [told, changed, isNew] = [this.#told, this.#changed, this.#isNew];
    this.clear();
    const moved = new Set<Element>();
    const lists: Element[] = [];
    let isMoved = false;
    let count = 0;
    for (const [parent, records] of yield* noteAll(told, changed, moved)) {
      if (++count % PAUSE_EVERY === 0) yield;
      if (!parent.isConnected) isMoved = true;
      else if (yield* this.#noteParent(parent, records, changed, lists)) isMoved = true;
    }
    const mayHaveMoved = isMoved || moved.size > 0 || isNew;
    if (changed.size === 0 && !mayHaveMoved) return undefined;
    return { changed: yield* outermost(changed), lists, moved: yield* outermost(moved), mayHaveMoved };
  }

  /**
   * Of many records of one parent each is asked only where that is cheaper than to take what stands in it now for what
   * came. Not so few records as those of a control of ours that is put back.
   * @returns whether something went from where it was
   */
  *#noteParent(
    parent: Node,
    records: readonly MutationRecord[],
    changed: Set<Element>,
    lists: Element[],
  ): Generator<void, boolean> {
    const children = records.length > CROWD_LEAST ? childCountOf(parent) : Number.POSITIVE_INFINITY;
    const isListAtMost = Math.min(ITEMS_MOST, records.length * ITEMS_A_RECORD);
    if (children <= isListAtMost && this.#noteList(parent, changed)) lists.push(parent as Element);
    else if (children < records.length) yield* noteChildren(parent, changed);
    else return yield* noteRecords(records, parent, changed);
    return true;
  }

  /** @returns whether it is a list of plain items: then only what else stands in it, and reads differently, is noted */
  #noteList(parent: Node, changed: Set<Element>): boolean {
    const others = parent.nodeType === 1 && this.#plain?.othersIn(parent as Element);
    if (!others) return false;
    for (const other of others) {
      const trace = traceOf(other.outerHTML);
      if (this.#others.get(other) !== trace) changed.add(other);
      this.#others.set(other, trace);
    }
    return true;
  }
}

/**
 * A storm tells the same thing thousands of times, and each question to a record costs: few are asked.
 *
 * @returns records of what came and went, by where
 */
function* noteAll(
  told: readonly MutationRecord[][],
  changed: Set<Element>,
  moved: Set<Element>,
): Generator<void, Map<Node, MutationRecord[]>> {
  const byParent = new Map<Node, MutationRecord[]>();
  let lastText: Node | undefined;
  let count = 0;
  for (const records of told) {
    for (const record of records) {
      if (++count % PAUSE_EVERY === 0) yield;
      const { type, target } = record;
      if (type === 'childList') {
        const ofParent = byParent.get(target);
        if (ofParent) ofParent.push(record);
        else byParent.set(target, [record]);
      } else if (type === 'attributes') noteAttribute(record, target as Element, changed, moved);
      else if (target !== lastText) {
        lastText = target;
        if (target.parentElement) changed.add(target.parentElement);
      }
    }
  }
  return byParent;
}

function noteAttribute(
  { attributeName }: MutationRecord,
  target: Element,
  changed: Set<Element>,
  moved: Set<Element>,
): void {
  if (isHost(target)) return;
  if (SHOWING.has(attributeName ?? '')) moved.add(target);
  else changed.add(target);
}

/** Takes all that stands in a parent for what came: cheaper than to ask more records than that. */
function* noteChildren(parent: Node, changed: Set<Element>): Generator<void> {
  let count = 0;
  // As they are now: in a pause the page may take out the one that would tell the next.
  for (const child of childNodesOf(parent)) {
    if (++count % PAUSE_EVERY === 0) yield;
    // Blank text between items says nothing; for it the parent would be read again, with all that is in it.
    if (child.nodeType !== 3 || child.nodeValue?.trim()) noteAdded(child, parent, changed);
  }
}

/** @returns whether something went */
function* noteRecords(
  records: readonly MutationRecord[],
  parent: Node,
  changed: Set<Element>,
): Generator<void, boolean> {
  let isMoved = false;
  let count = 0;
  for (const record of records) {
    if (++count % PAUSE_EVERY === 0) yield;
    const { addedNodes } = record;
    let node: Node | undefined = addedNodes[0];
    // What takes nothing away brings something.
    if (!isMoved && (!node || record.removedNodes.length > 0)) isMoved = true;
    for (let next = 1; node; node = addedNodes[next++]) {
      // One record may tell of a whole list.
      if (next > 1 && ++count % PAUSE_EVERY === 0) yield;
      // One that has gone again, with all that is in it, is nothing to look at.
      if (node.isConnected) noteAdded(node, parent, changed);
    }
  }
  return isMoved;
}

function noteAdded(node: Node, parent: Node, changed: Set<Element>): void {
  const { nodeType } = node;
  if (nodeType === 1) {
    if (!isHost(node)) changed.add(node as Element);
  } else if (nodeType === 3 && parent.nodeType === 1) changed.add(parent as Element);
}

/** Siblings share what is above them, so that a storm in one place is asked about once. */
function* outermost(elements: ReadonlySet<Element>): Generator<void, Element[]> {
  const covered = new Map<Element, boolean>();
  const isCovered = (parent: Element | null): boolean => {
    if (!parent) return false;
    let answer = covered.get(parent);
    if (answer === undefined) {
      answer = elements.has(parent) || isCovered(parent.parentElement);
      covered.set(parent, answer);
    }
    return answer;
  };
  const outer: Element[] = [];
  let count = 0;
  for (const element of elements) {
    if (++count % PAUSE_EVERY === 0) yield;
    if (element.isConnected && !isCovered(element.parentElement)) outer.push(element);
  }
  return outer;
}
