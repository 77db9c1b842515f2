/**
 * Walking a console's tree, open shadow roots included, through prototype calls: a page can shadow `form.closest` or
 * `form.parentNode` with `<input name="closest">`, in the isolated world too (named properties of `HTMLFormElement`
 * and `Document` come before the prototype's, HTML Standard, "legacy override built-ins").
 */

const DOCUMENT_NODE = 9;
const DOCUMENT_FRAGMENT_NODE = 11;
const ELEMENT_NODE = 1;
const TEXT_NODE = 3;

/** Reads an accessor of a prototype past anything the page has put in front of it. */
function reader<T>(prototype: () => object, name: string): (node: Node) => T | undefined {
  let get: (() => T) | undefined;
  return (node) => {
    get ??= Object.getOwnPropertyDescriptor(prototype(), name)?.get;
    return get?.call(node);
  };
}

const nodeTypeOf = reader<number>(() => Node.prototype, 'nodeType');
const previousOf = reader<Node | null>(() => Node.prototype, 'previousSibling');
const parentNodeOf = reader<Node | null>(() => Node.prototype, 'parentNode');
const childNodeListOf = reader<NodeListOf<ChildNode>>(() => Node.prototype, 'childNodes');
const childListOf = reader<HTMLCollection>(() => Element.prototype, 'children');
const shadowRootOf = reader<ShadowRoot | null>(() => Element.prototype, 'shadowRoot');
const hostOf = reader<Element>(() => ShadowRoot.prototype, 'host');

/** Where the browser keeps what documents, fragments and elements have in common. */
function prototypeOf(root: Node): ParentNode {
  const type = nodeTypeOf(root);
  if (type === DOCUMENT_NODE) return Document.prototype;
  return type === DOCUMENT_FRAGMENT_NODE ? DocumentFragment.prototype : Element.prototype;
}

const listOf = (root: Node, selector: string): NodeListOf<Element> =>
  prototypeOf(root).querySelectorAll.call(root, selector);

/** Elements in this root only (not in shadow roots below it) that match, in document order. */
export function queryAll(root: Node, selector: string): Element[] {
  return [...listOf(root, selector)];
}

/**
 * Elements below `root` that match, those in open shadow roots last. Frames are never entered.
 * @param besides selector of what is of no use to the caller: neither it nor anything in it is looked at
 */
export function deepQueryAll(root: Node, selector: string, besides = ''): Element[] {
  const found: Element[] = [];
  for (const { at, isWhole } of partsOf(root, besides)) {
    if (at !== root && at instanceof Element && matches(at, selector)) found.push(at);
    if (isWhole) found.push(...listOf(at, selector));
  }
  return found;
}

/** A piece of a page: an element, document or shadow root, alone or with all that is in it. */
interface Part {
  readonly at: Node;
  readonly isWhole: boolean;
}

/** Finding the shadow roots walks all of a page. By what was left out. */
const knownParts = onceATurn((_root: Node) => new Map<string, readonly Part[]>());

function partsOf(root: Node, besides: string): readonly Part[] {
  const known = knownParts(root);
  const parts = known.get(besides) ?? cut(root, besides);
  known.set(besides, parts);
  return parts;
}

/** Works something out once a turn: until then a page does not change, and several features look at it. */
export function onceATurn<Key extends object, Value>(workOut: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? workOut(key);
    if (known.size === 0) queueMicrotask(() => known.clear());
    known.set(key, value);
    return value;
  };
}

/** What is looked at below a node: few pieces, or the browser would look through what is left out as well. */
function cut(root: Node, besides: string): Part[] {
  const leftOut = new Set<Node>(besides ? listOf(root, besides) : []);
  const around = new Set<Node>();
  for (const element of leftOut) {
    for (let at = parentNodeOf(element); at && !around.has(at); at = parentNodeOf(at)) {
      around.add(at);
      if (at === root) break;
    }
  }
  const own: Part[] = [];
  const add = (at: Node): void => {
    const isWhole = !around.has(at);
    own.push({ at, isWhole });
    const within = isWhole ? [] : childNodesOf(at).filter((child) => !leftOut.has(child));
    for (const child of within) if (nodeTypeOf(child) === ELEMENT_NODE) add(child);
  };
  add(root);
  return [...own, ...own.flatMap(shadowRootsIn).flatMap((shadow) => cut(shadow, besides))];
}

/** The open shadow roots in a piece, not those in others. */
function shadowRootsIn({ at, isWhole }: Part): ShadowRoot[] {
  const found: ShadowRoot[] = [];
  const add = (element: Node) => {
    const shadow = shadowRootOf(element);
    if (shadow) found.push(shadow);
  };
  if (at instanceof Element) add(at);
  if (!isWhole) return found;
  const all = listOf(at, '*');
  // A page has thousands of elements, and the length of a list is a question to the browser each time.
  const { length } = all;
  for (let index = 0; index < length; index++) add(all[index] as Element);
  return found;
}

/** Elements with this ID in a root; the browser has those at hand. */
export const queryById = (root: Node, id: string): Element[] => queryAll(root, `#${CSS.escape(id)}`);

/** The element around a node, out of a shadow root too. */
export function parentOf(node: Node): Element | undefined {
  const parent = parentNodeOf(node);
  if (!parent) return undefined;
  const type = nodeTypeOf(parent);
  if (type === DOCUMENT_NODE) return undefined;
  if (type === DOCUMENT_FRAGMENT_NODE) return hostOf(parent);
  return parent instanceof Element ? parent : undefined;
}

/** The element itself and everything around it, innermost first, out of shadow roots too. */
export function* withAncestors(element: Element): Generator<Element> {
  for (let current: Element | undefined = element; current; current = parentOf(current)) yield current;
}

export function matches(element: Element, selector: string): boolean {
  return Element.prototype.matches.call(element, selector);
}

/** The nearest element, itself included, that matches, out of shadow roots too. */
export function closest(element: Element, selector: string): Element | undefined {
  const found = Element.prototype.closest.call(element, selector);
  if (found) return found;
  const root = rootOf(element);
  return root instanceof ShadowRoot ? closest(root.host, selector) : undefined;
}

/** Whether `inner` is `outer` or somewhere in it, in its open shadow roots too. */
export function holds(outer: Element, inner: Element): boolean {
  if (Node.prototype.contains.call(outer, inner)) return true;
  const root = rootOf(inner);
  const host = root instanceof ShadowRoot ? root.host : undefined;
  return host !== undefined && holds(outer, host);
}

/** Whether an element begins after another one in the document. */
export const follows = (element: Element, other: Element): boolean =>
  (Node.prototype.compareDocumentPosition.call(other, element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

export function attributeOf(element: Element, name: string): string | undefined {
  return Element.prototype.getAttribute.call(element, name) ?? undefined;
}

/** Document, fragment or shadow root that an element stands in. */
export function rootOf(node: Node): Node {
  return Node.prototype.getRootNode.call(node);
}

/** What stands in front of a node in the same parent, nearest first. */
export function* nodesBefore(node: Node): Generator<Node> {
  for (let at = previousOf(node); at; at = previousOf(at)) yield at;
}

/** Element siblings in front of this one, nearest first. */
export function* siblingsBefore(element: Element): Generator<Element> {
  for (const node of nodesBefore(element)) if (node instanceof Element) yield node;
}

/** Its elements as they stand; asked one by one where few of many are needed. */
export const childrenOf = (element: Element): ArrayLike<Element> => childListOf(element) ?? [];

export const childCountOf = (node: Node): number => childNodeListOf(node)?.length ?? 0;

export function childNodesOf(node: Node): Node[] {
  return [...(childNodeListOf(node) ?? [])];
}

const UNREAD = 'script, style, noscript, template, select, textarea, svg';
const FILLER_CHARACTERS = /[\u200b-\u200f\u2060-\u2064\ufeff\ue000-\uf8ff]/g;

/** Pieces of text in an element, each trimmed, without scripts, icons' glyphs and zero-width characters. */
export function textPieces(element: Element): string[] {
  const pieces: string[] = [];
  for (const node of childNodesOf(element)) {
    if (nodeTypeOf(node) === TEXT_NODE) {
      const piece = squeeze(node.nodeValue ?? '');
      if (piece) pieces.push(piece);
    } else if (node instanceof Element && !matches(node, UNREAD)) {
      pieces.push(...textPieces(node));
    }
  }
  return pieces;
}

/**
 * Whether any piece of text says it. Asked of whole pages: texts are walked without what is around them, and only one that
 * says it is asked where it stands.
 */
export function anyTextSays(root: Node, words: RegExp): boolean {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    if (words.test(text.nodeValue ?? '') && isRead(text, root)) return true;
  }
  return false;
}

function isRead(text: Node, root: Node): boolean {
  for (let at = parentOf(text); at && at !== root; at = parentOf(at)) if (matches(at, UNREAD)) return false;
  return true;
}

/** The text of an element on one line. */
export function textOf(element: Element): string {
  return textPieces(element).join(' ');
}

export function squeeze(text: string): string {
  return text.replace(FILLER_CHARACTERS, '').replace(/\s+/g, ' ').trim();
}
