/**
 * A shadow root attached late and a text field filled by property cause no mutation. They are looked at after something
 * else happened: the page changed, or the admin's pointer, focus or input went elsewhere; and a few times more, ever
 * later, for what the page was still waiting for. On a page where nothing happens nothing runs.
 */
import { HOST_TAG } from './tag';
import { traceOf } from './trace';

/** Milliseconds from what happened to the first look, and from each look to the next. */
const QUIET_MS = [250, 500, 1000, 2000] as const;
/** At most this many elements are looked at. */
const MOST = 2000;

export class QuietChanges {
  readonly #window: Window;
  readonly #onChange: (element: Element) => void;
  /**
   * A trace of what each held, never the text: one of these fields may be the secret's. `undefined` where nothing is held,
   * but a shadow root may come.
   */
  readonly #traces = new Map<Element, number | undefined>();
  #timer: number | undefined;
  #looks = 0;

  constructor(window: Window, onChange: (element: Element) => void) {
    this.#window = window;
    this.#onChange = onChange;
  }

  /** Looks at this one from now on, if it can change without a mutation. */
  add(element: Element): void {
    if (canChangeQuietly(element) && this.#traces.size < MOST) this.#traces.set(element, heldBy(element));
  }

  /** Later than what happened: what it set off has had its time, and a storm is looked after once. */
  lookSoon(): void {
    if (this.#timer !== undefined && this.#looks > 0) this.#window.clearTimeout(this.#timer);
    else if (this.#timer !== undefined) return;
    this.#looks = 0;
    this.#lookLater();
  }

  clear(): void {
    this.#window.clearTimeout(this.#timer);
    this.#traces.clear();
  }

  #lookLater(): void {
    const wait = QUIET_MS[this.#looks];
    if (wait !== undefined && this.#traces.size > 0) {
      this.#timer = this.#window.setTimeout(() => this.#look(), wait);
    }
  }

  #look(): void {
    this.#timer = undefined;
    this.#looks += 1;
    for (const [element, trace] of this.#traces) {
      if (!element.isConnected) this.#traces.delete(element);
      else if (trace === undefined) {
        if (!element.shadowRoot) continue;
        this.#traces.delete(element);
        this.#onChange(element);
      } else if (heldBy(element) !== trace) {
        this.#traces.set(element, heldBy(element));
        this.#onChange(element);
      }
    }
    this.#lookLater();
  }
}

/**
 * A text field, or an empty element that may still get a shadow root. A form is neither, and a field of it may stand in the
 * place of its own properties (`tree.ts`).
 */
function canChangeQuietly(element: Element): boolean {
  const { localName } = element;
  if (typeof localName !== 'string') return false;
  if (localName === 'input') return !HOLDS_NO_TEXT.test((element as HTMLInputElement).type);
  if (localName.includes('-')) return localName !== HOST_TAG;
  return MAY_BE_HOST.test(localName) && !element.firstChild;
}

/** A list has one of these in each row: they would leave no room for what has to be looked at. */
const HOLDS_NO_TEXT = /^(?:checkbox|radio|hidden|button|submit)$/;
const MAY_BE_HOST = /^(?:div|main|section|article)$/;

/** Of the text in a field; `undefined` where there can be none. */
const heldBy = (element: Element): number | undefined =>
  element.localName === 'input' ? traceOf((element as HTMLInputElement).value) : undefined;
