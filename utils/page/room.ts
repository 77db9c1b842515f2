/** Measures whether something of ours has room where it stands, and whether the console's own things keep theirs. */
import { flatParent } from './text';

export const CONTROLS =
  'button,a[href],input,select,textarea,[role="button"],[role="link"],[type="button"],[tabindex]';

/** How many ancestors are asked for room. */
export const LEVELS = 14;

/** Whether a box stays inside the elements around the host, up to the next one that scrolls. */
export function isWithin(box: DOMRect, host: Element): boolean {
  const window = host.ownerDocument.defaultView;
  if (!window) return true;
  let at = flatParent(host);
  for (let level = 0; at && level < LEVELS; level++, at = flatParent(at)) {
    if (at.localName === 'body' || at.localName === 'html') return true;
    const style = window.getComputedStyle(at);
    if (/^(?:inline|contents)$/.test(style.display)) continue;
    if (/auto|scroll/.test(style.overflowY) && at.scrollHeight > at.clientHeight + 1) return true;
    const around = at.getBoundingClientRect();
    if (box.left < around.left - 1 || box.right > around.right + 1) return false;
    if (box.top < around.top - 1 || box.bottom > around.bottom + 1) return false;
  }
  return true;
}

/** Boxes of the console's own controls beside the host: they must not be pushed out of sight either. */
export const neighbours = (host: Element): DOMRect[] =>
  [...(host.parentElement?.querySelectorAll(CONTROLS) ?? [])]
    .map((control) => control.getBoundingClientRect())
    .filter(({ width }) => width > 0);

/** Whether a box lies over one of the console's controls in the same cell, one that shows on hover only included. */
export const covers = (box: DOMRect, host: Element): boolean =>
  neighbours(host).some((other) => {
    const wide = Math.min(box.right, other.right) - Math.max(box.left, other.left);
    const high = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
    return wide > 1 && high > 1;
  });

/** Whether a value was cut, or broken over lines, for want of room. */
export function isSqueezed(element: Element): boolean {
  if (element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1) return true;
  const range = element.ownerDocument.createRange();
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (node.nodeType !== 3) continue;
    range.selectNodeContents(node);
    const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
    if (tops.size > 1) return true;
  }
  return false;
}

/** Whether an element's children stand below one another, so that a line of ours between them disturbs nothing. */
export function laysOutBlocks(parent: Element): boolean {
  const style = parent.ownerDocument.defaultView?.getComputedStyle(parent);
  if (!style) return false;
  if (/flex/.test(style.display)) return style.flexDirection.startsWith('column');
  return (
    !/grid|table|inline|contents/.test(style.display) || /^(?:inline-block|table-cell)$/.test(style.display)
  );
}
