// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import {
  CLIENT_ID,
  click,
  eventually,
  notes,
  onConsolePage,
  payload,
  press,
  sent,
  show,
  soon,
} from './console-harness';
import { connectionForm } from './forms';

vi.mock('../../../utils/page/press', () => import('./press-mock'));
onConsolePage();

const candidate = { clientId: CLIENT_ID, capturedAt: 0 };
const ready = { kind: 'ready', candidate, deadline: Date.now() + 600_000 };
const sidebar = '<nav><a href="/settings">Settings</a></nav>';
const pointers = () => document.querySelectorAll('sso-courier[data-kind="pointer"]').length;

it('points while values are held for this console', async () => {
  show(sidebar, { vendorContext: ready });
  await eventually(() => expect(pointers()).toBe(1));
});

it.each([
  ['nothing is held', { kind: 'nothingHeld', missing: ['secretValue'] }],
  ['several could be meant', { kind: 'choose', candidates: [candidate, candidate] }],
  ['the time is up', { ...ready, deadline: Date.now() - 1 }],
])('does not point when %s', async (_why, vendorContext) => {
  show(sidebar, { vendorContext });
  await soon();
  expect(pointers()).toBe(0);
});

it('does not point while the form is open', async () => {
  show(sidebar + connectionForm(), { vendorContext: ready });
  await soon();
  expect(pointers()).toBe(0);
});

it('points at Enable after Save, though the values may still be held, until the row is active', async () => {
  const page = (state: string) =>
    `<section><h2>Authentication</h2><table><tbody><tr><td>Entra ID SSO</td><td>Azure</td><td>${state}</td><td>
      <button aria-haspopup="menu" id="m">…</button></td></tr></tbody></table><button>Add</button></section>`;
  show(connectionForm(), { vendorContext: ready });
  await eventually(() => expect(document.querySelectorAll('sso-courier')).toHaveLength(1));
  await globalThis.ssoCourierFill?.(payload);
  click('form button');
  document.body.innerHTML = page('Inactive');
  await eventually(() => expect(notes()).toEqual(['Next step: Enable']));
  document.body.innerHTML = page('Active');
  await eventually(() => expect(notes()).toEqual(['Next step: Add']));
});

it('stays away once it was dismissed', async () => {
  show(sidebar, { vendorContext: ready });
  await eventually(() => expect(pointers()).toBe(1));
  press('Hide these hints');
  document.body.append(document.createElement('table'));
  await soon();
  expect(pointers()).toBe(0);
});

it('asks no more than once a second', async () => {
  show(sidebar);
  for (let press = 0; press < 5; press++) window.dispatchEvent(new Event('pointerdown'));
  await soon();
  expect(sent('vendorContext')).toHaveLength(1);
});

it('learns of values that were carried while the page was in the background', async () => {
  const answers: { vendorContext: unknown } = { vendorContext: { kind: 'nothingHeld', missing: [] } };
  show(sidebar, answers);
  await soon();
  expect(pointers()).toBe(0);
  answers.vendorContext = ready;
  vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 5000);
  document.dispatchEvent(new Event('visibilitychange'));
  await eventually(() => expect(pointers()).toBe(1));
  expect(sent('vendorContext')).toHaveLength(2);
});
