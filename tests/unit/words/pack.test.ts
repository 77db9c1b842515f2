/** Texts on their way through the browser's messages: what was written is what is said. */
import { afterEach, expect, it } from 'vitest';
import { type MessageKey, say } from '../../../utils/words/messages';
import { browserMessages } from '../../../utils/words/pack';
import { languages, messagesOf } from '../languages';
import { speak } from '../messages';

afterEach(() => speak(messagesOf('en')));

it.each(languages)('every text of %s is said as it is written', (language) => {
  const texts = messagesOf(language);
  speak(texts);
  const said = [...texts.keys()].map((key) => [key, say(key as MessageKey)]);
  expect(Object.fromEntries(said)).toEqual(Object.fromEntries(texts));
});

it('a group is one message, whatever is nested in it; the manifest finds its own one by one', () => {
  const messages = browserMessages([
    ['language', 'en'],
    ['portal.dismiss', 'Dismiss'],
    ['portal.labels.fill', 'Fill {vendor}'],
    ['manifest.name', 'SSO Courier'],
  ]);
  expect(messages).toEqual({
    language: 'en',
    portal: '{"dismiss":"Dismiss","labels.fill":"Fill {vendor}"}',
    manifest_name: 'SSO Courier',
    manifest: '{"name":"SSO Courier"}',
  });
});

it('a text that the build lacks is empty, and breaks nothing', () => {
  speak(new Map());
  expect(say('portal.dismiss')).toBe('');
});
