/** Every language says everything that English says, with the same values, and nothing in English by oversight. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { languages, messagesOf, valuesIn } from '../languages';

const english = messagesOf('en');
const translated = languages.filter((language) => language !== 'en');

/** Texts that are the same in every language: names, addresses, and values put together. */
const sameEverywhere =
  /^(?:SSO Courier(?:: \{\w+\})?|Google(?: Social)?|Microsoft Social|Office 365|acme\.kandji\.io|AADSTS\{code\}: \{meaning\}|[^a-z]*|(?:\W*\{\w+\}\W*)+)$/i;
/** Words that two languages spell alike. */
const spelledAlike: Readonly<Record<string, readonly string[]>> = {
  de: ['Name', 'optional', 'Problem'],
  fr: ['Description', '{count} minute', '{count} minutes'],
  es: ['No'],
  pt_BR: [],
  ja: [],
};
/** Names that the consoles have in English everywhere, as far as is known (facts/entra.md §13). */
const consoleNames = [
  'Secret ID',
  'Secret ID {secretId}',
  'Select a platform',
  'Supported account types',
  '**Continue with {connection}**',
];

/** Short texts stand on buttons, in labels and in table heads. */
const LABEL_CHARACTERS = 40;
const LABEL_GROWTH = 1.9;

describe.each(translated)('%s', (language) => {
  const messages = messagesOf(language);

  it('has every text, and no other', () => {
    expect([...messages.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('puts in the same values, sets the same names in bold, and has the same lines', () => {
    const marks = (text: string) => ({
      values: valuesIn(text),
      bold: text.split('**').length,
      lines: text.split('\n').length,
    });
    const wrong = [...messages].filter(
      ([path, text]) => JSON.stringify(marks(text)) !== JSON.stringify(marks(english.get(path) ?? '')),
    );
    expect(wrong).toEqual([]);
  });

  it('has no empty text and none left in English', () => {
    const left = [...messages].filter(
      ([path, text]) =>
        text.trim() === '' ||
        (text === english.get(path) &&
          !sameEverywhere.test(text) &&
          !consoleNames.includes(text) &&
          !spelledAlike[language]?.includes(text) &&
          !/^(?:language|direction|join)/.test(path)),
    );
    expect(left.map(([path, text]) => `${path}: ${text}`)).toEqual([]);
  });

  it('keeps labels short enough for a button', () => {
    const long = [...messages].filter(([path, text]) => {
      const { length } = english.get(path) ?? '';
      return length <= LABEL_CHARACTERS && text.length > Math.max(28, length * LABEL_GROWTH);
    });
    expect(long.map(([path, text]) => `${path}: ${text}`)).toEqual([]);
  });

  it.each(ownLabels())('quotes %s by the name that stands on it', (path) => {
    const label = english.get(path) ?? '';
    const name = messages.get(path) ?? '';
    const misquoted = [...english].filter(
      ([key, text]) => text !== label && quotes(text, label) && messages.get(key)?.includes(name) === false,
    );
    expect(misquoted.map(([key]) => `${key}: ${messages.get(key)}`)).toEqual([]);
  });

  it('fits the stores', () => {
    expect(messages.get('manifest.name')?.length).toBeLessThanOrEqual(45);
    expect(messages.get('manifest.description')?.length).toBeLessThanOrEqual(132);
  });

  it('is a language that Intl knows, written the way it says', () => {
    const locale = new Intl.Locale(messages.get('language') ?? '');
    expect(Intl.DateTimeFormat.supportedLocalesOf(locale.toString())).toHaveLength(1);
    expect(locale.language).toBe(language.slice(0, 2));
    expect(messages.get('direction')).toMatch(/^(?:ltr|rtl)$/);
  });
});

/** Our own controls whose names other texts quote. */
function ownLabels(): string[] {
  const paths = [
    'portal.copyClientId',
    'portal.copySecretValue',
    'registration.fillFor',
    'registration.safeToDelete',
    'vendor.labels.fill',
    'vendor.labels.openConsentLink',
    'vendor.labels.carryRedirectUri',
    'action.fill',
    'action.test',
    'journey.checkValues',
    'list.saveRecord',
    'file.exportAll',
    'microsoft.ask',
  ];
  return paths.filter((path) => english.has(path));
}

/** The label as it stands on the control: `Fill {vendor} form`, not *fill {vendor}’s form*. */
const quotes = (text: string, label: string) => text.includes(label);

describe('the sources', () => {
  const sources = ['utils', 'components', 'entrypoints', 'wxt.config.ts'].flatMap(textsUnder).join('\n');
  /** Keys as they are written, with what is decided at run time as `*`. */
  const written = [...sources.matchAll(/['"`]([a-z][\w]*(?:\.(?:\w+|\$\{[^}]*\}))*)['"`]/gi)].map(
    ([, key = '']) => key.replace(/\$\{[^}]*\}/g, '*'),
  );
  const groups = [...sources.matchAll(/texts\(\s*['"`]([^'"`]+)['"`]/g)].map(([, group = '']) =>
    group.replace(/\$\{[^}]*\}/g, '*'),
  );
  const patterns = new Set(written);
  const pattern = (key: string) => new RegExp(`^${key.replaceAll('.', '\\.').replaceAll('*', '\\w+')}$`);
  const chosen = [...patterns].filter((key) => key.includes('*')).map(pattern);
  const read = groups.map(pattern);

  function isUsed(path: string): boolean {
    const counted = path.replace(/\.(?:one|other)$/, '');
    const [group, name] = [path.slice(0, path.lastIndexOf('.')), path.slice(path.lastIndexOf('.') + 1)];
    return (
      patterns.has(path) ||
      (counted !== path && patterns.has(counted)) ||
      chosen.some((each) => each.test(path)) ||
      (read.some((each) => each.test(group)) && new RegExp(`\\.${name}\\b|'${name}'`).test(sources)) ||
      sources.includes(`__MSG_${path.replaceAll('.', '_')}__`)
    );
  }

  it('show every text', () => {
    expect([...english.keys()].filter((path) => !isUsed(path))).toEqual([]);
  });

  it('put every value into a text that wants it', () => {
    const calls = sources.matchAll(
      /\b(?:say|count)\(\s*'([\w.]+)'\s*(?:,[^,{})]+)?(?:,\s*\{([^}]*)\})?\s*,?\s*\)/g,
    );
    const wrong = [...calls].flatMap(([, key = '', given = '']) => {
      const text = english.get(key) ?? english.get(`${key}.other`) ?? '';
      const names = given.split(',').map((each) => each.split(':')[0]?.trim());
      const missing = valuesIn(text).filter(
        (value) => value !== '{count}' && !names.includes(value.slice(1, -1)),
      );
      return missing.length > 0 ? [`${key}: ${missing.join(', ')}`] : [];
    });
    expect(wrong).toEqual([]);
  });
});

function textsUnder(path: string): string[] {
  if (/\.tsx?$/.test(path)) return [readFileSync(path, 'utf8')];
  if (/\.\w+$/.test(path)) return [];
  return readdirSync(path).flatMap((name) => textsUnder(join(path, name)));
}
