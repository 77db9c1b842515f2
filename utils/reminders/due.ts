/**
 * Which reminders are due. Pure: the day comes in, the records with their marks go out. A mark is written before the
 * notification is shown, so a reminder can be missed (badge and list still say it) and is never shown twice.
 */
import type { ConnectionRecord, Day, ShownReminder } from '../handoff/model';
import { daysBetween, isDay } from './days';

/** Days before the expiry at which a notification is shown, each once. */
export const REMINDER_DAYS = [60, 30, 14, 7, 3, 1, 0] as const;
/** The reminder that stands for every day after the expiry, shown once. */
export const OVERDUE = -1;
/** A secret lives two years at most. */
export const MOST_REMINDER_DAYS = 730;

/** From this many days before the expiry, the badge counts the secret. */
export const BADGE_DAYS = 30;

/** Between the earliest and the latest time zone of the earth lie 26 hours: two dates at most. */
const TIME_ZONE_DAYS = 2;
/** Marks of earlier expiries are kept for a while: an expiry set back by hand is still the same. */
const MOST_MARKS = 40;

export interface DueReminder {
  record: ConnectionRecord;
  threshold: number;
  /** Below zero when it has expired. */
  daysLeft: number;
}

/**
 * The reminders to show today, and the records with those marked as shown (the same array when none is due).
 *
 * Of several thresholds that passed since the last look (the computer was off) only the most urgent one counts. Less
 * urgent ones never come after it, unless it was shown by a clock that ran ahead and was put right since.
 * @param today the day on the admin's calendar
 * @param days days before the expiry at which a reminder is due, most first
 */
export function dueReminders(
  records: readonly ConnectionRecord[],
  today: Day,
  days: readonly number[],
): { due: DueReminder[]; records: readonly ConnectionRecord[] } {
  const due: DueReminder[] = [];
  const marked = records.map((record) => {
    const reminder = reminderOf(record, today, days);
    if (!reminder) return record;
    due.push(reminder);
    const { expiresOn = today } = record;
    const shown: ShownReminder = { expiresOn, threshold: reminder.threshold, shownOn: today };
    return { ...record, reminded: [...(record.reminded ?? []), shown].slice(-MOST_MARKS) };
  });
  return { due, records: due.length === 0 ? records : marked };
}

function reminderOf(record: ConnectionRecord, today: Day, days: readonly number[]): DueReminder | undefined {
  const { expiresOn } = record;
  if (expiresOn === undefined || !isDay(expiresOn) || record.secretDeleted) return undefined;
  const daysLeft = daysBetween(today, expiresOn);
  const threshold = [...days, OVERDUE].filter((before) => daysLeft <= before).at(-1);
  if (threshold === undefined) return undefined;
  const silenced = record.reminded?.some(
    (shown) => shown.expiresOn === expiresOn && silences(shown, threshold, today),
  );
  return silenced ? undefined : { record, threshold, daysLeft };
}

function silences(shown: ShownReminder, threshold: number, today: Day): boolean {
  if (shown.threshold === threshold) return true;
  const clockRanAhead = daysBetween(today, shown.shownOn) > TIME_ZONE_DAYS;
  return shown.threshold < threshold && !clockRanAhead;
}

/** What a secret's expiry asks of the admin today. */
export type Urgency = 'deleted' | 'overdue' | 'soon' | 'later' | 'unknown';

/**
 * `deleted`: the secret is gone from the portal, the sign-in cannot work; `overdue`: expired; `soon`: within
 * `BADGE_DAYS`; `unknown`: no date on record.
 */
export function urgencyOf(
  { expiresOn, secretDeleted }: Pick<ConnectionRecord, 'expiresOn' | 'secretDeleted'>,
  today: Day,
): Urgency {
  if (secretDeleted) return 'deleted';
  if (expiresOn === undefined || !isDay(expiresOn)) return 'unknown';
  const daysLeft = daysBetween(today, expiresOn);
  if (daysLeft < 0) return 'overdue';
  return daysLeft <= BADGE_DAYS ? 'soon' : 'later';
}
