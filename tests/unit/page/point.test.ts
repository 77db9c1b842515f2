// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { pointAt } from '../../../utils/page/point';
import { setStage, trusted } from './pressing';

let ending: AbortController;
const heard = vi.fn();
const target = () => document.getElementById('value') as Element;
const fire = (type: string, element: Element = target()) => {
  const event = new MouseEvent(type, { bubbles: true, cancelable: true, composed: true });
  element.dispatchEvent(event);
  return event;
};
const fireTrusted = (event: Event) => {
  target().dispatchEvent(trusted(event));
  return event;
};
const mouse = (type: string) =>
  fireTrusted(new MouseEvent(type, { bubbles: true, cancelable: true, composed: true }));
const key = (name: string) =>
  fireTrusted(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));

beforeEach(() => {
  setStage();
  ending = new AbortController();
  heard.mockReset();
  document.body.innerHTML = '<p id="value">x</p>';
  for (const type of ['pointerdown', 'mousedown', 'click', 'keydown']) target().addEventListener(type, heard);
});

const outlines = () => document.querySelectorAll('sso-courier').length;

describe('pointing at a value', () => {
  it('ends with the element pressed, and the page gets nothing of the press', async () => {
    const pointed = pointAt(document, ending.signal);
    expect(outlines()).toBe(1);
    for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
      expect(mouse(type).defaultPrevented).toBe(true);
    }
    expect(await pointed).toBe(target());
    expect(heard).not.toHaveBeenCalled();
    expect(outlines()).toBe(0);
  });

  it('is not ended by the page’s own clicks and keys', async () => {
    const pointed = pointAt(document, ending.signal);
    fire('click');
    target().dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(outlines()).toBe(1);
    expect(heard).toHaveBeenCalledTimes(2);
    ending.abort();
    expect(await pointed).toBeUndefined();
  });

  it.each([
    ['Escape', () => key('Escape')],
    ['the end of the extension', () => ending.abort()],
  ])('ends with nothing by %s, and leaves the page alone then', async (_how, end) => {
    const pointed = pointAt(document, ending.signal);
    end();
    expect(await pointed).toBeUndefined();
    expect(outlines()).toBe(0);
    expect(mouse('click').defaultPrevented).toBe(false);
    expect(heard).toHaveBeenCalledOnce();
  });
});
