/** The one alert in the connection form. Its three speakers take turns: the newest is heard, and each takes back its own. */
import type { TextField } from '../../page/find';
import type { NoticeAction, OnPageNotice } from '../../page/notice';
import { placeAbove } from '../../page/place-above';
import { NoticeSlot } from '../../page/slot';
import { vendorLabels } from '../../words/vendor';

export type Speaker = 'fill' | 'secretField' | 'saveGuard';

export class FormNotice {
  readonly #slot: NoticeSlot<TextField>;
  #speaker: Speaker | undefined;
  #field: TextField | undefined;

  constructor(document: Document, signal: AbortSignal) {
    this.#slot = new NoticeSlot(document, vendorLabels.dismiss, placeOverField);
    signal.addEventListener('abort', () => this.#slot.clear());
  }

  /** @param field what the alert is about: it stands above it */
  alert(speaker: Speaker, field: TextField, text: string, actions: readonly NoticeAction[] = []): void {
    this.#speaker = speaker;
    this.#field = field;
    this.#slot.show({ role: 'alert', text, actions }, field);
  }

  /** Keeps the alert in the form after it was drawn anew; `field` takes the place of one that is gone. */
  keep(field: TextField): void {
    if (!this.#field?.isConnected) this.#field = field;
    this.#slot.keepNear(this.#field);
  }

  /** Takes back what this speaker has said. */
  clear(speaker: Speaker): void {
    if (this.#speaker === speaker) this.clearAll();
  }

  clearAll(): void {
    this.#speaker = undefined;
    this.#slot.clear();
  }
}

function placeOverField({ host }: OnPageNotice, field: TextField): void {
  placeAbove(host, field);
  // It says what the admin must know now; the field may be at the other end of a long form.
  host.scrollIntoView?.({ block: 'nearest' });
}
