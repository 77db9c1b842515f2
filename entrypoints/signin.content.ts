import { defineContentScript } from 'wxt/utils/define-content-script';
import { loginMatches } from '../utils/entra/matches';
import { send } from '../utils/messages/send';
import { whenActive } from '../utils/page/active';
import { askWith } from '../utils/page/ask';
import { bringPart } from '../utils/page/part';
import { identityMatches } from '../utils/vendors/matches';

export default defineContentScript({
  matches: [...loginMatches, ...identityMatches],
  runAt: 'document_idle',
  main() {
    whenActive(document, async () => {
      const ask = askWith(send, () => undefined);
      const part = await bringPart('signin', ask, 'opened');
      if (typeof part === 'function') part({ document, window, send }, new AbortController().signal);
    });
  },
});
