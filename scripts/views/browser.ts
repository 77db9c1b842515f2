/** The part of a browser that the views use without knowing it: the messages, in English. Imported before all else. */
import english from '../../locales/en.json';
import { browserMessages, flat } from '../../utils/words/pack';

const texts = browserMessages(flat(english));

Object.assign(globalThis, {
  chrome: { i18n: { getMessage: (name: string) => texts[name] ?? '', getUILanguage: () => 'en' } },
});
