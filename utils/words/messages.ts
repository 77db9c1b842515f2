/**
 * Looks texts up in the browser's messages (`locales/*.json`). The browser chooses the language; a content script
 * carries no text of its own. Nothing is looked up while a module loads, so a page that is none of our business
 * costs nothing.
 */
import type english from '../../locales/en.json';
import { parted } from './pack';

/** Paths of all texts: `portal.copyClientId`. */
type PathsOf<Node, Start extends string = ''> = {
  [Name in keyof Node & string]: Node[Name] extends string
    ? `${Start}${Name}`
    : PathsOf<Node[Name], `${Start}${Name}.`>;
}[keyof Node & string];

type GroupsOf<Node, Start extends string = ''> = {
  [Name in keyof Node & string]: Node[Name] extends string
    ? never
    : `${Start}${Name}` | GroupsOf<Node[Name], `${Start}${Name}.`>;
}[keyof Node & string];

type At<Node, Path extends string> = Path extends `${infer Head}.${infer Rest}`
  ? Head extends keyof Node
    ? At<Node[Head], Rest>
    : never
  : Path extends keyof Node
    ? Node[Path]
    : never;

export type MessageKey = PathsOf<typeof english>;
type Group = GroupsOf<typeof english>;
/** Texts that read differently with a number: `….one`, `….other`. */
type PluralKey = MessageKey extends infer Key ? (Key extends `${infer Start}.other` ? Start : never) : never;
type CountedKey = Extract<
  PluralKey,
  MessageKey extends infer Key ? (Key extends `${infer S}.one` ? S : never) : never
>;

type Values = Readonly<Record<string, string | number>>;

/** The part of the browser's API used here; content scripts carry no polyfill, and Firefox offers it under this name too. */
interface I18n {
  getMessage(name: string): string;
}
type GroupTexts = Readonly<Record<string, string>>;

/** Groups that were looked up, of each of the browser's interfaces: a page's is for good in one language. */
const known = new WeakMap<I18n, Map<string, GroupTexts>>();

function textOf(key: MessageKey): string {
  const { i18n } = (globalThis as unknown as { chrome: { i18n: I18n } }).chrome;
  const [name, rest] = parted(key);
  return rest === undefined ? i18n.getMessage(name) : (groupOf(i18n, name)[rest] ?? '');
}

function groupOf(i18n: I18n, name: string): GroupTexts {
  const groups = known.get(i18n) ?? new Map<string, GroupTexts>();
  known.set(i18n, groups);
  const group = groups.get(name) ?? (JSON.parse(i18n.getMessage(name) || '{}') as GroupTexts);
  groups.set(name, group);
  return group;
}

/** A text in the browser's language. @param values by the names that stand in braces in the text */
export function say(key: MessageKey, values: Values = {}): string {
  try {
    return textOf(key).replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  } catch (error) {
    // A content script that outlived its version has no texts any more. It falls silent with its next question.
    if (error instanceof Error && /context invalidated/i.test(error.message)) return '';
    throw error;
  }
}

/** The language the texts are in, as `Intl` names it. Not the browser's where that one has no translation. */
export const language = () => say('language');

/** `ltr` or `rtl`, of the language the texts are in. */
export const direction = () => say('direction');

const pluralRules = new Map<string, Intl.PluralRules>();

/** A text that counts something; the number stands in it as `{count}`. */
export function count(key: CountedKey, number: number, values?: Values): string {
  const rules = pluralRules.get(language()) ?? new Intl.PluralRules(language());
  pluralRules.set(language(), rules);
  const form = rules.select(number) === 'one' ? 'one' : 'other';
  return say(`${key}.${form}` as MessageKey, { count: numberWords(number), ...values });
}

/** `1,000` as the language writes it. */
export const numberWords = (number: number) => number.toLocaleString(language());

/** `Name, Client ID`. */
export const commas = (items: readonly string[]) =>
  items.length === 0 ? '' : items.reduce((before, item) => say('join.items', { before, item }));

/** `email and password, Google and Office 365`. */
export const allOf = (items: readonly string[]) => listed(items, 'conjunction');
/** `email and password, Google or Office 365`. */
export const oneOf = (items: readonly string[]) => listed(items, 'disjunction');
const listed = (items: readonly string[], type: 'conjunction' | 'disjunction') =>
  new Intl.ListFormat(language(), { type }).format(items);

/** Whole sentences one after the other; what is absent is left out. */
export const sentences = (...parts: readonly (string | false | undefined)[]) => {
  const said = parts.filter((part): part is string => typeof part === 'string' && part !== '');
  return said.length === 0
    ? ''
    : said.reduce((before, sentence) => say('join.sentences', { before, sentence }));
};

type Texts<Path extends Group> = {
  readonly [Name in keyof At<typeof english, Path> & string as At<typeof english, Path>[Name] extends string
    ? Name
    : never]: string;
};

/**
 * The texts of a group by name, each looked up when it is read: `texts('vendor.labels').fill`.
 * @param own functions that put values into texts of the group, and what else belongs beside them
 */
export function texts<Path extends Group>(group: Path): Texts<Path>;
export function texts<Path extends Group, Own extends object>(
  group: Path,
  own: Own,
): Omit<Texts<Path>, keyof Own> & Own;
export function texts(group: string, own: object = {}): object {
  return new Proxy(own, {
    get: (_, name) => (name in own ? Reflect.get(own, name) : say(`${group}.${String(name)}` as MessageKey)),
  });
}
