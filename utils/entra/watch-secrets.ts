/** Certificates & secrets: *Copy secret value to Kandji* in each row whose value can be read. */
import { createButton, type OnPageButton, placeAgain, placeBeside } from '../page/button';
import * as words from '../words/portal';
import { captureSecretValue } from './capture-secret';
import { type DateHints, pageLanguages } from './dates';
import { type PortalSession, readAppFactsSlowly } from './portal-session';
import { reportSecrets } from './report-secrets';
import { markRows } from './row-marks';
import { readSecretRow, type SecretRow } from './secret-row';
import { readSecretRows, SecretRowFinder } from './secret-rows';
import { hintOf } from './values';
import { watchCopiedIds } from './watch-copied-ids';

/** How long a button outlives its row: a page that rebuilds itself brings the row back at once. */
const GRACE_MS = 1000;
/** Dates of other rows that help to tell day from month: enough to decide, few enough for long lists. */
const OTHERS_MOST = 30;
interface Shown {
  readonly button: OnPageButton;
  readonly row: SecretRow;
  goingSince?: number | undefined;
}

/** Names a row for as long as it is the same secret. */
export const keyOf = (row: SecretRow) => `secret:${nameOf(row)}`;
const nameOf = ({ secretId, description }: SecretRow): string => secretId ?? description ?? '';

/** What tells the row apart where the button cannot stand in it. */
function contextOf({ description, value }: SecretRow): string {
  return description ?? (value.kind === 'readable' ? `${hintOf(value.secretValue)}…` : '');
}

export function watchSecrets(session: PortalSession): void {
  const { page, signal } = session;
  const { document, window } = page;
  const languages = pageLanguages(document, window.location.search);
  const dates = (): DateHints => ({
    languages,
    today: new Date(),
    others: finder.expiryTexts(OTHERS_MOST),
  });
  const finder: SecretRowFinder = new SecretRowFinder(dates);
  const shown = new Map<string, Shown>();
  /** Rows whose button the admin has put away. */
  const dismissed = new Set<string>();
  let wasSeen = false;
  let readable: readonly SecretRow[] = [];

  /** Rows that were the same secret as this one is, whatever of it can be read now. */
  const sameAs = (row: SecretRow): SecretRow | undefined =>
    finder.rowsSaying(nameOf(row)).find((each) => keyOf(each) === keyOf(row));
  const current = (key: string): SecretRow | undefined => {
    // Dates are told by those of other rows.
    finder.rows(OTHERS_MOST);
    const known = finder.candidates().find((row) => keyOf(row) === key);
    const row = known?.container.isConnected ? readSecretRow(known.container, dates()) : undefined;
    return row && keyOf(row) === key
      ? row
      : readSecretRows(document, dates()).find((each) => keyOf(each) === key);
  };
  const marks = markRows(session, finder);
  const report = reportSecrets(session, finder);
  const buttonOf = (key: string) => shown.get(key)?.button;
  const capture = captureSecretValue(session, { current, buttonOf, onHeld: report.follow });
  const copied = watchCopiedIds(session, { finder, sameAs, capture });

  session.watch(function* (change) {
    const differs = yield* finder.update(change);
    if (differs) reconcile();
    else for (const row of readable) if (!shown.get(keyOf(row))?.button.host.isConnected) show(row);
    if (differs) marks.refresh();
    report.refresh(differs);
    session.notices.keep();
    if (readable.length === 0 || wasSeen) return;
    wasSeen = true;
    const facts = yield* readAppFactsSlowly(session);
    void session.ask('portalSeen', { ...facts, seen: 'readableSecret' });
  });

  function reconcile(): void {
    const candidates = finder.candidates();
    readable = candidates.filter(({ value }) => value.kind === 'readable');
    const keys = new Set(readable.map(keyOf));
    for (const [key, { row }] of shown) if (!keys.has(key)) leave(key, sameAs(row) ? 0 : GRACE_MS);
    for (const row of readable) show(row);
    sayUnreadable(candidates);
    copied.refresh();
  }

  function show(row: SecretRow): void {
    if (row.value.kind !== 'readable') return;
    const key = keyOf(row);
    if (dismissed.has(key)) return;
    let entry = shown.get(key);
    if (!entry) {
      const onPress = () => void capture(key);
      const label = words.copySecretValue(session.vendorName);
      entry = {
        row,
        button: createButton(
          document,
          { key, command: 'capture', label, short: session.vendorName, onPress, context: contextOf(row) },
          { label: words.portalTexts.hideButton, onDismiss: () => dismiss(key) },
        ),
      };
      shown.set(key, entry);
    }
    entry.goingSince = undefined;
    entry.button.setContext(contextOf(row));
    placeBeside(entry.button, row.value.element);
  }

  function dismiss(key: string): void {
    dismissed.add(key);
    leave(key, 0);
  }

  /** A row that turned masked loses its button at once; one that is gone may be coming back. */
  function leave(key: string, afterMs: number): void {
    const entry = shown.get(key);
    if (!entry || (entry.goingSince !== undefined && afterMs > 0)) return;
    const since = performance.now();
    entry.goingSince = since;
    const remove = () => {
      if (entry.goingSince !== since) return;
      entry.button.remove();
      shown.delete(key);
    };
    if (afterMs === 0) remove();
    else window.setTimeout(remove, afterMs);
  }

  function sayUnreadable(candidates: readonly SecretRow[]): void {
    const row = candidates.find(({ value }) => value.kind === 'ambiguous');
    if (!row) session.notices.hide('unreadable');
    else if (!session.notices.has('unreadable')) {
      const anchor = () => finder.candidates().find(({ value }) => value.kind === 'ambiguous')?.container;
      session.notices.show('unreadable', { role: 'status', text: words.portalTexts.rowUnreadable }, anchor);
    }
  }

  window.addEventListener('resize', () => shown.forEach(({ button }) => void placeAgain(button)), { signal });
  signal.addEventListener('abort', () => shown.forEach(({ button }) => void button.remove()));
}
