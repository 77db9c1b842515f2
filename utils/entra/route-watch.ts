/** Follows the portal's address: it is a single-page application whose pages change with the hash. */
import { mayTell } from './routes';

const MOVES = ['hashchange', 'popstate'];

/** Links and typed addresses are told of by events of the window, the portal's own `pushState` by the Navigation API. */
function onMove(window: Window, look: () => void, options?: AddEventListenerOptions): () => void {
  const { navigation } = window as Window & { navigation?: EventTarget };
  for (const type of MOVES) window.addEventListener(type, look, options);
  navigation?.addEventListener('currententrychange', look, options);
  return () => {
    for (const type of MOVES) window.removeEventListener(type, look);
    navigation?.removeEventListener('currententrychange', look);
  };
}

/** Calls back with the hash now and after each change, until the signal aborts. */
export function watchHash(window: Window, signal: AbortSignal, onHash: (hash: string) => void): void {
  let last: string | undefined;
  const look = () => {
    const { hash } = window.location;
    if (hash === last || signal.aborted) return;
    last = hash;
    onHash(hash);
  };
  onMove(window, look, { signal });
  look();
}

/**
 * Calls back once, as soon as the address may be one of ours. Most pages of the portal never are: nothing else is made for
 * them, since what a script makes and compiles as it starts is most of what such a page would be asked for.
 */
export function whenMayTell(window: Window, run: (isLater: boolean) => void): void {
  if (mayTell(window.location.hash)) {
    run(false);
    return;
  }
  const stop = onMove(window, () => {
    if (!mayTell(window.location.hash)) return;
    stop();
    run(true);
  });
}
