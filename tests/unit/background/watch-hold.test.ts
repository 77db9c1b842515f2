/** What ends a hold by itself, without anything else of the background that reads the session as well. */
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { watchHold } from '../../../utils/background/watch-hold';
import { SESSION_KEY } from '../../../utils/handoff/memory';
import type { Handoff } from '../../../utils/handoff/model';
import { handoff, heldSecret, MINUTE, NOW, otherClientId, secretValue } from '../handoff/samples';

const idle = { onStateChanged: { addListener: vi.fn() }, setDetectionInterval: vi.fn() };
const setAccessLevel = vi.fn(async () => undefined);
const put = (handoffs: readonly Handoff[]) =>
  fakeBrowser.storage.session.set({
    [SESSION_KEY]: { handoffs, consentTabs: {}, ticks: {}, lastSeen: NOW },
  });
const stored = async () => JSON.stringify(await fakeBrowser.storage.session.get(null));

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers({ now: NOW + 1_000, toFake: ['Date'] });
  Object.assign(fakeBrowser, { idle });
  Object.assign(fakeBrowser.storage.session, { setAccessLevel });
  Object.assign(fakeBrowser.storage.local, { setAccessLevel });
  setAccessLevel.mockClear();
});

it('sweeps once at every start, asked or not', async () => {
  await put([handoff({ secret: heldSecret() })]);
  vi.setSystemTime(NOW + 600 * MINUTE);
  watchHold(true);
  await vi.waitFor(async () => expect(await stored()).not.toContain(secretValue));
});

it('closes both stores to content scripts', () => {
  watchHold(true);
  return vi.waitFor(() =>
    expect(setAccessLevel.mock.calls).toEqual([
      [{ accessLevel: 'TRUSTED_CONTEXTS' }],
      [{ accessLevel: 'TRUSTED_CONTEXTS' }],
    ]),
  );
});

it('sets the alarm to the next deadline, and takes it away with the last secret', async () => {
  watchHold(true);
  const alarm = async () => (await fakeBrowser.alarms.get('secret-deadline'))?.scheduledTime;
  const later = heldSecret({ deadline: NOW + 20 * MINUTE });
  await put([handoff({ clientId: otherClientId, secret: later }), handoff({ secret: heldSecret() })]);
  await vi.waitFor(async () => expect(await alarm()).toBe(NOW + 10 * MINUTE));
  await put([handoff()]);
  await vi.waitFor(async () => expect(await alarm()).toBeUndefined());
});
