/** SSO Courier on a page of the portal that is ours: which features work on which page. */
import type { PageContext } from '../page/context';
import type { Opening } from './portal';
import { ContextFeed } from './portal-context';
import { Notices, type PageSession } from './portal-session';
import { watchAddSecret } from './watch-add-secret';
import { watchOverview } from './watch-overview';
import { watchRegister } from './watch-register';
import { watchAuthentication, watchOverviewRegistration } from './watch-registration';
import { watchSecrets } from './watch-secrets';

/** Works on the page until the opening's signal aborts. */
export async function openPortalPage(page: PageContext, opening: Opening): Promise<void> {
  const { at, hash, ask, signal } = opening;
  const clientId = at.kind === 'register' ? undefined : at.clientId;
  const context = await ContextFeed.start(page, signal, ask, clientId);
  if (signal.aborted) return;
  const session: PageSession = {
    page,
    signal,
    hash,
    vendorName: context.latest.vendorName,
    notices: new Notices(page.document, signal),
    ask,
    onContext: (run) => context.follow(run),
  };
  switch (at.kind) {
    case 'register':
      return watchRegister(session);
    case 'overview': {
      const registration = watchOverviewRegistration({ ...session, clientId: at.clientId });
      return watchOverview({ ...session, clientId: at.clientId }, registration.lookAgain);
    }
    case 'secrets':
      watchSecrets({ ...session, clientId: at.clientId });
      return watchAddSecret(session);
    case 'authentication':
      return watchAuthentication({ ...session, clientId: at.clientId });
    default:
      at satisfies never;
  }
}
