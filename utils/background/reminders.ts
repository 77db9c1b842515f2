/**
 * Reminders in the browser: the daily check, the check at every start, and the notifications. Nothing relies on module
 * state: what was shown is on record, and the alarm is put right at every start, because it does not survive one in
 * Firefox (*measured*) and follows neither time zone nor clock.
 */
import browser from 'webextension-polyfill';
import { updateRecords } from '../handoff/connection-records';
import { localDay } from '../reminders/days';
import { type DueReminder, dueReminders } from '../reminders/due';
import { notificationWords, summaryWords } from '../words/reminders';
import { refreshBadge } from './badge';
import { readSettings } from './settings';

const CHECK_ALARM = 'expiry-check';
/** The daily check: when an admin is at work, and not at midnight. */
const CHECK_HOUR = 9;
const DAY_MINUTES = 24 * 60;
/** More than this many at once are one notification. */
const MOST_NOTIFICATIONS = 3;
const ID_PREFIX = 'expiry ';

/** Registers every listener synchronously, so that the browser wakes the background for them, and checks once. */
export function watchReminders(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === CHECK_ALARM) void checkReminders();
  });
  // A browser that starts has no other reason to wake the background.
  browser.runtime.onStartup.addListener(() => void checkReminders());
  browser.runtime.onInstalled.addListener(() => void checkReminders());
  browser.permissions.onAdded.addListener(({ permissions }) => {
    if (!permissions?.includes('notifications')) return;
    watchNotifications();
    void checkReminders();
  });
  watchNotifications();
  void checkReminders();
}

/** The API is there only while its permission is granted. */
function watchNotifications(): void {
  const { notifications } = browser as Partial<typeof browser>;
  if (notifications && !notifications.onClicked.hasListener(openList)) {
    notifications.onClicked.addListener(openList);
  }
}

function openList(notificationId: string): void {
  if (!notificationId.startsWith(ID_PREFIX)) return;
  void browser.notifications.clear(notificationId);
  void browser.runtime.openOptionsPage();
}

/** Shows what is due and was not shown yet, draws the badge for today, and sees to the next check. Never rejects. */
export async function checkReminders(): Promise<void> {
  try {
    await keepAlarm();
    // Without the permission nothing counts as shown: what is due then is shown once it is granted.
    if (await browser.permissions.contains({ permissions: ['notifications'] })) await notify();
  } catch {
    // Storage or a notification refused. What was marked is not shown again; badge and list say it.
  }
  await refreshBadge();
}

async function notify(): Promise<void> {
  const { reminderDays } = await readSettings();
  const due = await updateRecords((records, now) => {
    const found = dueReminders(records, localDay(new Date(now)), reminderDays);
    return { records: found.records, answer: found.due };
  });
  for (const { id, title, message } of notificationsOf(due)) {
    const iconUrl = browser.runtime.getURL('icon/128.png');
    await browser.notifications.create(id, { type: 'basic', iconUrl, title, message });
  }
}

interface NotificationToShow {
  id: string;
  title: string;
  message: string;
}

function notificationsOf(due: readonly DueReminder[]): NotificationToShow[] {
  if (due.length > MOST_NOTIFICATIONS) return [{ id: `${ID_PREFIX}summary`, ...summaryWords(due) }];
  return due.map((reminder) => ({
    id: `${ID_PREFIX}${reminder.record.vendorHost} ${reminder.record.clientId}`,
    ...notificationWords(reminder),
  }));
}

async function keepAlarm(): Promise<void> {
  const when = nextCheck(new Date());
  const alarm = await browser.alarms.get(CHECK_ALARM);
  if (alarm?.scheduledTime === when) return;
  browser.alarms.create(CHECK_ALARM, { when, periodInMinutes: DAY_MINUTES });
}

/** The next morning from now, by the admin's clock, in milliseconds. */
export function nextCheck(now: Date): number {
  const morning = new Date(now);
  morning.setHours(CHECK_HOUR, 0, 0, 0);
  if (morning <= now) morning.setDate(morning.getDate() + 1);
  return morning.getTime();
}
