/** Gives the unit tests the browser's messages, which the fake browser lacks: English as it ships. */
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { browserMessages } from '../../utils/words/pack';
import { type Messages, messagesOf } from './languages';

/** Shows every text from now on as `messages` has it. */
export function speak(messages: Messages): void {
  const texts = browserMessages(messages);
  fakeBrowser.i18n = { ...fakeBrowser.i18n, getMessage: (name: string) => texts[name] ?? '' };
}

speak(messagesOf('en'));
