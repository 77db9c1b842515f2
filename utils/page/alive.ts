/**
 * Whether this page's content script still belongs to the running version. After an update the old one is cut off: its
 * `runtime.id` is gone.
 */
export function isAlive(): boolean {
  return (globalThis as { chrome?: { runtime?: { id?: string } } }).chrome?.runtime?.id !== undefined;
}

/** Lets the background ask that, by an injected call. */
export function markAlive(): void {
  (globalThis as { ssoCourierAlive?: () => boolean }).ssoCourierAlive = isAlive;
}
