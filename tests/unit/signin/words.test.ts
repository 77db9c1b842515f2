import { describe, expect, it } from 'vitest';
import { knownSigninCodes } from '../../../utils/entra/signin-errors';
import { signinAlertWords, signinErrorWords } from '../../../utils/words/signin';

/** The codes of the fact sheet (reference-error-codes.md); each has its words. */
const codes =
  '7000215 7000222 7000218 700016 700011 7000112 70001 700025 50011 500113 900971 50194 9001023 65001 65004 90094 90095 90008 650056 650057 65005 50105 50020 50034 51004 16000 90002 900023 90019 50059 50128 90038 900382 900432 53003 53000 53001 530034 530035 50076 50079 50074 54005 70008 700082 700054 70005 9002313 9002326 9002327'.split(
    ' ',
  );

it('explains every code of the fact sheet, and each once', () => {
  expect([...knownSigninCodes].sort()).toEqual([...codes].sort());
  expect(new Set(knownSigninCodes).size).toBe(knownSigninCodes.length);
});

it.each(codes)('AADSTS%s: meaning, cause and fix, with the vendor’s name', (code) => {
  const words = signinErrorWords(code, 'Kandji');
  expect(words).toBeDefined();
  for (const text of Object.values(words ?? {})) {
    expect(text).toMatch(/^[A-Z].*\.$/);
    expect(text).not.toMatch(/\{|undefined/);
  }
});

const explain = (code: string, more: { redirectUri?: string } = {}) =>
  signinAlertWords(
    {
      kind: 'explainMicrosoft',
      code,
      vendorName: 'Kandji',
      expectedRedirectUri: 'https://auth.eu.kandji.io/login/callback',
      ...more,
    },
    { traceId: 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee' },
  );

describe('a sign-in page’s alert', () => {
  it('names the right redirect URI and the one that was sent', () => {
    const words = explain('50011', { redirectUri: 'https://auth.kandji.io/login/callback' });
    expect(words).toContain('AADSTS50011');
    expect(words).toContain(
      'exactly https://auth.eu.kandji.io/login/callback (the request carried https://auth.kandji.io/login/callback',
    );
  });

  it('names the right redirect URI alone when it is the one that was sent', () => {
    const words = explain('50011', { redirectUri: 'https://auth.eu.kandji.io/login/callback' });
    expect(words).toContain('https://auth.eu.kandji.io/login/callback (no slash at the end)');
    expect(words).not.toContain('carried');
  });

  it('names no redirect URI for other codes', () => {
    expect(explain('700016')).not.toContain('callback');
  });

  it('says that it does not know a code, and where it is explained', () => {
    const words = explain('999999');
    expect(words).toContain('does not know this code');
    expect(words).toContain('https://login.microsoftonline.com/error?code=999999');
    expect(words).toContain('aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee');
  });

  it('warns of another app registration, with both client IDs', () => {
    const words = signinAlertWords(
      { kind: 'otherClientId', expected: '1-expected', appName: 'Kandji' },
      { clientId: '2-shown' },
    );
    expect(words).toContain('Do not accept');
    expect(words).toContain('Kandji (1-expected)');
    expect(words).toContain('2-shown');
  });

  it.each([
    ['tokenExchangeFailed', /Secret ID.*wrong column.*expired or was deleted.*client ID is wrong/],
    ['userNotInvited', /invite the user as a Team Member/],
    ['other', /does not know.*Read the page/],
  ] as const)('explains the vendor’s refusal: %s', (reason, words) => {
    expect(signinAlertWords({ kind: 'explainVendor', reason, vendorName: 'Kandji' }, {})).toMatch(words);
  });
});
