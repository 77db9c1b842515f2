// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createButton, placeBeside } from '../../../utils/page/button';
import { takeCommands } from '../../../utils/page/command';
import { button, type Stage, setStage } from './pressing';

let stage: Stage;
let now = 0;
let keys = 0;

/** A value on the page with our button beside it, shown this long after the one before. */
function show(label: string, command: 'capture' | 'fill' | undefined, laterMs = 5_000) {
  now += laterMs;
  const value = document.createElement('span');
  document.body.append(value);
  const onPress = vi.fn<() => void>();
  const key = `secret:${++keys}`;
  const made = createButton(document, { label, key, onPress, ...(command && { command }) });
  placeBeside(made, value);
  return { onPress, made };
}

const command = (name: 'capture' | 'fill', how: 'count' | 'press') =>
  globalThis.ssoCourierCommand?.(name, how);

beforeEach(() => {
  document.body.replaceChildren();
  stage = setStage();
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 0.5));
  takeCommands(document);
});

describe('a browser command', () => {
  it('stands for a press of the control that is meant, and of no other', async () => {
    const capture = show('Copy', 'capture');
    const fill = show('Fill', 'fill');
    const other = show('Overwrite', undefined);
    stage.cover = capture.made.host;
    expect(await command('capture', 'count')).toBe(1);
    expect(await command('capture', 'press')).toBe(1);
    expect(capture.onPress).toHaveBeenCalledTimes(1);
    expect(fill.onPress).not.toHaveBeenCalled();
    expect(other.onPress).not.toHaveBeenCalled();
  });

  it('takes the newest of several values', async () => {
    const first = show('Copy', 'capture');
    const second = show('Copy', 'capture');
    stage.cover = second.made.host;
    expect(await command('capture', 'press')).toBe(1);
    expect([first.onPress.mock.calls.length, second.onPress.mock.calls.length]).toEqual([0, 1]);
  });

  it('presses none of several that came together, and puts the focus there', async () => {
    const first = show('Copy', 'capture');
    const second = show('Copy', 'capture', 20);
    const focus = vi.spyOn(HTMLElement.prototype, 'focus').mockReturnValue();
    stage.cover = second.made.host;
    expect(await command('capture', 'count')).toBe(2);
    expect(await command('capture', 'press')).toBe(0);
    expect([first.onPress.mock.calls.length, second.onPress.mock.calls.length]).toEqual([0, 0]);
    expect(focus).toHaveBeenCalledOnce();
  });

  it('presses nothing that is covered, and nothing that has left the page', async () => {
    const { onPress, made } = show('Copy', 'capture');
    stage.cover = document.body;
    expect(await command('capture', 'press')).toBe(0);
    made.remove();
    stage.cover = made.host;
    expect(await command('capture', 'press')).toBe(0);
    expect(await command('capture', 'count')).toBe(0);
    expect(onPress).not.toHaveBeenCalled();
    expect(button(stage, 'Copy')).toBeUndefined();
  });
});
