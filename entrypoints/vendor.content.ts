import { defineContentScript } from 'wxt/utils/define-content-script';
import { knock } from '../utils/messages/knock';
import { whenActive } from '../utils/page/active';
import { markAlive } from '../utils/page/alive';
import { bringPart } from '../utils/page/part';
import { runConsoleGate } from '../utils/vendors/console/gate';
import { identityMatches, vendorMatches } from '../utils/vendors/matches';

export default defineContentScript({
  matches: vendorMatches,
  excludeMatches: identityMatches,
  runAt: 'document_idle',
  main() {
    markAlive();
    const page = { document, window, send: knock };
    const bring: Parameters<typeof runConsoleGate>[2] = (ask, because) => bringPart('vendor', ask, because);
    whenActive(document, () => runConsoleGate(page, new AbortController().signal, bring));
  },
});
