/**
 * One update of a store after the other: two messages that arrive together must not overwrite what the other held.
 * Module state is enough for that: a background that stops has no update under way.
 */
let queue: Promise<unknown> = Promise.resolve();

/** Does `work` when everything handed over before it has ended, well or not. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = queue.then(work, work);
  queue = turn.catch(() => undefined);
  return turn;
}
