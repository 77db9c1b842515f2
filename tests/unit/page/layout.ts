/**
 * Boxes for happy-dom, which lays nothing out. Every element gets a box of its own, one under the other, unless it says
 * `data-box="left,top,width,height"`. On top at a point is the last element with `data-cover` there, else the field.
 */
import { vi } from 'vitest';

const ROW = 40;

export function layOut(): void {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    return boxOf(this);
  });
  vi.spyOn(Document.prototype, 'elementFromPoint').mockImplementation(function (this: Document, x, y) {
    const all = everyElement(this);
    const at = (element: Element) => {
      const box = boxOf(element);
      return x >= box.left && x < box.right && y >= box.top && y < box.bottom;
    };
    return (
      all.findLast((element) => element.hasAttribute('data-cover') && at(element)) ??
      all.findLast((element) => element.matches('input, textarea') && at(element)) ??
      null
    );
  });
}

function boxOf(element: Element): DOMRect {
  const given = element.getAttribute('data-box')?.split(',').map(Number);
  const [left, top, width, height] = given ?? [
    10,
    everyElement(element.ownerDocument).indexOf(element) * ROW,
    300,
    ROW - 4,
  ];
  return new DOMRect(left, top, width, height);
}

function everyElement(root: Document | ShadowRoot): Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    element,
    ...(element.shadowRoot ? everyElement(element.shadowRoot) : []),
  ]);
}

/** The only element that matches. */
export function the<E extends Element = HTMLElement>(selector: string, root: ParentNode = document): E {
  const all = root.querySelectorAll<E>(selector);
  const [first] = all;
  if (!first || all.length !== 1) throw new Error(`${all.length} elements match ${selector}`);
  return first;
}
