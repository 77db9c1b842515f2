/**
 * Where a page shows GUIDs, hidden values and possible values, and which elements hold a row of them: kept current while
 * the page changes, so that the rows are found without looking at all of it.
 */
import { flatParent, isShown } from '../page/text';

/** How far above a GUID its row can begin. */
const LEVELS = 10;
/** Up to this many hits are asked one by one whether they are shown. */
const ASKED_ALL_MOST = 200;

/** How many shown GUIDs, hidden values and possible values stand below an element, no farther than a row can span. */
interface Held {
  guid: number;
  masked: number;
  value: number;
}
export type HitKind = keyof Held;

interface Hit {
  readonly kind: HitKind;
  wasShown: boolean;
  /** The element and as many around it as a row can span, as it stood when it was found. */
  readonly path: readonly Element[];
}

const NONE: Held = { guid: 0, masked: 0, value: 0 };
const isEmpty = ({ guid, masked, value }: Held) => guid + masked + value === 0;
const isRow = ({ guid, masked, value }: Held) => guid > 0 && masked + value > 0;

export class RowHits {
  readonly #hits = new Map<Element, Hit>();
  readonly #held = new Map<Element, Held>();

  add(element: Element, kind: HitKind): void {
    const hit = { kind, wasShown: isShown(element), path: [...upwards(element)] };
    this.#hits.set(element, hit);
    if (hit.wasShown) this.#count(hit, 1);
  }

  drop(element: Element): boolean {
    const hit = this.#hits.get(element);
    if (!hit) return false;
    this.#hits.delete(element);
    if (hit.wasShown) this.#count(hit, -1);
    return true;
  }

  /** Drops what left the page. */
  dropGone(): boolean {
    let dropped = false;
    for (const element of this.#hits.keys()) {
      if (!element.isConnected) dropped = this.drop(element) || dropped;
    }
    return dropped;
  }

  /** Whether anything was found below this element. */
  standIn(element: Element): boolean {
    return this.#held.has(element);
  }

  /** Whether something below this element may be a value that can be read. */
  mayHoldValue(element: Element): boolean {
    return (this.#held.get(element) ?? NONE).value > 0;
  }

  #count({ kind, path }: Hit, by: 1 | -1): void {
    for (const at of path) {
      const held = this.#held.get(at) ?? { guid: 0, masked: 0, value: 0 };
      held[kind] += by;
      if (isEmpty(held)) this.#held.delete(at);
      else this.#held.set(at, held);
    }
  }

  /**
   * Looks again which hits are shown. A tab panel, a menu or a whole blade can be shown or hidden without any of its
   * rows changing. In a long list one row stands for those beside it, as long as nothing in the list itself was shown or
   * hidden.
   * @param moved where something may have been shown or hidden
   * @param isRow tells the containers of rows
   * @returns the hits that were shown or hidden
   */
  lookAgain(moved: readonly Element[], isRow: (element: Element) => boolean): Element[] {
    if (this.#hits.size <= ASKED_ALL_MOST) return this.#ask(this.#hits.keys());
    const inMoved = this.#standingIn(moved);
    const turned = this.#ask([...inMoved, ...moved]);
    if (inMoved.length === this.#hits.size) return turned;
    const first = this.#ask(this.#oneAList(isRow));
    return [...turned, ...first, ...(first.length > 0 ? this.#ask(this.#hits.keys()) : [])];
  }

  /** Hits inside one of these: each is told by what it stood in when it was found, the browser is asked for none. */
  #standingIn(moved: readonly Element[]): Element[] {
    const set = new Set(moved);
    const isFarInside = new Map<Element, boolean>();
    const isInside = ({ path }: Hit): boolean => {
      if (path.some((at, index) => index > 0 && set.has(at))) return true;
      const top = path.at(-1) as Element;
      const known = isFarInside.get(top) ?? moved.some((at) => at !== top && at.contains(top));
      isFarInside.set(top, known);
      return known;
    };
    return [...this.#hits].flatMap(([element, hit]) => (isInside(hit) ? [element] : []));
  }

  #ask(elements: Iterable<Element>): Element[] {
    const turned: Element[] = [];
    for (const element of elements) {
      const hit = this.#hits.get(element);
      if (!hit || isShown(element) === hit.wasShown) continue;
      hit.wasShown = !hit.wasShown;
      this.#count(hit, hit.wasShown ? 1 : -1);
      turned.push(element);
    }
    return turned;
  }

  /** A hit of the first row of each list. */
  #oneAList(isRow: (element: Element) => boolean): Element[] {
    const lists = new Map<Element | null, Element>();
    for (const [element, { path }] of this.#hits) {
      const list = path[path.findIndex(isRow) + 1] ?? null;
      if (!lists.has(list)) lists.set(list, element);
    }
    return [...lists.values()];
  }

  /**
   * The smallest elements that hold a GUID and a value, none around another: a row whose value is not drawn yet must not
   * borrow the value of its neighbour through the grid around both. `renewed`: those of hits that were found anew.
   */
  containers(renewedHits: ReadonlySet<Element>): { all: Element[]; renewed: Set<Element> } {
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
export function* upwards(element: Element): Iterable<Element> {
  let at: Element | null = element;
  for (let level = 0; at && level <= LEVELS; level++, at = flatParent(at)) yield at;
}
