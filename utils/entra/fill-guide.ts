/**
 * *Fill for Kandji* above a form of the portal: the button, beside it what was filled, and below it what the admin alone can
 * choose, ticked off as it is chosen.
 */

import { createButton, type OnPageButton } from '../page/button';
import { createNotice, type OnPageNotice } from '../page/notice';
import { notePlaced } from '../page/press';
import { laysOutBlocks } from '../page/room';
import { followTheme } from '../page/theme';
import { matches, parentOf } from '../page/tree';
import { portalTexts } from '../words/portal';
import { fillFor } from '../words/registration';

export interface Guidance {
  readonly role: 'alert' | 'status';
  /** Lines; none = no notice. */
  readonly lines: readonly string[];
}

export class FillGuide {
  readonly #document: Document;
  readonly #button: OnPageButton;
  #notice: OnPageNotice | undefined;
  #shown = '';
  #role = '';
  /** All of it, for as long as the form is open. */
  #isPutAway = false;
  /** Guidance that the admin has put away is not shown again. */
  #dismissed = '';

  /** @param key names the form across its re-rendering */
  constructor(document: Document, key: string, vendorName: string, onPress: () => void) {
    this.#document = document;
    this.#button = createButton(
      document,
      { key, label: fillFor(vendorName), command: 'fill', onPress },
      { label: portalTexts.hideButton, onDismiss: () => this.#putAway() },
    );
  }

  get host(): HTMLElement {
    return this.#button.host;
  }

  /** The page has drawn its form anew, and the button is not in it yet. */
  get isTakenOut(): boolean {
    return !this.#isPutAway && !this.host.isConnected;
  }

  setVendor(vendorName: string): void {
    this.#button.setLabel(fillFor(vendorName));
  }

  /** Puts all of it above a row of the form, on lines of its own, where the page has taken it away or moved on. */
  standAbove(row: Element): void {
    if (this.#isPutAway) return;
    const line = lineOf(row);
    if (!(this.host.isConnected && parentOf(this.host) === parentOf(line))) place(this.host, line);
    if (this.#notice && !this.#notice.host.isConnected) this.#placeNotice(this.#notice);
  }

  setFilled(text: string): void {
    this.#button.setStatus(text);
  }

  tell({ role, lines }: Guidance): void {
    if (this.#isPutAway) return;
    const text = lines.join('\n');
    if (text === this.#shown && role === this.#role) return;
    this.#shown = text;
    if (this.#notice && role === this.#role && text !== '') {
      this.#notice.setText(text);
      return;
    }
    this.#hide();
    if (text === '' || text === this.#dismissed) return;
    this.#role = role;
    const onDismiss = () => {
      this.#dismissed = this.#shown;
      this.#hide();
    };
    this.#notice = createNotice(this.#document, { role, text, dismissLabel: portalTexts.dismiss, onDismiss });
    this.#placeNotice(this.#notice);
  }

  #putAway(): void {
    this.#isPutAway = true;
    this.remove();
  }

  #placeNotice({ host }: OnPageNotice): void {
    if (!this.host.isConnected) return;
    this.host.after(host);
    followTheme(host);
    notePlaced(host);
  }

  #hide(): void {
    this.#notice?.remove();
    this.#notice = undefined;
    this.#role = '';
  }

  remove(): void {
    this.#hide();
    this.#button.remove();
  }
}

function place(host: HTMLElement, line: Element): void {
  host.dataset.place = 'away';
  line.before(host);
  followTheme(host);
  notePlaced(host);
}

/** The row, or the nearest element around it that stands on a line of its own. */
function lineOf(row: Element): Element {
  let line = row;
  for (let around = parentOf(line); around && !matches(around, 'body'); around = parentOf(around)) {
    if (laysOutBlocks(around)) break;
    line = around;
  }
  return line;
}
