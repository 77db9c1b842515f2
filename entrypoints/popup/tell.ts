/** How the extension's own pages talk to the background. */
import browser from 'webextension-polyfill';
import type { Ask, Unanswered } from '../../components/ask';
import { askToSendSecret } from '../../utils/background/data-consent';
import { send } from '../../utils/messages/send';
import { supportLine } from '../../utils/words/faults';

/** `send` and `Ask` are both typed by the protocol; TypeScript cannot see that their conditional types agree. */
const post = send as unknown as Ask;

/** Sends a message; a background that is gone is an answer, too. */
export const tell: Ask = async (type, ...data) => {
  // Nothing before it: the browser takes the question only straight from the press. The background looks for itself.
  if (type === 'askMicrosoft') await askToSendSecret();
  const answer = await post(type, ...data).catch(() => undefined);
  if (answer === undefined) return withDetails(type, { kind: 'unreachable' });
  return answer.kind === 'dropped' ? withDetails(type, answer) : answer;
};

function withDetails(type: string, answer: Unanswered): Unanswered {
  const { version } = browser.runtime.getManifest();
  return {
    ...answer,
    details: supportLine({ version, browser: import.meta.env.BROWSER }, type, answer, new Date()),
  };
}
