import { defineContentScript } from 'wxt/utils/define-content-script';
import { portalMatches } from '../utils/entra/clouds';
import { ownRoute, topRoute } from '../utils/entra/frame-route';
import { runPortal } from '../utils/entra/portal';
import { offerAppFacts } from '../utils/entra/top-facts';
import { send } from '../utils/messages/send';
import { whenActive } from '../utils/page/active';
import { markAlive } from '../utils/page/alive';

export default defineContentScript({
  matches: portalMatches,
  allFrames: true,
  runAt: 'document_idle',
  main({ signal }) {
    markAlive();
    const page = { document, window, send };
    const isTop = window.top === window;
    if (isTop) offerAppFacts(page);
    const route = isTop ? ownRoute(page) : topRoute(page);
    whenActive(document, signal, () => runPortal(page, { signal, route }));
  },
});
