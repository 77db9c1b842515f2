/**
 * Where our controls stand: in the flow of the page, never over the console's own controls. A place is tried, measured,
 * and given up for the next one where the page would clip or cover it, or where the value would lose its room.
 */

import { notePlaced } from './press';
import { CONTROLS, covers, isSqueezed, isWithin, LEVELS, laysOutBlocks, neighbours } from './room';
import { isHost } from './tag';
import { flatParent } from './text';
import { followTheme } from './theme';

/**
 * `beside` the value in its cell; on a line `below` it in the cell; `compact`, beside it with the short name only;
 * `away`, after the grid that holds the cell.
 */
type Mode = 'beside' | 'below' | 'compact' | 'away';
const nextMode: Readonly<Record<Mode, Mode | undefined>> = {
  beside: 'below',
  below: 'compact',
  compact: 'away',
  away: undefined,
};

export interface Placeable {
  readonly host: HTMLElement;
  /** What must not be clipped: the button inside the host. */
  readonly control: HTMLElement;
  /** Puts the keyboard focus back that a removal took. */
  restoreFocus(): void;
}

interface Spot {
  readonly anchor: Element;
  mode: Mode;
}

const spots = new WeakMap<HTMLElement, Spot>();
export const GRIDS = 'table,[role="grid"],[role="table"],[role="treegrid"]';
const DIALOGS = 'dialog,[role="dialog"],[role="alertdialog"]';
const CELLS = 'td,th,li,dd,[role="gridcell"],[role="cell"],[role="listitem"],[role="rowheader"]';

/**
 * Puts a control near `anchor`. Does nothing when it is already in place. A control that comes back after a rebuild
 * keeps the kind of place it had, so that a press under way finds it there.
 */
export function placeControl(item: Placeable, anchor: Element): void {
  const { host } = item;
  const spot = spots.get(host);
  if (host.isConnected && spot?.anchor === anchor) return;
  const mode = spot?.mode ?? 'beside';
  spots.set(host, { anchor, mode });
  if (!(mode === 'away' && host.isConnected)) put(item, anchor, mode);
  queueFit(item);
}

/** Measures a placed control again, after the page's size changed. */
export function refit(item: Placeable): void {
  if (item.host.isConnected) queueFit(item);
}

/** Whether a control, with something more beside it, still fits where it stood. `before` as measured without that. */
export function hasStayed(item: Placeable, before: DOMRect): boolean {
  const { left, top } = item.control.getBoundingClientRect();
  return fits(item) && Math.abs(left - before.left) <= 1 && Math.abs(top - before.top) <= 1;
}

/** Puts something that belongs to a control after the grid, where there is always room. */
export function placeAway(item: Placeable, anchor: Element): void {
  const { host } = item;
  if (host.isConnected && spots.get(host)?.anchor === anchor) return;
  spots.set(host, { anchor, mode: 'away' });
  if (!host.isConnected) put(item, anchor, 'away');
}

/** The value a control was placed for. */
export const anchorOf = (host: HTMLElement): Element | undefined => spots.get(host)?.anchor;

function put(item: Placeable, anchor: Element, mode: Mode): void {
  const { host } = item;
  if (host.dataset.place !== mode) host.dataset.place = mode;
  if (mode === 'away') putAway(host, anchor);
  else if (mode === 'below') putBelow(host, anchor);
  else if (anchor.matches(CELLS) || isLine(anchor)) anchor.append(host);
  else lastOfGroup(anchor).after(host);
  followTheme(host);
  notePlaced(host);
  item.restoreFocus();
}

/** Whether the value fills a line of its own: behind it would be on the next line. */
function isLine(anchor: Element): boolean {
  const window = anchor.ownerDocument.defaultView;
  const parent = flatParent(anchor);
  if (!window || !parent || anchor.matches(`a,${CONTROLS}`)) return false;
  const isFlexItem = /flex|grid/.test(window.getComputedStyle(parent).display);
  return window.getComputedStyle(anchor).display === 'block' && !isFlexItem;
}

/** The anchor, or the last of the console's own controls for it (a copy icon): ours comes after those. */
function lastOfGroup(anchor: Element): Element {
  let last = anchor;
  for (let next = anchor.nextElementSibling; next; next = next.nextElementSibling) {
    if (isHost(next)) continue;
    if (!next.matches(CONTROLS) || (next.textContent ?? '').trim().length > 2) break;
    last = next;
  }
  return last;
}

/** On a line of its own, within the cell where there is one. */
function putBelow(host: HTMLElement, anchor: Element): void {
  let at = anchor;
  while (!at.matches(CELLS) && at.parentElement && !laysOutBlocks(at.parentElement)) at = at.parentElement;
  if (at.matches(CELLS)) at.append(host);
  else lastOfGroup(at).after(host);
}

function putAway(host: HTMLElement, anchor: Element): void {
  const grid = closestAcross(anchor, GRIDS);
  let at: Element | null = grid ?? flatParent(anchor);
  for (let level = 0; at && level < LEVELS; level++) {
    const parent: Element | null = at.parentElement;
    // What stands outside a dialog is behind it, and cannot be pressed while it is modal.
    if (!parent || parent.localName === 'html' || at.matches(DIALOGS)) break;
    if (laysOutBlocks(parent)) {
      let last: Element = at;
      for (let next = last.nextElementSibling; next && next !== host && isHost(next); ) {
        last = next;
        next = next.nextElementSibling;
      }
      last.after(host);
      if (isWithin(host.getBoundingClientRect(), host)) return;
    }
    at = parent;
  }
  (grid ?? anchor).after(host);
}

const waiting = new WeakMap<Document, Set<Placeable>>();

/** Measures all that was placed in this turn together, before it is painted: one layout per kind of place. */
function queueFit(item: Placeable): void {
  const document = item.host.ownerDocument;
  let items = waiting.get(document);
  if (!items) {
    items = new Set();
    waiting.set(document, items);
    queueMicrotask(() => {
      const all = [...(waiting.get(document) ?? [])];
      waiting.delete(document);
      for (let unfit = all; unfit.length > 0; ) unfit = moveOn(unfit.filter((each) => !fits(each)));
    });
  }
  items.add(item);
}

function moveOn(items: readonly Placeable[]): Placeable[] {
  return items.filter((item) => {
    const spot = spots.get(item.host);
    const mode = spot && nextMode[spot.mode];
    if (!spot || !mode) return false;
    spot.mode = mode;
    put(item, spot.anchor, mode);
    return mode !== 'away';
  });
}

function fits({ host, control }: Placeable): boolean {
  const spot = spots.get(host);
  if (!host.isConnected || !spot || spot.mode === 'away') return true;
  const box = control.getBoundingClientRect();
  // Not rendered (a hidden tab): nothing to measure yet.
  if (box.width === 0) return true;
  if (spot.mode === 'beside' && isSqueezed(spot.anchor)) return false;
  const boxes = [box, host.getBoundingClientRect(), ...neighbours(host)];
  return boxes.every((each) => isWithin(each, host)) && !covers(box, host);
}

/** `closest` that goes on outside a shadow root, and stays inside a dialog. */
function closestAcross(element: Element, selector: string): Element | null {
  for (let at: Element | null = element; at && !at.matches(DIALOGS); at = flatParent(at)) {
    if (at.matches(selector)) return at;
  }
  return null;
}
