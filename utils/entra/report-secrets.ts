/** Tells the background which secrets the app has: names and days for the reminders, never a value. */

import type { DataOf } from '../messages/protocol';
import { queryNear } from '../page/near';
import { isShown } from '../page/text';
import { textOf } from '../page/tree';
import { nextFrame, SLICE_MS } from '../page/watch';
import type { PortalSession } from './portal-session';
import { certainDay } from './secret-row';
import type { SecretRowFinder } from './secret-rows';

/** The list counts once two readings so far apart, in milliseconds, are the same: it is drawn row by row. */
const SETTLE_MS = 600;
/** A list that keeps changing is read this often all the same. */
const CHANGING_MS = 5000;
const MOST_ROWS = 500;

type Seen = DataOf<'secretsSeen'>;

interface Report {
  /** The page has changed. @param differs whether a row did */
  refresh(differs: boolean): void;
  /** Something of this app is held from now on. */
  follow(): void;
}

export function reportSecrets(session: PortalSession, finder: SecretRowFinder): Report {
  const { page, signal, clientId } = session;
  const { document, window } = page;
  let pending = '';
  let sent = '';
  let timer: number | undefined;
  let waitingSince = 0;
  /** An app that nobody carries to a vendor has no reminder: its rows are not read for one. */
  let isKnown = false;
  /** Without a row ever seen, an empty list may as well be one that is loading. */
  let hadRows = false;

  function refresh(differs: boolean): void {
    if (!isKnown || signal.aborted) return;
    const now = performance.now();
    if (timer === undefined) waitingSince = now;
    // Reading the whole list is not cheap: it waits until the rows stand still.
    else if (!differs || now - waitingSince > CHANGING_MS) return;
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void settle(), SETTLE_MS);
  }

  async function settle(): Promise<void> {
    let began = performance.now();
    for (const _pause of finder.readAhead(MOST_ROWS)) {
      // In a list that keeps changing, what changes meanwhile has to be read in one go: few frames, then.
      if (performance.now() < began + SLICE_MS) continue;
      await new Promise<void>((resolve) => nextFrame(document, resolve));
      began = performance.now();
    }
    timer = undefined;
    if (signal.aborted) return;
    const seen = read();
    const content = JSON.stringify(seen);
    if (content !== pending) {
      pending = content;
      if (content !== sent) refresh(true);
      return;
    }
    if (content === sent || (seen.rows.length === 0 && !(hadRows && seen.complete))) return;
    hadRows = true;
    sent = content;
    void session.ask('secretsSeen', seen);
  }

  function read(): Seen {
    const all = finder.rows(MOST_ROWS);
    const named = all.flatMap(({ secretId, description, expires }) => {
      const expiresOn = certainDay(expires);
      return secretId
        ? [{ secretId, ...(description && { description }), ...(expiresOn && { expiresOn }) }]
        : [];
    });
    const isWhole = named.length === all.length && finder.size <= MOST_ROWS;
    return { clientId, complete: isWhole && countInTab(document) === named.length, rows: named };
  }

  function follow(): void {
    if (isKnown) return;
    isKnown = true;
    refresh(true);
  }

  session.onContext((context) => context.isKnown && follow());
  signal.addEventListener('abort', () => window.clearTimeout(timer));
  return { refresh, follow };
}

/** The number in the chosen tab, *Client secrets (3)*: how long the whole list is (facts/entra.md §3.2). */
function countInTab(document: Document): number | undefined {
  const tabs = queryNear(document, '[role="tab"][aria-selected="true"]').filter(isShown);
  const counts = tabs.flatMap((tab) => /\((\d+)\)/.exec(textOf(tab).normalize('NFKC'))?.[1] ?? []);
  return counts.length === 1 ? Number(counts[0]) : undefined;
}
