/**
 * Whether the admin can see a control where the press lands (TRUST §1.4). The page draws around and over our controls,
 * so each press asks anew; nothing here runs while the page only changes.
 */
import { attributeOf, queryAll } from './tree';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Below this product of opacities a control is not something the admin meant to press. */
const OPACITY_LEAST = 0.5;
/** A control drawn smaller than this, in CSS pixels, cannot be read. */
const SIDE_LEAST = 8;

/** Filters under which a control cannot be read, whatever its opacity. */
const UNREADABLE = /(?:blur|brightness|contrast|url)\(/;

/**
 * Whether the host is rendered, opaque enough through all its ancestors, large enough to read, and on top at the point.
 * @param point in viewport coordinates; for keys, the middle of the control
 */
export function isPressable(host: HTMLElement, control: Element, point: Point): boolean {
  if (!host.isConnected || !host.checkVisibility({ visibilityProperty: true })) return false;
  const box = boxOf(control);
  if (box.width < SIDE_LEAST || box.height < SIDE_LEAST) return false;
  return isOpaque(host) && isOnTop(host, point) && !isVeiled(host, point);
}

const boxOf = (element: Element): DOMRect => Element.prototype.getBoundingClientRect.call(element);

/** Parent in the flattened tree, read past names that a page's forms put in front of the prototype's. */
function flatParent(element: Element): Element | null {
  const slot = getterOf(Element.prototype, 'assignedSlot').call(element) as Element | null;
  if (slot) return slot;
  const parent = getterOf(Node.prototype, 'parentNode').call(element) as Node | null;
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : null;
}

const getterOf = (prototype: object, name: string): (() => unknown) =>
  Object.getOwnPropertyDescriptor(prototype, name)?.get ?? (() => null);

function isInside(element: Element, around: Element): boolean {
  for (let at: Element | null = element; at; at = flatParent(at)) if (at === around) return true;
  return false;
}

function isOpaque(host: HTMLElement): boolean {
  let opacity = 1;
  for (let at: Element | null = host; at; at = flatParent(at)) {
    const style = getComputedStyle(at);
    const filter = style.filter ?? '';
    opacity *= Number.parseFloat(style.opacity || '1') * filterOpacity(filter);
    if (opacity < OPACITY_LEAST || UNREADABLE.test(filter) || isMaskedOut(style)) return false;
  }
  return true;
}

/** A mask leaves of an element what its image says. None of the consoles masks what holds a value. */
const isMaskedOut = (style: CSSStyleDeclaration): boolean =>
  (style.maskImage ?? 'none') !== 'none' && style.maskImage !== '';

function filterOpacity(filter: string): number {
  const value = /opacity\(([\d.]+)(%?)\)/.exec(filter);
  return value ? Number(value[1]) / (value[2] ? 100 : 1) : 1;
}

/** Hit-tests in each tree from the document down to the one the host stands in; the top layer is part of the test. */
function isOnTop(host: HTMLElement, { x, y }: Point): boolean {
  for (let at: Element = host; ; ) {
    const root = at.getRootNode() as Document | ShadowRoot;
    const prototype = root instanceof ShadowRoot ? ShadowRoot.prototype : Document.prototype;
    if (prototype.elementFromPoint.call(root, x, y) !== at) return false;
    if (!(root instanceof ShadowRoot)) return true;
    at = root.host;
  }
}

/**
 * Whether something painted lies over the point that lets presses through (`pointer-events: none`), which hit-testing
 * does not see. Each candidate is made hittable for one synchronous hit test and put back. Looked for in every tree that
 * the host stands in, and right below the root element, where the top layer's elements may stand too.
 */
function isVeiled(host: HTMLElement, point: Point): boolean {
  for (let at: Element = host; ; ) {
    const root = at.getRootNode() as Document | ShadowRoot;
    if (queryAll(root, '*').some((element) => veils(element, host, point))) return true;
    if (!(root instanceof ShadowRoot)) return false;
    at = root.host;
  }
}

function veils(element: Element, host: HTMLElement, point: Point): boolean {
  const box = boxOf(element);
  if (point.x < box.left || point.x > box.right || point.y < box.top || point.y > box.bottom) return false;
  const style = getComputedStyle(element);
  if (style.pointerEvents !== 'none' || !paints(element, style) || isInside(host, element)) return false;
  return coversWhenHittable(element, host, point);
}

function paints(element: Element, style: CSSStyleDeclaration): boolean {
  if (style.visibility !== 'visible' || Number.parseFloat(style.opacity) < 0.1) return false;
  if (/^(?:img|svg|canvas|video|iframe|object|embed)$/.test(element.localName)) return true;
  return style.backgroundImage !== 'none' || !/(?:, 0\)|transparent|\/ 0\))$/.test(style.backgroundColor);
}

function coversWhenHittable(element: Element, host: HTMLElement, point: Point): boolean {
  const prototype = element instanceof SVGElement ? SVGElement.prototype : HTMLElement.prototype;
  if (!(element instanceof SVGElement || element instanceof HTMLElement)) return false;
  const style = getterOf(prototype, 'style').call(element) as CSSStyleDeclaration;
  const before = attributeOf(element, 'style');
  style.setProperty('pointer-events', 'auto', 'important');
  const covers = !isOnTop(host, point);
  if (before === undefined) Element.prototype.removeAttribute.call(element, 'style');
  else Element.prototype.setAttribute.call(element, 'style', before);
  return covers;
}
