/**
 * The background's only door. A message gets in when its type is one of ours, its sender is one that may send it, and
 * its data has the shape of the contract; everything else is dropped and counted, and never throws.
 *
 * The wire format is @webext-core/messaging's (`{ id, type, data, timestamp }` → `{ res }`). Its own listener is not
 * used on this side: it looks handlers up on a plain object, so a message named `constructor` would get an answer, and
 * it sends exceptions to whoever wrote (4.0.0, `generic.ts`).
 */
import browser from 'webextension-polyfill';
import * as z from 'zod/mini';
import { DiskRefused } from '../handoff/connection-records';
import { MemoryRefused } from '../handoff/memory';
import {
  type AnswerOf,
  type DataOf,
  type Dropped,
  type DropReason,
  type MessageType,
  type Protocol,
  protocol,
} from './protocol';
import { classifySender, type RawSender, type Self, type SenderOf } from './senders';

/** A handler a message; the compiler asks for the missing one. */
export type Handlers = {
  [T in MessageType]: (
    data: DataOf<T>,
    sender: SenderOf<Protocol[T]['from'][number]>,
  ) => Promise<AnswerOf<T>> | AnswerOf<T>;
};

export interface Door {
  /** How many messages were dropped since the background started, by reason. */
  readonly dropped: Readonly<Record<DropReason, number>>;
}

const envelope = z.object({ type: z.string().check(z.maxLength(64)), data: z.optional(z.unknown()) });

/** Messages that have words of their own for a session memory that refuses. The others are dropped with that reason. */
const whenMemoryRefuses: { readonly [T in MessageType]?: AnswerOf<T> } = {
  captureClientId: { kind: 'refused', reason: { kind: 'memoryRefused' } },
  captureSecretValue: { kind: 'refused', reason: { kind: 'memoryRefused' } },
  pasteValue: { kind: 'refused', reason: { kind: 'memoryRefused' } },
  carryRedirectUri: { kind: 'refused', reason: 'memoryRefused' },
};

/** Starts to listen. Called once, synchronously, at the start of the background. */
export function openDoor(handlers: Handlers, self: Self): Door {
  const dropped: Record<DropReason, number> = {
    notAMessage: 0,
    unknownType: 0,
    unknownSender: 0,
    wrongSender: 0,
    malformed: 0,
    failed: 0,
    memoryRefused: 0,
    memoryMissing: 0,
    diskRefused: 0,
  };
  const drop = (reason: DropReason, cause?: string): { res: Dropped } => {
    dropped[reason] += 1;
    return { res: { kind: 'dropped', reason, ...(cause !== undefined && { cause }) } };
  };
  const receive = async (message: unknown, rawSender: RawSender) => {
    const parsed = envelope.safeParse(message);
    if (!parsed.success) return drop('notAMessage');
    const { type, data } = parsed.data;
    if (!isMessageType(type)) return drop('unknownType');
    const sender = classifySender(rawSender, self);
    if (!sender) return drop('unknownSender');
    const entry = protocol[type];
    if (!(entry.from as readonly string[]).includes(sender.kind)) return drop('wrongSender');
    const shaped = entry.data.safeParse(data);
    if (!shaped.success) return drop('malformed');
    try {
      // The three checks above are what these two casts rest on: type, sender and shape belong to one entry.
      const handle = handlers[type] as (data: unknown, sender: unknown) => Promise<unknown>;
      return { res: await handle(shaped.data, sender) };
    } catch (error) {
      if (error instanceof MemoryRefused) {
        const answer = whenMemoryRefuses[type];
        return answer ? { res: answer } : drop(error.fault);
      }
      if (error instanceof DiskRefused) return drop('diskRefused');
      return drop('failed', classOf(error));
    }
  };
  browser.runtime.onMessage.addListener((message: unknown, sender: RawSender) => receive(message, sender));
  return { dropped };
}

/** `TypeError` and the like: the name of an exception is its maker's, and may be made of anything. */
function classOf(error: unknown): string | undefined {
  const name = error instanceof Error ? error.name : undefined;
  return name !== undefined && /^[A-Za-z]{1,40}$/.test(name) ? name : undefined;
}

function isMessageType(type: string): type is MessageType {
  return Object.hasOwn(protocol, type);
}
