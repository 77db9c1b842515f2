/** The element that carries our UI in a console's page, its closed shadow root and its styles. */
import { language } from '../words/messages';
import { css } from './styles';
import { HOST_TAG } from './tag';

export interface Shell {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
}

/** Makes an empty host with a closed shadow root that page styles cannot reach. */
export function createShell(document: Document): Shell {
  const host = document.createElement(HOST_TAG);
  host.lang = language();
  const root = host.attachShadow({ mode: 'closed' });
  addStyles(document, root);
  return { host, root };
}

const sheets = new WeakMap<Document, CSSStyleSheet>();

/**
 * A constructed sheet where the browser lets a content script adopt one: it is not subject to the page's `style-src`.
 * Firefox refuses that across its wrappers (bug 1751346), so a style element takes its place there. Neither goes
 * through `innerHTML`, which a Trusted Types page forbids.
 */
function addStyles(document: Document, root: ShadowRoot): void {
  try {
    let sheet = sheets.get(document);
    if (!sheet) {
      sheet = new (document.defaultView ?? globalThis).CSSStyleSheet();
      sheet.replaceSync(css);
      sheets.set(document, sheet);
    }
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = document.createElement('style');
    style.textContent = css;
    root.append(style);
  }
}

type Attributes = Readonly<Record<string, string>>;

/** `document.createElement` with attributes and children. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  document: Document,
  tag: Tag,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

const KEPT_INSIDE = [
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'click',
  'dblclick',
  'auxclick',
  'contextmenu',
  'touchstart',
  'touchend',
  'keydown',
  'keyup',
  'keypress',
] as const;

/** What happens inside our controls is none of the page's business: a press in a row must not open that row. */
export function keepInside({ root }: Shell): void {
  for (const type of KEPT_INSIDE) root.addEventListener(type, (event) => event.stopPropagation());
}

/** Equal text is not written again: it would be announced again. @returns whether the text was another one */
export function setText(element: Element, text: string): boolean {
  if (element.textContent === text) return false;
  element.textContent = text;
  return true;
}

const SVG = 'http://www.w3.org/2000/svg';

function makeSvg(document: Document, size: number, paths: readonly Attributes[]): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  const all = {
    viewBox: '0 0 16 16',
    width: `${size}`,
    height: `${size}`,
    'aria-hidden': 'true',
    focusable: 'false',
  };
  for (const [name, value] of Object.entries(all)) svg.setAttribute(name, value);
  for (const attributes of paths) {
    const path = document.createElementNS(SVG, 'path');
    for (const [name, value] of Object.entries(attributes)) path.setAttribute(name, value);
    svg.append(path);
  }
  return svg;
}

/** The mark of SSO Courier: a key that travels. */
export const makeMark = (document: Document): SVGElement =>
  makeSvg(document, 14, [
    { d: 'M1 4.6h2.6M0 8h2.6M1 11.4h2.6', class: 'line' },
    {
      d: 'M7.6 4.4a3.6 3.6 0 1 0 3.3 5h1l1.1 1.2 1.2-1.2 1.3-1.3L13.9 6.6h-3a3.6 3.6 0 0 0-3.3-2.2Zm-.5 2.5a1.1 1.1 0 1 1 0 2.2 1.1 1.1 0 0 1 0-2.2Z',
      class: 'fill',
    },
  ]);

export const makeCross = (document: Document): SVGElement =>
  makeSvg(document, 12, [{ d: 'M3 3l10 10M13 3L3 13', class: 'line' }]);
