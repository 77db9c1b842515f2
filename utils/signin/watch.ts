/** Sign-in pages of Microsoft and of the vendor: tells the background what they show, and explains errors on the page. */
import { cloudOfLoginHost } from '../entra/clouds';
import { type FixPlace, fixPlaceOf } from '../entra/signin-errors';
import { readMicrosoftPage } from '../entra/signin-page';
import type { VendorRefusal } from '../handoff/verdict';
import type { DataOf, SigninAnswer } from '../messages/protocol';
import type { Action } from '../page/action';
import { type Ask, askWith } from '../page/ask';
import type { PageContext } from '../page/context';
import { isShown } from '../page/find';
import { nowAndThen } from '../page/now-and-then';
import { pressables } from '../page/press';
import { NoticeSlot } from '../page/slot';
import { deepQueryAll, queryAll } from '../page/tree';
import { watchDom } from '../page/watch';
import { identityHostOf } from '../vendors/registry';
import { readVendorSigninPage } from '../vendors/signin-page';
import { openFixLabel, type ShownOnPage, signinAlertWords, signinLabels } from '../words/signin';

type Seen = DataOf<'signinSeen'>;

/** Shortest time between two looks at a page that keeps changing. */
const LOOK_MILLISECONDS = 200;

/**
 * Watches a sign-in page until `signal` aborts: Microsoft's page turns into an error, or into the consent question,
 * without a navigation. Each thing is told once. Does nothing in frames and on other hosts.
 */
export function watchSigninPage(context: PageContext, signal: AbortSignal): void {
  const { document, window } = context;
  const read = readerFor(window.location, document);
  if (!read || window.top !== window || signal.aborted) return;

  const silence = new AbortController();
  signal.addEventListener('abort', () => silence.abort());
  const ask = askWith(context.send, () => silence.abort());
  const notice = new NoticeSlot(document, signinLabels.dismiss);
  silence.signal.addEventListener('abort', () => notice.clear());

  let told = '';
  const look = async () => {
    if (silence.signal.aborted) return;
    notice.keepNear(topOf(document));
    const seen = read();
    const key = JSON.stringify(seen);
    if (key === told) return;
    told = key;
    const answer = await ask('signinSeen', seen);
    if (silence.signal.aborted || told !== key || !answer) return;
    if (answer.kind === 'nothing') {
      notice.clear();
      return;
    }
    const shown: ShownOnPage = seen.page === 'microsoft' ? seen : {};
    const action = fixOf(answer, shown.clientId, ask);
    notice.show(
      { role: 'alert', text: signinAlertWords(answer, shown), ...(action && { actions: [action] }) },
      topOf(document),
    );
  };

  watchDom(
    document,
    silence.signal,
    nowAndThen(window, LOOK_MILLISECONDS, () => void look()),
    { controls: () => pressables(document) },
  );
}

/** The button that leads to the place where the error is put right, if there is one. */
function fixOf(
  answer: Exclude<SigninAnswer, { kind: 'nothing' }>,
  clientId: string | undefined,
  ask: Ask,
): Action | undefined {
  if (answer.kind === 'otherClientId') return undefined;
  const place = answer.kind === 'explainMicrosoft' ? fixPlaceOf(answer.code) : vendorFixes[answer.reason];
  return (
    place && {
      label: openFixLabel(place, answer.vendorName),
      onPress: () => void ask('openFix', { place, ...(clientId !== undefined && { clientId }) }),
    }
  );
}

const vendorFixes: Readonly<Record<VendorRefusal, FixPlace | undefined>> = {
  tokenExchangeFailed: 'secrets',
  userNotInvited: 'console',
  other: undefined,
};

/** How pages of this host are read, if the host is one that signs users in. */
function readerFor(location: Location, document: Document): (() => Seen) | undefined {
  if (location.protocol !== 'https:' || location.port !== '') return undefined;
  if (cloudOfLoginHost(location.hostname)) return () => readMicrosoftPage(document, location.href);
  const identity = identityHostOf(location.hostname);
  return identity && (() => readVendorSigninPage(document, location.href, identity.vendor));
}

/** The element that the alert goes above: the page's message or form, else the first that is shown in the body. */
function topOf(document: Document): Element {
  const own = deepQueryAll(document, '#exceptionMessageContainer, main, [role="main"], form').find(isShown);
  return own ?? queryAll(document, 'body > *').find(isShown) ?? document.body;
}
