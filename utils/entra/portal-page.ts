/** SSO Courier on a page of the portal that is ours: which features work on which page. */
import { askWith } from '../page/ask';
import type { PageContext } from '../page/context';
import { pressables } from '../page/press';
import { shareDom } from '../page/watch';
import { KeptHits } from './kept-hits';
import { isMaskedRow, othersThanMaskedRows } from './masked-rows';
import { guidShownBy } from './overview';
import type { Opening } from './portal';
import { ContextFeed } from './portal-context';
import { Notices, type PageSession } from './portal-session';
import { watchAddSecret } from './watch-add-secret';
import { watchOverview } from './watch-overview';
import { watchRegister } from './watch-register';
import { watchAuthentication, watchOverviewRegistration } from './watch-registration';
import { watchSecrets } from './watch-secrets';
import { watchWay } from './watch-way';

/** Works on the page until the opening's signal aborts. */
export async function openPortalPage(page: PageContext, opening: Opening): Promise<void> {
  const { at, hash, signal } = opening;
  const ask = askWith(page.send, opening.fallSilent);
  const clientId = at.kind === 'register' ? undefined : at.clientId;
  const context = await ContextFeed.start(page, signal, ask, clientId);
  if (signal.aborted) return;
  let shown: AbortController | undefined;
  signal.addEventListener('abort', () => shown?.abort());
  // An option, or the organisation, limits our controls to a journey: it may begin or end while the page is open.
  context.follow(({ controls }) => {
    if (controls === 'hidden') {
      shown?.abort();
      shown = undefined;
    } else if (!shown) {
      shown = new AbortController();
      const until = shown.signal;
      const session: PageSession = {
        page,
        signal: until,
        hash,
        vendorName: context.latest.vendorName,
        notices: new Notices(page.document, until),
        ask,
        watch: shareDom(page.document, until, {
          controls: () => pressables(page.document),
          plainKind: { isOne: isMaskedRow, othersIn: othersThanMaskedRows },
        }),
        onContext: (run) => context.follow(run, until),
      };
      watch(session, at);
    }
  }, signal);
}

function watch(session: PageSession, at: Opening['at']): void {
  watchWay(session, at.kind);
  switch (at.kind) {
    case 'register':
      watchRegister(session);
      break;
    case 'overview': {
      const guids = new KeptHits(guidShownBy);
      session.watch(({ changed }) => guids.update(changed));
      const ofApp = { ...session, clientId: at.clientId };
      const registration = watchOverviewRegistration(ofApp, guids);
      watchOverview(ofApp, guids, registration.lookAgain);
      break;
    }
    case 'secrets':
      watchSecrets({ ...session, clientId: at.clientId });
      watchAddSecret(session);
      break;
    case 'authentication':
      watchAuthentication({ ...session, clientId: at.clientId });
      break;
    default:
      at satisfies never;
  }
}
