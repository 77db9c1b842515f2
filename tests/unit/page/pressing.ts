/**
 * Presses controls in closed shadow roots as a browser would: trusted events, and boxes and hit tests that happy-dom does
 * not have.
 */
import { vi } from 'vitest';

export interface Stage {
  /** Closed shadow roots made so far, those taken out of the page again included. */
  readonly roots: ShadowRoot[];
  /** What lies on top of everything; `undefined` = the control that is pressed. */
  cover: Element | null | undefined;
  /** Where all controls are. */
  box: { left: number; top: number; width: number };
}

const HEIGHT = 24;
let tests = 0;

/** To be called before each test. */
export function setStage(): Stage {
  // Elsewhere in every test: a press where one was a moment ago is the second half of a double click.
  tests += 1;
  const top = 100 + (tests % 15) * 30;
  const stage: Stage = { roots: [], cover: undefined, box: { left: 100, top, width: 180 } };
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    const root = attach.call(this, init);
    if (init.mode === 'closed') stage.roots.push(root);
    return root;
  });
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(
    () => new DOMRect(stage.box.left, stage.box.top, stage.box.width, HEIGHT),
  );
  // Where a press of ours looks the control is on top; fields elsewhere have nothing on them.
  const hit = (x: number, y: number) => {
    if (stage.cover !== undefined) return stage.cover;
    const isPressed = x === stage.box.left + pressedAt(stage).x && y === stage.box.top + pressedAt(stage).y;
    return isPressed ? (pressed?.host ?? null) : null;
  };
  vi.spyOn(Document.prototype, 'elementFromPoint').mockImplementation(hit);
  return stage;
}

let pressed: ShadowRoot | undefined;
let byKey = false;
const pressedAt = ({ box }: Stage) => (byKey ? { x: box.width / 2, y: HEIGHT / 2 } : { x: 10, y: 10 });

/** The shown button of this name. */
export function button(stage: Stage, name: string): HTMLElement | undefined {
  for (const root of stage.roots.filter(({ host }) => host.isConnected)) {
    for (const control of root.querySelectorAll('button')) {
      if ((control.getAttribute('aria-label') ?? control.textContent) === name) return control;
    }
  }
  return undefined;
}

/** Texts of live regions, as `role: text`, empty ones left out. */
export const live = (stage: Stage): string[] =>
  stage.roots
    .filter(({ host }) => host.isConnected)
    .flatMap((root) => [...root.querySelectorAll('[role=status],[role=alert]')])
    .filter(({ textContent }) => textContent !== '')
    .map((region) => `${region.getAttribute('role')}: ${region.textContent}`);

export function trusted<E extends Event>(event: E): E {
  Object.defineProperty(event, 'isTrusted', { value: true });
  return event;
}

const at = (stage: Stage) => ({ clientX: stage.box.left + 10, clientY: stage.box.top + 10 });

export function pointer(stage: Stage, type: string, more: object = {}): PointerEvent {
  const init = {
    bubbles: true,
    composed: true,
    isPrimary: true,
    pointerId: 1,
    button: 0,
    ...at(stage),
    ...more,
  };
  return new PointerEvent(type, init);
}

/** What a press without these helpers is to find on top. */
export function aim(control: HTMLElement, by: 'pointer' | 'key'): void {
  pressed = control.getRootNode() as ShadowRoot;
  byKey = by === 'key';
}

export function pointerDown(stage: Stage, control: HTMLElement): void {
  aim(control, 'pointer');
  control.dispatchEvent(trusted(pointer(stage, 'pointerdown')));
}

/** The release is seen at the window, wherever it lands. */
export function pointerUp(stage: Stage): void {
  window.dispatchEvent(trusted(pointer(stage, 'pointerup')));
}

export function press(stage: Stage, control: HTMLElement | undefined): void {
  if (!control) throw new Error('no such button');
  pointerDown(stage, control);
  pointerUp(stage);
}

export function key(control: HTMLElement, name: string, more: object = {}): KeyboardEvent {
  aim(control, 'key');
  const event = new KeyboardEvent('keydown', {
    key: name,
    bubbles: true,
    composed: true,
    cancelable: true,
    ...more,
  });
  control.dispatchEvent(trusted(event));
  return event;
}
