/** The check as the browser runs it: from storage, with a fake clock, over restarts, time zones and updates. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { ConnectionRecord } from '../../../utils/handoff/model';
import { readStored } from '../../../utils/handoff/stored-record';
import { secretValue } from '../handoff/samples';
import { record } from './records';

const zone = process.env.TZ;
let granted: boolean;
let shown: { id: string; title: string; message: string; stored: string }[];
let badge: { text: string; color: string; title: string };

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers({ toFake: ['Date'] });
  process.env.TZ = 'UTC';
  granted = true;
  shown = [];
  badge = { text: '?', color: '?', title: '?' };
  vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation(async () => granted);
  vi.spyOn(fakeBrowser.notifications, 'create').mockImplementation((async (
    id: string,
    { title, message }: { title: string; message: string },
  ) => {
    const stored = JSON.stringify(await fakeBrowser.storage.local.get(null));
    shown.push({ id, title, message, stored });
    return id;
  }) as never);
  vi.spyOn(fakeBrowser.action, 'setBadgeText').mockImplementation((async ({ text }: { text: string }) => {
    badge.text = text;
  }) as never);
  vi.spyOn(fakeBrowser.action, 'setBadgeBackgroundColor').mockImplementation((async ({
    color,
  }: {
    color: string;
  }) => {
    badge.color = color;
  }) as never);
  vi.spyOn(fakeBrowser.action, 'setTitle').mockImplementation((async ({ title }: { title: string }) => {
    badge.title = title;
  }) as never);
});

afterEach(() => {
  vi.useRealTimers();
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

const store = (...connections: ConnectionRecord[]) => fakeBrowser.storage.local.set({ connections });

/** A check at this moment; each one is a background that knows nothing but what is stored. */
async function check(at: string, timeZone = 'UTC'): Promise<string[]> {
  process.env.TZ = timeZone;
  vi.setSystemTime(new Date(at));
  vi.resetModules();
  const before = shown.length;
  const { checkReminders } = await import('../../../utils/background/reminders');
  await checkReminders();
  return shown.slice(before).map(({ title }) => title);
}

const inDays = (words: string) => `acme.kandji.io: client secret expires ${words}`;

describe('the check', () => {
  it('shows each reminder once over restarts', async () => {
    await store(record());
    expect(await check('2028-09-21T09:00:00Z')).toEqual([inDays('in 60 days')]);
    expect(await check('2028-09-21T09:00:30Z')).toEqual([]);
    expect(await check('2028-09-22T09:00:00Z')).toEqual([]);
    expect(await check('2028-11-06T09:00:00Z')).toEqual([inDays('in 14 days')]);
    expect(await check('2028-11-19T09:00:00Z')).toEqual([inDays('tomorrow')]);
    expect(await check('2028-11-20T00:00:00Z')).toEqual([inDays('today')]);
    expect(await check('2028-11-21T09:00:00Z')).toEqual(['acme.kandji.io: client secret has expired']);
    expect(await check('2029-01-01T09:00:00Z')).toEqual([]);
  });

  it('shows it once where two checks meet: start, alarm and update at the same moment', async () => {
    await store(record());
    vi.setSystemTime(new Date('2028-11-06T09:00:00Z'));
    const { checkReminders } = await import('../../../utils/background/reminders');
    await Promise.all([checkReminders(), checkReminders(), checkReminders()]);
    expect(shown).toHaveLength(1);
  });

  it('counts days where the admin is, and a flight repeats nothing', async () => {
    await store(record());
    // 20 November has begun in Kiritimati while it is the 18th on the other side of the date line.
    expect(await check('2028-11-19T10:30:00Z', 'Pacific/Kiritimati')).toEqual([inDays('today')]);
    expect(await check('2028-11-19T10:40:00Z', 'Etc/GMT+12')).toEqual([]);
    expect(await check('2028-11-20T10:00:00Z', 'America/New_York')).toEqual([]);
    expect(await check('2028-11-21T10:00:00Z', 'America/New_York')).toEqual([
      'acme.kandji.io: client secret has expired',
    ]);
  });

  it('survives a clock that jumps forward and back', async () => {
    await store(record());
    expect(await check('2099-01-01T09:00:00Z')).toEqual(['acme.kandji.io: client secret has expired']);
    expect(await check('2028-10-21T09:00:00Z')).toEqual([inDays('in 30 days')]);
    expect(await check('1999-01-01T09:00:00Z')).toEqual([]);
    expect(await check('2028-10-22T09:00:00Z')).toEqual([]);
    expect(await check('2028-11-13T09:00:00Z')).toEqual([inDays('in 7 days')]);
  });

  it('writes the mark before it shows: a crash in between repeats nothing', async () => {
    await store(record());
    await check('2028-11-06T09:00:00Z');
    expect(shown[0]?.stored).toContain(String.raw`\"threshold\":14`);
    vi.mocked(fakeBrowser.notifications.create).mockRejectedValueOnce(new Error('crash'));
    expect(await check('2028-11-13T09:00:00Z')).toEqual([]);
    expect(await check('2028-11-13T09:01:00Z')).toEqual([]);
  });

  it('shows nothing when the mark could not be written', async () => {
    await store(record());
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('quota'));
    expect(await check('2028-11-06T09:00:00Z')).toEqual([]);
    expect(badge.text).toBe('1');
  });

  it('marks nothing without the permission: what is due is shown once it is granted', async () => {
    await store(record());
    granted = false;
    expect(await check('2028-11-06T09:00:00Z')).toEqual([]);
    expect(badge).toMatchObject({ text: '1', title: 'SSO Courier: 1 client secret expires within 30 days' });
    granted = true;
    expect(await check('2028-11-07T09:00:00Z')).toEqual([inDays('in 13 days')]);
  });

  it('makes one notification of many', async () => {
    const many = Array.from({ length: 12 }, (_, index) =>
      record({
        vendorHost: `t${index}.kandji.io`,
        expiresOn: index < 2 ? '2028-11-01' : `2028-11-${index + 10}`,
      }),
    );
    await store(...many);
    expect(await check('2028-11-06T09:00:00Z')).toEqual(['12 client secrets expire soon, 2 of them expired']);
    expect(shown[0]?.message).toContain(
      't0.kandji.io 5 days ago, t1.kandji.io 5 days ago, t2.kandji.io in 6 days and 9 more',
    );
    expect(await check('2028-11-06T09:10:00Z')).toEqual([]);
  });

  it('keeps its marks through what updates a record: save, test, correction, update of the extension', async () => {
    await store(record());
    await check('2028-11-06T09:00:00Z');
    const { amendRecord } = await import('../../../utils/handoff/connection-records');
    await amendRecord('acme.kandji.io', record().clientId, (one) => ({
      ...one,
      connectionName: 'Renamed',
    }));
    expect(await check('2028-11-06T10:00:00Z')).toEqual([]);
  });

  it('goes on when a stored record is corrupt', async () => {
    const corrupt = [{ ...record(), expiresOn: 20281120 }, { ...record(), reminded: 'all' }, null, 'x'];
    await fakeBrowser.storage.local.set({ connections: [...corrupt, record()] });
    expect(await check('2028-11-06T09:00:00Z')).toEqual([inDays('in 14 days')]);
    const { connections } = await fakeBrowser.storage.local.get('connections');
    const { records, setAside } = readStored(connections);
    expect([records.length, setAside]).toEqual([1, corrupt]);
  });

  it('sees to the next check: 9 in the morning of the admin, put right after a move, made anew when lost', async () => {
    await store(record());
    const next = async () => {
      const [alarm] = await fakeBrowser.alarms.getAll();
      return alarm && [new Date(alarm.scheduledTime).toISOString(), alarm.periodInMinutes];
    };
    await check('2028-11-06T08:59:00Z', 'UTC');
    expect(await next()).toEqual(['2028-11-06T09:00:00.000Z', 1440]);
    await check('2028-11-06T09:00:00Z', 'UTC');
    expect(await next()).toEqual(['2028-11-07T09:00:00.000Z', 1440]);
    await check('2028-11-06T10:00:00Z', 'Asia/Tokyo');
    expect(await next()).toEqual(['2028-11-07T00:00:00.000Z', 1440]);
    await fakeBrowser.alarms.clearAll();
    await check('2028-11-06T11:00:00Z', 'Asia/Tokyo');
    expect(await next()).toEqual(['2028-11-07T00:00:00.000Z', 1440]);
    // A clock that stood in 2099 must not leave an alarm there.
    await check('2099-01-01T11:00:00Z', 'UTC');
    await check('2028-11-06T11:00:00Z', 'UTC');
    expect(await next()).toEqual(['2028-11-07T09:00:00.000Z', 1440]);
  });

  it('says and stores no secret and no hint', async () => {
    await store(record());
    await check('2028-11-06T09:00:00Z');
    const everything = JSON.stringify([shown, badge, await fakeBrowser.storage.local.get(null)]);
    expect(everything).not.toContain(secretValue);
    expect(everything).not.toMatch(/\bhint\b/);
  });

  it('shows each reminder at most once, whatever the days, zones and restarts', async () => {
    const zones = ['UTC', 'Pacific/Kiritimati', 'Etc/GMT+12', 'Europe/Berlin', 'Asia/Kathmandu'];
    const looks = fc.array(
      fc.record({ hour: fc.integer({ min: -70 * 24, max: 10 * 24 }), zone: fc.constantFrom(...zones) }),
      {
        minLength: 1,
        maxLength: 12,
      },
    );
    await fc.assert(
      fc.asyncProperty(looks, async (sequence) => {
        await store(record());
        shown = [];
        for (const { hour, zone: timeZone } of sequence) {
          await check(new Date(Date.UTC(2028, 10, 20, hour)).toISOString(), timeZone);
        }
        const { connections } = await fakeBrowser.storage.local.get('connections');
        const [stored] = readStored(connections).records;
        const marks = stored?.reminded?.map(({ threshold }) => threshold) ?? [];
        expect(new Set(marks).size).toBe(marks.length);
        expect(shown).toHaveLength(marks.length);
      }),
      { numRuns: 15 },
    );
  });
});

describe('the background', () => {
  it('checks at every start, by alarm, after installation and once notifications are allowed', async () => {
    await store(record());
    vi.setSystemTime(new Date('2028-09-21T09:00:00Z'));
    const added = vi.fn();
    vi.spyOn(fakeBrowser.permissions.onAdded, 'addListener').mockImplementation(added);
    const click = vi.spyOn(fakeBrowser.notifications.onClicked, 'addListener').mockImplementation(() => {});
    vi.spyOn(fakeBrowser.notifications.onClicked, 'hasListener').mockReturnValue(false);
    const { watchReminders } = await import('../../../utils/background/reminders');
    watchReminders();
    expect(click).toHaveBeenCalledOnce();
    await vi.waitFor(() => expect(shown).toHaveLength(1));
    vi.setSystemTime(new Date('2028-10-21T09:00:00Z'));
    await fakeBrowser.alarms.onAlarm.trigger({ name: 'expiry-check', scheduledTime: 0 } as never);
    await vi.waitFor(() => expect(shown).toHaveLength(2));
    vi.setSystemTime(new Date('2028-11-06T09:00:00Z'));
    await fakeBrowser.runtime.onStartup.trigger();
    await vi.waitFor(() => expect(shown).toHaveLength(3));
    vi.setSystemTime(new Date('2028-11-13T09:00:00Z'));
    await fakeBrowser.runtime.onInstalled.trigger({ reason: 'update' } as never);
    await vi.waitFor(() => expect(shown).toHaveLength(4));
    vi.setSystemTime(new Date('2028-11-17T09:00:00Z'));
    added.mock.calls[0]?.[0]({ permissions: ['notifications'] });
    await vi.waitFor(() => expect(shown).toHaveLength(5));
  });
});
