/** Texts of dates, made comparable. */

/** Compatibility forms, ASCII digits, no direction marks, single spaces, lower case. */
export function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c\ufeff\ue000-\uf8ff]/g, '')
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** Unicode keeps the ten digits of a script together, so a digit's value is its distance from the first. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (zero > code - 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return `${code - zero}`;
}

/** A date's text without the time of day after it. */
export const withoutTime = (text: string) =>
  text
    .replace(/(\d{4}-\d{2}-\d{2})t\d{2}:.*$/, '$1')
    .replace(/,? ?\b\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?(?: (?:utc|gmt)[+-]?[\d:]*)?$/, '');
