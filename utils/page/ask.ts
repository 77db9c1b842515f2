/** Talking to the background from a page that may outlive the extension's version. */
import type { AnswerOf, DataOf, Dropped, MessageType } from '../messages/protocol';
import { isAlive } from './alive';
import type { PageContext } from './context';

/**
 * Asks the background. `undefined` when it dropped the message, and when the extension was updated under the page: then
 * everything of ours has already left the page.
 */
export type Ask = <T extends MessageType>(type: T, data: DataOf<T>) => Promise<AnswerOf<T> | undefined>;

/** What must not happen twice when the answer alone was lost. */
const ONCE: readonly MessageType[] = ['requestFill', 'openConsentLink', 'openFix'];

/** A request of this page that was not carried out: what the line for support is made of. */
export interface Fault {
  readonly asked: MessageType;
  readonly answer: Dropped | { kind: 'unreachable' };
  readonly at: Date;
}

/** One of each type, the newest last. */
const faults = new Map<MessageType, Fault>();

/** The last one among these: what the page asks by itself may have failed since a press did. */
export const lastFault = (...asked: readonly MessageType[]): Fault | undefined =>
  [...faults.values()].findLast((fault) => asked.includes(fault.asked));

function remember(asked: MessageType, answer: Fault['answer']): undefined {
  faults.delete(asked);
  faults.set(asked, { asked, answer, at: new Date() });
}

/**
 * A `send` that falls silent: when the extension was updated or removed, `onSilent` takes everything of ours out of the
 * page. A background that was stopped in the middle of an answer rejects as well, and is asked once more.
 */
export function askWith(send: PageContext['send'], onSilent: () => void): Ask {
  return async <T extends MessageType>(type: T, data: DataOf<T>) => {
    for (let triesLeft = ONCE.includes(type) ? 0 : 1; ; triesLeft -= 1) {
      try {
        const answer = (await send(type, data)) as AnswerOf<T> | Dropped | undefined;
        if (answer && !isDropped(answer)) return answer;
        return remember(type, answer ?? { kind: 'unreachable' });
      } catch (error) {
        if (isCutOff(error)) {
          onSilent();
          return undefined;
        }
        if (triesLeft === 0 || !(await isBack())) return remember(type, { kind: 'unreachable' });
      }
    }
  };
}

interface Runtime {
  readonly lastError?: unknown;
  connect(): { onDisconnect: { addListener(hear: () => void): void } };
}

/**
 * A background that was stopped while it answered is started again by the next message, but one that is sent at once is lost
 * with it (Chromium 156, 4 of 4). So a port is opened: nobody takes it, and it closes once the new background was asked.
 *
 * @returns false in a frame that has gone meanwhile, where Firefox throws
 */
async function isBack(): Promise<boolean> {
  try {
    const { runtime } = (globalThis as unknown as { chrome: { runtime: Runtime } }).chrome;
    const { onDisconnect } = runtime.connect();
    // An error that nobody reads is reported in the page.
    await new Promise((closed) => onDisconnect.addListener(() => closed(runtime.lastError)));
    return true;
  } catch {
    return false;
  }
}

/** Chromium says so in words, and takes the runtime's id away; Firefox ends the content script altogether. */
function isCutOff(error: unknown): boolean {
  return !isAlive() || (error instanceof Error && /context invalidated/i.test(error.message));
}

const isDropped = (answer: object): answer is Dropped => 'kind' in answer && answer.kind === 'dropped';
