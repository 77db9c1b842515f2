/** What the top page says of the app when its blade is drawn in a frame: the directory's domain stands in its header. */
import type { PageContext } from '../page/context';
import { type AppFacts, readAppFacts } from './portal-session';
import { readRoute } from './routes';

interface World {
  ssoCourierAppFacts?: () => AppFacts | undefined;
}

/** Lets the background read them, at a capture from one of the page's frames. Nobody else can call this. */
export function offerAppFacts(page: PageContext): void {
  (globalThis as World).ssoCourierAppFacts = () => readTopFacts(page);
}

/** The app in the address and what the header and the title say; nothing on pages that belong to no app. */
export function readTopFacts(page: PageContext): AppFacts | undefined {
  const { hash } = page.window.location;
  const at = readRoute(hash);
  return 'clientId' in at ? readAppFacts({ page, hash, clientId: at.clientId }) : undefined;
}
