import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { openPortalPage } from '../utils/entra/portal-page';
import { offerAppFacts } from '../utils/entra/top-facts';
import { send } from '../utils/messages/send';
import { takeCommands } from '../utils/page/command';
import { offerPart } from '../utils/page/part';

/** Put into a document of the portal by the background when its gate asks for it. */
export default defineUnlistedScript(() => {
  if (window.top === window) offerAppFacts({ document, window, send });
  takeCommands(document);
  offerPart('portal', (page, opening) => openPortalPage({ ...page, send }, opening));
});
