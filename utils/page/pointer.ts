/**
 * Points at one of the page's own controls: a ring around it that takes no pointer events, and a small label beside it
 * where there is room. Nothing of the page is moved or covered.
 */
import { createShell, keepInside, make, makeCross } from './host';
import { armPress, disarmPress, notePlaced } from './press';
import { CONTROLS } from './room';
import { HOST_TAG } from './tag';
import { flatParent } from './text';
import { followTheme, unfollowTheme } from './theme';

const KEY = 'pointer-dismiss';
/** Between the control and its ring, and between the ring and the label, in CSS pixels. */
const RING_GAP = 3;
const LABEL_GAP = 8;
/** A label this close to the window's edge is not readable. */
const EDGE = 4;
const SAMPLES = [0.02, 0.25, 0.5, 0.75, 0.98];
const DIALOG = 'dialog[open]';
/** Our own controls count as well. */
const PRESSABLE = `${CONTROLS},label,summary,${HOST_TAG}`;

type Box = Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'>;

export class Pointer {
  readonly #document: Document;
  readonly #host: HTMLElement;
  readonly #ring: HTMLElement;
  readonly #label: HTMLElement;
  readonly #text: HTMLElement;
  #control: Element | undefined;

  constructor(document: Document, dismissLabel: string, onDismiss: () => void, signal: AbortSignal) {
    this.#document = document;
    const shell = createShell(document);
    const { host, root } = shell;
    this.#host = host;
    host.dataset.kind = 'pointer';
    this.#text = make(document, 'span');
    const cross = make(document, 'button', {
      type: 'button',
      'aria-label': dismissLabel,
      title: dismissLabel,
    });
    cross.append(makeCross(document));
    this.#ring = make(document, 'div', { class: 'ring', 'aria-hidden': 'true' });
    this.#label = make(document, 'div', { class: 'hint', role: 'note' }, this.#text, cross);
    root.append(this.#ring, this.#label);
    keepInside(shell);
    armPress({ key: KEY, host, control: cross, onPress: onDismiss });
    const window = document.defaultView;
    const again = () => window?.requestAnimationFrame(() => this.#fit());
    for (const type of ['scroll', 'resize', 'transitionend', 'animationend']) {
      window?.addEventListener(type, again, { capture: true, passive: true, signal });
    }
    signal.addEventListener('abort', () => {
      this.clear();
      disarmPress({ key: KEY, host });
    });
  }

  /** Points at this control. Cheap when it stands there already. */
  point(control: Element, text: string): void {
    if (this.#text.textContent !== text) this.#text.textContent = text;
    this.#control = control;
    // Beside the control in the top layer, else at the end of the body: the page's own layout never sees it.
    const around = control.closest(DIALOG) ?? this.#document.body;
    if (this.#host.parentNode !== around) {
      around.append(this.#host);
      followTheme(this.#host);
      notePlaced(this.#host);
    }
    this.#fit();
  }

  clear(): void {
    this.#control = undefined;
    unfollowTheme(this.#host);
    this.#host.remove();
  }

  #fit(): void {
    const control = this.#control;
    if (!control?.isConnected || !this.#host.isConnected) return;
    const box = control.getBoundingClientRect();
    const isSeen = box.width > 0 && box.height > 0 && isOnTop(control, box);
    this.#host.dataset.shown = `${isSeen}`;
    if (!isSeen) return;
    const ring = grown(box, RING_GAP);
    put(this.#ring, ring);
    this.#ring.style.width = `${ring.right - ring.left}px`;
    this.#ring.style.height = `${ring.bottom - ring.top}px`;
    const { width, height } = this.#label.getBoundingClientRect();
    const places = placesAround(ring, width, height).filter((place) => this.#isInside(place));
    const place =
      places.find((each) => this.#isFree(each, 'ofText')) ??
      places.find((each) => this.#isFree(each, 'ofControls'));
    this.#label.dataset.shown = `${place !== undefined}`;
    if (place) put(this.#label, place);
  }

  #isInside({ left, top, right, bottom }: Box): boolean {
    const { clientWidth, clientHeight } = this.#document.documentElement;
    return left >= EDGE && top >= EDGE && right <= clientWidth - EDGE && bottom <= clientHeight - EDGE;
  }

  #isFree(place: Box, of: 'ofControls' | 'ofText'): boolean {
    for (const acrossShare of SAMPLES) {
      for (const downShare of [0.05, 0.5, 0.95]) {
        const x = place.left + (place.right - place.left) * acrossShare;
        const y = place.top + (place.bottom - place.top) * downShare;
        const hit = topmostAt(this.#document, x, y);
        if (!hit || hit === this.#host) continue;
        // A region that holds the control as well is no control that would be covered.
        const pressable = hit.closest(PRESSABLE);
        if (pressable && !(this.#control && pressable.contains(this.#control))) return false;
        if (of === 'ofText' && hasTextIn(hit, place)) return false;
      }
    }
    return true;
  }
}

function put(element: HTMLElement, { left, top }: Box): void {
  element.style.left = `${Math.round(left)}px`;
  element.style.top = `${Math.round(top)}px`;
}

const grown = ({ left, top, right, bottom }: Box, by: number): Box => ({
  left: left - by,
  top: top - by,
  right: right + by,
  bottom: bottom + by,
});

/** After it in reading order, below, before, above. */
function placesAround(ring: Box, width: number, height: number): Box[] {
  const middle = (ring.top + ring.bottom - height) / 2;
  const corners = [
    [ring.right + LABEL_GAP, middle],
    [ring.left, ring.bottom + LABEL_GAP],
    [ring.right - width, ring.bottom + LABEL_GAP],
    [ring.left - LABEL_GAP - width, middle],
    [ring.left, ring.top - LABEL_GAP - height],
    [ring.right - width, ring.top - LABEL_GAP - height],
  ] as const;
  return corners.map(([left, top]) => ({ left, top, right: left + width, bottom: top + height }));
}

/** Whether the middle of the control is not covered: an open dialog or menu may lie over it. */
function isOnTop(control: Element, box: DOMRect): boolean {
  const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  let hit = topmostAt(control.ownerDocument, x, y);
  while (hit?.shadowRoot) {
    const inner = hit.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === hit) break;
    hit = inner;
  }
  for (let at: Element | null = hit; at; at = flatParent(at)) if (at === control) return true;
  return hit !== null && control.contains(hit);
}

/** Past what a page may have put on its document (`<form name="elementFromPoint">`). */
const topmostAt = (document: Document, x: number, y: number): Element | null =>
  Document.prototype.elementFromPoint.call(document, x, y);

function hasTextIn(element: Element, place: Box): boolean {
  const range = element.ownerDocument.createRange();
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (node.nodeType !== 3 || !node.nodeValue?.trim()) continue;
    range.selectNodeContents(node);
    const isThere = [...range.getClientRects()].some(
      ({ left, top, right, bottom }) =>
        left < place.right && right > place.left && top < place.bottom && bottom > place.top,
    );
    if (isThere) return true;
  }
  return false;
}
