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
/** Cells stand in a row's text without a space between them. No secret has a slash in it. */
const DAY = '\\d{1,4}\\/\\d{1,2}\\/\\d{1,4}';
const DATE = new RegExp(DAY, 'g');
/** As long as a secret's value is at least (`SECRET_VALUE_LENGTH`), of the characters that one has. */
const MAY_BE_VALUE = /[\x21-\x7e]{16}/;
/** Most such rows, told at one go: nothing that is long enough, then a hidden value, then the ID. */
const USUAL_ROW = `(?:[!-)+-~]{0,15}[^!-~])*[!-)+-~]{0,15}(?:${DAY})?[!-)+-~]{0,3}${MASK}{6,}${ID}`;
const USUAL = new RegExp(`^${USUAL_ROW}$`);
const FIELDS = 'input, textarea, select';
const LENGTH = { least: 42, most: 600 } as const;

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
const BLANK = /\s*/y;
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
  let index = 0;
  for (; index < length; index += 1) {
    // A short header would be taken for the words of the row below it.
    const isOther = index === 0 && !isMaskedRow(items[0] as Element);
    const next = isOther ? undefined : endOf(NEXT, text, end);
    if (next !== undefined) {
      end = next;
      continue;
    }
    const item = items[index] as Element;
    const own = (item.textContent ?? '').trim();
    end = endOf(BLANK, text, end) ?? end;
    if (others.length === OTHERS_MOST || !text.startsWith(own, end)) return undefined;
    if (own) others.push(item);
    end += own.length;
  }
  return endOf(BLANK, text, end) === text.length && others.length < length ? others : undefined;
}

function endOf(pattern: RegExp, text: string, start: number): number | undefined {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

function isMaskedText(text: string): boolean {
  const rest = text.replace(MASKED, ' ');
  if (rest.length === text.length) return false;
  const words = rest.replace(GUID, ' ');
  // One GUID is 36 characters, and a space stands in its place.
  return rest.length - words.length === 35 && !MAY_BE_VALUE.test(words.replace(DATE, ' '));
}
