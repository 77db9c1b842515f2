/** How views talk to the background without knowing a browser: one typed function, passed in as a prop. */
import type { AnswerOf, DataOf, Dropped, MessageType } from '../utils/messages/protocol';

/** The background did not answer at all: it was updated or removed under the view. */
export interface Unreachable {
  kind: 'unreachable';
}

/** `details`: a line to copy for support. */
export type Unanswered = (Dropped | Unreachable) & { details?: string };

/** Puts a text on the clipboard. Never rejects. @returns whether the browser took it */
export type Copy = (text: string) => Promise<boolean>;

/** Sends an intent. Never rejects. */
export type Ask = <T extends MessageType>(
  type: T,
  ...data: undefined extends DataOf<T> ? [] : [data: DataOf<T>]
) => Promise<AnswerOf<T> | Unanswered>;
