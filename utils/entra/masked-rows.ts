/**
 * Rows of secrets whose value is hidden, told by their text alone. A long list consists of them, and nothing of ours
 * stands in them: they are read when somebody asks, not when the page draws them.
 */
import { MASK } from './values';

const ID = '[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}';
const GUID = new RegExp(ID, 'g');
/** A hidden value with its hint (portal: `PC4******************`); shorter masks are looked at closely. */
const MASKED = new RegExp(`[^\\s]{0,3}${MASK}{6,}`, 'gu');
/** Cells stand in a row's text without a space between them. No secret has a slash in it. */
const DATE = /\d{1,4}\/\d{1,2}\/\d{1,4}/g;
/** As long as a secret's value is at least (`SECRET_VALUE_LENGTH`), of the characters that one has. */
const MAY_BE_VALUE = /[\x21-\x7e]{16}/;
/** Most such rows, told at one go: nothing that is long enough, then a hidden value, then the ID. */
const USUAL = new RegExp(`^(?:[!-)+-~]{0,15}[^!-~])*[!-)+-~]{0,18}${MASK}{6,}${ID}$`);
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

function isMaskedText(text: string): boolean {
  const rest = text.replace(MASKED, ' ');
  if (rest.length === text.length) return false;
  const words = rest.replace(GUID, ' ');
  // One GUID is 36 characters, and a space stands in its place.
  return rest.length - words.length === 35 && !MAY_BE_VALUE.test(words.replace(DATE, ' '));
}
