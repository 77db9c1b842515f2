/**
 * What a gate asks the background with. It sends a message and takes the answer; @webext-core/messaging, with which the
 * parts and the views do that, brings its listening half and a reader of errors besides: a third of each gate, in every
 * frame of the portal. The wire format is the library's (`door.ts`), and a test holds both senders to it.
 */
import type { MessageType } from './protocol';

interface Runtime {
  readonly lastError?: { readonly message?: string };
  sendMessage(message: object, hear: (answer?: { res?: unknown }) => void): void;
}

/** Rejects as `send` does: when the background is gone, and when the extension was updated under the page. */
export function knock(type: MessageType, data: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const { runtime } = (globalThis as unknown as { chrome: { runtime: Runtime } }).chrome;
    // With a function to be called: not every browser gives a promise under this name.
    runtime.sendMessage({ id: 0, type, data, timestamp: Date.now() }, (answer) => {
      if (answer) resolve(answer.res);
      else reject(new Error(runtime.lastError?.message ?? 'No response'));
    });
  });
}
