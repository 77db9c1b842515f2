/** Keys of a US keyboard, as browsers report them. */

export interface KeyStroke {
  /** `KeyboardEvent.key`. */
  readonly key: string;
  /** `KeyboardEvent.code`; empty for a character that no key of this keyboard makes. */
  readonly code: string;
  /** Windows virtual-key code, as `keyCode` has it. */
  readonly keyCode: number;
  /** What it types; empty for keys that type nothing. */
  readonly text: string;
  readonly modifiers: readonly Modifier[];
}

export type Modifier = 'Alt' | 'Control' | 'Meta' | 'Shift';
const MODIFIERS: readonly string[] = ['Alt', 'Control', 'Meta', 'Shift'] satisfies Modifier[];
const isModifier = (word: string): word is Modifier => MODIFIERS.includes(word);

const NAMED: Readonly<Record<string, { keyCode: number; text?: string }>> = {
  Enter: { keyCode: 13, text: '\r' },
  Tab: { keyCode: 9 },
  Escape: { keyCode: 27 },
  Backspace: { keyCode: 8 },
  Delete: { keyCode: 46 },
  Home: { keyCode: 36 },
  End: { keyCode: 35 },
  PageUp: { keyCode: 33 },
  PageDown: { keyCode: 34 },
  ArrowLeft: { keyCode: 37 },
  ArrowUp: { keyCode: 38 },
  ArrowRight: { keyCode: 39 },
  ArrowDown: { keyCode: 40 },
  F6: { keyCode: 117 },
};

/** Unshifted and shifted character, code, key code. */
const PUNCTUATION: readonly (readonly [string, string, string, number])[] = [
  ['`', '~', 'Backquote', 192],
  ['-', '_', 'Minus', 189],
  ['=', '+', 'Equal', 187],
  ['[', '{', 'BracketLeft', 219],
  [']', '}', 'BracketRight', 221],
  ['\\', '|', 'Backslash', 220],
  [';', ':', 'Semicolon', 186],
  ["'", '"', 'Quote', 222],
  [',', '<', 'Comma', 188],
  ['.', '>', 'Period', 190],
  ['/', '?', 'Slash', 191],
];
const SHIFTED_DIGITS = ')!@#$%^&*(';

function characterKey(character: string): Pick<KeyStroke, 'code' | 'keyCode'> & { shifted: boolean } {
  if (/^[a-z]$/i.test(character)) {
    const upper = character.toUpperCase();
    return { code: `Key${upper}`, keyCode: upper.charCodeAt(0), shifted: character === upper };
  }
  if (character === ' ') return { code: 'Space', keyCode: 32, shifted: false };
  const digit = /^\d$/.test(character) ? Number(character) : SHIFTED_DIGITS.indexOf(character);
  if (digit >= 0) return { code: `Digit${digit}`, keyCode: 48 + digit, shifted: !/^\d$/.test(character) };
  const mark = PUNCTUATION.find(([plain, shifted]) => plain === character || shifted === character);
  return mark
    ? { code: mark[2], keyCode: mark[3], shifted: mark[1] === character }
    : { code: '', keyCode: 0, shifted: false };
}

/** The strokes that type a text, one a character. */
export function strokesOf(text: string): KeyStroke[] {
  return [...text].map((character) => {
    const { shifted, ...key } = characterKey(character);
    return { ...key, key: character, text: character, modifiers: shifted ? ['Shift'] : [] };
  });
}

/**
 * Reads a stroke as one writes it: `Enter`, `Tab`, `Shift+Tab`, `ControlOrMeta+A`, ` `.
 *
 * @throws {Error} for a key that is not in the tables.
 */
export function strokeOf(written: string): KeyStroke {
  const parts = written.split('+').filter((part) => part !== '');
  const key = parts.pop() ?? written;
  const modifiers = parts.map((part) => {
    const word = part === 'ControlOrMeta' ? (process.platform === 'darwin' ? 'Meta' : 'Control') : part;
    if (!isModifier(word)) throw new Error(`No such modifier: ${part}`);
    return word;
  });
  const named = NAMED[key];
  if (named) return { key, code: key, keyCode: named.keyCode, text: named.text ?? '', modifiers };
  if ([...key].length !== 1) throw new Error(`No such key: ${key}`);
  const { shifted, ...place } = characterKey(key);
  const types = modifiers.every((modifier) => modifier === 'Shift');
  return {
    ...place,
    key: types ? key : key.toLowerCase(),
    text: types ? key : '',
    modifiers: shifted && types && !modifiers.includes('Shift') ? [...modifiers, 'Shift'] : modifiers,
  };
}
