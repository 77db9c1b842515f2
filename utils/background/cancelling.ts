/**
 * What the admin may have to wait for, and may cancel. What runs is known in this context only: a background that is
 * stopped takes its requests with it, and leaves nothing to cancel.
 */
import type { Cancellable, Cancelled } from '../messages/protocol';

/** Whose wait it is: the popup's and the side panel's together, or that of one document, by its ID. */
type Owner = 'views' | { readonly documentId: string | undefined };

const running = new Map<string, Set<AbortController>>();

const keyOf = (deed: Cancellable, owner: Owner) =>
  owner === 'views' ? deed : `${deed} ${owner.documentId ?? ''}`;

/**
 * Runs a deed until it has settled or throws because of its signal.
 * @param run looks at the signal before it stores or opens anything
 * @returns `cancelled` only where the deed did not come to its end
 */
export async function cancellable<Answer>(
  deed: Cancellable,
  run: (signal: AbortSignal) => Promise<Answer>,
  owner: Owner = 'views',
): Promise<Answer | Cancelled> {
  const controller = new AbortController();
  const key = keyOf(deed, owner);
  const same = running.get(key) ?? new Set();
  running.set(key, same.add(controller));
  try {
    return await run(controller.signal);
  } catch (error) {
    if (controller.signal.aborted && error === controller.signal.reason) return { kind: 'cancelled' };
    throw error;
  } finally {
    same.delete(controller);
    if (same.size === 0) running.delete(key);
  }
}

/** @param owner only what it began itself is cancelled */
export function cancel(deed: Cancellable, owner: Owner = 'views'): void {
  for (const controller of running.get(keyOf(deed, owner)) ?? []) controller.abort();
}

/**
 * Waits for what cannot be taken back, such as a tab that the browser is about to open.
 * @param undo for one that comes after all; nothing has to be undone of what is only read
 * @throws the signal's reason, at once
 */
export function orAborted<Value>(
  coming: Promise<Value>,
  signal: AbortSignal,
  undo: (value: Value) => Promise<unknown> = async () => undefined,
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
