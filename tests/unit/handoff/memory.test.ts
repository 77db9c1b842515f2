import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { isSession, MemoryRefused, readSession, updateSession } from '../../../utils/handoff/memory';
import { handoff, heldSecret, MINUTE, NOW, secretValue } from './samples';

const everything = async () =>
  JSON.stringify([await fakeBrowser.storage.session.get(null), await fakeBrowser.storage.local.get(null)]);
const hold = () =>
  updateSession((session) => ({
    session: { ...session, handoffs: [handoff({ secret: heldSecret() })] },
    answer: undefined,
  }));

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
});

describe('session memory', () => {
  it('forgets the secret on the first read after the deadline, without any timer having run', async () => {
    await hold();
    expect(await everything()).toContain(secretValue);
    vi.setSystemTime(NOW + 10 * MINUTE);
    expect((await readSession()).handoffs[0]?.orphan?.reason).toBe('deadline');
    expect(await everything()).not.toContain(secretValue);
  });

  it('forgets the secret when the clock was set back', async () => {
    await hold();
    vi.setSystemTime(NOW - 60 * MINUTE);
    await readSession();
    expect(await everything()).not.toContain(secretValue);
  });

  it('notices a clock set back behind the capture, by the latest time seen', async () => {
    await hold();
    vi.setSystemTime(NOW + 9 * MINUTE);
    await readSession();
    vi.setSystemTime(NOW + 1 * MINUTE);
    await readSession();
    expect(await everything()).not.toContain(secretValue);
  });

  it('does not write when nothing changed: a read must not wake those who watch', async () => {
    await hold();
    const set = vi.spyOn(fakeBrowser.storage.session, 'set');
    await readSession();
    expect(set).not.toHaveBeenCalled();
  });

  it('does one update after the other', async () => {
    const add = (step: 'save' | 'fill') =>
      updateSession(async (session, now) => {
        await Promise.resolve();
        return {
          session: { ...session, ticks: { ...session.ticks, [step]: { how: 'ticked', at: now } } },
          answer: 0,
        };
      });
    await Promise.all([add('save'), add('fill')]);
    expect(Object.keys((await readSession()).ticks).sort()).toEqual(['fill', 'save']);
  });

  it('never falls back to disk when memory refuses, and stores nothing by halves', async () => {
    vi.spyOn(fakeBrowser.storage.session, 'set').mockRejectedValue(new Error('quota'));
    await expect(hold()).rejects.toThrow(MemoryRefused);
    expect(await everything()).not.toContain(secretValue);
  });

  it('is no session where a secret has no deadline', () => {
    const { deadline: _deadline, ...timeless } = heldSecret();
    const session = {
      handoffs: [handoff({ secret: heldSecret() })],
      consentTabs: {},
      ticks: {},
      lastSeen: NOW,
    };
    expect(isSession(session)).toBe(true);
    expect(isSession({ ...session, handoffs: [{ ...handoff(), secret: timeless }] })).toBe(false);
  });

  it('starts anew when what is stored is not a session', async () => {
    await fakeBrowser.storage.session.set({ session: { handoffs: 'no list' } });
    expect((await readSession()).handoffs).toEqual([]);
  });
});
