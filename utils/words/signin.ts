/** What SSO Courier says on sign-in pages: the code in plain words, its usual cause in this set-up, and the fix. */
import { type FixPlace, type SigninErrorId, signinErrorAddress, signinErrorOf } from '../entra/signin-errors';
import type { SigninAnswer } from '../messages/protocol';
import { say, sentences, texts } from './messages';

export interface SigninErrorWords {
  readonly meaning: string;
  /** Why it happens when a vendor's connection is set up. */
  readonly cause: string;
  readonly fix: string;
}

/**
 * A code of Microsoft in words.
 * @param code digits of `AADSTS…`
 * @returns `undefined` for a code that is not known here
 */
export function signinErrorWords(code: string, vendor: string): SigninErrorWords | undefined {
  const id = signinErrorOf(code);
  if (!id) return undefined;
  return {
    meaning: say(`signinErrors.${id}.meaning`, { vendor }),
    cause: say(`signinErrors.${id}.cause`, { vendor }),
    fix: say(`signinErrors.${id}.fix`, { vendor }),
  };
}

type Told = Exclude<SigninAnswer, { kind: 'nothing' }>;
/** What the page itself shows, to be named beside what was expected. */
export interface ShownOnPage {
  readonly clientId?: string | undefined;
  readonly traceId?: string | undefined;
}

/** The alert on a sign-in page. */
export function signinAlertWords(answer: Told, page: ShownOnPage): string {
  switch (answer.kind) {
    case 'otherClientId': {
      const expected = answer.appName ? `${answer.appName} (${answer.expected})` : answer.expected;
      return page.clientId
        ? say('signin.otherClientIdShown', { expected, shown: page.clientId })
        : say('signin.otherClientId', { expected });
    }
    case 'explainMicrosoft':
      return microsoftWords(answer, page);
    case 'explainVendor':
      return say(`signin.vendor.${answer.reason}`, { vendor: answer.vendorName });
    default:
      return answer satisfies never;
  }
}

function microsoftWords(answer: Extract<Told, { kind: 'explainMicrosoft' }>, page: ShownOnPage): string {
  const { code, vendorName: vendor } = answer;
  const known = signinErrorWords(code, vendor);
  if (!known) {
    return sentences(
      say('signin.unknown', { code, vendor, address: signinErrorAddress(code) }),
      page.traceId && say('signin.trace', { trace: page.traceId }),
    );
  }
  return [
    say('signin.known', { code, meaning: known.meaning }),
    known.cause,
    sentences(known.fix, redirectUriWords(answer)),
  ].join('\n');
}

/** Errors whose fix is to register the redirect URI as it should be. */
const aboutRedirectUri: readonly (SigninErrorId | undefined)[] = [
  'redirectUriMismatch',
  'noRedirectUri',
  'registeredAsSpa',
  'publicClient',
];

/** Whether an error is put right by registering the redirect URI as it should be. */
export const isAboutRedirectUri = (code: string) => aboutRedirectUri.includes(signinErrorOf(code));

/** For errors about the redirect URI: the exact one, and the one that was sent where it is another. */
function redirectUriWords(answer: Extract<Told, { kind: 'explainMicrosoft' }>): string | undefined {
  const { code, redirectUri: sent, expectedRedirectUri: expected } = answer;
  if (!isAboutRedirectUri(code) || !expected) return undefined;
  return sent && sent !== expected
    ? say('signin.redirectUri.exactlyNot', { expected, sent })
    : say('signin.redirectUri.exactly', { expected });
}

export const signinLabels = texts('signin');

/** Label of the button that opens the place where an error is put right. */
export const openFixLabel = (place: FixPlace, vendor: string) => say(`signin.open.${place}`, { vendor });
