/** Starting the sign-in test, and stopping it before it has an outcome. */
import { readRecords } from '../handoff/connection-records';
import { readSession, updateSession } from '../handoff/memory';
import type { StartTestAnswer } from '../messages/protocol';
import { orAborted } from './cancelling';
import {
  closePrivateWindow,
  everyWindowIsPrivate,
  type OpenedWindow,
  openPrivateWindow,
  privateWindowsAllowed,
} from './private-window';
import { currentConnection } from './subject';

/** @throws the signal's reason; no test is under way then */
export async function startTest(signal: AbortSignal): Promise<StartTestAnswer> {
  const session = await readSession();
  const { records } = await readRecords();
  const connection = currentConnection(session, records);
  if (!connection) return { kind: 'noTenant' };
  const address = `https://${connection.vendorHost}/`;
  const observed = await privateWindowsAllowed();
  if (await everyWindowIsPrivate()) return { kind: 'privateWindowsOff', why: 'forced', address };
  signal.throwIfAborted();
  // Written before the window opens: its first pages may report at once.
  await updateSession((found, now) => ({
    session: {
      ...found,
      test: { ...connection, startedAt: now, observed, windowOpen: true, loginSeen: false },
    },
    answer: undefined,
  }));
  const opened = await orAborted(openPrivateWindow(address), signal, close).catch(async (error: unknown) => {
    await stopTest();
    throw error;
  });
  await updateSession((found) => {
    if (!found.test) return { session: found, answer: undefined };
    const { test } = found;
    // The admin opens one, where nothing can be seen: only they can tell the outcome.
    if (opened.kind === 'refused') {
      return {
        session: { ...found, test: { ...test, observed: false, windowOpen: false } },
        answer: undefined,
      };
    }
    const next = opened.windowId === undefined ? test : { ...test, windowId: opened.windowId };
    return { session: { ...found, test: next }, answer: undefined };
  });
  if (opened.kind === 'opened') return { kind: 'started', observed };
  return { kind: 'privateWindowsOff', why: observed ? 'off' : 'notAllowed', address };
}

/** The test under way ends without an outcome, and its window goes with it. A test that has a verdict stays. */
export async function stopTest(): Promise<void> {
  const windowId = await updateSession((session) => {
    const { test, ...rest } = session;
    if (!test || test.verdict) return { session, answer: undefined };
    return { session: rest, answer: test.windowId };
  });
  if (windowId !== undefined) await closePrivateWindow(windowId);
}

async function close(opened: OpenedWindow): Promise<void> {
  if (opened.kind === 'opened' && opened.windowId !== undefined) await closePrivateWindow(opened.windowId);
}
