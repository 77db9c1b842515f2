/** What the background says of a page: asked when the page opens, and anew whenever the admin comes back to it. */
import { hearAskAgain } from '../messages/hear';
import type { PortalContext } from '../messages/protocol';
import type { Ask } from '../page/ask';
import type { PageContext } from '../page/context';
import type { ClientId } from './values';

/** Where no tenant has been chosen, the vendor is Kandji (DESIGN §2). */
const unknownYet: PortalContext = {
  kind: 'context',
  vendorName: 'Kandji',
  safeToDelete: [],
  isKnown: false,
  controls: 'shown',
};

export class ContextFeed {
  #latest: PortalContext;
  readonly #followers = new Set<(context: PortalContext) => void>();

  private constructor(first: PortalContext | undefined) {
    this.#latest = first ?? unknownYet;
  }

  static async start(
    { document, window }: PageContext,
    signal: AbortSignal,
    ask: Ask,
    clientId: ClientId | undefined,
  ): Promise<ContextFeed> {
    const get = () => ask('portalContext', clientId ? { clientId } : {});
    const feed = new ContextFeed(await get());
    if (signal.aborted) return feed;
    const again = async () => {
      if (document.visibilityState === 'hidden') return;
      const next = await get();
      if (next && !signal.aborted) feed.#tell(next);
    };
    // Another tab was in front; the popup, which takes the focus only, was open.
    document.addEventListener('visibilitychange', again, { signal });
    window.addEventListener('focus', again, { signal });
    // A journey began or ended elsewhere: in the side panel, in a window beside this one.
    hearAskAgain(signal, () => void again());
    return feed;
  }

  get latest(): PortalContext {
    return this.#latest;
  }

  /** Calls back now, and with every new answer until the signal aborts. */
  follow(run: (context: PortalContext) => void, signal: AbortSignal): void {
    this.#followers.add(run);
    signal.addEventListener('abort', () => this.#followers.delete(run));
    run(this.#latest);
  }

  #tell(context: PortalContext): void {
    this.#latest = context;
    for (const run of [...this.#followers]) run(context);
  }
}
