/** The texts of every language as they are in `locales/`, and languages that only tests speak. */
import { readdirSync, readFileSync } from 'node:fs';
import { flat } from '../../utils/words/pack';

export type Messages = ReadonlyMap<string, string>;

export const languages = readdirSync('locales').map((file) => file.replace('.json', ''));

/**
 * Every text of a language by its path: `portal.copyClientId`.
 * @param language a file's name in `locales/`; `pseudo` and `pseudo-rtl` are made from English
 */
export function messagesOf(language: string): Messages {
  if (language === 'pseudo') return pseudoOf(messagesOf('en'), 'ltr');
  if (language === 'pseudo-rtl') return pseudoOf(messagesOf('en'), 'rtl');
  return new Map(flat(JSON.parse(readFileSync(`locales/${language}.json`, 'utf8'))));
}

/** Where values go: `{vendor}`. */
export const valuesIn = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();

/** Put together or read by machines, never shown by themselves. */
const notShown = /^(?:language|direction|join\..*)$/;
const accents: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'ë',
  i: 'ï',
  o: 'ô',
  u: 'ü',
  n: 'ñ',
  c: 'ç',
  y: 'ÿ',
};

const LONGEST_WORD = 9;

/** English with accents, in brackets and 40 % longer: what is not bracketed was never a message. */
const pseudoOf = (english: Messages, direction: 'ltr' | 'rtl'): Messages =>
  new Map([
    ...[...english].map(([path, text]): [string, string] => [
      path,
      notShown.test(path) ? text : pseudo(text),
    ]),
    ['direction', direction],
  ]);

function pseudo(text: string): string {
  const parts = text.split(/(\{\w+\})/);
  const accented = parts.map((part) =>
    part.startsWith('{') ? part : part.replace(/[aeiouncy]/g, (letter) => accents[letter] ?? letter),
  );
  return `⟦${accented.join('')}${padding(Math.ceil(text.length * 0.4))}⟧`;
}

/** A label's last word gets longer; a sentence gets more words, none longer than words are. */
const padding = (length: number) =>
  length <= LONGEST_WORD
    ? '~'.repeat(length)
    : ` ${'~'.repeat(LONGEST_WORD)}`.repeat(Math.ceil(length / (LONGEST_WORD + 1)));
