// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createButton, placeBeside } from '../../../utils/page/button';
import { createNotice, placeNotice } from '../../../utils/page/notice';
import {
  aim,
  button,
  key,
  pointer,
  pointerDown,
  pointerUp,
  press,
  type Stage,
  setStage,
  trusted,
} from './pressing';

let stage: Stage;
let onPress: ReturnType<typeof vi.fn<() => void>>;
let nextKey = 0;

/** A page with a value and a button beside it. */
function show(name = 'Copy') {
  document.body.innerHTML = '<main><p><span id="value">v</span></p></main>';
  const made = createButton(document, { label: name, key: `test:${++nextKey}`, onPress });
  placeBeside(made, document.getElementById('value') as Element);
  return { made, control: button(stage, name) as HTMLElement };
}

beforeEach(() => {
  stage = setStage();
  onPress = vi.fn<() => void>();
  // The press of the test before this one was somewhere else.
  document.body.dispatchEvent(trusted(pointer(stage, 'pointerdown', { clientX: 900 })));
});

describe('a press of a control of ours', () => {
  it('counts when trusted, seen and on top', () => {
    const { control } = show();
    press(stage, control);
    expect(onPress).toHaveBeenCalledTimes(1);
  });

  it('does not count when a script made it', () => {
    const { control } = show();
    aim(control, 'pointer');
    control.dispatchEvent(pointer(stage, 'pointerdown'));
    pointerUp(stage);
    pointerDown(stage, control);
    window.dispatchEvent(pointer(stage, 'pointerup'));
    aim(control, 'key');
    // The first could be the click that follows a pointer.
    control.click();
    control.click();
    control.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    expect(onPress).not.toHaveBeenCalled();
  });

  it.each<[string, () => void]>([
    ['something covers it', () => (stage.cover = document.body)],
    ['nothing is there', () => (stage.cover = null)],
    ['an ancestor is hidden', () => ((document.querySelector('main') as HTMLElement).style.display = 'none')],
    [
      'its ancestors together are faint',
      () => {
        (document.querySelector('main') as HTMLElement).style.opacity = '0.7';
        (document.querySelector('p') as HTMLElement).style.opacity = '0.6';
      },
    ],
    [
      'a filter makes it faint',
      () => ((document.querySelector('main') as HTMLElement).style.filter = 'opacity(20%)'),
    ],
    ['it was taken out', () => document.querySelector('sso-courier')?.remove()],
  ])('does not count when %s', (_name, change) => {
    const { control } = show();
    change();
    press(stage, control);
    key(control, 'Enter');
    expect(onPress).not.toHaveBeenCalled();
  });

  it.each<[string, () => void]>([
    ['moves', () => (stage.box.top = 130)],
    ['is covered', () => (stage.cover = document.body)],
    ['fades', () => ((document.querySelector('main') as HTMLElement).style.opacity = '0.1')],
  ])('does not count when the control %s before the release', (_name, change) => {
    const { control } = show();
    pointerDown(stage, control);
    change();
    pointerUp(stage);
    expect(onPress).not.toHaveBeenCalled();
  });

  it('does not count when released elsewhere, with another pointer, or with the other button', () => {
    const { control } = show();
    pointerDown(stage, control);
    window.dispatchEvent(trusted(pointer(stage, 'pointerup', { clientX: 900 })));
    pointerDown(stage, control);
    window.dispatchEvent(trusted(pointer(stage, 'pointerup', { pointerId: 2 })));
    control.dispatchEvent(trusted(pointer(stage, 'pointerdown', { button: 2 })));
    pointerUp(stage);
    expect(onPress).not.toHaveBeenCalled();
  });

  it('does not count when it was covered at the press and is not any more at the release', () => {
    const { control } = show();
    stage.cover = document.body;
    pointerDown(stage, control);
    stage.cover = undefined;
    pointerUp(stage);
    expect(onPress).not.toHaveBeenCalled();
  });

  it('does not count when released beside the button, on its status', () => {
    const { control } = show();
    pointerDown(stage, control);
    stage.cover = document.querySelector('sso-courier');
    const beside = { clientX: stage.box.left + stage.box.width + 20 };
    window.dispatchEvent(trusted(pointer(stage, 'pointerup', beside)));
    expect(onPress).not.toHaveBeenCalled();
  });

  it('does not wait for long for a control that is put back after the release', async () => {
    const { made, control } = show();
    pointerDown(stage, control);
    document.body.innerHTML = '<main><p><span id="value">v</span></p></main>';
    pointerUp(stage);
    const released = performance.now();
    vi.spyOn(performance, 'now').mockReturnValue(released + 500);
    placeBeside(made, document.getElementById('value') as Element);
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    expect(onPress).not.toHaveBeenCalled();
  });

  it('goes on over a rebuild of the page, at the same place', () => {
    const { made, control } = show();
    pointerDown(stage, control);
    document.body.innerHTML = '<main><p><span id="value">v</span></p></main>';
    placeBeside(made, document.getElementById('value') as Element);
    pointerUp(stage);
    expect(onPress).toHaveBeenCalledTimes(1);
  });

  it('waits for a control that is put back after the release', async () => {
    const { made, control } = show();
    pointerDown(stage, control);
    document.body.innerHTML = '<main><p><span id="value">v</span></p></main>';
    pointerUp(stage);
    expect(onPress).not.toHaveBeenCalled();
    placeBeside(made, document.getElementById('value') as Element);
    await vi.waitFor(() => expect(onPress).toHaveBeenCalledTimes(1));
  });

  it('goes on at the successor of the same key, and at no other', () => {
    const { control } = show('Copy');
    const successor = createButton(document, { label: 'Copy', key: `test:${nextKey}`, onPress });
    pointerDown(stage, control);
    document.querySelector('sso-courier')?.remove();
    placeBeside(successor, document.getElementById('value') as Element);
    pointerDown(stage, control); // the page's leftover is no control any more
    pointerUp(stage);
    expect(onPress).not.toHaveBeenCalled();
    const other = show('Other');
    pointerDown(stage, button(stage, 'Other') as HTMLElement);
    other.made.remove();
    show('Third');
    pointerUp(stage);
    expect(onPress).not.toHaveBeenCalled();
  });

  it('does not count as the second half of a double click begun before it appeared', () => {
    show('First'); // the page is watched while there is a control
    document.body.dispatchEvent(trusted(pointer(stage, 'pointerdown')));
    const { control } = show('Copy');
    press(stage, control);
    expect(onPress).not.toHaveBeenCalled();
    press(stage, control);
    expect(onPress).toHaveBeenCalledTimes(1);
  });

  it.each(['Enter', ' '])('counts by key %j, once', (name) => {
    const { control } = show();
    expect(key(control, name).defaultPrevented).toBe(true);
    key(control, name, { repeat: true });
    key(control, 'a');
    expect(onPress).toHaveBeenCalledTimes(1);
  });

  it('counts from assistive technology, which makes a trusted click alone', () => {
    const { control } = show();
    key(control, 'Tab');
    control.dispatchEvent(trusted(new MouseEvent('click', { bubbles: true })));
    expect(onPress).toHaveBeenCalledTimes(1);
  });

  it('is counted once when the click follows the pointer', () => {
    const { control } = show();
    press(stage, control);
    control.dispatchEvent(trusted(new MouseEvent('click', { bubbles: true })));
    expect(onPress).toHaveBeenCalledTimes(1);
  });

  it('stays inside: the row around it hears nothing', () => {
    const { control } = show();
    const heard = vi.fn();
    for (const type of ['pointerdown', 'click', 'keydown'])
      document.querySelector('p')?.addEventListener(type, heard);
    press(stage, control);
    control.dispatchEvent(trusted(new MouseEvent('click', { bubbles: true, composed: true })));
    key(control, 'Enter');
    expect(heard).not.toHaveBeenCalled();
  });

  it('works for the actions of a notice, and dismisses it', () => {
    document.body.innerHTML = '<table><tbody><tr><td id="value"></td></tr></tbody></table>';
    const onDismiss = vi.fn();
    const notice = createNotice(document, {
      role: 'alert',
      text: 'Wrong',
      actions: [{ label: 'Right it', onPress }],
      dismissLabel: 'Dismiss',
      onDismiss,
    });
    placeNotice(notice, document.getElementById('value') as Element);
    press(stage, button(stage, 'Right it'));
    expect(onPress).toHaveBeenCalledTimes(1);
    press(stage, button(stage, 'Dismiss'));
    expect(onDismiss).toHaveBeenCalledTimes(1);
    expect(notice.host.isConnected).toBe(false);
  });
});
