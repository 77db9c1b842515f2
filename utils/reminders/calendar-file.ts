/**
 * Expiries as a calendar file (RFC 5545), one all-day event a connection with an alarm at every threshold. Pure.
 *
 * The event's UID is the connection, so that a file of a renewed secret moves the event instead of adding one
 * (RFC 5545 §3.8.4.7; `SEQUENCE` grows with the record's time of change).
 */
import { ICalAlarmRelatesTo, ICalAlarmType, ICalCalendar, type ICalEvent } from 'ical-generator';
import { isDay } from './days';
import { secretsLink } from './links';
import type { ConnectionRow } from './listing';

/** The words of an event. */
export interface EventWords {
  summary: string;
  description: string;
}

/** Alarms ring in the morning of their day and not at midnight, where an all-day event begins. */
const ALARM_HOUR = 9;
const HOUR_SECONDS = 3_600;
const DAY_SECONDS = 24 * HOUR_SECONDS;
/** `SEQUENCE` is a 32-bit number: seconds since this moment fit until 2088. */
const SEQUENCE_START_MS = Date.UTC(2020, 0, 1);

/**
 * The text of the file, or `undefined` when no connection has a date. Deleted secrets are left out: nothing expires.
 * @param wordsOf summary and description of a connection's event
 * @param days days before the expiry on which an alarm rings
 */
export function calendarFile(
  rows: readonly ConnectionRow[],
  wordsOf: (row: ConnectionRow) => EventWords,
  days: readonly number[],
): string | undefined {
  const dated = rows.filter(hasDate);
  if (dated.length === 0) return undefined;
  const calendar = new ICalCalendar({
    prodId: { company: 'SSO Courier', product: 'Secret expiries', language: 'EN' },
  });
  for (const row of dated) addEvent(calendar, row, wordsOf(row), days);
  return calendar.toString();
}

/** Whether a connection can be put into a calendar. */
export function hasDate(row: ConnectionRow): row is ConnectionRow & { expiresOn: string } {
  return row.expiresOn !== undefined && isDay(row.expiresOn) && !row.secretDeleted;
}

function addEvent(
  calendar: ICalCalendar,
  row: ConnectionRow & { expiresOn: string },
  { summary, description }: EventWords,
  days: readonly number[],
): ICalEvent {
  // A plain day in, a plain day out (`VALUE=DATE`): no time zone is involved. The end of an all-day event is exclusive.
  const event = calendar.createEvent({
    id: `${row.clientId}.${row.vendorHost}@sso-courier`,
    allDay: true,
    start: row.expiresOn,
    end: dayAfter(row.expiresOn),
    stamp: new Date(row.updatedAt),
    sequence: Math.max(0, Math.floor((row.updatedAt - SEQUENCE_START_MS) / 1_000)),
    summary: oneLine(summary),
    // RFC 5545 wants properties before alarms and the library writes URL after them, so the link stands in the text.
    description: `${printable(description)}\n${secretsLink(row)}`,
  });
  for (const before of days) {
    const alarm = event.createAlarm({
      type: ICalAlarmType.display,
      // Positive: before the start.
      trigger: before * DAY_SECONDS - ALARM_HOUR * HOUR_SECONDS,
      description: oneLine(summary),
    });
    // The one of the day itself rings after the start, at midnight. Left alone, the library counts it from the end, and
    // it takes this only by the method (11.1.2).
    if (before === 0) alarm.relatesTo(ICalAlarmRelatesTo.start);
  }
  return event;
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY_SECONDS * 1_000).toISOString().slice(0, 10);
}

/** Without characters that no calendar text may contain. Line breaks, commas and the like are the library's to escape. */
const printable = (text: string) => text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n]/gu, ' ');
const oneLine = (text: string) => printable(text).replace(/\n/g, ' ');
