/** Light or dark, as the page is: consoles have themes of their own, whatever the system prefers. */
import { luminanceOf } from './luminance';
import { takePageLook } from './page-look';
import { flatParent } from './text';

export type Theme = 'light' | 'dark';

/** The theme of the page where the element stands, by the first background behind it that can be seen. */
export function themeAt(element: Element): Theme {
  const window = element.ownerDocument.defaultView;
  if (!window) return 'light';
  for (let at: Element | null = element; at; at = flatParent(at)) {
    const luminance = luminanceOf(window.getComputedStyle(at).backgroundColor);
    if (luminance !== undefined) return luminance < 0.4 ? 'dark' : 'light';
  }
  // Nothing painted up to the canvas: its colour follows the page's colour scheme.
  const scheme = window.getComputedStyle(element.ownerDocument.documentElement).colorScheme ?? '';
  const prefersDark = window.matchMedia?.('(prefers-color-scheme: dark)').matches ?? false;
  return scheme.includes('dark') && (prefersDark || !scheme.includes('light')) ? 'dark' : 'light';
}

interface Themed {
  readonly hosts: Set<HTMLElement>;
  readonly stop: () => void;
}

const themed = new WeakMap<Document, Themed>();

/** Gives a host the page's theme, and again whenever the page or the system switches it. */
export function followTheme(host: HTMLElement): void {
  const document = host.ownerDocument;
  let entry = themed.get(document);
  if (!entry) {
    const hosts = new Set<HTMLElement>();
    entry = { hosts, stop: watchTheme(document, hosts) };
    themed.set(document, entry);
  }
  entry.hosts.add(host);
  paint(host);
}

/** Ends the watching with the last host. */
export function unfollowTheme(host: HTMLElement): void {
  const entry = themed.get(host.ownerDocument);
  entry?.hosts.delete(host);
  if (entry?.hosts.size !== 0) return;
  entry.stop();
  themed.delete(host.ownerDocument);
}

function paint(host: HTMLElement): void {
  const parent = flatParent(host);
  const theme = parent ? themeAt(parent) : 'light';
  if (host.dataset.theme !== theme) host.dataset.theme = theme;
  takePageLook(host);
}

/** Consoles switch themes by a class or attribute on the root or the body. */
function watchTheme(document: Document, hosts: ReadonlySet<HTMLElement>): () => void {
  const window = document.defaultView;
  if (!window) return () => {};
  const repaint = () => {
    for (const host of hosts) if (host.isConnected) paint(host);
  };
  const media = window.matchMedia?.('(prefers-color-scheme: dark)');
  const observer = new window.MutationObserver(() => window.requestAnimationFrame(repaint));
  const attributes = { attributes: true, attributeFilter: ['class', 'style', 'data-theme'] };
  observer.observe(document.documentElement, attributes);
  if (document.body) observer.observe(document.body, attributes);
  media?.addEventListener('change', repaint);
  return () => {
    observer.disconnect();
    media?.removeEventListener('change', repaint);
  };
}
