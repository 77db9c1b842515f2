/** Puts a control of ours on a line of its own below a value, inside the form or dialog that shows it. */
import { notePlaced } from './press';
import { laysOutBlocks } from './room';
import { followTheme } from './theme';
import { matches, parentOf } from './tree';

/** Wrappers around a value and its copy control. */
const LEVELS = 6;
const BORDERS = 'form, dialog, [role="dialog"], [role="alertdialog"], body, html';

/**
 * Puts `host` below the line that `value` stands on: what shares that line (a copy control) keeps its place. Does nothing
 * when it is in place.
 */
export function placeBelow(host: HTMLElement, value: Element): void {
  const line = lineOf(value);
  if (host.isConnected && parentOf(host) === parentOf(line)) return;
  host.dataset.place = 'away';
  Element.prototype.after.call(line, host);
  followTheme(host);
  notePlaced(host);
}

function lineOf(value: Element): Element {
  let line = value;
  for (let level = 0; level < LEVELS; level++) {
    const around = parentOf(line);
    if (!around || matches(line, BORDERS) || matches(around, BORDERS)) break;
    if (laysOutBlocks(around) && isAlone(line)) break;
    line = around;
  }
  return line;
}

/** Whether nothing stands beside it: an inline value may have its copy control behind it on the same line. */
function isAlone(element: Element): boolean {
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  return !style?.display.startsWith('inline') || !element.nextElementSibling;
}
