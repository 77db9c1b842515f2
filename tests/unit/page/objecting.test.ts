// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { objectTo } from '../../../utils/page/objecting';
import { the } from './layout';

/** What reached the page's own handlers. */
let reached: string[];
let problem: string | undefined;
let alerts: string[];
let ending: AbortController;

beforeEach(() => {
  document.body.innerHTML =
    '<form><input id="field"><textarea id="text"></textarea><button id="save"><b>Save</b></button><button id="cancel" type="button">Cancel</button></form>';
  reached = [];
  alerts = [];
  problem = 'changed';
  ending = new AbortController();
  for (const type of ['pointerdown', 'mousedown', 'click', 'keydown', 'keyup', 'submit']) {
    document.addEventListener(
      type,
      (event) => {
        reached.push(type);
        if (type === 'submit') event.preventDefault();
      },
      { signal: ending.signal },
    );
  }
  objectTo(
    {
      window,
      isControl: (element) => element.id === 'save',
      leadsToControl: (element) => element.id === 'field' || element.localName === 'form',
    },
    () => (problem === undefined ? undefined : { key: problem }),
    ({ key }) => alerts.push(key),
    ending.signal,
  );
});
afterEach(() => ending.abort());

const on = (selector: string, event: Event) => the(selector).dispatchEvent(event);
const init = { bubbles: true, cancelable: true, composed: true };
function press(selector: string, detail = 1): void {
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup'])
    on(selector, new MouseEvent(type, init));
  on(selector, new MouseEvent('click', { ...init, detail }));
}
const key = (selector: string, name: string, more: KeyboardEventInit = {}) =>
  on(selector, new KeyboardEvent('keydown', { ...init, key: name, ...more }));

it('holds back the first click, and every part of it', () => {
  press('#save b');
  expect(reached).toEqual([]);
  expect(alerts).toEqual(['changed']);
});

it('lets the second click through, once, as the page’s own', () => {
  press('#save');
  press('#save');
  expect(alerts).toEqual(['changed']);
  expect(reached.filter((type) => type === 'click')).toHaveLength(1);
});

it('holds back the second half of a double click', () => {
  press('#save', 1);
  press('#save', 2);
  expect(reached).not.toContain('click');
  press('#save', 1);
  expect(reached).toContain('click');
});

it('says it again when the fields change again', () => {
  press('#save');
  problem = 'changed otherwise';
  press('#save');
  expect(alerts).toEqual(['changed', 'changed otherwise']);
  expect(reached).toEqual([]);
});

it('does not object where nothing is wrong, or to another control', () => {
  press('#cancel');
  problem = undefined;
  press('#save');
  expect(alerts).toEqual([]);
  expect(reached.filter((type) => type === 'click')).toHaveLength(2);
});

it.each(['#save', '#field'])('holds back the first Enter in %s', (selector) => {
  expect(key(selector, 'Enter')).toBe(false);
  expect(alerts).toEqual(['changed']);
  expect(reached).toEqual([]);
  expect(key(selector, 'Enter')).toBe(true);
});

it('counts a key kept down as one press', () => {
  key('#save', 'Enter');
  key('#save', 'Enter', { repeat: true });
  key('#save', 'Enter', { repeat: true });
  expect(reached).toEqual([]);
  expect(alerts).toEqual(['changed']);
});

it('holds back the click that Space makes when it is released', async () => {
  key('#save', ' ');
  on('#save', new KeyboardEvent('keyup', { ...init, key: ' ' }));
  on('#save', new MouseEvent('click', init));
  expect(reached).not.toContain('click');
  await vi.waitFor(() => expect(on('#save', new MouseEvent('click', init))).toBe(true));
});

it('leaves Enter alone in a text area, in other buttons, and while text is being composed', () => {
  key('#text', 'Enter');
  key('#cancel', 'Enter');
  key('#field', 'Enter', { isComposing: true });
  key('#field', 'a');
  expect(alerts).toEqual([]);
  expect(reached).toEqual(['keydown', 'keydown', 'keydown', 'keydown']);
});

it('holds back a submit that comes without a press', () => {
  const submit = () => on('form', new Event('submit', init));
  expect(submit()).toBe(false);
  expect(reached).toEqual([]);
  submit();
  expect(reached).toEqual(['submit']);
});

it('leaves no trace once aborted', () => {
  ending.abort();
  const onClick = vi.fn();
  the('#save').addEventListener('click', onClick);
  press('#save');
  expect(onClick).toHaveBeenCalledOnce();
  expect(alerts).toEqual([]);
});
