/** Writing one value into one text field, the way frameworks notice it; and the shapes of a fill. */
import type { FieldReport } from '../messages/protocol';
import type { VendorId } from '../vendors/profile';
import type { TextField } from './find';

/** What the background hands to the filler in the page: the only way a held secret value reaches a page. */
export interface FillPayload {
  /** Origin that the values are for. Compared with the page's own before every write. */
  readonly origin: string;
  readonly vendorId: VendorId;
  readonly values: {
    readonly connectionName?: string;
    readonly directoryDomain?: string;
    readonly clientId: string;
    readonly secretValue: string;
  };
  /** What to do when the secret field already holds something else. */
  readonly whenFilled: 'ask' | 'overwrite';
  /** Renewal: write the new secret value and leave the rest. */
  readonly only?: 'secretValue';
}

export type FillOutcome =
  | {
      readonly kind: 'filled';
      readonly fields: FieldReport[];
      /** What the form's Name field says: the connection will be called this. */
      readonly connectionName?: string;
    }
  | { readonly kind: 'noForm' }
  /** The page is not the one the values are for. Nothing was written. */
  | { readonly kind: 'wrongPage' }
  /** The secret field holds something else. Nothing was written. */
  | { readonly kind: 'holdsSecret' };

/** How the background calls the filler: a one-line `func` of `scripting.executeScript` in the isolated world. */
export type Filler = (payload: FillPayload) => Promise<FillOutcome>;

declare global {
  // Registered in the content script's isolated world; the page's own scripts do not see it.
  var ssoCourierFill: Filler | undefined;
}

/** The value a field holds, read past anything the page's framework has put on the element. */
export function readField(field: TextField): string {
  return valueAccessor(field).get?.call(field) ?? '';
}

/**
 * Writes a value: focus, native value setter, one `input`, one `change`. React and Vue listen to `input`, Knockout's
 * `value:` binding to `change`. A second round of events has submitted pages twice (KeePassXC-Browser), so there is none.
 */
export function writeField(field: TextField, value: string): void {
  field.focus({ preventScroll: true });
  // React replaces `value` on the element to track it; the prototype's setter is what typing does.
  valueAccessor(field).set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

function valueAccessor(field: TextField): PropertyDescriptor {
  const prototype =
    field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  return Object.getOwnPropertyDescriptor(prototype, 'value') ?? {};
}

/**
 * Keeps a secret out of the browser's session-restore files and of password managers. Must come before the value:
 * *measured*, a text field's content reaches Chromium's `Sessions` and Firefox's `recovery.jsonlz4` unless
 * `autocomplete="off"` was set before it was written. The other attributes are read by 1Password, LastPass and Dashlane,
 * which otherwise offer to save the secret as a login, or write over it (MCPJam/inspector PR #3032). Called again whenever
 * the field is seen, since a framework may set its own attributes back.
 */
export function keepOutOfStores(field: TextField): void {
  for (const [name, value] of keptOut) {
    if (Element.prototype.getAttribute.call(field, name) !== value) {
      Element.prototype.setAttribute.call(field, name, value);
    }
  }
}
const keptOut = [
  ['autocomplete', 'off'],
  ['data-1p-ignore', 'true'],
  ['data-lpignore', 'true'],
  ['data-form-type', 'other'],
] as const;

/** Longest wait for a frame: a tab in the background draws none. */
const FRAME_MILLISECONDS = 100;

/** Resolves after the next frame, when frameworks have rendered what was written. */
export function nextFrame(window: Window): Promise<void> {
  return new Promise((resolve) => {
    const late = window.setTimeout(resolve, FRAME_MILLISECONDS);
    window.requestAnimationFrame(() => {
      window.clearTimeout(late);
      // Frame callbacks run before the frame is drawn: one more turn, and effects have run too.
      window.setTimeout(resolve);
    });
  });
}
