/**
 * The checksum that Microsoft builds into today's client secrets (`8Q~`, 40 characters): it tells a complete value from
 * a cut or mistyped one without asking anybody.
 *
 * Source: microsoft/security-utilities, `IdentifiableMetadata.cs` (`IsAzureAadClientAppIdentifiableSecret`),
 * `CustomAlphabetEncoder.cs`, `security-utilities-node/marvin.ts`.
 */

/** Shape of an identifiable client secret: `7Q~` with 37 characters (older), `8Q~` with 40. SEC101/156. */
const IDENTIFIABLE = /^[~.a-zA-Z0-9_-]{3}(?:7Q~[~.a-zA-Z0-9_-]{31}|8Q~[~.a-zA-Z0-9_-]{34})$/;

/** Whether the text has the shape of today's client secrets. Older ones look otherwise: never reject on this alone. */
export const isIdentifiableSecret = (text: string): boolean => IDENTIFIABLE.test(text);

const CHECKED_LENGTH = 37;
/** "AadPwd00" */
const SEED = { low: 0x77643030, high: 0x41616450 } as const;
const ALPHABET = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ1234567890.-_~';
const DIGITS = 6;
const DIGITS_KEPT = 3;

/**
 * `passes`: almost certainly complete (1 in 15 000 by chance). `fails`: probably cut or mistyped; warn, never block:
 * that every live secret passes is not proven. `notApplicable`: no `8Q~` secret, nothing to check.
 */
export function secretChecksum(value: string): 'passes' | 'fails' | 'notApplicable' {
  if (value.slice(3, 6) !== '8Q~' || !isIdentifiableSecret(value)) return 'notApplicable';
  const sum = encode(marvin32(latin1(value.slice(0, CHECKED_LENGTH)), SEED.low, SEED.high));
  return sum.slice(0, DIGITS_KEPT) === value.slice(CHECKED_LENGTH) ? 'passes' : 'fails';
}

const latin1 = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
const rotate = (word: number, bits: number) => (word << bits) | (word >>> (32 - bits));

/**
 * Marvin32 over bytes, with the seed's low and high words; an unsigned 32-bit number. Exported for the published
 * vectors.
 */
export function marvin32(bytes: Uint8Array, seedLow: number, seedHigh: number): number {
  let p0 = seedLow | 0;
  let p1 = seedHigh | 0;
  const add = (word: number) => {
    p0 = (p0 + word) | 0;
    mix();
  };
  const mix = () => {
    p1 ^= p0;
    p0 = rotate(p0, 20);
    p0 = (p0 + p1) | 0;
    p1 = rotate(p1, 9);
    p1 ^= p0;
    p0 = rotate(p0, 27);
    p0 = (p0 + p1) | 0;
    p1 = rotate(p1, 19);
  };
  const whole = bytes.length - (bytes.length % 4);
  const wordAt = (from: number, to: number) => {
    let word = 0;
    for (let i = from; i < to; i++) word |= (bytes[i] ?? 0) << (8 * (i - from));
    return word;
  };
  for (let i = 0; i < whole; i += 4) add(wordAt(i, i + 4));
  add(wordAt(whole, bytes.length) | (0x80 << (8 * (bytes.length - whole))));
  mix();
  return (p0 ^ p1) >>> 0;
}

/** Six digits in base 66, most significant first. */
export function encode(sum: number): string {
  let text = '';
  for (let i = 0, rest = sum; i < DIGITS; i++, rest = Math.floor(rest / ALPHABET.length)) {
    text = ALPHABET.charAt(rest % ALPHABET.length) + text;
  }
  return text;
}
