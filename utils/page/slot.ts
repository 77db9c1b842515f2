/** One place for one notice at a time: the newer takes the older's place, and it comes back after the page is re-rendered. */
import { createNotice, type NoticeOptions, type OnPageNotice, placeNotice } from './notice';

type Shown = Omit<NoticeOptions, 'dismissLabel' | 'onDismiss'>;

export class NoticeSlot<Anchor extends Element = Element> {
  readonly #document: Document;
  readonly #dismissLabel: string;
  readonly #place: (notice: OnPageNotice, anchor: Anchor) => void;
  #notice: OnPageNotice | undefined;
  #key = '';

  constructor(
    document: Document,
    dismissLabel: string,
    place: (notice: OnPageNotice, anchor: Anchor) => void = placeNotice,
  ) {
    this.#document = document;
    this.#dismissLabel = dismissLabel;
    this.#place = place;
  }

  /** Shows a notice near `anchor`. The same text with the same actions is not announced again while it stands. */
  show(options: Shown, anchor: Anchor): void {
    const key = JSON.stringify([options.role, options.text, options.actions?.map(({ label }) => label)]);
    if (this.#notice && key === this.#key) {
      this.keepNear(anchor);
      return;
    }
    this.clear();
    this.#key = key;
    this.#notice = createNotice(this.#document, {
      ...options,
      dismissLabel: this.#dismissLabel,
      onDismiss: () => this.clear(),
    });
    this.#place(this.#notice, anchor);
  }

  /** Puts a notice back that a re-rendering has removed. */
  keepNear(anchor: Anchor): void {
    if (this.#notice && !this.#notice.host.isConnected) this.#place(this.#notice, anchor);
  }

  clear(): void {
    this.#notice?.remove();
    this.#notice = undefined;
    this.#key = '';
  }
}
