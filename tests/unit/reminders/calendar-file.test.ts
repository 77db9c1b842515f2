import { afterEach, describe, expect, it } from 'vitest';
import { calendarFile } from '../../../utils/reminders/calendar-file';
import { REMINDER_DAYS } from '../../../utils/reminders/due';
import { type ConnectionRow, rowOf } from '../../../utils/reminders/listing';
import { eventWords } from '../../../utils/words/reminders';
import { NOW, otherClientId, tenantId } from '../handoff/samples';
import { record } from './records';

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

const make = (...rows: ConnectionRow[]) => calendarFile(rows, eventWords, REMINDER_DAYS) ?? '';
/** The file's lines, with folded ones put together again (RFC 5545 §3.1). */
const linesOf = (file: string) => file.replace(/\r\n /g, '').split('\r\n');
const valuesOf = (file: string, name: string) =>
  linesOf(file).flatMap((line) => (line.startsWith(name) ? [line.slice(name.length)] : []));

describe('the calendar file', () => {
  it.each(['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles'])(
    'has the same day in every time zone: %s',
    (timeZone) => {
      process.env.TZ = timeZone;
      const file = make(rowOf(record()));
      expect(valuesOf(file, 'DTSTART')).toEqual([';VALUE=DATE:20281120']);
      expect(valuesOf(file, 'DTEND')).toEqual([';VALUE=DATE:20281121']);
    },
  );

  it('rings at 9 in the morning of every reminder’s day', () => {
    const hours = valuesOf(make(rowOf(record())), 'TRIGGER').map((trigger) => {
      const [, sign = '', days = '0', hour = '0'] =
        /^(?:;RELATED=START)?:(-?)P(?:(\d+)D)?(?:T(\d+)H)?$/.exec(trigger) ?? [];
      return (sign === '-' ? -1 : 1) * (Number(days) * 24 + Number(hour));
    });
    expect(hours).toEqual(REMINDER_DAYS.map((days) => 9 - days * 24));
  });

  it('names the event by the connection, so that a later file moves it', () => {
    const before = make(rowOf(record()));
    const after = make(rowOf(record({ expiresOn: '2030-11-20', updatedAt: NOW + 5_000 })));
    expect(valuesOf(after, 'UID:')).toEqual(valuesOf(before, 'UID:'));
    const sequence = (file: string) => Number(valuesOf(file, 'SEQUENCE:')[0]);
    expect(sequence(after)).toBeGreaterThan(sequence(before));
    expect(sequence(after)).toBeLessThan(2 ** 31);
    expect(make(rowOf(record()))).toBe(before);
  });

  it('has one event a connection, and none where nothing expires', () => {
    const { expiresOn: _none, ...undated } = record();
    const file = make(
      rowOf(record()),
      rowOf(record({ clientId: otherClientId })),
      rowOf(record({ secretDeleted: true })),
      rowOf(undated),
    );
    expect(new Set(valuesOf(file, 'UID:')).size).toBe(2);
    expect(calendarFile([rowOf(undated)], eventWords, REMINDER_DAYS)).toBeUndefined();
  });

  it('opens the app’s secrets in its own directory', () => {
    expect(linesOf(make(rowOf(record()))).join('')).toContain(
      `https://entra.microsoft.com/#@${tenantId}/view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/Credentials/`,
    );
  });

  it('cannot be broken out of by a name', () => {
    const hostile = 'x\r\nEND:VEVENT\r\nBEGIN:VALARM\rTRIGGER:PT1S\n; , \\ "日本語" 😀\u0000\u001b[2J';
    const file = make(rowOf(record({ description: hostile, appName: hostile, connectionName: hostile })));
    expect(valuesOf(file, 'END:VEVENT')).toHaveLength(1);
    expect(valuesOf(file, 'BEGIN:VALARM')).toHaveLength(REMINDER_DAYS.length);
    expect(file.replace(/\r\n/g, '')).not.toMatch(/\p{Cc}/u);
  });

  it('is well-formed: lines of 75 bytes at most, all ended alike, properties before alarms', () => {
    const file = make(rowOf(record({ description: '日本語😀'.repeat(40), appName: 'é'.repeat(200) })));
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(file.split('\r\n').join('')).not.toMatch(/[\r\n]/);
    expect(file).not.toContain('\ufffd');
    const event = linesOf(file).slice(
      linesOf(file).indexOf('BEGIN:VALARM'),
      linesOf(file).indexOf('END:VEVENT'),
    );
    expect(event.filter((line) => /^(BEGIN|END):/.test(line)).length).toBe(REMINDER_DAYS.length * 2);
    expect(event.at(-1)).toBe('END:VALARM');
  });
});
