/**
 * Gives the unit tests the browser's messages, which the fake browser lacks: English as it ships. A test that
 * wants another language calls `speak`.
 */
import { readFileSync } from 'node:fs';
import { fakeBrowser } from 'wxt/testing/fake-browser';

export interface Messages {
  [name: string]: string | Messages;
}

/** Every text of a language by its path: `portal.copyClientId`. */
export function messagesOf(language: string): Map<string, string> {
  return new Map(flat(JSON.parse(readFileSync(`locales/${language}.json`, 'utf8'))));
}

const flat = (messages: Messages, start = ''): [string, string][] =>
  Object.entries(messages).flatMap(([name, value]) =>
    typeof value === 'string' ? [[start + name, value] as [string, string]] : flat(value, `${start}${name}.`),
  );

/** Shows every text from now on as `messages` has it. */
export function speak(messages: ReadonlyMap<string, string>): void {
  const byName = new Map([...messages].map(([path, text]) => [path.replaceAll('.', '_'), text]));
  fakeBrowser.i18n.getMessage = (name: string) => byName.get(name) ?? '';
}

speak(messagesOf('en'));
