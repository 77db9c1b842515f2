/**
 * The catalogue of what can go wrong, in every language: what happened, what was not done, the next step. The compiler
 * asks for a sample of every new kind, and the sample asks for its words.
 */
import { beforeEach, describe, expect, it } from 'vitest';
import { knownSigninCodes } from '../../../utils/entra/signin-errors';
import type { MicrosoftAnswer } from '../../../utils/entra/token-answer';
import type { SecretValueFault } from '../../../utils/entra/values';
import type {
  CaptureRefusal,
  CarryAnswer,
  FillAnswer,
  ImportAnswer,
  OpenAnswer,
  PasteAnswer,
  PrivateWindowsFault,
  SetExpiryAnswer,
  SigninAnswer,
  StartTestAnswer,
} from '../../../utils/messages/answers';
import { fillWords, openWords, startTestWords } from '../../../utils/words/answers';
import { faultWords } from '../../../utils/words/faults';
import { microsoftWords } from '../../../utils/words/microsoft';
import { refusalWords } from '../../../utils/words/popup';
import { refusal } from '../../../utils/words/portal';
import { expiryFaultWords, importWords } from '../../../utils/words/reminders';
import { signinAlertWords } from '../../../utils/words/signin';
import { carriedWords, notFilledWords, openedWords } from '../../../utils/words/vendor';
import { languages, messagesOf } from '../languages';
import { speak } from '../messages';
import { faultNames } from './fault-names';

/** A sample of each kind of a union, by its kind. */
type Samples<U extends { kind: string }, Out extends U['kind'] = never> = {
  readonly [K in Exclude<U['kind'], Out>]: Extract<U, { kind: K }>;
};
type Names<T extends string> = Readonly<Record<T, true>>;
type Refused<U> = Extract<U, { kind: 'refused' }>;

const each = <T>(samples: Readonly<Record<string, T>>): [string, T][] => Object.entries(samples);
const namesOf = <T extends string>(names: Names<T>) => Object.keys(names) as T[];

const fills: Samples<FillAnswer, 'filled'> = {
  holdsSecret: { kind: 'holdsSecret' },
  choose: { kind: 'choose', candidates: [] },
  nothingHeld: { kind: 'nothingHeld', missing: ['clientId', 'secretValue'] },
  noForm: { kind: 'noForm', opened: false },
  wrongPage: { kind: 'wrongPage' },
  otherDirectory: { kind: 'otherDirectory', domain: 'fabrikam.example' },
  notAllowed: { kind: 'notAllowed', host: 'acme.kandji.io', allowed: ['other.kandji.io'] },
  blocked: { kind: 'blocked', host: 'acme.kandji.io' },
};
/** The vendor's page asks these back itself. */
const { holdsSecret: _asked, choose: _chosen, ...onThePage } = fills;
const moreFills: readonly FillAnswer[] = [
  { kind: 'nothingHeld', missing: ['clientId'] },
  { kind: 'nothingHeld', missing: ['secretValue'] },
  { kind: 'noForm', opened: true },
  { kind: 'notAllowed', host: 'acme.kandji.io', allowed: [] },
];
const secretFaults: Names<SecretValueFault> = {
  empty: true,
  secretId: true,
  masked: true,
  cut: true,
  tooShort: true,
  tooLong: true,
  severalValues: true,
  unprintable: true,
};
const otherIds: Names<Extract<CaptureRefusal, { kind: 'notAClientId' }>['is']> = {
  objectId: true,
  tenantId: true,
  otherText: true,
};
const captures: Samples<CaptureRefusal> = {
  notASecretValue: { kind: 'notASecretValue', fault: 'empty' },
  notAClientId: { kind: 'notAClientId', is: 'objectId' },
  otherDirectory: { kind: 'otherDirectory', held: 'contoso.example', page: 'fabrikam.example' },
  otherPage: { kind: 'otherPage' },
  memoryRefused: { kind: 'memoryRefused' },
};
const allCaptures: [string, CaptureRefusal][] = [
  ...each<CaptureRefusal>(captures),
  ...namesOf(secretFaults).map((fault): [string, CaptureRefusal] => [
    `notASecretValue ${fault}`,
    { kind: 'notASecretValue', fault },
  ]),
  ...namesOf(otherIds).map((is): [string, CaptureRefusal] => [
    `notAClientId ${is}`,
    { kind: 'notAClientId', is },
  ]),
];
type OnlyPasted = Exclude<Refused<PasteAnswer>['reason'], CaptureRefusal>;
const pastes: Samples<OnlyPasted> = {
  notADomain: { kind: 'notADomain' },
  notADay: { kind: 'notADay' },
  noClientId: { kind: 'noClientId' },
};
const carries: Names<Refused<CarryAnswer>['reason']> = {
  notTheVendors: true,
  memoryRefused: true,
  notAllowed: true,
};
const opens: Samples<OpenAnswer, 'opened'> = {
  notKnown: { kind: 'notKnown' },
  refused: { kind: 'refused', host: 'evil.example' },
};
const privateFaults: Names<PrivateWindowsFault> = { off: true, notAllowed: true, forced: true };
const tests: Samples<StartTestAnswer, 'started'> = {
  noTenant: { kind: 'noTenant' },
  privateWindowsOff: { kind: 'privateWindowsOff', why: 'off', address: 'https://acme.kandji.io/' },
};
const expiries: Names<Exclude<SetExpiryAnswer['kind'], 'done'>> = {
  notADay: true,
  notKnown: true,
  storageRefused: true,
};
const imports: Samples<Refused<ImportAnswer>['fault']> = {
  tooLarge: { kind: 'tooLarge' },
  notJson: { kind: 'notJson' },
  notOurs: { kind: 'notOurs' },
  otherVersion: { kind: 'otherVersion', version: 7 },
  tooManyRows: { kind: 'tooManyRows', rows: 10_000, most: 5_000 },
  storageRefused: { kind: 'storageRefused' },
};
type Told = Exclude<SigninAnswer, { kind: 'nothing' }>;
const vendorReasons: Names<Extract<Told, { kind: 'explainVendor' }>['reason']> = {
  tokenExchangeFailed: true,
  userNotInvited: true,
  other: true,
};
const explained = (code: string): Told => ({
  kind: 'explainMicrosoft',
  code,
  expectedRedirectUri: 'https://auth.kandji.io/login/callback',
  vendorName: 'Kandji',
});
const signins: Samples<Told> = {
  otherClientId: { kind: 'otherClientId', expected: 'a1b2', appName: 'Kandji' },
  explainMicrosoft: { kind: 'explainMicrosoft', code: '99', expectedRedirectUri: '', vendorName: 'Kandji' },
  explainVendor: { kind: 'explainVendor', reason: 'other', vendorName: 'Kandji' },
};
/** What Microsoft found, and what is to be done about it. Nothing was to be done yet but to ask. */
const found: Samples<MicrosoftAnswer, 'works'> = {
  wrongSecret: { kind: 'wrongSecret' },
  expired: { kind: 'expired' },
  appNotFound: { kind: 'appNotFound' },
  directoryNotFound: { kind: 'directoryNotFound' },
  appDisabled: { kind: 'appDisabled' },
  otherCloud: { kind: 'otherCloud' },
  policy: { kind: 'policy', code: '53003' },
  headerFault: { kind: 'headerFault' },
  cannotTell: { kind: 'cannotTell' },
  unreachable: { kind: 'unreachable' },
  keptOut: { kind: 'keptOut', host: 'login.microsoftonline.com' },
};

const kandji = { id: 'kandji', name: 'Kandji' } as const;
type Said = readonly [name: string, words: () => string];

/** Requests that were refused: each says all three. */
const refusals: readonly Said[] = [
  ...namesOf(faultNames).map((fault): Said => [`fault ${fault}`, () => faultWords(fault)]),
  ...[
    ...each<FillAnswer>(fills),
    ...moreFills.map((answer): [string, FillAnswer] => [JSON.stringify(answer), answer]),
  ].map(([name, answer]): Said => [`fill, popup: ${name}`, () => fillWords(answer, kandji).text]),
  ...Object.values(onThePage).map(
    (answer): Said => [`fill, page: ${answer.kind}`, () => notFilledWords(answer, 'Kandji')],
  ),
  ...allCaptures.map(([name, reason]): Said => [`capture: ${name}`, () => refusal(reason)]),
  ...allCaptures.map(([name, reason]): Said => [`paste: ${name}`, () => refusalWords(reason)]),
  ...each<OnlyPasted>(pastes).map(([name, reason]): Said => [`paste: ${name}`, () => refusalWords(reason)]),
  ...namesOf(carries).map(
    (reason): Said => [`carry: ${reason}`, () => carriedWords({ kind: 'refused', reason })],
  ),
  ...each<OpenAnswer>(opens).flatMap(([name, answer]): Said[] => [
    [`open, popup: ${name}`, () => openWords(answer, 'authorise', kandji)?.text ?? ''],
    [`open, page: ${name}`, () => openedWords(answer)],
  ]),
  // Where the page is the vendor's, and where it is the portal's.
  ...(['save', 'clientId'] as const).map(
    (step): Said => [`open, popup: ${step}`, () => openWords({ kind: 'notKnown' }, step, kandji)?.text ?? ''],
  ),
  ...each<StartTestAnswer>(tests).map(
    ([name, answer]): Said => [`test: ${name}`, () => startTestWords(answer, 'Kandji')?.text ?? ''],
  ),
  ...namesOf(privateFaults).map(
    (why): Said => [
      `test: private windows ${why}`,
      () => startTestWords({ kind: 'privateWindowsOff', why, address: '' }, 'Kandji')?.text ?? '',
    ],
  ),
  ...namesOf(expiries).map((kind): Said => [`expiry: ${kind}`, () => expiryFaultWords(kind)]),
  ...each<Refused<ImportAnswer>['fault']>(imports).map(
    ([name, fault]): Said => [`import: ${name}`, () => importWords({ kind: 'refused', fault }).text],
  ),
  ...each<Told>(signins).map(
    ([name, answer]): Said => [`sign-in: ${name}`, () => signinAlertWords(answer, {})],
  ),
  ...namesOf(vendorReasons).map(
    (reason): Said => [
      `sign-in: ${reason}`,
      () => signinAlertWords({ kind: 'explainVendor', reason, vendorName: 'Kandji' }, {}),
    ],
  ),
];
/** What Microsoft answered: what it found, and the next step. */
const findings: readonly Said[] = [
  ...each<MicrosoftAnswer>(found).map(
    ([name, answer]): Said => [
      `Ask Microsoft: ${name}`,
      () => {
        const { text, fix = '' } = microsoftWords(answer);
        return `${text} ${fix}`;
      },
    ],
  ),
  ...knownSigninCodes.map(
    (code): Said => [`sign-in: AADSTS${code}`, () => signinAlertWords(explained(code), {})],
  ),
];

const spoken = new Map(languages.map((language) => [language, messagesOf(language)]));
beforeEach(() => speak(spoken.get('en') ?? new Map()));

const NOT_DONE = /\b(?:Nothing|Nobody|Not|not|No (?:window|test)|nothing|neither)\b/;
const NEXT =
  /(?:^|[.:;,] |, then |, and |\n|, or | and )(?:Accept|Activate|Add|Allow|As an|Ask|Choose|Clear|Close|Change|Compare|Complete|Copy|Correct|Create|create|Do not|Enter|Fill|Free|Go|In |Look|Open|Paste|Press|Read|Reload|Send|Sign in|Split|Start|Test|Type|Update|Use|Widen|choose|try|Overwrite|Which|press|Check)\b|\bchoose the\b/;

describe.each(refusals)('%s', (_name, words) => {
  it('says in English what was not done and what to do', () => {
    const said = words();
    expect(said).toMatch(NOT_DONE);
    expect(said).toMatch(NEXT);
  });
  inEveryLanguage(words);
});

describe.each(findings)('%s', (_name, words) => {
  it('says in English what to do', () => expect(words()).toMatch(NEXT));
  inEveryLanguage(words);
});

function inEveryLanguage(words: () => string) {
  it('says more than one thing in every language, each in its own words', () => {
    const english = words();
    for (const [language, messages] of spoken) {
      speak(messages);
      const said = words();
      expect(said, language).not.toMatch(/undefined|\[object|\{\w+\}|Error:/);
      expect(partsOf(said).length, `${language}: ${said}`).toBeGreaterThanOrEqual(2);
      if (language !== 'en') expect(said, language).not.toBe(english);
    }
  });
}

/** Sentences, and what stands before a colon: *Nothing was filled: no secret value is held.* */
const partsOf = (said: string) =>
  said.split(/(?<=[.!?:;])\s+|(?<=[。?])|\n/).filter((part) => part.trim() !== '');
