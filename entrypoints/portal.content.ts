import { defineContentScript } from 'wxt/utils/define-content-script';
import { ownRoute, topRoute } from '../utils/entra/frame-route';
import { portalMatches } from '../utils/entra/matches';
import { runPortal } from '../utils/entra/portal';
import { send } from '../utils/messages/send';
import { whenActive } from '../utils/page/active';
import { markAlive } from '../utils/page/alive';
import { bringPart } from '../utils/page/part';

export default defineContentScript({
  matches: portalMatches,
  allFrames: true,
  runAt: 'document_idle',
  main() {
    markAlive();
    const page = { document, window, send };
    const route = window.top === window ? ownRoute(page) : topRoute(page);
    const bring: Parameters<typeof runPortal>[1]['bring'] = (ask) => bringPart('portal', ask, 'opened');
    whenActive(document, () => runPortal(page, { route, bring }));
  },
});
