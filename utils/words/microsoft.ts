/** What Microsoft answered to the held values, in words, and what is said before it is asked. */
import { signinErrorAddress } from '../entra/signin-errors';
import type { MicrosoftAnswer } from '../entra/token-answer';
import { policyLine } from '../settings/allowed-hosts';
import type { CheckWords } from './checks';
import { say, texts } from './messages';

export const askMicrosoftWords = texts('microsoft');

/** Of a secret made a moment ago: not a verdict yet. */
export const askedAgainWords = (): CheckWords => ({
  text: say('microsoft.askedAgain.text'),
  fix: say('microsoft.askedAgain.fix'),
});

/** Every answer, with what to do about it. */
export function microsoftWords(answer: MicrosoftAnswer): CheckWords {
  switch (answer.kind) {
    case 'works':
      return { text: say('microsoft.works.text') };
    case 'policy':
      return {
        text: say('microsoft.policy.text', { code: answer.code }),
        fix: say('microsoft.policy.fix'),
        link: aboutCode(answer.code),
      };
    case 'cannotTell':
      return cannotTell(answer);
    case 'keptOut':
      return {
        text: say('microsoft.keptOut.text', { host: answer.host }),
        fix: say('microsoft.keptOut.fix', { line: policyLine([`https://${answer.host}`]) }),
      };
    default:
      return { text: say(`microsoft.${answer.kind}.text`), fix: say(`microsoft.${answer.kind}.fix`) };
  }
}

function cannotTell({ code, traceId: trace }: Extract<MicrosoftAnswer, { kind: 'cannotTell' }>): CheckWords {
  const fix = say('microsoft.cannotTell.fix');
  if (code === undefined) return { text: say('microsoft.cannotTell.text'), fix };
  const text =
    trace === undefined
      ? say('microsoft.cannotTell.code', { code })
      : say('microsoft.cannotTell.trace', { code, trace });
  return { text, fix, link: aboutCode(code) };
}

const aboutCode = (code: string) => ({
  label: say('microsoft.about', { code }),
  href: signinErrorAddress(code),
});
