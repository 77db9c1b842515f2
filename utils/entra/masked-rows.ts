/**
 * Rows of secrets whose value is hidden, told by their text alone. A long list consists of them, and nothing of ours
 * stands in them: they are read when somebody asks, not when the page draws them.
 */
import { childrenOf } from '../page/tree';
import { MASK } from './values';

const ID = '[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}';
const GUID = new RegExp(ID, 'g');
/** A hidden value with its hint (portal: `PC4******************`); shorter masks are looked at closely. */
const MASKED = new RegExp(`[^\\s]{0,3}${MASK}{6,}`, 'gu');
/** Printable, and no star: what a secret's value consists of, and most words. */
const SIGN = '[!-)+-~]';
/** What stands between words: spaces, glyphs, letters that no value has. No mask, or a text had many ways to be read. */
const GAP = `[^!-~${MASK.slice(1)}`;
/**
 * In a text as long as a value, what names and days do not have: a sign that stands in values, or small letters, capitals
 * and digits by turns. Of random letters and digits that look generated, 27 of 494,209 texts of 32 had none, 210 of 481,672
 * of 24, and 1,674 of 440,776 of 16 (2026-12-01); today's values all have `~`.
 */
const OF_VALUE =
  '[@~+=?[\\]]|[a-z](?:[A-Z]\\d|\\d[a-zA-Z])|[A-Z](?:[a-z][A-Z\\d]|\\d[a-zA-Z])|\\d(?:[a-z][A-Z\\d]|[A-Z]\\d)';
/** Where up to three signs before a mask do not begin: those are its hint, and may be anything. */
const BEFORE_HINT = `(?!${SIGN}{0,2}${MASK})`;
/**
 * Signs without a gap between them: cells stand in a row's text side by side. As long as a value (`SECRET_VALUE_LENGTH`),
 * they must have nothing of one in them, and no ID.
 */
const WORD = `(?!(?=${SIGN}{16}${BEFORE_HINT})${SIGN}*?(?:${ID}|(?:${OF_VALUE})${BEFORE_HINT}))${SIGN}*`;
/** What a row and its controls say, and the space between the lines of its template. */
const WORDS = `(?:${WORD}${GAP})*${WORD}`;
/** Most such rows, told at one go: words, then a hidden value, then the ID, with what a row's controls say in between. */
const USUAL_ROW = `${WORDS}${MASK}{6,}(?:${WORD}${GAP})*${SIGN}{0,15}?${ID}`;
const USUAL = new RegExp(`^${USUAL_ROW}${WORDS}$`);
const ONLY_WORDS = new RegExp(`^${WORDS}$`);
/** What holds a text that is none of the row's. */
const FIELDS = 'textarea, select, input:not([type="checkbox"], [type="radio"], [type="hidden"])';
const LENGTH = { least: 42, most: 2000 } as const;

/**
 * Whether an element shows one hidden value with one GUID and no text that could be a value: a whole row, since what it
 * lacks is in none of its cells. Says no where in doubt.
 */
export function isMaskedRow(element: Element): boolean {
  const text = element.textContent ?? '';
  if (text.length < LENGTH.least || text.length > LENGTH.most) return false;
  if (!USUAL.test(text) && !isMaskedText(text)) return false;
  return element.shadowRoot === null && element.querySelector(FIELDS) === null;
}

/** Such a row at the front of what is left of a list's text. */
const NEXT = new RegExp(USUAL_ROW, 'y');
/** More than that, and it is not a list of such rows. */
const OTHERS_MOST = 20;

/**
 * What else stands in a list whose items are such rows but for a few: told by the list's text in one piece, where each row
 * would have to be asked for its own. No value hides in it: beside a mask and an ID nothing in it is as long as one.
 * @returns items that are no such row, without those that are empty; `undefined` where in doubt
 */
export function othersThanMaskedRows(list: Element): readonly Element[] | undefined {
  const items = childrenOf(list);
  const { length } = items;
  const samples = [items[length >> 1], items[length - 1]];
  if (!samples.some((item) => item && isMaskedRow(item)) || list.querySelector(FIELDS)) return undefined;
  const text = list.textContent ?? '';
  const others: Element[] = [];
  let end = 0;
  for (let index = 0; index < length; index += 1) {
    // A short header would be taken for the words of the row below it.
    const isOther = index === 0 && !isMaskedRow(items[0] as Element);
    const next = isOther ? undefined : endOf(NEXT, text, end);
    if (next !== undefined) {
      end = next;
      continue;
    }
    const item = items[index] as Element;
    const own = (item.textContent ?? '').trim();
    if (!own) continue;
    // In front of it may stand what the row above says last.
    const start = text.indexOf(own, end);
    if (others.length === OTHERS_MOST || start < 0 || !isWords(text, end, start)) return undefined;
    others.push(item);
    end = start + own.length;
  }
  return isWords(text, end, text.length) && others.length < length ? others : undefined;
}

function endOf(pattern: RegExp, text: string, start: number): number | undefined {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

const isWords = (text: string, start: number, end: number): boolean =>
  start === end || ONLY_WORDS.test(text.slice(start, end));

function isMaskedText(text: string): boolean {
  const rest = text.replace(MASKED, ' ');
  if (rest.length === text.length) return false;
  const words = rest.replace(GUID, ' ');
  // One GUID is 36 characters, and a space stands in its place.
  return rest.length - words.length === 35 && ONLY_WORDS.test(words);
}
