/** Points at the next control on the way: to the form while values are held for this console, to *Enable* after Save. */
import { Pointer } from '../../page/pointer';
import { nextWords, pointerTexts } from '../../words/next';
import { readConnectionRow } from './connections';
import type { ConsolePage } from './console-page';
import { type NextControl, nextToEnable, nextToForm } from './way';

export class WayPointer {
  readonly #page: ConsolePage;
  readonly #pointer: Pointer;
  /** Until when values are held that can be filled here, in milliseconds since 1970. */
  #readyUntil = 0;
  /** Save went through: the connection's row is to be enabled before anything else. */
  #isSaved = false;
  #isDismissed = false;

  constructor(page: ConsolePage) {
    this.#page = page;
    const dismiss = () => {
      this.#isDismissed = true;
      this.#pointer.clear();
    };
    this.#pointer = new Pointer(page.document, pointerTexts.hidePointer, dismiss, page.signal);
  }

  /** Values are held for this console until then; 0 = none are. */
  ready(until: number): void {
    this.#readyUntil = until;
  }

  saved(): void {
    this.#isSaved = true;
  }

  /** @param isFormOpen nothing to point at: the form has its own button */
  look(isFormOpen: boolean): void {
    const next = isFormOpen || this.#isDismissed ? undefined : this.#next();
    if (next) this.#pointer.point(next.control.seen, nextWords(next.says));
    else this.#pointer.clear();
  }

  #next(): NextControl | undefined {
    const { document, tenant, filled } = this.#page;
    const name = filled.connectionName ?? tenant.vendor.connectionName;
    const row = readConnectionRow(document, tenant.vendor, name);
    if (row.kind === 'row' && row.state === 'active') this.#isSaved = false;
    if (this.#isSaved) return nextToEnable(document, tenant.vendor, name);
    return this.#readyUntil > Date.now() ? nextToForm(document, tenant.vendor) : undefined;
  }
}
