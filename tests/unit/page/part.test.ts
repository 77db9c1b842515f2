// @vitest-environment happy-dom
/** The part of a content script: what it finds of an earlier release, and what it leaves alone. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { offerPart } from '../../../utils/page/part';

const world = globalThis as { ssoCourierParts?: object };
const part = () => {};

beforeEach(() => {
  vi.stubEnv('BROWSER', 'firefox');
  document.body.innerHTML = '<main><sso-courier></sso-courier><p id="console"></p></main>';
  const root = document.querySelector('p')?.attachShadow({ mode: 'open' });
  root?.append(document.createElement('sso-courier'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  delete world.ssoCourierParts;
});

const controls = () =>
  document.querySelectorAll('sso-courier').length +
  (document.querySelector('p')?.shadowRoot?.querySelectorAll('sso-courier').length ?? 0);

test('takes away the controls that an earlier release has left, in open shadow roots too', () => {
  offerPart('vendor', part);
  expect(controls()).toBe(0);
  expect(document.querySelector('#console')).not.toBeNull();
});

test('looks for none where the browser puts no script into open pages', () => {
  vi.stubEnv('BROWSER', 'chrome');
  offerPart('vendor', part);
  expect(controls()).toBe(2);
});

test('put in twice, it leaves its own controls alone', () => {
  offerPart('vendor', part);
  document.body.append(document.createElement('sso-courier'));
  offerPart('vendor', part);
  expect(controls()).toBe(1);
});
