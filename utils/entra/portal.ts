/** The gate on the portal: looks at the address, and brings the part that works on the page only where that is ours. */
import { type Ask, askWith } from '../page/ask';
import type { PageContext } from '../page/context';
import type { openPortalPage } from './portal-page';
import { watchHash } from './route-watch';
import { isOurPage, type OurPage, readRoute } from './routes';

/** Where the address comes from: this document's own hash, or for a frame the top document's, handed in. */
export type RouteSource = (signal: AbortSignal, onHash: (hash: string) => void) => void;

export interface PortalOptions {
  /** Ends everything and takes all we added out of the page. */
  readonly signal?: AbortSignal;
  readonly route?: RouteSource;
  /** Brings what works on a page of ours; nothing where it could not be brought. */
  readonly bring: (ask: Ask) => Promise<typeof openPortalPage | 'notNeeded' | undefined>;
}

/** A page of ours, while the portal shows it. */
export interface Opening {
  readonly at: OurPage;
  /** The hash it was opened with. */
  readonly hash: string;
  /** Called where the extension was updated: takes everything of ours out of the page. */
  readonly fallSilent: () => void;
  /** Aborts when the address leaves the page, or the extension was updated. */
  readonly signal: AbortSignal;
}

/**
 * Starts on a document of the portal. A frame without a route of its own and every page of others get one look at the
 * address and two listeners: no observer, no query of the DOM (the script runs in every frame there).
 */
export function runPortal(page: PageContext, options: PortalOptions): void {
  const all = new AbortController();
  options.signal?.addEventListener('abort', () => all.abort(), { signal: all.signal });
  if (options.signal?.aborted) return;
  const fallSilent = () => all.abort();
  const ask = askWith(page.send, fallSilent);
  const route: RouteSource = options.route ?? ((signal, onHash) => watchHash(page.window, signal, onHash));
  let here: AbortController | undefined;
  let last: string | undefined;
  route(all.signal, (hash) => {
    const at = readRoute(hash);
    // Menus and panes change the hash without leaving the page.
    const name = JSON.stringify(at);
    if (name === last) return;
    last = name;
    here?.abort();
    here = undefined;
    if (!isOurPage(at)) return;
    here = new AbortController();
    void open({ at, hash, fallSilent, signal: here.signal });
  });
  all.signal.addEventListener('abort', () => here?.abort());

  async function open(opening: Opening): Promise<void> {
    const part = await options.bring(ask);
    if (opening.signal.aborted) return;
    if (typeof part === 'function') await part(page, opening);
    // Not brought, because a policy keeps us out or the background could not be asked: the page is not given up.
    else whenComeBack(page, opening.signal, () => void open(opening));
  }
}

/** Calls back once, when the admin turns to the page again. */
function whenComeBack({ document, window }: PageContext, signal: AbortSignal, run: () => void): void {
  const coming = new AbortController();
  const listening = { capture: true, signal: AbortSignal.any([signal, coming.signal]) };
  const come = () => {
    if (document.visibilityState === 'hidden') return;
    coming.abort();
    run();
  };
  document.addEventListener('visibilitychange', come, listening);
  for (const type of ['focus', 'pointerdown']) window.addEventListener(type, come, listening);
}
