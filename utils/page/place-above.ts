/** Puts our controls on a line of their own above a field of a form: in the form's flow, within its margins. */
import { type TextField, textFields } from './find';
import { notePlaced } from './press';
import { followTheme } from './theme';
import { matches, parentOf } from './tree';

/** Wrappers around a field and its row. */
const LEVELS = 8;

/**
 * Puts `host` above the row of `field`: label and field together. Where the row stands in a grid, a table or beside other
 * things, above the nearest element around it that has a line of its own. Does nothing when it is in place.
 */
export function placeAbove(host: HTMLElement, field: TextField): void {
  const row = rowOf(field);
  if (host.isConnected && parentOf(host) === parentOf(row)) return;
  host.dataset.place = 'away';
  Element.prototype.before.call(row, host);
  followTheme(host);
  notePlaced(host);
}

function rowOf(field: TextField): Element {
  let row: Element = field;
  for (let level = 0; level < LEVELS; level++) {
    const around = parentOf(row);
    if (!around || matches(around, 'body, html')) break;
    const isWholeRow =
      textFields(around).some((other) => other !== field) || matches(around, 'form, dialog, [role="dialog"]');
    if (isWholeRow && laysOutLines(around)) break;
    row = around;
  }
  return row;
}

/** Whether a child of this element has a line of its own. */
function laysOutLines(element: Element): boolean {
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  if (!style) return true;
  if (style.display.endsWith('flex')) return style.flexDirection.startsWith('column');
  return !/grid|table|inline$|contents/.test(style.display);
}
