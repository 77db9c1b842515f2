// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createButton } from '../../../utils/page/button';
import { whileWaiting } from '../../../utils/page/waiting';
import { buttons, seeClosedRoots, statuses } from '../vendors/console-harness';
import { press } from '../vendors/press-mock';

vi.mock('../../../utils/page/press', () => import('../vendors/press-mock'));

beforeEach(() => {
  seeClosedRoots();
  vi.useFakeTimers();
});
afterEach(() => {
  document.body.replaceChildren();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function waitFor(onCancel = () => {}) {
  const button = createButton(document, { label: 'Open the link', onPress: () => {} });
  document.body.append(button.host);
  const { promise, resolve } = Promise.withResolvers<string>();
  const waited = whileWaiting(window, button, { text: 'Opening the link…', onCancel }, promise);
  return { resolve, waited };
}

it('says after a second what is going on, and offers after three to cancel it', async () => {
  const onCancel = vi.fn();
  const { resolve, waited } = waitFor(onCancel);
  await vi.advanceTimersByTimeAsync(900);
  expect(statuses()).toEqual([]);
  await vi.advanceTimersByTimeAsync(200);
  expect(statuses()).toEqual(['Opening the link…']);
  expect(buttons()).toEqual(['Open the link']);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(buttons()).toEqual(['Open the link', 'Cancel']);
  press('Cancel');
  expect(onCancel).toHaveBeenCalledOnce();
  resolve('cancelled');
  expect(await waited).toBe('cancelled');
  expect(buttons()).toEqual(['Open the link']);
});

it('says and offers nothing for what is quick', async () => {
  const { resolve, waited } = waitFor();
  await vi.advanceTimersByTimeAsync(500);
  resolve('opened');
  await waited;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(statuses()).toEqual([]);
  expect(buttons()).toEqual(['Open the link']);
});
