import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encode, isIdentifiableSecret, marvin32, secretChecksum } from '../../../utils/entra/checksum';
import { SECRET_VALUE } from './pages';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('the checksum in a client secret', () => {
  it.each([
    ['abc', 0xcd0893b7, 0xd53cd9ce, 0x6be02a86],
    ['abcdefghijklmnopqrstuvwxyz', 0xeffff000, 0x0ddddeee, 0xd34847dc],
  ])('hashes %s as published', (text, low, high, sum) => {
    expect(marvin32(bytes(text), low, high)).toBe(sum);
  });

  it('encodes as published', () => {
    expect(encode(marvin32(bytes(`zzz8Q~${'z'.repeat(31)}`), 0x77643030, 0x41616450))).toBe('blPTrp');
  });

  it.each([
    [SECRET_VALUE, 'passes'],
    [`${SECRET_VALUE.slice(0, -1)}Q`, 'fails'],
    [SECRET_VALUE.replace('zzzz', 'zzyz'), 'fails'],
    [SECRET_VALUE.slice(0, -1), 'notApplicable'],
    [`abc7Q~${'x'.repeat(31)}`, 'notApplicable'],
    ['Kx@[qp:]9+1aZx@[qp:]9+1aZ0000001', 'notApplicable'],
    ['', 'notApplicable'],
  ])('%s %s', (value, verdict) => {
    expect(secretChecksum(value)).toBe(verdict);
  });

  it('sees any single changed character of the body', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.constantFrom(...'abcXYZ019.-_'), (index, char) => {
        const at = 6 + index;
        expect(secretChecksum(SECRET_VALUE.slice(0, at) + char + SECRET_VALUE.slice(at + 1))).toBe('fails');
      }),
    );
  });

  it.each([
    [`abc8Q~${'x'.repeat(34)}`, true],
    [`abc8Q~${'x'.repeat(33)}`, false],
    [`abc7Q~${'x'.repeat(31)}`, true],
    [`abc7Q~${'x'.repeat(34)}`, false],
    [`abc9Q~${'x'.repeat(34)}`, false],
  ])('knows the shape of %s: %s', (value, is) => {
    expect(isIdentifiableSecret(value)).toBe(is);
  });
});
