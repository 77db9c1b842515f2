/** The part of a browser that the views use without knowing it: the messages, in English. Imported before all else. */
import english from '../../locales/en.json';

interface Messages {
  [name: string]: string | Messages;
}

const flat = (messages: Messages, start = ''): [string, string][] =>
  Object.entries(messages).flatMap(([name, value]) =>
    typeof value === 'string' ? [[start + name, value] as [string, string]] : flat(value, `${start}${name}_`),
  );

const byName = new Map(flat(english));

Object.assign(globalThis, {
  chrome: { i18n: { getMessage: (name: string) => byName.get(name) ?? '', getUILanguage: () => 'en' } },
});
