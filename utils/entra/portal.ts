/** SSO Courier on the portal: looks at the address, and works only on pages that are its business. */
import { askWith } from '../page/ask';
import type { PageContext } from '../page/context';
import { ContextFeed } from './portal-context';
import { Notices, type PageSession } from './portal-session';
import { watchHash } from './route-watch';
import { type PortalPage, readRoute } from './routes';
import { watchAddSecret } from './watch-add-secret';
import { watchOverview } from './watch-overview';
import { watchRegister } from './watch-register';
import { watchAuthentication, watchOverviewRegistration } from './watch-registration';
import { watchSecrets } from './watch-secrets';

/** Where the address comes from: this document's own hash, or for a frame the top document's, handed in. */
export type RouteSource = (signal: AbortSignal, onHash: (hash: string) => void) => void;

export interface PortalOptions {
  /** Ends everything and takes all we added out of the page. */
  readonly signal?: AbortSignal;
  readonly route?: RouteSource;
}

/**
 * Starts on a document of the portal. A frame without a route of its own and every page of others get one look at the
 * address and two listeners: no observer, no query of the DOM (the script runs in every frame there).
 */
export function runPortal(page: PageContext, options: PortalOptions = {}): void {
  const all = new AbortController();
  options.signal?.addEventListener('abort', () => all.abort(), { signal: all.signal });
  if (options.signal?.aborted) return;
  const route: RouteSource = options.route ?? ((signal, onHash) => watchHash(page.window, signal, onHash));
  let here: AbortController | undefined;
  let last = '';
  route(all.signal, (hash) => {
    const at = readRoute(hash);
    // Menus and panes change the hash without leaving the page.
    const name = JSON.stringify(at);
    if (name === last && here) return;
    last = name;
    here?.abort();
    here = new AbortController();
    void open(page, at, hash, here, all);
  });
  all.signal.addEventListener('abort', () => here?.abort());
}

async function open(
  page: PageContext,
  at: PortalPage,
  hash: string,
  here: AbortController,
  all: AbortController,
): Promise<void> {
  if (!isOurs(at)) return;
  const { signal } = here;
  const ask = askWith(page.send, () => all.abort());
  const clientId = at.kind === 'register' ? undefined : at.clientId;
  const context = await ContextFeed.start(page, signal, ask, clientId);
  if (signal.aborted) return;
  const session: PageSession = {
    page,
    signal,
    hash,
    vendorName: context.latest.vendorName,
    notices: new Notices(page.document, signal),
    ask,
    onContext: (run) => context.follow(run),
  };
  switch (at.kind) {
    case 'register':
      return watchRegister(session);
    case 'overview': {
      const registration = watchOverviewRegistration({ ...session, clientId: at.clientId });
      return watchOverview({ ...session, clientId: at.clientId }, registration.lookAgain);
    }
    case 'secrets':
      watchSecrets({ ...session, clientId: at.clientId });
      return watchAddSecret(session);
    case 'authentication':
      return watchAuthentication({ ...session, clientId: at.clientId });
    default:
      at satisfies never;
  }
}

type OurPage = Extract<PortalPage, { kind: 'register' | 'overview' | 'secrets' | 'authentication' }>;

const isOurs = (at: PortalPage): at is OurPage =>
  /^(?:register|overview|secrets|authentication)$/.test(at.kind);
