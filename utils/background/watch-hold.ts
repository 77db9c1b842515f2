/**
 * Everything that ends a hold without the admin: the deadline, a locked screen or a computer that nobody uses, an
 * update, a restart. Nothing relies on timers or on module state; the background sleeps after 30 s.
 */
import browser from 'webextension-polyfill';
import { nextDeadline, wipeAll } from '../handoff/hold';
import { isSession, nameLostSecrets, readSession, SESSION_KEY, updateSession } from '../handoff/memory';
import type { Handoff, WipeReason } from '../handoff/model';

const DEADLINE_ALARM = 'secret-deadline';
/** Firefox reports no locked screen: this long without input ends a hold there. */
const IDLE_SECONDS = 5 * 60;

/** Registers every listener synchronously, so that the browser wakes the background for them, and sweeps once. */
export function watchHold(reportsLock: boolean): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === DEADLINE_ALARM) void readSession();
  });
  browser.storage.onChanged.addListener((changes, area) => {
    const change = changes[SESSION_KEY];
    if (area === 'session' && change && isSession(change.newValue)) void follow(change.newValue.handoffs);
  });
  // Safari has no such API: nothing tells of a locked screen there, and the deadline is what ends a hold.
  const { idle } = browser as Partial<typeof browser>;
  if (!reportsLock) idle?.setDetectionInterval(IDLE_SECONDS);
  idle?.onStateChanged.addListener((state) => {
    if (state === 'locked') void wipe('locked');
    else if (state === 'idle' && !reportsLock) void wipe('idle');
  });
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'update') void wipe('updated');
  });
  browser.runtime.onStartup.addListener(() => void readSession());
  void keepStoresToOurselves();
  // Queued before any message is answered: who asks next sees what was lost.
  void nameLostSecrets()
    .catch(() => undefined)
    .then(readSession)
    .then(
      ({ handoffs }) => follow(handoffs),
      () => undefined,
    );
}

/**
 * Content scripts have no business in a store. Session memory is closed to them by default; in Chromium the lasting one
 * can be closed too, so that a page that took over its renderer cannot read which tenants are connected.
 */
async function keepStoresToOurselves(): Promise<void> {
  for (const area of [browser.storage.session, browser.storage.local] as readonly ClosableArea[]) {
    try {
      await area?.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
    } catch {
      // A browser that cannot keeps its default: session memory is closed, the lasting store holds no secret.
    }
  }
}

/** Chromium 102, Firefox 136 for the session; the polyfill's types do not know it. */
type ClosableArea =
  | { setAccessLevel?(level: { accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void> }
  | undefined;

function wipe(reason: WipeReason): Promise<void> {
  return updateSession((session, now) => ({
    session: { ...session, handoffs: wipeAll(session.handoffs, reason, now) },
    answer: undefined,
  }));
}

/** The alarm follows what is held; the badge has a file of its own. */
async function follow(handoffs: readonly Handoff[]): Promise<void> {
  const deadline = nextDeadline(handoffs);
  if (deadline === undefined) await browser.alarms.clear(DEADLINE_ALARM);
  else browser.alarms.create(DEADLINE_ALARM, { when: deadline });
}
