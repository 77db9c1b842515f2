/** Follows the portal's address: it is a single-page application whose pages change with the hash. */

/**
 * Calls back with the hash now and after each change, until the signal aborts. `hashchange` serves links and typed
 * addresses, the Navigation API the portal's own `pushState`.
 */
export function watchHash(window: Window, signal: AbortSignal, onHash: (hash: string) => void): void {
  let last: string | undefined;
  const look = () => {
    const { hash } = window.location;
    if (hash === last || signal.aborted) return;
    last = hash;
    onHash(hash);
  };
  window.addEventListener('hashchange', look, { signal });
  window.addEventListener('popstate', look, { signal });
  const { navigation } = window as Window & { navigation?: EventTarget };
  navigation?.addEventListener('currententrychange', look, { signal });
  look();
}
