/** What the page keeps of a value it has written: enough to see a change, nothing to read. */
import { sha256 } from '@noble/hashes/sha2.js';

const SALT_BYTES = 16;

export interface Fingerprint {
  readonly salt: Uint8Array;
  readonly digest: Uint8Array;
}

/**
 * A salted SHA-256 of a text. Synchronous, since it is compared inside a click that must be held back or let through
 * at once; Web Crypto only answers later.
 */
export function fingerprintOf(text: string, salt = newSalt()): Fingerprint {
  return { salt, digest: digestOf(salt, text) };
}

export function newSalt(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(SALT_BYTES));
}

/** Whether this is the text that the fingerprint was taken of. */
export function isTextOf(fingerprint: Fingerprint, text: string): boolean {
  const digest = digestOf(fingerprint.salt, text);
  return digest.every((byte, index) => byte === fingerprint.digest[index]);
}

function digestOf(salt: Uint8Array, text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  const salted = new Uint8Array(salt.length + bytes.length);
  salted.set(salt);
  salted.set(bytes, salt.length);
  return sha256(salted);
}
