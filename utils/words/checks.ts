/** What the checks found, in words. */
import type { MicrosoftAnswer } from '../entra/token-answer';
import type { CheckId, CheckResult } from '../handoff/checks';
import { microsoftWords } from './microsoft';

export interface CheckWords {
  /** What was found. */
  text: string;
  /** What to do about it; absent where there is nothing to do. */
  fix?: string;
  /** A page that says more. */
  link?: { label: string; href: string };
}

type ByOutcome = Readonly<Record<CheckResult['outcome'], (detail: string | undefined) => CheckWords>>;

const COPY_CLIENT_ID = 'On the app’s Overview, copy Application (client) ID.';
const COPY_VALUE =
  'Copy Value, the column before Secret ID. If it is hidden by now, create a new client secret.';

const named = (detail: string | undefined, other: string) => detail ?? other;

const words: Readonly<Record<Exclude<CheckId, 'microsoft'>, ByOutcome>> = {
  clientIdIsObjectId: {
    passed: () => ({ text: 'The client ID is not the object ID.' }),
    problem: () => ({ text: 'This is the object ID, not the client ID.', fix: COPY_CLIENT_ID }),
    hint: () => ({ text: 'This may be the object ID instead of the client ID.', fix: COPY_CLIENT_ID }),
    notDone: () => ({ text: 'Not compared with the object ID: the app’s Overview was not seen.' }),
  },
  clientIdIsTenantId: {
    passed: () => ({ text: 'The client ID is not the directory (tenant) ID.' }),
    problem: () => ({ text: 'This is the directory (tenant) ID, not the client ID.', fix: COPY_CLIENT_ID }),
    hint: () => ({
      text: 'This may be the directory (tenant) ID instead of the client ID.',
      fix: COPY_CLIENT_ID,
    }),
    notDone: () => ({ text: 'Not compared with the directory ID: the app’s Overview was not seen.' }),
  },
  clientIdShape: {
    passed: () => ({ text: 'The client ID has the right format.' }),
    problem: () => ({ text: 'The client ID is not a GUID.', fix: COPY_CLIENT_ID }),
    hint: () => ({ text: 'The client ID looks unusual.', fix: COPY_CLIENT_ID }),
    notDone: () => ({ text: 'Client ID not checked: none is held yet.' }),
  },
  secretIsSecretId: {
    passed: () => ({ text: 'The secret value is not the Secret ID.' }),
    problem: () => ({ text: 'This is the Secret ID, not the secret value.', fix: COPY_VALUE }),
    hint: () => ({ text: 'This may be the Secret ID instead of the secret value.', fix: COPY_VALUE }),
    notDone: () => ({ text: 'Secret value not checked: none is held.' }),
  },
  secretShape: {
    passed: () => ({ text: 'The secret value has a known format.' }),
    problem: () => ({ text: 'This cannot be a secret value.', fix: COPY_VALUE }),
    hint: () => ({
      text: 'The secret value is not in Microsoft’s current format.',
      fix: 'Older secrets look different and work as well. If this one is new, copy Value again.',
    }),
    notDone: () => ({ text: 'Format of the secret value not checked: none is held.' }),
  },
  secretChecksum: {
    passed: () => ({ text: 'The secret value’s checksum is right: no character was lost.' }),
    problem: () => ({ text: 'The secret value’s checksum is wrong.', fix: COPY_VALUE }),
    hint: () => ({
      text: 'The secret value’s checksum does not match: a character may be missing.',
      fix: 'Copy Value again if you still can. If not, go on: the sign-in test will tell.',
    }),
    notDone: () => ({ text: 'Checksum not checked: this format has none, or no secret value is held.' }),
  },
  domainMatches: {
    // Said also where the portal did not show which directory the app is in, so no more is claimed.
    passed: (domain) => ({ text: `Microsoft knows ${named(domain, 'the directory domain')}.` }),
    problem: (domain) => ({
      text: `${named(domain, 'The directory domain')} is not a domain of the app’s directory.`,
      fix: 'Enter one below. The portal’s account menu shows it, for example contoso.onmicrosoft.com.',
    }),
    hint: (domain) => ({
      text: `Could not reach Microsoft, so ${named(domain, 'the directory domain')} was not checked.`,
      fix: 'The values are kept. Check again when you are online.',
    }),
    notDone: (domain) => ({
      text: `${named(domain, 'The directory domain')} was not looked up yet.`,
      fix: 'Press **Check the values** to ask Microsoft’s public directory.',
    }),
  },
  domainMissing: {
    passed: () => ({ text: 'A directory domain is known.' }),
    problem: () => ({
      text: 'No directory domain is known.',
      fix: 'Enter it below. The portal’s account menu shows it, for example contoso.onmicrosoft.com.',
    }),
    hint: () => ({
      text: 'No directory domain is known.',
      fix: 'Enter it below, or type it into the form yourself.',
    }),
    notDone: () => ({ text: 'Directory domain not looked for yet.' }),
  },
};

/**
 * A finding in words, for every check and outcome.
 * @param answer Microsoft's, where it was asked: it says more than the outcome
 */
export function checkWords({ id, outcome, detail }: CheckResult, answer?: MicrosoftAnswer): CheckWords {
  if (id === 'microsoft') return microsoftWords(answer ?? { kind: 'cannotTell' });
  return words[id][outcome](detail);
}

/** How a finding is announced before its text. */
export const outcomeWords: Readonly<Record<CheckResult['outcome'], string>> = {
  passed: 'Passed',
  problem: 'Problem',
  hint: 'Hint',
  notDone: 'Not checked',
};

/** Heading over the checks that found nothing wrong. */
export const passedWords = (count: number) => (count === 1 ? '1 check passed' : `${count} checks passed`);
