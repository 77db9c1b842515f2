/** Everything that happens in a vendor console: one observer, one look, features that know nothing of each other. */
import { askWith } from '../../page/ask';
import type { PageContext } from '../../page/context';
import { readField } from '../../page/fill';
import { nowAndThen } from '../../page/now-and-then';
import { pressables } from '../../page/press';
import { closest, matches, queryAll } from '../../page/tree';
import { type OnChange, watchDom } from '../../page/watch';
import { findConnectionForm } from '../connection-form';
import { createFiller } from '../fill-connection';
import { FilledForm, fieldOf } from '../filled';
import { DIALOGS } from '../other-connection';
import { vendorTenantOf } from '../registry';
import { AccessNotice } from './access';
import { CarryControl } from './carry-control';
import { ConnectionsTable, savedFormOf } from './connections';
import { ConsentControl } from './consent';
import type { ConsolePage } from './console-page';
import { EnforceGuard } from './enforce-guard';
import { FormControl } from './form-control';
import { FormNotice } from './form-notice';
import { LookAlikeNotice } from './look-alike';
import { SaveGuard } from './save-guard';
import { SecretFieldAlert } from './secret-field';
import { SignedIn } from './signed-in';
import { WayPointer } from './way-pointer';

/**
 * Watches a vendor console until `signal` aborts, or until the extension is updated under it; then everything of ours
 * leaves the page. Does nothing at all in frames and on hosts that are no console.
 */
export function watchConsole(context: PageContext, signal: AbortSignal): void {
  const { document, window, send } = context;
  const tenant = vendorTenantOf(window.location.href);
  if (!tenant || window.top !== window || signal.aborted) return;

  const silence = new AbortController();
  signal.addEventListener('abort', () => silence.abort());
  const page: ConsolePage = {
    document,
    window,
    tenant,
    filled: new FilledForm(),
    signal: silence.signal,
    ask: askWith(send, () => silence.abort()),
  };

  const notice = new FormNotice(document, page.signal);
  const control = new FormControl(page, notice);
  const secretField = new SecretFieldAlert(page, notice, () => void control.fill('overwrite'));
  const table = new ConnectionsTable(page);
  const consent = new ConsentControl(page, () => table.linkSeen());
  const way = new WayPointer(page);
  const guard = new SaveGuard(page, notice, secretField, (form) => {
    const name = fieldOf(form, 'connectionName');
    if (name && readField(name).trim()) page.filled.connectionName = readField(name).trim();
    table.saved(savedFormOf(form, page.filled));
    consent.saved();
    way.saved();
  });
  const signedIn = new SignedIn(page);
  const carry = new CarryControl(page);
  const enforce = new EnforceGuard(page);
  const access = new AccessNotice(page);
  const lookAlike = new LookAlikeNotice(page);

  globalThis.ssoCourierFill = createFiller(window, page.filled, (outcome) => {
    if (outcome.kind === 'filled') control.showFilled(outcome.fields);
    look();
  });
  page.signal.addEventListener('abort', () => {
    globalThis.ssoCourierFill = undefined;
  });

  function look(): void {
    if (page.signal.aborted) return;
    const finding = findConnectionForm(document, page.tenant.vendor);
    page.filled.seen(finding.kind === 'form', Date.now());
    control.look(finding);
    secretField.look(finding);
    guard.look(finding);
    consent.look();
    table.look(finding.kind === 'form');
    signedIn.look();
    carry.look();
    enforce.look();
    access.look();
    lookAlike.look(finding);
    way.look(finding.kind === 'form');
  }

  /** Tells the background which console is open, so that its address need not be typed, and learns what is held for it. */
  let askedAt = 0;
  async function askContext(): Promise<void> {
    if (document.visibilityState === 'hidden' && askedAt > 0) return;
    askedAt = Date.now();
    const context = await page.ask('vendorContext', undefined);
    const readyUntil = context?.kind === 'ready' ? context.deadline : 0;
    way.ready(readyUntil);
    lookAlike.ready(readyUntil);
    look();
  }
  void askContext();
  // Values are carried in another tab or window, and this one is come back to.
  const askAgain = () => void (Date.now() - askedAt >= ASK_MILLISECONDS && askContext());
  document.addEventListener('visibilitychange', askAgain, { signal: page.signal });
  for (const type of ['focus', 'pointerdown']) {
    window.addEventListener(type, askAgain, { capture: true, signal: page.signal });
  }
  const lookSoon = nowAndThen(window, LOOK_MILLISECONDS, look, () => control.isTakenOut);
  const mayConcern: OnChange = ({ changed, entered, mayHaveMoved }) => {
    if (mayHaveMoved || entered.length > 0 || changed.some(mayMatter)) lookSoon();
  };
  watchDom(document, page.signal, mayConcern, { controls: () => pressables(document) });
}

/** Shortest time between two looks at a page that keeps changing. */
const LOOK_MILLISECONDS = 150;

/** Shortest time between two questions what is held. */
const ASK_MILLISECONDS = 1000;

const MATTERS = `form, input, textarea, select, button, table, h1, h2, h3, [role="row"], [role="tab"], [role="menu"], a[href], [data-testid], ${DIALOGS}`;

/** Whether a change can concern a form, a dialog, a table or a marker: most changes of a console are mere text. */
function mayMatter(root: Element): boolean {
  return matches(root, MATTERS) || queryAll(root, MATTERS).length > 0 || closest(root, MATTERS) !== undefined;
}
