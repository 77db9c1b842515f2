// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { keepOutOfStores, nextFrame, readField, writeField } from '../../../utils/page/fill';
import { the } from './layout';

function newField(): HTMLInputElement {
  document.body.innerHTML = '<input id="it">';
  return the<HTMLInputElement>('#it');
}

it('writes with focus, one input and one change, both bubbling', () => {
  const field = newField();
  const seen: string[] = [];
  for (const type of ['focus', 'beforeinput', 'input', 'change', 'keydown', 'submit']) {
    field.addEventListener(type, () => seen.push(`${type} ${field.value}`));
  }
  const onBody = vi.fn();
  for (const type of ['input', 'change']) document.body.addEventListener(type, onBody, { once: true });
  writeField(field, 'value');
  expect(seen).toEqual(['focus ', 'input value', 'change value']);
  expect(onBody).toHaveBeenCalledTimes(2);
});

it('writes and reads past a value that the page has put on the element', () => {
  const field = newField();
  Object.defineProperty(field, 'value', {
    get: () => 'of the page',
    set: () => undefined,
    configurable: true,
  });
  writeField(field, 'value');
  expect(readField(field)).toBe('value');
});

it('keeps a secret field out of the browser’s and the password managers’ stores', () => {
  const field = newField();
  field.setAttribute('autocomplete', 'current-password');
  keepOutOfStores(field);
  expect(field.outerHTML).toBe(
    '<input id="it" autocomplete="off" data-1p-ignore="true" data-lpignore="true" data-form-type="other">',
  );
});

it('does not wait for a frame that a hidden tab never draws', async () => {
  vi.spyOn(window, 'requestAnimationFrame').mockReturnValue(0);
  await expect(nextFrame(window)).resolves.toBeUndefined();
});
