/**
 * What can go wrong with any request, whatever it was: what happened, what was not done, the next step. Refusals that
 * belong to one request have their words with that request's. No text of an exception is ever shown.
 */
import type { Dropped, DropReason } from '../messages/answers';

interface Fault {
  happened: string;
  notDone: string;
  next: string;
}

const notTaken: Fault = {
  happened: 'SSO Courier did not take this request.',
  notDone: 'Nothing was changed.',
  next: 'Reload the page and try again.',
};

const faults: Readonly<Record<DropReason | 'unreachable', Fault>> = {
  unreachable: {
    happened: 'SSO Courier did not answer. It may have been updated just now.',
    notDone: 'This request was not carried out.',
    next: 'Close this view and open it again.',
  },
  notAMessage: notTaken,
  unknownType: notTaken,
  unknownSender: notTaken,
  wrongSender: notTaken,
  malformed: notTaken,
  failed: {
    happened: 'SSO Courier ran into a fault of its own.',
    notDone: 'What you asked for was not finished.',
    next: 'Look at what is shown here, then try again; if it comes back, send the details to support.',
  },
  memoryRefused: {
    happened: 'The browser’s session memory is full.',
    notDone: 'Nothing was kept, and nothing was written to disk.',
    next: 'Press **Clear** or restart the browser, then try again.',
  },
  memoryMissing: {
    happened: 'This browser offers no session memory.',
    notDone: 'Nothing is held, and nothing was written to disk.',
    next: 'Update the browser, then try again.',
  },
  diskRefused: {
    happened: 'The browser could not write to its disk.',
    notDone: 'Nothing was recorded.',
    next: 'Free some disk space, then try again.',
  },
};

export function faultWords(fault: DropReason | 'unreachable'): string {
  const { happened, notDone, next } = faults[fault];
  return `${happened} ${notDone} ${next}`;
}

/** Why a request was not answered, for the admin. */
export function unansweredWords(answer: Dropped | { kind: 'unreachable' }): string {
  return faultWords(answer.kind === 'unreachable' ? 'unreachable' : (answer.reason ?? 'malformed'));
}

export const supportWords = {
  details: 'Details for support',
  copy: 'Copy details',
  copied: 'Copied.',
} as const;

/** One line to copy for support. Nothing of what was asked, held or shown is in it. */
export function supportLine(
  extension: { version: string; browser: string },
  asked: string,
  answer: Dropped | { kind: 'unreachable' },
  at: Date,
): string {
  const reason = answer.kind === 'unreachable' ? 'unreachable' : (answer.reason ?? 'failed');
  const cause = answer.kind === 'dropped' && answer.cause ? ` (${answer.cause})` : '';
  return `SSO Courier ${extension.version}, ${extension.browser}: ${asked}, ${reason}${cause}, ${at.toISOString()}`;
}
