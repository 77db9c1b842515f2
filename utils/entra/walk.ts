/** Elements of a page in reading order, those in open shadow roots included, ours and scripts left out. */
import { isHost } from '../page/host';

const SILENT = /^(?:script|style|template|noscript|link|meta)$/;

/** Document order, a shadow tree before the light children of its host. A closed shadow root cannot be read. */
export function* walk(root: Element): Generator<Element> {
  if (isHost(root) || SILENT.test(root.localName)) return;
  yield root;
  if (root.shadowRoot) for (const child of root.shadowRoot.children) yield* walk(child);
  for (let child = root.firstElementChild; child; child = child.nextElementSibling) yield* walk(child);
}

const CONTROLS =
  'button,a[href],[role="button"],[role="link"],[role="menuitem"],[type="button"],[tabindex]:not([role="gridcell"],[role="row"],[role="cell"],td,tr)';

/** Whether the console offers this element to be pressed; a cell that only takes the focus is none. */
export const isControl = (element: Element): boolean => element.matches(CONTROLS);
