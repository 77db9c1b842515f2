import { defineContentScript } from 'wxt/utils/define-content-script';
import { ownRoute, topRoute } from '../utils/entra/frame-route';
import { portalMatches } from '../utils/entra/matches';
import { type RouteSource, runPortal } from '../utils/entra/portal';
import { whenMayTell } from '../utils/entra/route-watch';
import { knock } from '../utils/messages/knock';
import { whenActive } from '../utils/page/active';
import { markAlive } from '../utils/page/alive';
import type { PageContext } from '../utils/page/context';
import { bringPart } from '../utils/page/part';

export default defineContentScript({
  matches: portalMatches,
  allFrames: true,
  runAt: 'document_idle',
  main() {
    markAlive();
    if (window.top !== window) start(topRoute);
    else whenMayTell(window, (isLater) => start((page) => ownRoute(page, isLater)));
  },
});

function start(routeOf: (page: PageContext) => RouteSource): void {
  const page = { document, window, send: knock };
  whenActive(document, () => {
    runPortal(page, { route: routeOf(page), bring: (ask) => bringPart('portal', ask, 'opened') });
  });
}
