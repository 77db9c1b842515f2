/**
 * Client secrets as Entra makes them: 40 characters, `8Q~` in the middle, three characters of checksum at the end.
 * Source: microsoft/security-utilities, Marvin32 and the base-66 encoding (facts/entra.md §5). Written separately from
 * the extension's own check, so that each proves the other.
 */
import { randomInt } from 'node:crypto';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ1234567890.-_~';
const SEED_LOW = 0x77643030;
const SEED_HIGH = 0x41616450;

/** A fresh, well-formed secret value. */
export function mintSecretValue(): string {
  const random = (length: number) =>
    Array.from({ length }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
  const body = `${random(3)}8Q~${random(31)}`;
  return body + checksumOf(body);
}

/** The three characters that end a secret whose first 37 are `body`. */
export function checksumOf(body: string): string {
  let rest = marvin32(Buffer.from(body, 'latin1'));
  let digits = '';
  for (let position = 0; position < 6; position += 1) {
    digits = ALPHABET.charAt(rest % ALPHABET.length) + digits;
    rest = Math.floor(rest / ALPHABET.length);
  }
  return digits.slice(0, 3);
}

function marvin32(bytes: Buffer): number {
  let low = SEED_LOW;
  let high = SEED_HIGH;
  const add = (word: number) => {
    low = (low + word) >>> 0;
  };
  const rotate = (word: number, by: number) => ((word << by) | (word >>> (32 - by))) >>> 0;
  const block = () => {
    high = (high ^ low) >>> 0;
    low = (rotate(low, 20) + high) >>> 0;
    high = (rotate(high, 9) ^ low) >>> 0;
    low = (rotate(low, 27) + high) >>> 0;
    high = rotate(high, 19);
  };
  const whole = bytes.length - (bytes.length % 4);
  for (let offset = 0; offset < whole; offset += 4) {
    add(bytes.readUInt32LE(offset));
    block();
  }
  const tail = Buffer.alloc(4);
  bytes.copy(tail, 0, whole);
  tail[bytes.length - whole] = 0x80;
  add(tail.readUInt32LE(0));
  block();
  block();
  return (low ^ high) >>> 0;
}
