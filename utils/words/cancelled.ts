/** What was cancelled, what was not done because of it, and how to try again. */
import type { Cancellable } from '../messages/protocol';
import { say, texts } from './messages';

export const cancelTexts = texts('cancel');

export function cancelledWords(deed: Cancellable, vendor: string): string {
  switch (deed) {
    case 'fillForm':
      return say('cancelled.fillForm', { vendor });
    default:
      return say(`cancelled.${deed}`);
  }
}
