/** Lets the admin point at something in the page: the press is ours, the page does not get it. */
import { createShell } from './host';

/** What a press is made of; all of it is held back from the page. */
const PRESSES = [
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'click',
  'auxclick',
  'dblclick',
  'contextmenu',
];

/**
 * Outlines what is under the pointer until the admin presses it, or Escape.
 * @returns the element pressed; `undefined` for Escape, and when the signal aborts
 */
export function pointAt(document: Document, signal: AbortSignal): Promise<Element | undefined> {
  const window = document.defaultView;
  if (!window || signal.aborted) return Promise.resolve(undefined);
  const ending = new AbortController();
  const { host } = createShell(document);
  host.dataset.kind = 'outline';
  const options = { capture: true, signal: ending.signal };

  return new Promise((resolve) => {
    const end = (element: Element | undefined) => {
      ending.abort();
      host.remove();
      resolve(element);
    };
    signal.addEventListener('abort', () => end(undefined), { signal: ending.signal });
    window.addEventListener('pointermove', (event) => outline(host, targetOf(event)), options);
    window.addEventListener(
      'keydown',
      (event) => {
        if (!event.isTrusted || event.key !== 'Escape') return;
        hold(event);
        end(undefined);
      },
      options,
    );
    for (const type of PRESSES) {
      window.addEventListener(
        type,
        (event) => {
          if (!event.isTrusted) return;
          hold(event);
          if (type === 'click') end(targetOf(event));
        },
        options,
      );
    }
    document.documentElement.append(host);
  });
}

function hold(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** The innermost element, open shadow roots included. */
function targetOf(event: Event): Element | undefined {
  const [target] = event.composedPath();
  return (target as Node | undefined)?.nodeType === 1 ? (target as Element) : undefined;
}

function outline(host: HTMLElement, element: Element | undefined): void {
  const box = element?.getBoundingClientRect();
  for (const side of ['left', 'top', 'width', 'height'] as const) {
    host.style.setProperty(`--${side}`, `${box?.[side] ?? 0}px`);
  }
}
