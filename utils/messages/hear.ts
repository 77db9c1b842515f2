/** Hearing from the background in a content script, which carries no polyfill (DESIGN §4). */

/** The part of the browser's API used here; Firefox offers it under this name to content scripts too. */
interface Runtime {
  id?: string;
  onMessage: {
    addListener(listener: Listener): void;
    removeListener(listener: Listener): void;
  };
}
type Listener = (message: unknown, sender: { id?: string; tab?: unknown }) => void;

/** The word that tells a tab's frames that its address has changed. It carries nothing: a frame asks for what it needs. */
export const ASK_AGAIN = 'sso-courier:ask-again';

/**
 * Calls back when the background says that the tab's route has changed, until the signal aborts. Messages of other
 * senders are not ours: those of content scripts come from a tab.
 */
export function hearAskAgain(signal: AbortSignal, onHeard: () => void): void {
  const { runtime } = (globalThis as { chrome?: { runtime?: Runtime } }).chrome ?? {};
  if (!runtime?.onMessage || signal.aborted) return;
  const listener: Listener = (message, sender) => {
    if (message === ASK_AGAIN && sender.id === runtime.id && sender.tab === undefined) onHeard();
  };
  runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => runtime.onMessage.removeListener(listener));
}
