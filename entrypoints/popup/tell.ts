/** How the extension's own pages talk to the background. */
import type { Ask } from '../../components/ask';
import { send } from '../../utils/messages/send';

/** `send` and `Ask` are both typed by the protocol; TypeScript cannot see that their conditional types agree. */
const post = send as unknown as Ask;

/** Sends a message; a background that is gone is an answer, too. */
export const tell: Ask = async (type, ...data) => {
  try {
    return (await post(type, ...data)) ?? { kind: 'unreachable' };
  } catch {
    return { kind: 'unreachable' };
  }
};
