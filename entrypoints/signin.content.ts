import { defineContentScript } from 'wxt/utils/define-content-script';
import { loginMatches } from '../utils/entra/matches';
import { knock } from '../utils/messages/knock';
import { whenActive } from '../utils/page/active';
import { askWith } from '../utils/page/ask';
import { bringPart } from '../utils/page/part';
import { identityMatches } from '../utils/vendors/matches';

export default defineContentScript({
  matches: [...loginMatches, ...identityMatches],
  runAt: 'document_idle',
  main() {
    whenActive(document, async () => {
      const ask = askWith(knock, () => undefined);
      const part = await bringPart('signin', ask, 'opened');
      if (typeof part === 'function') part({ document, window, send: knock }, new AbortController().signal);
    });
  },
});
