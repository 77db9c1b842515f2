/** Tells the background which secrets the app has: names and days for the reminders, never a value. */

import type { DataOf } from '../messages/protocol';
import { nowAndThen } from '../page/now-and-then';
import { isShown } from '../page/text';
import { deepQueryAll, textOf } from '../page/tree';
import type { PortalSession } from './portal-session';
import { certainDay, type SecretRow } from './secret-row';

/** The list counts once it has stood still for so long, in milliseconds: it is drawn row by row. */
const SETTLE_MS = 600;
/** The page is looked at this often at most, in milliseconds. */
const LOOK_MS = 200;
const MOST_ROWS = 500;

type Seen = DataOf<'secretsSeen'>;

export function reportSecrets(session: PortalSession, rows: () => readonly SecretRow[]): { refresh(): void } {
  const { page, signal, clientId } = session;
  const { document, window } = page;
  let pending = '';
  let sent = '';
  let timer: number | undefined;
  /** Without a row ever seen, an empty list may as well be one that is loading. */
  let hadRows = false;

  const refresh = nowAndThen(window, LOOK_MS, () => {
    if (signal.aborted) return;
    const content = JSON.stringify(read());
    if (content === pending) return;
    pending = content;
    window.clearTimeout(timer);
    timer = window.setTimeout(settle, SETTLE_MS);
  });

  function settle(): void {
    if (signal.aborted) return;
    const seen = read();
    const content = JSON.stringify(seen);
    if (content !== pending) {
      refresh();
      return;
    }
    if (content === sent || (seen.rows.length === 0 && !(hadRows && seen.complete))) return;
    hadRows = true;
    sent = content;
    void session.ask('secretsSeen', seen);
  }

  function read(): Seen {
    const all = rows();
    const named = all.flatMap(({ secretId, description, expires }) => {
      const expiresOn = certainDay(expires);
      return secretId
        ? [{ secretId, ...(description && { description }), ...(expiresOn && { expiresOn }) }]
        : [];
    });
    const isWhole = named.length === all.length && named.length <= MOST_ROWS;
    return {
      clientId,
      complete: isWhole && countInTab(document) === named.length,
      rows: named.slice(0, MOST_ROWS),
    };
  }

  signal.addEventListener('abort', () => window.clearTimeout(timer));
  return { refresh };
}

/** The number in the chosen tab, *Client secrets (3)*: how long the whole list is (facts/entra.md §3.2). */
function countInTab(document: Document): number | undefined {
  const tabs = deepQueryAll(document, '[role="tab"][aria-selected="true"]').filter(isShown);
  const counts = tabs.flatMap((tab) => /\((\d+)\)/.exec(textOf(tab).normalize('NFKC'))?.[1] ?? []);
  return counts.length === 1 ? Number(counts[0]) : undefined;
}
