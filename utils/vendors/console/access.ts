/** Whether the tenant has single sign-on at all: without it, the Access page has no *Authentication* (facts, kandji §5.1). */

import { isNamed } from '../../page/controls';
import { isShown, wordsOf } from '../../page/find';
import { queryNear } from '../../page/near';
import { NoticeSlot } from '../../page/slot';
import { attributeOf, closest, follows, queryById, textOf, textPieces } from '../../page/tree';
import { notEnabledWords, vendorLabels } from '../../words/vendor';
import type { VendorProfile } from '../profile';
import type { ConsolePage } from './console-page';

export type AccessPage =
  | { readonly kind: 'access'; readonly hasAuthentication: boolean; readonly heading: Element }
  /** Another page, or one that has not finished loading. */
  | { readonly kind: 'other' };

/** A page that draws its parts one after the other has drawn them by then. */
export const SURE_MILLISECONDS = 1500;

const HEADINGS = 'h1, h2, h3, h4, h5, h6, [role="heading"]';
const NOT_CONTENT =
  'nav, aside, [role="navigation"], [role="tablist"], [role="dialog"], dialog, [role="menu"]';
const BUSY = '[aria-busy="true"], [role="progressbar"]';

/**
 * Reads the Access page: the tab of that name is selected, and what follows it has headings. Missing is only what
 * stands nowhere in the content, be it a heading or not.
 */
export function readAccessPage(document: Document, profile: VendorProfile): AccessPage {
  const { accessTab, authentication, standardAuthentication } = profile.console.words;
  if (accessTab.length === 0) return { kind: 'other' };
  const tab = queryNear(document, '[role="tab"][aria-selected="true"], [aria-current="page"]').find(
    (each) => isNamed(each, accessTab) && isShown(each),
  );
  if (!tab) return { kind: 'other' };
  const content = contentOf(document, tab);
  if (!content || queryNear(content, BUSY).some(isShown)) return { kind: 'other' };
  const headings = queryNear(content, HEADINGS).filter(
    (heading) =>
      follows(heading, tab) && !closest(heading, NOT_CONTENT) && isShown(heading) && textOf(heading),
  );
  const [heading] = headings;
  if (!heading) return { kind: 'other' };
  const known = [...authentication, ...standardAuthentication].map(wordsOf);
  const hasAuthentication = textPieces(content).some((piece) => known.includes(wordsOf(piece)));
  return { kind: 'access', hasAuthentication, heading };
}

/** The panel that the tab controls, else the page's main part. */
function contentOf(document: Document, tab: Element): Element | undefined {
  const panelId = attributeOf(tab, 'aria-controls');
  const [panel] = panelId ? queryById(document, panelId) : [];
  return panel ?? queryNear(document, 'main, [role="main"]').find(isShown) ?? document.body;
}

export class AccessNotice {
  readonly #page: ConsolePage;
  readonly #slot: NoticeSlot;
  #told: boolean | undefined;
  #missingSince: number | undefined;
  #timer: number | undefined;
  /** One that was dismissed stays away until the page was left. */
  #isShown = false;

  constructor(page: ConsolePage) {
    this.#page = page;
    this.#slot = new NoticeSlot(page.document, vendorLabels.dismiss);
    page.signal.addEventListener('abort', () => {
      this.#slot.clear();
      page.window.clearTimeout(this.#timer);
    });
  }

  look(): void {
    const { document, tenant } = this.#page;
    const seen = readAccessPage(document, tenant.vendor);
    if (seen.kind === 'other' || seen.hasAuthentication) {
      this.#missingSince = undefined;
      this.#isShown = false;
      this.#slot.clear();
      if (seen.kind === 'access') this.#tell(true);
      return;
    }
    const now = Date.now();
    this.#missingSince ??= now;
    if (now - this.#missingSince < SURE_MILLISECONDS) {
      this.#lookAgain();
      return;
    }
    this.#tell(false);
    // Above the part that the heading heads: it speaks of the page, not of that part.
    const part = closest(seen.heading, 'section, article, [role="region"]') ?? seen.heading;
    if (this.#isShown) this.#slot.keepNear(part);
    else this.#slot.show({ role: 'alert', text: notEnabledWords(tenant.vendor) }, part);
    this.#isShown = true;
  }

  #lookAgain(): void {
    const { window } = this.#page;
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.look(), SURE_MILLISECONDS);
  }

  #tell(hasAuthentication: boolean): void {
    if (this.#told === hasAuthentication) return;
    this.#told = hasAuthentication;
    void this.#page.ask('accessSeen', { hasAuthentication });
  }
}
