/** *Carry redirect URL to Entra* in the vendor's dialog (DESIGN §2, Iru generation). */

import { createButton, type OnPageButton } from '../../page/button';
import { placeBelow } from '../../page/place-below';
import { carriedWords, vendorLabels } from '../../words/vendor';
import { findRedirectUri } from '../redirect-uri';
import type { ConsolePage } from './console-page';

export class CarryControl {
  readonly #page: ConsolePage;
  #button: OnPageButton | undefined;
  #uri: string | undefined;

  constructor(page: ConsolePage) {
    this.#page = page;
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
  }

  async #carry(): Promise<void> {
    // Read anew: the press is for what the dialog shows at this moment.
    const shown = findRedirectUri(this.#page.document, this.#page.tenant);
    if (!shown || shown.uri !== this.#uri) return;
    const answer = await this.#page.ask('carryRedirectUri', { redirectUri: shown.uri });
    if (this.#uri === shown.uri) this.#button?.setStatus(carriedWords(answer));
  }

  #leave(): void {
    this.#button?.remove();
    this.#button = undefined;
    this.#uri = undefined;
  }
}
