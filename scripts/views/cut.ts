/** Texts that the page cannot show whole: cut off, running out of their box, or past the edge of the window. */

const TOLERANCE = 1.5;

/** Each in one line; empty where everything can be read. Runs in the page. */
export function textsCut(): string[] {
  const lines = new Set<string>();
  const { clientWidth, scrollWidth } = document.documentElement;
  if (scrollWidth > clientWidth) lines.add(`the page is ${scrollWidth} wide, the window ${clientWidth}`);
  const visit = (root: Node) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Element && node.shadowRoot) visit(node.shadowRoot);
      if (node instanceof Text && node.data.trim() !== '') {
        const why = whyCut(node, clientWidth);
        if (why) lines.add(`${why}: ${node.data.trim().slice(0, 60)}`);
      }
    }
  };
  visit(document.body);
  return [...lines];
}

function whyCut(text: Text, windowWidth: number): string | undefined {
  const range = document.createRange();
  range.selectNodeContents(text);
  const drawn = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  const [box, ...others] = boxesAround(text);
  // What is not drawn, or for screen readers alone.
  if (drawn.length === 0 || !box || [box, ...others].some((each) => isTiny(each))) return undefined;
  const left = Math.min(...drawn.map((rect) => rect.left));
  const right = Math.max(...drawn.map((rect) => rect.right));
  const outside = (rect: DOMRect) => left < rect.left - TOLERANCE || right > rect.right + TOLERANCE;
  const scrolls = others.some((each) => /auto|scroll/.test(getComputedStyle(each).overflowX));
  if (!scrolls && (left < -TOLERANCE || right > windowWidth + TOLERANCE)) return 'past the edge';
  if (outside(box.getBoundingClientRect())) return `runs out of ${nameOf(box)}`;
  const clipping = others.find((each) => getComputedStyle(each).overflowX === 'hidden');
  return clipping && outside(clipping.getBoundingClientRect()) ? `cut by ${nameOf(clipping)}` : undefined;
}

/** The boxes that a text stands in, from the inside; what is inline has none of its own. */
function boxesAround(text: Text): Element[] {
  const boxes: Element[] = [];
  for (let node: Node | null = text.parentNode; node; node = node.parentNode ?? hostOf(node)) {
    if (
      node instanceof Element &&
      getComputedStyle(node).display !== 'inline' &&
      node !== document.documentElement
    )
      boxes.push(node);
  }
  return boxes;
}

const hostOf = (node: Node) => (node instanceof ShadowRoot ? node.host : null);
const isTiny = (element: Element) => {
  const { width, height } = element.getBoundingClientRect();
  return getComputedStyle(element).display !== 'contents' && width <= 1 && height <= 1;
};
const nameOf = ({ localName, classList }: Element) => [localName, ...classList].join('.');
