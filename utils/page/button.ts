/**
 * A button that SSO Courier draws into a console's page, beside a value or a form: in a closed shadow root,
 * keyboard-reachable, in the page's light or dark theme, never over the console's own controls, and pressed only by a
 * trusted, visible, uncovered press (TRUST §1.4).
 */
import { type Action, addCross, ownKey } from './action';
import { createShell, keepInside, make, makeMark, setText } from './host';
import { anchorOf, hasStayed, type Placeable, placeAway, placeControl, refit } from './place';
import { armPress, disarmPress } from './press';
import { unfollowTheme } from './theme';

/** Puts a button away for as long as the page is open. */
export interface Dismissal {
  /** Accessible name of the cross beside the button. */
  label: string;
  onDismiss: () => void;
}

/** A button beside a value or a form. */
export interface OnPageButton {
  readonly host: HTMLElement;
  setLabel(label: string): void;
  setContext(context: string): void;
  /**
   * Text shown beside the button with role `status`; empty = none.
   * @param how `quietly` for what only counts on: screen readers do not speak it
   */
  setStatus(text: string, how?: 'announced' | 'quietly'): void;
  /** A second button behind the status, for as long as it is of use; `undefined` takes it away. */
  offer(action: Pick<Action, 'label' | 'onPress'> | undefined): void;
  remove(): void;
}

interface Placed extends Placeable {
  /** Where the button's status stands when there is no room for it beside the button. */
  apart?: Placeable;
}
const placeables = new WeakMap<HTMLElement, Placed>();

export function createButton(document: Document, action: Action, dismissal?: Dismissal): OnPageButton {
  const shell = createShell(document);
  const { host, root } = shell;
  const long = make(document, 'span', { class: 'long' });
  const short = make(document, 'span');
  const label = make(document, 'span', {}, long, short);
  const context = make(document, 'span', { class: 'context', id: 'context' }, action.context ?? '');
  const control = make(document, 'button', { type: 'button' }, makeMark(document), label);
  let status = make(document, 'span', { role: 'status' });
  if (action.context) control.setAttribute('aria-describedby', 'context');
  const held = make(document, 'span', { class: 'held' }, control);
  const row = make(document, 'span', { class: 'row' }, context, held, status);
  root.append(row);
  keepInside(shell);
  const disarmCross = dismissal && addCross(held, host, dismissal.label, dismissal.onDismiss);

  writeLabel(action.label);
  function writeLabel(text: string): void {
    const end = action.short && text.endsWith(action.short) ? action.short : text;
    setText(long, text.slice(0, text.length - end.length));
    setText(short, end);
    if (end !== text) control.title = text;
  }

  const key = action.key ?? ownKey();
  armPress({
    key,
    host,
    control,
    onPress: action.onPress,
    ...(action.command && { command: action.command }),
  });
  const placed: Placed = { host, control, restoreFocus: keepFocus(root, control) };
  placeables.set(host, placed);

  /** The button stays where it was pressed; what has no room beside it goes after the grid. */
  const moveStatusApart = (before: DOMRect) => {
    const anchor = anchorOf(host);
    if (!anchor || hasStayed(placed, before)) return;
    const shellApart = createShell(document);
    const next = make(document, 'span', { role: 'status', 'aria-live': 'polite' });
    const name = make(document, 'span', { class: 'context' }, context.textContent ?? '');
    shellApart.root.append(make(document, 'span', { class: 'row' }, name, next));
    placed.apart = { host: shellApart.host, control: next, restoreFocus: () => {} };
    placeAway(placed.apart, anchor);
    next.textContent = status.textContent;
    status.textContent = '';
    status = next;
  };

  let withdraw = () => {};
  const offer = ({ label, onPress }: Pick<Action, 'label' | 'onPress'>) => {
    const second = make(document, 'button', { type: 'button' }, label);
    const key = ownKey();
    row.append(second);
    armPress({ key, host, control: second, onPress });
    withdraw = () => {
      // The focus is never lost: what it was on is about to go.
      if (root.activeElement === second) control.focus();
      disarmPress({ key, host });
      second.remove();
      withdraw = () => {};
    };
  };

  return {
    host,
    setLabel: writeLabel,
    setContext(text) {
      setText(context, text);
      control.toggleAttribute('aria-describedby', false);
      if (text) control.setAttribute('aria-describedby', 'context');
    },
    setStatus(text, how = 'announced') {
      status.setAttribute('aria-live', how === 'quietly' ? 'off' : 'polite');
      if (placed.apart || !text) {
        setText(status, text);
        return;
      }
      const before = control.getBoundingClientRect();
      if (setText(status, text)) moveStatusApart(before);
    },
    offer(action) {
      withdraw();
      if (action) offer(action);
    },
    remove() {
      withdraw();
      disarmPress({ key, host });
      disarmCross?.();
      for (const each of [host, placed.apart?.host]) {
        if (!each) continue;
        unfollowTheme(each);
        each.remove();
      }
    },
  };
}

/** Puts a button into the flow right behind `anchor`; where it would be clipped or hidden there, after the nearest
 * ancestor where it is not. Does nothing when it is already in place. */
export function placeBeside(button: OnPageButton, anchor: Element): void {
  const placed = placeables.get(button.host);
  if (!placed) return;
  placeControl(placed, anchor);
  if (placed.apart) placeAway(placed.apart, anchor);
}

/** Measures a button's place again: the page's size changed. */
export function placeAgain(button: OnPageButton): void {
  const placeable = placeables.get(button.host);
  if (placeable) refit(placeable);
}

/**
 * Remembers that a control had the keyboard focus when the page removed it, and gives it back once it stands again.
 * A blur of a control that is still in the page a moment later was the admin's.
 */
function keepFocus(root: ShadowRoot, control: HTMLElement): () => void {
  let hadFocus = false;
  control.addEventListener('focus', () => {
    hadFocus = true;
  });
  control.addEventListener('blur', () => {
    queueMicrotask(() => {
      if (root.host.isConnected && root.activeElement !== control) hadFocus = false;
    });
  });
  return () => {
    const { activeElement, body } = root.ownerDocument;
    const isFree = !activeElement || activeElement === body || activeElement === root.host;
    if (hadFocus && isFree) control.focus({ preventScroll: true });
    else hadFocus = false;
  };
}
