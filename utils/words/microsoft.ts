/** What Microsoft answered to the held values, in words, and what is said before it is asked. */
import { signinErrorAddress } from '../entra/signin-errors';
import type { MicrosoftAnswer } from '../entra/token-answer';
import type { CheckWords } from './checks';

export const askMicrosoftWords = {
  ask: 'Ask Microsoft',
  hint: 'Sends the held values to Microsoft and nowhere else. Each check shows in the directory’s sign-in log.',
  asking: 'Asking Microsoft…',
  needsSecret: 'Needs the secret value',
  needsDirectory: 'Needs the directory domain',
} as const;

const NEW_SECRET = 'Create a new client secret and copy its Value.';
const TEST_TELLS = 'Go on: the sign-in test will tell.';

/** Of a secret made a moment ago: not a verdict yet. */
export const askedAgainWords: CheckWords = {
  text: 'Microsoft does not know the secret value yet.',
  fix: 'A new secret can take up to a minute. Microsoft is asked again by itself.',
};

/** Every answer, with what to do about it. */
export function microsoftWords(answer: MicrosoftAnswer): CheckWords {
  switch (answer.kind) {
    case 'works':
      return { text: 'Microsoft accepts the client ID with the secret value.' };
    case 'wrongSecret':
      return {
        text: 'Microsoft does not accept the secret value (AADSTS7000215).',
        fix: `It is the Secret ID, not complete, or of another app. ${NEW_SECRET}`,
      };
    case 'expired':
      return { text: 'The secret has expired (AADSTS7000222).', fix: NEW_SECRET };
    case 'appNotFound':
      return {
        text: 'Microsoft finds no app with this client ID in the directory (AADSTS700016).',
        fix: 'Compare client ID and domain with the app’s Overview, and copy the client ID again.',
      };
    case 'directoryNotFound':
      return {
        text: 'Microsoft knows no such directory (AADSTS90002).',
        fix: 'Compare the domain with the portal’s account menu, for example contoso.onmicrosoft.com.',
      };
    case 'appDisabled':
      return {
        text: 'The app registration is deactivated or deleted.',
        fix: 'Activate it on its Overview, or restore it under **Deleted applications**, then ask again.',
      };
    case 'otherCloud':
      return {
        text: 'The directory belongs to another Microsoft cloud than the one that was asked.',
        fix: 'Open the app registration in the portal of its own cloud, and copy both values there.',
      };
    case 'policy':
      return {
        text: `A policy of the directory keeps the app from signing in by itself (AADSTS${answer.code}).`,
        fix: `This says nothing about the secret. ${TEST_TELLS}`,
        link: aboutCode(answer.code),
      };
    case 'headerFault':
      return {
        text: 'Our own request was at fault, not the secret (AADSTS9002326).',
        fix: `Another extension may have changed it. ${TEST_TELLS}`,
      };
    case 'cannotTell':
      return cannotTell(answer);
    case 'unreachable':
      return {
        text: 'Could not reach Microsoft, so the secret was not tried.',
        fix: 'The values are kept. Ask again when you are online.',
      };
    default:
      return answer satisfies never;
  }
}

function cannotTell({ code, traceId }: Extract<MicrosoftAnswer, { kind: 'cannotTell' }>): CheckWords {
  const text = 'Microsoft’s answer does not say whether the secret works';
  if (code === undefined) return { text: `${text}.`, fix: TEST_TELLS };
  return {
    text: `${text} (AADSTS${code}${traceId === undefined ? '' : `, trace ID ${traceId}`}).`,
    fix: TEST_TELLS,
    link: aboutCode(code),
  };
}

const aboutCode = (code: string) => ({
  label: `Microsoft on AADSTS${code}`,
  href: signinErrorAddress(code),
});
