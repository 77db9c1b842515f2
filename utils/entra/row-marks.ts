/**
 * *Safe to delete* in the rows of secrets that were replaced, once the new one has passed a test (DESIGN §2, Renew). The
 * background names them by Secret ID; the admin deletes.
 */
import { createMark, type OnPageMark } from '../page/mark';
import { registrationTexts } from '../words/registration';
import type { PortalSession } from './portal-session';
import type { SecretRowFinder } from './secret-rows';

export function markRows(session: PortalSession, finder: SecretRowFinder): { refresh(): void } {
  const { document } = session.page;
  const marks = new Map<string, OnPageMark>();
  let safe: ReadonlySet<string> = new Set();

  function refresh(): void {
    if (safe.size === 0 && marks.size === 0) return;
    const due = [...safe].flatMap((id) => finder.rowsSaying(id).filter(({ secretId }) => secretId === id));
    const ids = new Set<string | undefined>(due.map(({ secretId }) => secretId));
    for (const [secretId, mark] of marks) {
      if (ids.has(secretId)) continue;
      mark.remove();
      marks.delete(secretId);
    }
    for (const { secretId, description, value, secretIdElement } of due) {
      const anchor = value.kind === 'masked' ? value.element : secretIdElement;
      if (!secretId || !anchor) continue;
      const mark =
        marks.get(secretId) ??
        createMark(document, { text: registrationTexts.safeToDelete, context: description ?? '' });
      marks.set(secretId, mark);
      mark.placeBeside(anchor);
    }
  }

  session.onContext((context) => {
    // An app of which nothing is on record has none.
    safe = new Set(context.safeToDelete);
    refresh();
  });
  session.signal.addEventListener('abort', () => marks.forEach((mark) => void mark.remove()));
  return { refresh };
}
