/**
 * Walking a console's tree, open shadow roots included, through prototype calls: a page can shadow `form.closest` or
 * `form.parentNode` with `<input name="closest">`, in the isolated world too (named properties of `HTMLFormElement`
 * and `Document` come before the prototype's, HTML Standard, "legacy override built-ins").
 */

const DOCUMENT_NODE = 9;
const DOCUMENT_FRAGMENT_NODE = 11;
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
const parentNodeOf = reader<Node | null>(() => Node.prototype, 'parentNode');
const childNodeListOf = reader<NodeListOf<ChildNode>>(() => Node.prototype, 'childNodes');
const childListOf = reader<HTMLCollection>(() => Element.prototype, 'children');
const shadowRootOf = reader<ShadowRoot | null>(() => Element.prototype, 'shadowRoot');
const hostOf = reader<Element>(() => ShadowRoot.prototype, 'host');

function listOf(root: Node, selector: string): NodeListOf<Element> {
  const type = nodeTypeOf(root);
  const prototype =
    type === DOCUMENT_NODE
      ? Document.prototype
      : type === DOCUMENT_FRAGMENT_NODE
        ? DocumentFragment.prototype
        : Element.prototype;
  return prototype.querySelectorAll.call(root, selector);
}

/** Elements in this root only (not in shadow roots below it) that match, in document order. */
export function queryAll(root: Node, selector: string): Element[] {
  return [...listOf(root, selector)];
}

/**
 * Elements below `root` that match, in open shadow roots too. Frames are never entered.
 * @param besides selector of what is of no use to the caller, a long list: shadow roots in there are not looked for
 */
export function deepQueryAll(root: Node, selector: string, besides = ''): Element[] {
  let known = knownRoots.get(root);
  if (!known) {
    // Several features look at a page in one turn, and finding the shadow roots walks all of it.
    known = new Map();
    knownRoots.set(root, known);
    queueMicrotask(() => knownRoots.delete(root));
  }
  const roots = known.get(besides) ?? shadowRootsIn(root, besides);
  known.set(besides, roots);
  return [root, ...roots].flatMap((each) => queryAll(each, selector));
}

/** By what was left out. */
const knownRoots = new Map<Node, Map<string, readonly ShadowRoot[]>>();

/** The open shadow roots below a node, in others too. */
function shadowRootsIn(root: Node, besides: string): ShadowRoot[] {
  const found: ShadowRoot[] = [];
  const leftOut = new Set(besides ? queryAll(root, besides) : []);
  const all = listOf(root, '*');
  // A page has thousands of elements, and the length of a list is a question to the browser each time.
  const { length } = all;
  for (let index = 0; index < length; index++) {
    const element = all[index] as Element;
    if (leftOut.has(element)) {
      index += Element.prototype.getElementsByTagName.call(element, '*').length;
      continue;
    }
    const shadow = shadowRootOf(element);
    if (shadow) found.push(shadow, ...shadowRootsIn(shadow, besides));
  }
  return found;
}

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

export function attributeOf(element: Element, name: string): string | undefined {
  return Element.prototype.getAttribute.call(element, name) ?? undefined;
}

/** Document, fragment or shadow root that an element stands in. */
export function rootOf(node: Node): Node {
  return Node.prototype.getRootNode.call(node);
}

/** Element siblings in front of this one, nearest first. */
export function siblingsBefore(element: Element): Element[] {
  const parent = parentNodeOf(element);
  if (!parent) return [];
  const siblings = childNodesOf(parent).filter((node): node is Element => node instanceof Element);
  return siblings.slice(0, Math.max(0, siblings.indexOf(element))).reverse();
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
