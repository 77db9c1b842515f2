/** Whatever ends a hold: afterwards the secret value is in no store, and what is no secret is still there. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { refreshBadge } from '../../../utils/background/badge';
import { watchHold } from '../../../utils/background/watch-hold';
import { tally } from '../../trust/tally';
import {
  clientId,
  handoff,
  heldSecret,
  MINUTE,
  NOW,
  otherSecretValue,
  secretValue,
} from '../handoff/samples';
import { everything, type FakeBackground, freshBrowser, put, startBackground } from './background';
import { senders } from './messages';

beforeEach(async () => {
  await freshBrowser();
  vi.useFakeTimers({ now: NOW + 1_000, toFake: ['Date'] });
});

// What a background still does when its test is over is no business of the next one; the fake stores answer in microtasks.
afterEach(() => new Promise((resolve) => setImmediate(resolve)));

const seen = { how: 'seen' as const, at: NOW + 500 };
const hold = () =>
  put(
    [handoff({ vendorHost: 'acme.kandji.io', secret: heldSecret(), evidence: { fill: seen } })],
    NOW + 1_000,
  );

/** Lets listeners that nobody waits for run to their end. */
async function settle(isDone: () => Promise<boolean>): Promise<void> {
  await vi.waitFor(async () => expect(await isDone()).toBe(true));
}
const isGone = async () => !(await everything()).includes(secretValue);
const alarm = (name: string) =>
  fakeBrowser.alarms.onAlarm.trigger({
    name,
    scheduledTime: Date.now(),
    persistAcrossSessions: false,
  } as never);

type End = (background: FakeBackground) => unknown;
const ends: Readonly<Record<string, { end: End; reason?: string }>> = {
  'the deadline, by alarm': {
    end: () => {
      vi.setSystemTime(NOW + 11 * MINUTE);
      return alarm('secret-deadline');
    },
    reason: 'deadline',
  },
  'the deadline passed while the background was asleep': {
    end: () => {
      vi.setSystemTime(NOW + 600 * MINUTE);
      return startBackground();
    },
    reason: 'deadline',
  },
  'the deadline, at the next question of a page': {
    end: (background) => {
      vi.setSystemTime(NOW + 11 * MINUTE);
      return background.send('vendorContext', senders.vendorConsole);
    },
    reason: 'deadline',
  },
  'the clock set back before the capture': {
    end: () => {
      vi.setSystemTime(NOW - 60 * MINUTE);
      return startBackground();
    },
    reason: 'clockWentBack',
  },
  'a locked screen': { end: ({ idle }) => idle.trigger('locked'), reason: 'locked' },
  'a computer that nobody uses, in a browser that reports no lock': {
    end: ({ idle }) => {
      watchHold(false);
      return idle.trigger('idle');
    },
    reason: 'idle',
  },
  'an update': { end: ({ installed }) => installed.trigger({ reason: 'update' }), reason: 'updated' },
  Clear: { end: ({ send }) => send('clear', senders.extensionPage) },
  'the saved connection': { end: ({ send }) => send('vendorSeen', senders.vendorConsole) },
  'a second capture': {
    end: ({ send }) =>
      send('captureSecretValue', senders.portalFrame, {
        clientId,
        secretValue: otherSecretValue,
        whenHeld: 'replace',
      }),
    reason: 'replaced',
  },
  'a record without its times': {
    end: async () => {
      const { deadline: _deadline, ...timeless } = heldSecret();
      await put([handoff({ secret: timeless as never })], NOW);
      return startBackground();
    },
  },
  'a record whose deadline is beyond the cap': {
    end: async () => {
      const endless = heldSecret({ deadline: NOW + 10_000 * MINUTE, latestDeadline: NOW + 10_000 * MINUTE });
      await put([handoff({ secret: endless })], NOW);
      vi.setSystemTime(NOW + 61 * MINUTE);
      return startBackground();
    },
    reason: 'deadline',
  },
};

describe('the secret value leaves every store at', () => {
  it.each(Object.entries(ends))('%s', async (_when, { end, reason }) => {
    const background = startBackground();
    await hold();
    await settle(async () => !(await isGone()));
    // The badge reads the session as well: what follows is to be the end's own doing.
    await refreshBadge();
    await end(background);
    await settle(isGone);
    if (reason) expect(await everything()).toContain(`"reason":"${reason}"`);
    tally('faults injected', 1);
  });

  it('a restart of the browser, which leaves its name for the views and nothing else', async () => {
    const background = startBackground();
    await background.send('captureSecretValue', senders.portalFrame);
    expect(await isGone()).toBe(false);
    await settle(async () => Object.keys(await fakeBrowser.storage.local.get(null)).length > 0);
    const disk = await fakeBrowser.storage.local.get(null);
    expect(JSON.stringify(disk)).not.toContain(secretValue);
    // As the browser does it: session memory and the background are gone, the disk is not.
    await freshBrowser();
    await fakeBrowser.storage.local.set(disk);
    startBackground();
    await settle(async () => (await everything()).includes('"reason":"restarted"'));
    expect(await isGone()).toBe(true);
    tally('faults injected', 1);
  });
});

describe('a store that refuses', () => {
  it('keeps no secret whose time is up: everything goes, when it cannot be left out', async () => {
    const background = startBackground();
    await hold();
    vi.spyOn(fakeBrowser.storage.session, 'set').mockRejectedValue(new Error('QUOTA_BYTES exceeded'));
    vi.setSystemTime(NOW + 11 * MINUTE);
    await background.send('vendorContext', senders.vendorConsole);
    expect(await isGone()).toBe(true);
    tally('faults injected', 1);
  });

  it.each(['clear', 'vendorSeen'] as const)('keeps no secret after %s either', async (type) => {
    const background = startBackground();
    await hold();
    vi.spyOn(fakeBrowser.storage.session, 'set').mockRejectedValue(new Error('QUOTA_BYTES exceeded'));
    await background.send(type, type === 'clear' ? senders.extensionPage : senders.vendorConsole);
    expect(await isGone()).toBe(true);
    tally('faults injected', 1);
  });

  it.each([
    ['captureSecretValue', senders.portalFrame],
    ['pasteValue', senders.extensionPage],
  ] as const)('is named in the answer to %s, and nothing is stored', async (type, sender) => {
    const background = startBackground();
    await put([handoff()], NOW);
    vi.spyOn(fakeBrowser.storage.session, 'set').mockRejectedValue(new Error('QUOTA_BYTES exceeded'));
    expect(await background.send(type, sender)).toEqual({
      kind: 'refused',
      reason: { kind: 'memoryRefused' },
    });
    expect(await isGone()).toBe(true);
    tally('faults injected', 1);
  });

  it('that is missing is named, and the disk does not take its place', async () => {
    const background = startBackground();
    const { session } = fakeBrowser.storage;
    Object.assign(fakeBrowser.storage, { session: undefined });
    try {
      expect(await background.send('captureSecretValue', senders.portalFrame)).toMatchObject({
        kind: 'refused',
      });
      expect(JSON.stringify(await fakeBrowser.storage.local.get(null))).not.toContain(secretValue);
    } finally {
      Object.assign(fakeBrowser.storage, { session });
    }
    tally('faults injected', 1);
  });

  it('on disk does not keep the secret from leaving memory with the save, and shows', async () => {
    const background = startBackground();
    await hold();
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('disk full'));
    await background.send('vendorSeen', senders.vendorConsole);
    expect(await isGone()).toBe(true);
    expect(await background.send('getState', senders.extensionPage)).toMatchObject({
      storageFault: 'diskRefused',
    });
    tally('faults injected', 1);
  });
});
