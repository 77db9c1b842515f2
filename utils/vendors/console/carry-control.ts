/** *Carry redirect URL to Entra* in the vendor's dialog (DESIGN §2, Iru generation). */

import { createButton, type OnPageButton } from '../../page/button';
import { copyDetails } from '../../page/copy-details';
import { placeBelow } from '../../page/place-below';
import { NoticeSlot } from '../../page/slot';
import { carriedWords, vendorLabels } from '../../words/vendor';
import { findRedirectUri } from '../redirect-uri';
import type { ConsolePage } from './console-page';

export class CarryControl {
  readonly #page: ConsolePage;
  readonly #notice: NoticeSlot;
  #button: OnPageButton | undefined;
  #uri: string | undefined;

  constructor(page: ConsolePage) {
    this.#page = page;
    this.#notice = new NoticeSlot(page.document, vendorLabels.dismiss);
    page.signal.addEventListener('abort', () => this.#leave());
  }

  look(): void {
    const shown = findRedirectUri(this.#page.document, this.#page.tenant);
    if (!shown) {
      this.#leave();
      return;
    }
    // Another method's address: what was said of the one before does not hold for it.
    if (this.#uri !== shown.uri) this.#leave();
    this.#uri = shown.uri;
    this.#button ??= createButton(this.#page.document, {
      label: vendorLabels.carryRedirectUri,
      key: 'carry-redirect-uri',
      command: 'capture',
      onPress: () => void this.#carry(),
    });
    placeBelow(this.#button.host, shown.element);
    this.#notice.keepNear(shown.element);
  }

  async #carry(): Promise<void> {
    // Read anew: the press is for what the dialog shows at this moment.
    const shown = findRedirectUri(this.#page.document, this.#page.tenant);
    if (!shown || shown.uri !== this.#uri) return;
    this.#notice.clear();
    const answer = await this.#page.ask('carryRedirectUri', { redirectUri: shown.uri });
    if (this.#uri !== shown.uri) return;
    const text = carriedWords(answer);
    this.#button?.setStatus(answer ? text : '');
    if (answer) return;
    const actions = copyDetails(this.#page.window, 'carryRedirectUri');
    this.#notice.show({ role: 'alert', text, actions }, shown.element);
  }

  #leave(): void {
    this.#notice.clear();
    this.#button?.remove();
    this.#button = undefined;
    this.#uri = undefined;
  }
}
