/** The one place that decides what the toolbar button shows: what is held comes first, then what expires. */
import browser from 'webextension-polyfill';
import { RECORDS_KEY, readRecords } from '../handoff/connection-records';
import { isSession, readSession, SESSION_KEY } from '../handoff/memory';
import type { ConnectionRecord, Day, Handoff } from '../handoff/model';
import { localDay } from '../reminders/days';
import { urgencyOf } from '../reminders/due';
import { buttonWords } from '../words/reminders';

export interface Badge {
  text: string;
  color: string;
  title: string;
}

/** White on each of these has a contrast of 4.5 : 1 or more. */
const colors = {
  clientIdHeld: '#616161',
  secretHeld: '#0f6cbd',
  soon: '#8a3707',
  overdue: '#b10e1c',
} as const;

/** @param today the day on the admin's calendar */
export function badgeOf(
  handoffs: readonly Handoff[],
  records: readonly ConnectionRecord[],
  today: Day,
): Badge {
  const secrets = handoffs.filter(({ secret }) => secret !== undefined).length;
  const held = handoffs.length + secrets;
  if (held > 0) {
    return {
      text: String(held),
      color: secrets > 0 ? colors.secretHeld : colors.clientIdHeld,
      title: secrets > 0 ? buttonWords.secretHeld : buttonWords.clientIdHeld,
    };
  }
  const urgencies = records.map((record) => urgencyOf(record, today));
  const overdue = urgencies.filter((urgency) => urgency === 'overdue' || urgency === 'deleted').length;
  const soon = urgencies.filter((urgency) => urgency === 'soon').length;
  const due = overdue + soon;
  return {
    text: due === 0 ? '' : due > 999 ? '1k+' : String(due),
    color: overdue > 0 ? colors.overdue : colors.soon,
    title: due === 0 ? buttonWords.nothing : buttonWords.due(overdue, soon),
  };
}

/** One after the other: an older state must not be drawn over a newer one. */
let queue: Promise<void> = Promise.resolve();

export function refreshBadge(): Promise<void> {
  queue = queue.then(draw, draw).catch(() => undefined);
  return queue;
}

async function draw(): Promise<void> {
  // Where session memory is missing nothing is held, and expiries still show.
  const handoffs = await readSession().then(
    (session) => session.handoffs,
    () => [],
  );
  const { records } = await readRecords();
  const badge = badgeOf(handoffs, records, localDay(new Date()));
  await browser.action.setBadgeText({ text: badge.text });
  await browser.action.setBadgeBackgroundColor({ color: badge.color });
  await browser.action.setTitle({ title: badge.title });
}

/** Registers its listener synchronously, and draws once. */
export function watchBadge(): void {
  browser.storage.onChanged.addListener((changes, area) => {
    const session = area === 'session' ? changes[SESSION_KEY] : undefined;
    const sessionChanged =
      session !== undefined && (session.newValue === undefined || isSession(session.newValue));
    if (sessionChanged || (area === 'local' && changes[RECORDS_KEY])) void refreshBadge();
  });
  void refreshBadge();
}
