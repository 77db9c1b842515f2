/** Where a notice stands: in the flow, above what it speaks of. */

import { GRIDS } from './place';
import { notePlaced } from './press';
import { isWithin, LEVELS, laysOutBlocks } from './room';
import { isHost } from './tag';
import { flatParent } from './text';
import { followTheme } from './theme';

const PLACES = `${GRIDS},form`;
const DIALOGS = 'dialog,[role="dialog"],[role="alertdialog"]';
/** A notice narrower than this, in CSS pixels, is not readable. */
const WIDTH_LEAST = 280;

/**
 * Puts a notice into the flow above the nearest grid, table or form that holds `anchor` and is wide enough, inside the
 * nearest dialog. It is scrolled into view: an alert says what the admin must know now.
 */
export function placeNoticeNear(host: HTMLElement, anchor: Element): void {
  if (host.isConnected) return;
  for (const before of places(anchor)) {
    before.before(host);
    const box = host.getBoundingClientRect();
    if (box.width >= WIDTH_LEAST && isWithin(box, host)) break;
  }
  followTheme(host);
  notePlaced(host);
  host.scrollIntoView?.({ block: 'nearest' });
}

/** Candidates, best first. */
function* places(anchor: Element): Iterable<Element> {
  const above: Element[] = [];
  for (let at: Element | null = anchor; at && above.length < LEVELS * 2; at = flatParent(at)) {
    if (at.localName === 'body' || at.localName === 'html' || at.matches(DIALOGS)) break;
    if (!isHost(at)) above.push(at);
  }
  const roomy = above.filter((at) => at.parentElement && laysOutBlocks(at.parentElement));
  yield* roomy.filter((at) => at.matches(PLACES));
  yield* roomy.filter((at) => !at.matches(PLACES));
  const outermost = above.at(-1);
  if (roomy.length === 0 && outermost) yield outermost;
}
