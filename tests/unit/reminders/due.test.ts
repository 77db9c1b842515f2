import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConnectionRecord } from '../../../utils/handoff/model';
import { dueReminders as dueOn, OVERDUE, REMINDER_DAYS, urgencyOf } from '../../../utils/reminders/due';
import { dayAfter, record } from './records';

const EXPIRY = '2028-11-20';
const dueReminders = (records: readonly ConnectionRecord[], today: string) =>
  dueOn(records, today, REMINDER_DAYS);
const daysBefore = (days: number) => dayAfter(EXPIRY, -days);

/** Looks at the record on these days (days before the expiry), one after the other; the thresholds that were shown. */
function shownOn(days: readonly number[], start: ConnectionRecord = record()) {
  let current: readonly ConnectionRecord[] = [start];
  return days.map((day) => {
    const { due, records } = dueReminders(current, daysBefore(day));
    // What a restart keeps is what was stored.
    current = JSON.parse(JSON.stringify(records));
    return due[0]?.threshold;
  });
}

describe('a reminder is due', () => {
  it('at each threshold once, and once overdue, when looked at daily', () => {
    const days = Array.from({ length: 80 }, (_, index) => 70 - index);
    const shown = shownOn(days).flatMap((threshold, index) =>
      threshold === undefined ? [] : [[days[index], threshold]],
    );
    expect(shown).toEqual([...REMINDER_DAYS.map((day) => [day, day]), [-1, OVERDUE]]);
  });

  it.each([
    ['not before the first threshold', [61], [undefined]],
    [
      'once however often it is looked at',
      [60, 60, 59, 45, 31],
      [60, undefined, undefined, undefined, undefined],
    ],
    ['most urgent only, when the computer was off', [61, 5, 4], [undefined, 7, undefined]],
    ['overdue only, when it was off for long', [61, -40, -41], [undefined, OVERDUE, undefined]],
    ['not less urgent after a flight to the west', [7, 8, 7], [7, undefined, undefined]],
    ['not less urgent across the date line', [0, 2, 1, 0, -1], [0, undefined, undefined, undefined, OVERDUE]],
    ['again after a clock that ran ahead was put right', [-9000, 61, 60, 30], [OVERDUE, undefined, 60, 30]],
    ['never twice, also when the clock ran ahead', [-9000, 0, -1], [OVERDUE, 0, undefined]],
    ['later, when the clock was behind', [20_000, 14], [undefined, 14]],
  ])('%s', (_what, days, expected) => {
    expect(shownOn(days)).toEqual(expected);
  });

  it('anew for a new expiry, and not again for one set back by hand', () => {
    let records: readonly ConnectionRecord[] = [record({ expiresOn: EXPIRY })];
    const look = (expiresOn: string, today: string) => {
      const found = dueReminders(
        records.map((one) => ({ ...one, expiresOn })),
        today,
      );
      records = found.records;
      return found.due.map(({ threshold }) => threshold);
    };
    expect(look(EXPIRY, daysBefore(14))).toEqual([14]);
    expect(look('2030-11-20', '2030-11-06')).toEqual([14]);
    expect(look(EXPIRY, daysBefore(14))).toEqual([]);
  });

  it.each([
    ['no date is known', { expiresOn: undefined }],
    ['the date is not one', { expiresOn: '2028-11-31' }],
    ['the secret was deleted', { expiresOn: daysBefore(50), secretDeleted: true as const }],
  ])('never when %s', (_what, change) => {
    const { expiresOn: _expiry, ...rest } = record();
    const records = [{ ...rest, ...(JSON.parse(JSON.stringify(change)) as Partial<ConnectionRecord>) }];
    expect(dueReminders(records, EXPIRY)).toEqual({ due: [], records });
  });

  it('per record: each has its own marks', () => {
    const records = [record(), record({ vendorHost: 'other.kandji.io' })];
    const first = dueReminders(records, daysBefore(30));
    expect(first.due).toHaveLength(2);
    expect(dueReminders(first.records, daysBefore(30)).due).toEqual([]);
  });

  it('hands back the same records when nothing is due: nothing is written then', () => {
    const records = [record()];
    expect(dueReminders(records, daysBefore(61)).records).toBe(records);
  });

  it('at most once a threshold and expiry, whatever days, zones, clocks and expiries come along', () => {
    const looks = fc.array(
      fc.record({ day: fc.integer({ min: -80, max: 80 }), expiry: fc.constantFrom(0, 0, 0, 3, 365) }),
      {
        maxLength: 120,
      },
    );
    fc.assert(
      fc.property(looks, (sequence) => {
        const seen = new Set<string>();
        let records: readonly ConnectionRecord[] = [record()];
        for (const { day, expiry } of sequence) {
          const expiresOn = dayAfter(EXPIRY, expiry);
          const found = dueReminders(
            records.map((one) => ({ ...one, expiresOn })),
            daysBefore(day),
          );
          records = JSON.parse(JSON.stringify(found.records));
          for (const { threshold } of found.due) {
            const key = `${expiresOn} ${threshold}`;
            expect(seen).not.toContain(key);
            seen.add(key);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('for the most urgent threshold by the time it is looked at on any later day: none is skipped for good', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 70 }), { maxLength: 40 }), (gaps) => {
        // Days only go forward here: then every look has had the reminder of its span.
        const days = [...gaps].sort((one, other) => other - one);
        const shown = new Set(shownOn(days));
        for (const day of days) {
          const span = [...REMINDER_DAYS, OVERDUE].filter((threshold) => day <= threshold).at(-1);
          if (span !== undefined) expect(shown).toContain(span);
        }
      }),
    );
  });
});

describe('what an expiry asks of the admin', () => {
  it.each([
    [{ expiresOn: '2026-11-19' }, 'overdue'],
    [{ expiresOn: '2026-11-20' }, 'soon'],
    [{ expiresOn: '2026-12-20' }, 'soon'],
    [{ expiresOn: '2026-12-21' }, 'later'],
    [{}, 'unknown'],
    [{ expiresOn: '2026-99-99' }, 'unknown'],
    [{ expiresOn: '2028-12-20', secretDeleted: true as const }, 'deleted'],
  ])('%j: %s', (facts, expected) => {
    expect(urgencyOf(facts, '2026-11-20')).toBe(expected);
  });
});
