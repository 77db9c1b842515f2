import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asClientId,
  bare,
  hintOf,
  isGuid,
  isMasked,
  parseSecretValue,
  type SecretValue,
} from '../../../utils/entra/values';
import { CLIENT_ID, MASKED, SECRET_VALUE } from './pages';

describe('the value of a client secret', () => {
  it.each([
    [SECRET_VALUE, 'value'],
    [` "${SECRET_VALUE}"\n`, 'value'],
    ['Kx9@[qP2:aZ8]+m1Tb5@R7yC3[wE6:uJ', 'value'],
    ['', 'empty'],
    [CLIENT_ID, 'secretId'],
    [`{${CLIENT_ID.toUpperCase()}}`, 'secretId'],
    [MASKED, 'masked'],
    ['•••••••••', 'masked'],
    ['PC4•••', 'masked'],
    ['PC48Q~abcdefghijklmn…', 'cut'],
    ['PC48Q~abcdefghijklmn...', 'cut'],
    ['short', 'tooShort'],
    ['x'.repeat(65), 'tooLong'],
    [`${SECRET_VALUE} ${SECRET_VALUE}`, 'severalValues'],
    ['pässword-pässword', 'unprintable'],
  ])('%j is %s', (text, kind) => {
    const parsed = parseSecretValue(text);
    expect(parsed.kind === 'fault' ? parsed.fault : parsed.kind).toBe(kind);
  });

  it('is never an ID, masked or with white space', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.uuid(), fc.string({ minLength: 16, maxLength: 64 })), (text) => {
        const parsed = parseSecretValue(text);
        if (parsed.kind !== 'value') return;
        expect(isGuid(parsed.secretValue)).toBe(false);
        expect(isMasked(parsed.secretValue)).toBe(false);
        expect(parsed.secretValue).toMatch(/^[!-~]{16,64}$/);
        expect(text).toContain(parsed.secretValue);
      }),
    );
  });

  it('is never an ID in any dress', () => {
    const dress = fc.constantFrom('', ' ', '"', '{', '\u200b', '\ufeff', '“');
    fc.assert(
      fc.property(fc.uuid(), dress, (uuid, around) => {
        expect(parseSecretValue(`${around}${uuid}`).kind).toBe('fault');
        expect(asClientId(uuid.toUpperCase())).toBe(uuid);
      }),
    );
  });

  it('shows three characters of itself at most', () => {
    expect(hintOf(SECRET_VALUE as SecretValue)).toBe('zzz');
    expect(bare('“x”')).toBe('x');
  });
});
