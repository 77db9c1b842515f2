/**
 * Whether the admin can see a control where the press lands (TRUST §1.4). The page draws around and over our controls,
 * so each press asks anew; nothing here runs while the page only changes.
 */
import { flatParent, isInside } from './text';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Below this product of opacities a control is not something the admin meant to press. */
const OPACITY_LEAST = 0.5;
/** A control drawn smaller than this, in CSS pixels, cannot be read. */
const SIDE_LEAST = 8;

/**
 * Whether the host is rendered, opaque enough through all its ancestors, large enough to read, and on top at the point.
 * @param point in viewport coordinates; for keys, the middle of the control
 */
export function isPressable(host: HTMLElement, control: Element, point: Point): boolean {
  if (!host.isConnected || !host.checkVisibility({ visibilityProperty: true })) return false;
  const box = control.getBoundingClientRect();
  if (box.width < SIDE_LEAST || box.height < SIDE_LEAST) return false;
  return isOpaque(host) && isOnTop(host, point) && !isVeiled(host, point);
}

function isOpaque(host: HTMLElement): boolean {
  const window = host.ownerDocument.defaultView;
  if (!window) return false;
  let opacity = 1;
  for (let at: Element | null = host; at; at = flatParent(at)) {
    const style = window.getComputedStyle(at);
    opacity *= Number.parseFloat(style.opacity || '1') * filterOpacity(style.filter ?? '');
    if (opacity < OPACITY_LEAST) return false;
  }
  return true;
}

function filterOpacity(filter: string): number {
  const value = /opacity\(([\d.]+)(%?)\)/.exec(filter);
  return value ? Number(value[1]) / (value[2] ? 100 : 1) : 1;
}

/** Hit-tests in each tree from the document down to the one the host stands in; the top layer is part of the test. */
function isOnTop(host: HTMLElement, { x, y }: Point): boolean {
  for (let at: Element = host; ; ) {
    const root = at.getRootNode() as Document | ShadowRoot;
    const top = root.elementFromPoint(x, y);
    if (top !== at) return false;
    if (!(root as ShadowRoot).host) return true;
    at = (root as ShadowRoot).host;
  }
}

/**
 * Whether something painted lies over the point that lets presses through (`pointer-events: none`), which hit-testing
 * does not see. Each candidate is made hittable for one synchronous hit test and put back.
 */
function isVeiled(host: HTMLElement, point: Point): boolean {
  const document = host.ownerDocument;
  const window = document.defaultView;
  if (!window) return true;
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    const box = element.getBoundingClientRect();
    if (point.x < box.left || point.x > box.right || point.y < box.top || point.y > box.bottom) continue;
    const style = window.getComputedStyle(element);
    if (style.pointerEvents !== 'none' || !paints(element, style) || isInside(host, element)) continue;
    if (coversWhenHittable(element, host, point)) return true;
  }
  return false;
}

function paints(element: Element, style: CSSStyleDeclaration): boolean {
  if (style.visibility !== 'visible' || Number.parseFloat(style.opacity) < 0.1) return false;
  if (/^(?:img|svg|canvas|video|iframe|object|embed)$/.test(element.localName)) return true;
  return style.backgroundImage !== 'none' || !/(?:, 0\)|transparent|\/ 0\))$/.test(style.backgroundColor);
}

function coversWhenHittable(element: HTMLElement, host: HTMLElement, point: Point): boolean {
  if (!element.style) return false;
  const before = element.getAttribute('style');
  element.style.setProperty('pointer-events', 'auto', 'important');
  const covers = !isOnTop(host, point);
  if (before === null) element.removeAttribute('style');
  else element.setAttribute('style', before);
  return covers;
}
