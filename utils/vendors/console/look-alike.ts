/**
 * Names what only looks like the place for the held values (facts, kandji §9): the form of another kind of connection,
 * and the user directory's integration, which is connected to Entra by consent alone.
 */

import { controlsNamed } from '../../page/controls';
import { FAR_ITEMS } from '../../page/near';
import { NoticeSlot } from '../../page/slot';
import { otherFormWords, userDirectoryWords, vendorLabels } from '../../words/vendor';
import type { FormFinding } from '../connection-form';
import type { VendorProfile } from '../profile';
import type { ConsolePage } from './console-page';

export class LookAlikeNotice {
  readonly #page: ConsolePage;
  readonly #slot: NoticeSlot;
  /** Until when values are held that can be filled here, in milliseconds since 1970. */
  #readyUntil = 0;
  /** What is named at the moment. One that was dismissed stays away until the page shows something else. */
  #named = '';

  constructor(page: ConsolePage) {
    this.#page = page;
    this.#slot = new NoticeSlot(page.document, vendorLabels.dismiss);
    page.signal.addEventListener('abort', () => this.#slot.clear());
  }

  /** Values are held for this console until then; 0 = none are, and what the admin does here is none of our business. */
  ready(until: number): void {
    this.#readyUntil = until;
  }

  look(finding: FormFinding): void {
    const seen = this.#readyUntil > Date.now() ? this.#lookAlike(finding) : undefined;
    if (!seen) {
      this.#named = '';
      this.#slot.clear();
    } else if (seen.text === this.#named) this.#slot.keepNear(seen.anchor);
    else {
      this.#named = seen.text;
      this.#slot.show({ role: 'status', text: seen.text }, seen.anchor);
    }
  }

  #lookAlike(finding: FormFinding): { text: string; anchor: Element } | undefined {
    const { document, tenant } = this.#page;
    const { vendor } = tenant;
    if (finding.kind === 'otherConnection') {
      return { text: otherFormWords(finding.name, choiceOf(vendor)), anchor: finding.container };
    }
    if (finding.kind !== 'none') return undefined;
    const [control] = controlsNamed(document, vendor.userDirectory, FAR_ITEMS);
    return control && { text: userDirectoryWords(vendor.name, wayOf(vendor)), anchor: control.seen };
  }
}

const wordsAt = (vendor: VendorProfile, isMeant: (where: string) => boolean) =>
  vendor.console.words.wayToForm.flatMap(({ words, where }) =>
    isMeant(where) && words[0] ? [words[0]] : [],
  );

/** What to choose in the dialog that adds a connection. */
const choiceOf = (vendor: VendorProfile) => wordsAt(vendor, (where) => where === 'dialog')[0] ?? '';

/** *Settings > Access*: as far as the page that lists the connections. */
const wayOf = (vendor: VendorProfile) => wordsAt(vendor, (where) => where === 'navigation').join(' > ');
