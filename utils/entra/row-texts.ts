/** What stands in a row of credentials, piece by piece, and what each piece can be. */
import { isShown, ownText, textsOf } from '../page/text';
import { isIdentifiableSecret } from './checksum';
import { guidShownBy } from './overview';
import { bare, isMasked, MASK, parseSecretValue, SECRET_VALUE_LENGTH, type SecretValue } from './values';
import { isControl, walk } from './walk';

export type Piece =
  | { kind: 'guid'; element: Element; guid: string }
  | { kind: 'masked'; element: Element }
  /** A text that could be a secret's value by its shape; `fits` says how well. */
  | { kind: 'value'; element: Element; secretValue: SecretValue; fits: 'identifiable' | 'random' | 'word' }
  | { kind: 'text'; element: Element; text: string };

/** Thumbprints of certificates (SHA-1, SHA-256) stand in rows of the same shape and are no secrets. */
const THUMBPRINT = /^(?:[0-9a-f]{40}|[0-9a-f]{64}|(?:[0-9a-f]{2}:){19,}[0-9a-f]{2})$/i;
/** Issuers, audiences and subjects of federated credentials. */
const NAME_OF_OTHERS =
  /^(?:[a-z][a-z0-9+.-]*:\/\/|urn:|repo:|system:|organization:|cn=)|^[^@\s]+@[\w-]+(?:\.[\w-]+)+$/i;

/** The secret value that a text can be, by shape alone. */
export function valueIn(text: string): Extract<Piece, { kind: 'value' }>['fits'] | undefined {
  const value = bare(text);
  if (THUMBPRINT.test(value) || NAME_OF_OTHERS.test(value)) return undefined;
  if (parseSecretValue(value).kind !== 'value') return undefined;
  if (isIdentifiableSecret(value)) return 'identifiable';
  return looksRandom(value) ? 'random' : 'word';
}

/** Below this share of changes between upper case, lower case and digits, a text is made of words and dates. */
const CHANGES_LEAST = 0.4;

/**
 * Whether a text without a known shape looks generated: secrets made before 2021 (`[ ] @ + :`, 32 characters) do, names
 * like `Kandji-SSO-2026-07-27` do not.
 */
function looksRandom(value: string): boolean {
  const letters = value.replace(/[^a-zA-Z0-9]/g, '');
  const kinds = [...letters].map((char) =>
    /\d/.test(char) ? 'digit' : /[a-z]/.test(char) ? 'lower' : 'upper',
  );
  const changes = kinds.filter((kind, i) => i > 0 && kind !== kinds[i - 1]).length;
  return new Set(kinds).size === 3 && changes / letters.length >= CHANGES_LEAST;
}

/** Most texts of a page are too short for an ID or a value (`SECRET_VALUE_LENGTH`), and hide nothing. */
const MAY_BE_MORE = new RegExp(`${MASK}{3}|.{${SECRET_VALUE_LENGTH.min}}`, 's');

/** What one element says, if it says anything: an ID, a hidden value, a possible value, or other text. */
export function pieceOf(element: Element): Piece | undefined {
  const texts = textsOf(element);
  if (texts.length === 0 && !isPasswordField(element)) return undefined;
  const [first] = texts;
  if (first !== undefined && !texts.some((text) => MAY_BE_MORE.test(text)) && !isPasswordField(element))
    return { kind: 'text', element, text: first };
  const guid = texts.length > 0 && guidShownBy(element);
  if (guid) return { kind: 'guid', element, guid };
  // What is masked to the eye is masked: a title that says more is a leftover.
  const seen = ownText(element);
  if (isMasked(seen) || texts.some(isMasked) || isPasswordField(element)) return { kind: 'masked', element };
  let best: Extract<Piece, { kind: 'value' }> | undefined;
  for (const text of texts) {
    const fits = valueIn(text);
    const parsed = parseSecretValue(text);
    if (!fits || parsed.kind !== 'value') continue;
    if (!best || (best.fits !== 'identifiable' && fits === 'identifiable')) {
      best = { kind: 'value', element, secretValue: parsed.secretValue, fits };
    }
  }
  if (best) return best;
  return texts[0] === undefined ? undefined : { kind: 'text', element, text: texts[0] };
}

const isPasswordField = (element: Element) =>
  element.localName === 'input' &&
  (element as HTMLInputElement).type === 'password' &&
  (element as HTMLInputElement).value !== '';

/**
 * What a row shows, in document order: hidden copies left out, a text shown cut inside an element that has it whole
 * said once, names of buttons not counted as content.
 */
export function readPieces(row: Element): Piece[] {
  const pieces: Piece[] = [];
  for (const element of walk(row)) {
    const piece = pieceOf(element);
    if (!piece || !isShown(element)) continue;
    if (piece.kind === 'text' && isInControl(element, row)) continue;
    pieces.push(piece);
  }
  return pieces.filter((piece) => !pieces.some((other) => other !== piece && repeats(piece, other)));
}

/** Whether a piece only says, whole or cut, what another one says better or deeper. */
function repeats(piece: Piece, other: Piece): boolean {
  if (piece.kind !== other.kind) {
    return (
      piece.kind === 'text' && other.element.contains(piece.element) && isCutOf(piece.text, sayingOf(other))
    );
  }
  if (sayingOf(piece) === sayingOf(other)) return piece.element.contains(other.element);
  return piece.kind === 'text' && isCutOf(piece.text, sayingOf(other));
}

const sayingOf = (piece: Piece): string => {
  switch (piece.kind) {
    case 'guid':
      return piece.guid;
    case 'value':
      return piece.secretValue;
    case 'text':
      return piece.text;
    case 'masked':
      return '';
  }
};

const isCutOf = (text: string, whole: string) => {
  const start = text.replace(/(?:…|\.\.\.)$/, '').trim();
  return start !== text && start.length > 0 && whole.toLowerCase().startsWith(start.toLowerCase());
};

function isInControl(element: Element, row: Element): boolean {
  for (let at: Element | null = element; at && at !== row; at = at.parentElement)
    if (isControl(at)) return true;
  return false;
}
