import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { send } from '../utils/messages/send';
import { takeCommands } from '../utils/page/command';
import { offerPart } from '../utils/page/part';
import { watchConsole } from '../utils/vendors/console/watch';

/** Put into a vendor console by the background when its gate asks for it. */
export default defineUnlistedScript(() => {
  takeCommands(document);
  offerPart('vendor', (page, signal) => watchConsole({ ...page, send }, signal));
});
