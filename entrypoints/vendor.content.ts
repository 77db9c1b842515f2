import { defineContentScript } from 'wxt/utils/define-content-script';
import { send } from '../utils/messages/send';
import { whenActive } from '../utils/page/active';
import { markAlive } from '../utils/page/alive';
import { watchConsole } from '../utils/vendors/console/watch';
import { vendorMatches } from '../utils/vendors/registry';

export default defineContentScript({
  matches: vendorMatches,
  runAt: 'document_idle',
  main({ signal }) {
    markAlive();
    whenActive(document, signal, () => watchConsole({ document, window, send }, signal));
  },
});
