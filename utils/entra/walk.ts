/** Elements of a page in reading order, those in open shadow roots included, ours and scripts left out. */
import { HOST_TAG } from '../page/tag';

const SILENT = new Set(['script', 'style', 'template', 'noscript', 'link', 'meta', HOST_TAG]);

/** As many elements side by side are a list. */
const LIST_LEAST = 20;

/** Document order, a shadow tree before the light children of its host. A closed shadow root cannot be read. */
export function walk(root: Element): Generator<Element>;
/**
 * @param skips asked of each item of a long list: true leaves it out, with all that is in it; `undefined` stands in its
 * place, so that a long list has as many chances to pause
 */
export function walk(root: Element, skips: (item: Element) => boolean): Generator<Element | undefined>;
export function* walk(root: Element, skips?: (item: Element) => boolean): Generator<Element | undefined> {
  const ahead: Element[] = [root];
  const items = new Set<Element>();
  for (let element = ahead.pop(); element; element = ahead.pop()) {
    if (SILENT.has(element.localName)) continue;
    if (skips && items.delete(element) && skips(element)) {
      yield undefined;
      continue;
    }
    yield element;
    const at = ahead.length;
    pushChildren(ahead, element);
    if (skips && ahead.length - at >= LIST_LEAST)
      for (let i = at; i < ahead.length; i++) items.add(ahead[i] as Element);
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
