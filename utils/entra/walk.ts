/** Elements of a page in reading order, those in open shadow roots included, ours and scripts left out. */
import { HOST_TAG } from '../page/tag';

const SILENT = new Set(['script', 'style', 'template', 'noscript', 'link', 'meta', HOST_TAG]);

/** Document order, a shadow tree before the light children of its host. A closed shadow root cannot be read. */
export function* walk(root: Element): Generator<Element> {
  const ahead: Element[] = [root];
  for (let element = ahead.pop(); element; element = ahead.pop()) {
    if (SILENT.has(element.localName)) continue;
    yield element;
    pushChildren(ahead, element);
    if (element.shadowRoot) pushChildren(ahead, element.shadowRoot);
  }
}

/** So that the first one is taken first. */
function pushChildren(ahead: Element[], { lastElementChild }: ParentNode): void {
  for (let child = lastElementChild; child; child = child.previousElementSibling) ahead.push(child);
}

const CONTROLS =
  'button,a[href],[role="button"],[role="link"],[role="menuitem"],[type="button"],[tabindex]:not([role="gridcell"],[role="row"],[role="cell"],td,tr)';

/** Whether the console offers this element to be pressed; a cell that only takes the focus is none. */
export const isControl = (element: Element): boolean => element.matches(CONTROLS);
