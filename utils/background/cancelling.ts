/**
 * What the admin may have to wait for, and may cancel. What runs is known in this context only: a background that is
 * stopped takes its requests with it, and leaves nothing to cancel.
 */
import type { Cancellable, Cancelled } from '../messages/protocol';

const running = new Map<Cancellable, Set<AbortController>>();

/**
 * Runs a deed until it has settled or throws because of its signal.
 * @param run looks at the signal before it stores or opens anything
 * @returns `cancelled` only where the deed did not come to its end
 */
export async function cancellable<Answer>(
  deed: Cancellable,
  run: (signal: AbortSignal) => Promise<Answer>,
): Promise<Answer | Cancelled> {
  const controller = new AbortController();
  const same = running.get(deed) ?? new Set();
  running.set(deed, same.add(controller));
  try {
    return await run(controller.signal);
  } catch (error) {
    if (controller.signal.aborted && error === controller.signal.reason) return { kind: 'cancelled' };
    throw error;
  } finally {
    same.delete(controller);
  }
}

export function cancel(deed: Cancellable): void {
  for (const controller of running.get(deed) ?? []) controller.abort();
}

/**
 * Waits for what cannot be taken back, such as a tab that the browser is about to open.
 * @param undo for one that comes after all
 * @throws the signal's reason, at once
 */
export function orAborted<Value>(
  coming: Promise<Value>,
  signal: AbortSignal,
  undo: (value: Value) => Promise<unknown>,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const end = new AbortController();
    const abort = () => {
      reject(signal.reason);
      void coming.then(undo).catch(() => undefined);
    };
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort, { signal: end.signal });
    coming.then(resolve, reject).finally(() => end.abort());
  });
}

/** For what nobody can cancel. */
export const neverAborted: AbortSignal = new AbortController().signal;
