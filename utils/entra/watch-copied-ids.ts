/**
 * The wrong column: the Secret ID looks like a credential, keeps its copy control after the Value is hidden, and makes
 * every sign-in fail. Whoever copies it is told at once, by whichever way it was copied.
 */

import * as words from '../words/portal';
import type { Capture } from './capture-secret';
import { copiedText, copiesSecretId } from './copied-id';
import type { PortalSession } from './portal-session';
import type { SecretRow } from './secret-row';
import type { SecretRowFinder } from './secret-rows';
import { isControl } from './walk';
import { keyOf } from './watch-secrets';

const TOPIC = 'secret-id';

export interface CopiedIdsOn {
  readonly finder: SecretRowFinder;
  /** The row of the same secret as it is now. */
  sameAs(row: SecretRow): SecretRow | undefined;
  capture: Capture;
}

const GUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g;

export function watchCopiedIds(session: PortalSession, { finder, sameAs, capture }: CopiedIdsOn) {
  const { page, signal, notices, vendorName } = session;
  const { document, window } = page;
  let warned: { row: SecretRow; isReadable: boolean } | undefined;
  const listen = (type: string, listener: (event: Event) => void) =>
    window.addEventListener(type, (event) => event.isTrusted && listener(event), { capture: true, signal });

  /** A selection or a hidden text area: the text itself is at hand. */
  listen('copy', (event) => {
    const ids = copiedText(event, document).toLowerCase().match(GUID) ?? [];
    const copied = ids.flatMap((id) => finder.rowsSaying(id).filter(({ secretId }) => secretId === id));
    if (copied[0]) warn(copied[0]);
  });
  /** The asynchronous clipboard makes no event: what was pressed has to tell. */
  listen('click', pressed);
  listen('keydown', (event) => {
    const { key, repeat } = event as KeyboardEvent;
    if (repeat || (key !== 'Enter' && key !== ' ')) return;
    const [target] = event.composedPath();
    if (target && (target as Node).nodeType === 1 && isControl(target as Element)) pressed(event);
  });

  function pressed(event: Event): void {
    const path = event.composedPath();
    const [target] = path;
    if (!target || (target as Node).nodeType !== 1) return;
    const row = finder.rowAt(path);
    if (row && copiesSecretId(target as Element, row)) warn(row);
  }

  function warn(row: SecretRow): void {
    const key = keyOf(row);
    const isReadable = row.value.kind === 'readable';
    warned = { row, isReadable };
    const actions = [
      { label: words.copySecretValue(vendorName), key: `warned:${key}`, onPress: () => void capture(key) },
    ];
    const text = words.secretIdCopied(vendorName, row.description, isReadable);
    const anchor = () => sameAs(row)?.container;
    notices.show(TOPIC, { role: 'alert', text, ...(isReadable ? { actions } : {}) }, anchor);
  }

  /** The portal hides a value while its warning stands: the button goes, the words change. */
  function refresh(): void {
    if (!warned || !notices.has(TOPIC)) return;
    const row = sameAs(warned.row);
    if (row && (row.value.kind === 'readable') !== warned.isReadable) warn(row);
  }

  return { refresh };
}
