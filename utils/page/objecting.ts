/**
 * To object (DESIGN §1): at a page's own control the first click or Enter is held back in the capture phase, the alert is
 * shown, the second goes through. A click is never replayed.
 */

/** What is wrong with pressing the control now. Another `key` is another objection and is shown again. */
export interface Objection {
  readonly key: string;
}

/** The page's own control that is objected to. */
export interface Control {
  readonly window: Window;
  /** Whether this element is the control; asked from the event's target outwards. */
  isControl(element: Element): boolean;
  /** Whether Enter in this element, or submitting this form, does what the control does. */
  leadsToControl(element: Element): boolean;
}

const GESTURE_STARTS = ['pointerdown', 'keydown'];
/** Parts of a press that some frameworks act on before the click. */
const GESTURE_PARTS = ['mousedown', 'touchstart', 'pointerup', 'mouseup', 'touchend', 'keyup'];

/**
 * Objects to the control until `signal` aborts.
 * @param decide what is wrong now, or `undefined`; asked at the moment of every press
 * @param showAlert tells the admin; called for every press that is held back
 */
export function objectTo<O extends Objection>(
  control: Control,
  decide: () => O | undefined,
  showAlert: (objection: O) => void,
  signal: AbortSignal,
): void {
  /** Key of the objection that the admin has been shown: the next press goes through. */
  let shownKey: string | undefined;
  /** The press under way, when it is held back. */
  let held: O | undefined;

  const judge = (): O | undefined => {
    const objection = decide();
    return objection && objection.key !== shownKey ? objection : undefined;
  };
  const show = (objection: O) => {
    shownKey = objection.key;
    showAlert(objection);
  };
  const holdBack = (event: Event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  const onStart = (event: Event) => {
    const isRepeat = event instanceof KeyboardEvent && event.repeat;
    // A key kept down is one press: its repetitions are not the second one.
    if (!isRepeat) held = undefined;
    if (!isAimedAt(control, event)) return;
    if (!isRepeat) held = judge();
    if (!held) return;
    if (event.type !== 'keydown') {
      // Not prevented: the focus may move, so that the field left behind tells its page what it holds.
      event.stopImmediatePropagation();
      return;
    }
    holdBack(event);
    if (!isRepeat) show(held);
  };

  const onPart = (event: Event) => {
    if (!held || !isAimedAt(control, event)) return;
    event.stopImmediatePropagation();
    if (event.type !== 'keyup') return;
    // The click that a key makes follows its release.
    const ofThisKey = held;
    control.window.setTimeout(() => {
      if (held === ofThisKey) held = undefined;
    });
  };

  const onPress = (event: Event) => {
    if (!isAimedAt(control, event)) return;
    // The second half of a double click has not read the alert.
    const isDoubleClick = event instanceof MouseEvent && event.detail > 1;
    const objection = held ?? judge() ?? (isDoubleClick ? decide() : undefined);
    held = undefined;
    if (!objection) return;
    holdBack(event);
    show(objection);
  };

  const listen = (types: readonly string[], listener: (event: Event) => void) => {
    for (const type of types) control.window.addEventListener(type, listener, { capture: true, signal });
  };
  listen(GESTURE_STARTS, onStart);
  listen(GESTURE_PARTS, onPart);
  listen(['click', 'submit'], onPress);
}

/** Whether an event is part of pressing the control. */
function isAimedAt(control: Control, event: Event): boolean {
  const path = event.composedPath().filter((target): target is Element => target instanceof Element);
  const target = path[0];
  if (!target) return false;
  if (event.type === 'submit') return control.leadsToControl(target);
  const isOnControl = path.some((element) => control.isControl(element));
  if (!(event instanceof KeyboardEvent)) return isOnControl;
  if (event.isComposing) return false;
  if (event.key === 'Enter') return isOnControl || control.leadsToControl(target);
  return event.key === ' ' && isOnControl;
}
