import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fingerprintOf, isTextOf } from '../../../utils/page/fingerprint';

it('knows the text again, and no other', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, other) => {
      const fingerprint = fingerprintOf(text);
      return isTextOf(fingerprint, text) && isTextOf(fingerprint, other) === (other === text);
    }),
  );
});

it('is another one each time, so that equal secrets do not show', () => {
  const [one, other] = [fingerprintOf('same'), fingerprintOf('same')];
  expect(one.salt).not.toEqual(other.salt);
  expect(one.digest).not.toEqual(other.digest);
});

it('does not contain the text', () => {
  const secretValue = 'abc8Q~0123456789abcdefghijklmnopqrstuvwx';
  const { salt, digest } = fingerprintOf(secretValue);
  expect(new TextDecoder().decode(new Uint8Array([...salt, ...digest]))).not.toContain('8Q~');
  expect(digest).toHaveLength(32);
});
