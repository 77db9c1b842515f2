/** Overview: *Copy client ID to Kandji* beside the client ID. */

import { createButton, type OnPageButton, placeBeside } from '../page/button';
import { copyDetails } from '../page/copy-details';
import type { NoticeAction } from '../page/notice';
import * as words from '../words/portal';
import type { KeptHits } from './kept-hits';
import { type OverviewReading, readOverview, readOverviewFrom } from './overview';
import { type PortalSession, readAppFacts, readAppFactsSlowly, readTwice } from './portal-session';

const KEY = 'client-id';
const TOPIC = 'client-id';
/** How long a button outlives its value: a page that rebuilds itself brings the value back at once. */
const GRACE_MS = 1000;

/**
 * @param guids those of the page, kept current
 * @param onHeld told when the client ID was taken: from then on the app belongs to a journey
 */
export function watchOverview(session: PortalSession, guids: KeptHits<string>, onHeld: () => void): void {
  const { page, signal, clientId } = session;
  const { document, window } = page;
  let button: OnPageButton | undefined;
  let reading: OverviewReading | undefined;
  let wasSeen = false;
  let goingSince: number | undefined;
  let isDismissed = false;

  session.watch(function* () {
    reading = readOverviewFrom(guids.all, clientId);
    if (reading) show(reading);
    else leave();
    session.notices.keep();
    // Evidence counts once the page shows the whole app, not while it draws.
    if (wasSeen || !reading?.objectId || !reading.tenantId) return;
    wasSeen = true;
    const facts = yield* readAppFactsSlowly(session, reading);
    void session.ask('portalSeen', { ...facts, seen: 'overview' });
  });

  function show({ element }: OverviewReading): void {
    goingSince = undefined;
    const label = words.copyClientId(session.vendorName);
    if (!isDismissed) {
      button ??= createButton(
        document,
        { key: KEY, command: 'capture', label, short: session.vendorName, onPress: () => void capture() },
        { label: words.portalTexts.hideButton, onDismiss: dismiss },
      );
      placeBeside(button, element);
    }
  }

  function dismiss(): void {
    isDismissed = true;
    button?.remove();
    button = undefined;
  }

  function leave(): void {
    if (!button || goingSince !== undefined) return;
    const since = performance.now();
    goingSince = since;
    window.setTimeout(() => {
      if (goingSince !== since) return;
      button?.remove();
      button = undefined;
    }, GRACE_MS);
  }

  async function capture(): Promise<void> {
    const read = () => readOverview(document, { clientId });
    const seen = await readTwice(session, read, isSameReading);
    if (signal.aborted) return;
    if (!seen) return tell(words.portalTexts.pageUnreadable);
    reading = seen;
    const answer = await session.ask('captureClientId', readAppFacts(session, seen));
    if (signal.aborted) return;
    switch (answer?.kind) {
      case 'held':
        session.notices.hide(TOPIC);
        button?.setStatus(words.clientIdHeld(answer.vendorName));
        return onHeld();
      case 'refused':
        return tell(words.refusal(answer.reason));
      case 'askReplace':
      case undefined:
        return tell(words.portalTexts.notUnderstood, copyDetails(window, 'captureClientId'));
      default:
        answer satisfies never;
    }
  }

  function tell(text: string, actions: readonly NoticeAction[] = []): void {
    button?.setStatus('');
    session.notices.show(TOPIC, { role: 'alert', text, actions }, () => reading?.element);
  }

  signal.addEventListener('abort', () => button?.remove());
}

const isSameReading = (a: OverviewReading, b: OverviewReading) =>
  (['clientId', 'objectId', 'tenantId', 'appName'] as const).every((field) => a[field] === b[field]);
