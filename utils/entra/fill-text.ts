/** Fills one text box of a portal form, by the rules of DESIGN §4 (*Filling*). */
import { nextFrame, readField, writeField } from '../page/fill';
import { stateOf, type TextField } from '../page/find';
import { isHost } from '../page/tag';

/** `kept`: it held something else, and was left as it was. */
export type TextOutcome = 'filled' | 'alreadyEqual' | 'kept' | 'reverted' | 'notFound' | 'notEditable';

/** A page takes a value back at most once before it is reported. */
const ATTEMPTS = 2;

/**
 * Writes a value into a box that is empty, and reads it back after the next frame.
 * @param find looks for the box anew: a framework may put another one in its place
 * @param signal aborts when the address has left the form's page
 */
export async function fillText(
  window: Window,
  signal: AbortSignal,
  find: () => TextField | undefined,
  value: string,
): Promise<TextOutcome> {
  const before = find();
  if (!before) return 'notFound';
  const held = readField(before).trim();
  if (held !== '') return held === value ? 'alreadyEqual' : 'kept';
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const field = find();
    if (signal.aborted || !field) return 'notFound';
    field.scrollIntoView?.({ block: 'nearest' });
    if (stateOf(field) !== 'usable') return 'notEditable';
    const focused = field.ownerDocument.activeElement;
    writeField(field, value);
    giveFocusBack(focused, field);
    await nextFrame(window);
    const now = find();
    if (now && readField(now) === value) return 'filled';
  }
  return find() ? 'reverted' : 'notFound';
}

/** What the admin was in when a choice of theirs opened the box; from our own button, the focus goes on to the form. */
function giveFocusBack(focused: Element | null, field: TextField): void {
  if (!(focused instanceof HTMLElement) || focused === field || isHost(focused)) return;
  if (focused.isConnected && focused.localName !== 'body') focused.focus({ preventScroll: true });
}
