/**
 * What can go wrong with any request, whatever it was: what happened, what was not done, the next step. Refusals that
 * belong to one request have their words with that request's. No text of an exception is ever shown.
 */
import type { Dropped, DropReason } from '../messages/answers';
import { say, texts } from './messages';

/** Why a request was not carried out. */
export function faultWords(fault: DropReason | 'unreachable'): string {
  switch (fault) {
    case 'notAMessage':
    case 'unknownType':
    case 'unknownSender':
    case 'wrongSender':
    case 'malformed':
      return say('fault.notTaken');
    default:
      return say(`fault.${fault}`);
  }
}

/** Why a request was not answered, for the admin. */
export function unansweredWords(answer: Dropped | { kind: 'unreachable' }): string {
  return faultWords(answer.kind === 'unreachable' ? 'unreachable' : (answer.reason ?? 'malformed'));
}

export const supportWords = texts('support');

/** One line to copy for support, in English. Nothing of what was asked, held or shown is in it. */
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
