/**
 * The wrong column: the Secret ID looks like a credential, keeps its copy control after the Value is hidden, and makes
 * every sign-in fail. Whoever copies it is told at once, by whichever way it was copied.
 */

import * as words from '../words/portal';
import type { Capture } from './capture-secret';
import { copiedText, copiesSecretId } from './copied-id';
import type { PortalSession } from './portal-session';
import type { SecretRow } from './secret-row';
import { isControl } from './walk';
import { keyOf } from './watch-secrets';

const TOPIC = 'secret-id';

export interface CopiedIdsOn {
  rows(): readonly SecretRow[];
  /** The row among these elements. */
  rowAt(path: readonly EventTarget[]): SecretRow | undefined;
  capture: Capture;
}

export function watchCopiedIds(session: PortalSession, { rows, rowAt, capture }: CopiedIdsOn) {
  const { page, signal, notices, vendorName } = session;
  const { document, window } = page;
  let warned: { key: string; isReadable: boolean } | undefined;
  const listen = (type: string, listener: (event: Event) => void) =>
    window.addEventListener(type, (event) => event.isTrusted && listener(event), { capture: true, signal });

  /** A selection or a hidden text area: the text itself is at hand. */
  listen('copy', (event) => {
    const text = copiedText(event, document).toLowerCase();
    const row = text && rows().find(({ secretId }) => secretId && text.includes(secretId));
    if (row) warn(row);
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
    const row = rowAt(path);
    if (row && copiesSecretId(target as Element, row)) warn(row);
  }

  function warn(row: SecretRow): void {
    const key = keyOf(row);
    const isReadable = row.value.kind === 'readable';
    warned = { key, isReadable };
    const actions = [
      { label: words.copySecretValue(vendorName), key: `warned:${key}`, onPress: () => void capture(key) },
    ];
    const text = words.secretIdCopied(vendorName, row.description, isReadable);
    const anchor = () => rows().find((each) => keyOf(each) === key)?.container;
    notices.show(TOPIC, { role: 'alert', text, ...(isReadable ? { actions } : {}) }, anchor);
  }

  /** The portal hides a value while its warning stands: the button goes, the words change. */
  function refresh(): void {
    if (!warned || !notices.has(TOPIC)) return;
    const { key, isReadable } = warned;
    const row = rows().find((each) => keyOf(each) === key);
    if (row && (row.value.kind === 'readable') !== isReadable) warn(row);
  }

  return { refresh };
}
