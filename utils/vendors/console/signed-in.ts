/** Whether the console is shown to a signed-in user, or came up with a sign-in error in its address. */
import { isShown } from '../../page/find';
import { queryNear } from '../../page/near';
import { queryAll } from '../../page/tree';
import type { VendorProfile } from '../profile';
import { readSigninError } from '../signin-error';
import type { ConsolePage } from './console-page';

export class SignedIn {
  readonly #page: ConsolePage;
  #toldSignedIn = false;
  #toldError = '';

  constructor(page: ConsolePage) {
    this.#page = page;
  }

  look(): void {
    const { window, document, tenant } = this.#page;
    const error = readSigninError(window.location.href) ?? readSigninError(addressOfArrival(window));
    if (error && error.error !== this.#toldError) {
      this.#toldError = error.error;
      void this.#page.ask('consoleSeen', { signedIn: false, ...error });
    }
    // With an error in the address the sidebar may be that of a session from before.
    if (this.#toldSignedIn || this.#toldError) return;
    if (!isSignedIn(document, tenant.vendor)) return;
    this.#toldSignedIn = true;
    void this.#page.ask('consoleSeen', { signedIn: true });
  }
}

/** Fewer links than this may stand on a page for strangers as well. */
const FEWEST_LINKS = 3;

/** A marker of the signed-in console; where a generation has other ones, links to several of its known pages. */
function isSignedIn(document: Document, { console }: VendorProfile): boolean {
  if (queryAll(document, console.signedInMarkers.join(',')).some(isShown)) return true;
  const linked = new Map<string, HTMLAnchorElement>();
  for (const anchor of queryNear(document, 'a[href]')) {
    if (!(anchor instanceof HTMLAnchorElement) || anchor.origin !== document.location?.origin) continue;
    const [, route = ''] = anchor.pathname.split('/');
    if (console.signedInRoutes.includes(route) && !linked.has(route)) linked.set(route, anchor);
  }
  return [...linked.values()].filter(isShown).length >= FEWEST_LINKS;
}

/** The address this document was opened with: a single-page app may have cleaned its own by now. */
function addressOfArrival(window: Window): string {
  return window.performance.getEntriesByType?.('navigation')[0]?.name ?? '';
}
