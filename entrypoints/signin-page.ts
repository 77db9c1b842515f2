import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { send } from '../utils/messages/send';
import { offerPart } from '../utils/page/part';
import { watchSigninPage } from '../utils/signin/watch';

/** Put into a sign-in page by the background when its gate asks for it. */
export default defineUnlistedScript(() => {
  offerPart('signin', (page, signal) => watchSigninPage({ ...page, send }, signal));
});
