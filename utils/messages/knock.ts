/**
 * What a gate asks the background with. It sends a message and takes the answer; @webext-core/messaging, with which the
 * parts and the views do that, brings its listening half and a reader of errors besides: a third of each gate, in every
 * frame of the portal. The wire format is the library's (`door.ts`); a test holds both senders to it.
 */
import type { MessageType } from './protocol';

interface Runtime {
  sendMessage(message: object): Promise<{ res?: unknown } | undefined>;
}

/** Rejects as `send` does: when the background is gone, and when the extension was updated under the page. */
export async function knock(type: MessageType, data: unknown): Promise<unknown> {
  const { runtime } = (globalThis as unknown as { chrome: { runtime: Runtime } }).chrome;
  const answer = await runtime.sendMessage({ id: 0, type, data, timestamp: Date.now() });
  if (!answer) throw new Error('No response');
  return answer.res;
}
