import { defineContentScript } from 'wxt/utils/define-content-script';
import { loginMatches } from '../utils/entra/clouds';
import { send } from '../utils/messages/send';
import { whenActive } from '../utils/page/active';
import { watchSigninPage } from '../utils/signin/watch';
import { identityMatches } from '../utils/vendors/registry';

export default defineContentScript({
  matches: [...loginMatches, ...identityMatches],
  runAt: 'document_idle',
  main({ signal }) {
    whenActive(document, signal, () => watchSigninPage({ document, window, send }, signal));
  },
});
