/** The dialog after Save that holds the link to authorise the connection (facts, kandji §6 and §7). */

import { createButton, type OnPageButton, placeBeside } from '../../page/button';
import { copyText } from '../../page/copy';
import { isShown } from '../../page/find';
import { queryNear } from '../../page/near';
import type { NoticeAction } from '../../page/notice';
import { NoticeSlot } from '../../page/slot';
import { attributeOf } from '../../page/tree';
import { consentWords, openedWords, vendorLabels } from '../../words/vendor';
import { consentLinkFault } from '../consent-link';
import { DIALOGS } from '../other-connection';
import type { VendorProfile } from '../profile';
import { vendorTenantOf } from '../registry';
import type { ConsolePage } from './console-page';
import { answerTo } from './deed';

export interface ConsentLink {
  readonly anchor: HTMLAnchorElement;
  readonly href: string;
}

/** Links that are in the page now, by address: what is not among them after Save has newly appeared. */
export function linksIn(document: Document): ReadonlySet<string> {
  return new Set(queryNear(document, 'a[href]').map((anchor) => attributeOf(anchor, 'href') ?? ''));
}

/**
 * The one consent link in the page: an https link in a dialog to a host that the profile allows. Where the vendor draws
 * its dialog without saying that it is one, a link that was not in the page when Save was pressed. Two different
 * addresses = none: never guess.
 * @param beforeSave the links that were in the page when Save was pressed; `undefined` before that
 */
export function findConsentLink(
  document: Document,
  profile: VendorProfile,
  beforeSave?: ReadonlySet<string>,
): ConsentLink | undefined {
  const consoleHost = document.location?.hostname;
  const inDialogs = queryNear(document, DIALOGS).flatMap((dialog) => queryNear(dialog, 'a[href]'));
  const isNew = (anchor: Element) => beforeSave?.has(attributeOf(anchor, 'href') ?? '') === false;
  const newOnes = beforeSave ? queryNear(document, 'a[href]').filter(isNew) : [];
  const links = [...new Set([...inDialogs, ...newOnes])].filter(
    (anchor): anchor is HTMLAnchorElement =>
      anchor instanceof HTMLAnchorElement &&
      !consentLinkFault(anchor.href, profile, consoleHost) &&
      !vendorTenantOf(anchor.href) &&
      isShown(anchor),
  );
  const [first, ...others] = links;
  if (!first || others.some((other) => other.href !== first.href)) return undefined;
  return { anchor: first, href: first.href };
}

/** Longest address that the message carries. */
const HREF_LENGTH = 2048;

export class ConsentControl {
  readonly #page: ConsolePage;
  readonly #onLink: () => void;
  readonly #notice: NoticeSlot;
  #open: OnPageButton | undefined;
  #copy: OnPageButton | undefined;
  #link: ConsentLink | undefined;
  #isOpening = false;
  /** `undefined`: the background could not be told of the link. */
  #told: Promise<unknown> = Promise.resolve();
  #beforeSave: ReadonlySet<string> | undefined;

  /** @param onLink a consent link came up: the vendor has saved the connection */
  constructor(page: ConsolePage, onLink: () => void) {
    this.#page = page;
    this.#onLink = onLink;
    this.#notice = new NoticeSlot(page.document, vendorLabels.dismiss);
    page.signal.addEventListener('abort', () => this.#leave());
  }

  /** Save went through: links that appear from now on count without a dialog. */
  saved(): void {
    this.#beforeSave = linksIn(this.#page.document);
  }

  look(): void {
    const { document, tenant } = this.#page;
    const link = findConsentLink(document, tenant.vendor, this.#beforeSave);
    if (!link || link.href.length > HREF_LENGTH) {
      this.#leave();
      return;
    }
    const isNew = link.href !== this.#link?.href;
    if (isNew) this.#leave();
    this.#link = link;
    if (isNew) {
      this.#told = this.#tell(link);
      this.#onLink();
    }
    this.#place(link);
  }

  readonly #tell = ({ href }: ConsentLink) => this.#page.ask('consentLinkSeen', { href });

  #place({ anchor }: ConsentLink): void {
    const { document } = this.#page;
    this.#open ??= createButton(document, {
      label: vendorLabels.openConsentLink,
      key: 'open-consent-link',
      onPress: () => void this.#openLink(),
    });
    this.#copy ??= createButton(document, {
      label: vendorLabels.copyConsentLink,
      key: 'copy-consent-link',
      onPress: () => void this.#copyLink(),
    });
    placeBeside(this.#open, anchor);
    placeBeside(this.#copy, this.#open.host);
    this.#notice.keepNear(anchor);
  }

  async #openLink(): Promise<void> {
    const link = this.#link;
    if (this.#isOpening || !link) return;
    this.#isOpening = true;
    this.#notice.clear();
    const answer = await answerTo(this.#page, {
      name: 'openConsentLink',
      button: this.#open,
      text: consentWords.opening,
      coming: this.#askToOpen(link),
      alertInterrupted: (actions) => this.#alert(consentWords.interrupted, actions),
    });
    this.#isOpening = false;
    if (answer) this.#open?.setStatus(openedWords(answer));
  }

  /** The background opens what it has been told, checked by its own rules: it must have been told. */
  async #askToOpen(link: ConsentLink) {
    if (!(await this.#told)) this.#told = this.#tell(link);
    return (await this.#told) ? this.#page.ask('openConsentLink', undefined) : undefined;
  }

  #alert(text: string, actions: readonly NoticeAction[]): void {
    if (this.#link) this.#notice.show({ role: 'alert', text, actions }, this.#link.anchor);
  }

  async #copyLink(): Promise<void> {
    if (!this.#link) return;
    const copied = await copyText(this.#page.window, this.#link.href);
    this.#copy?.setStatus(copied ? consentWords.copied : consentWords.notCopied);
  }

  #leave(): void {
    this.#open?.remove();
    this.#copy?.remove();
    this.#open = undefined;
    this.#copy = undefined;
    this.#link = undefined;
    this.#notice.clear();
  }
}
