/** Takes a row's secret value when its button was pressed, and says what became of it. */
import type { Instant } from '../handoff/model';
import type { OnPageButton } from '../page/button';
import { copyDetails } from '../page/copy-details';
import type { NoticeAction } from '../page/notice';
import * as words from '../words/portal';
import { type PortalSession, readAppFacts, readTwice } from './portal-session';
import { certainDay, type SecretRow } from './secret-row';
import { hintOf } from './values';

/** How often the time left is counted down, in milliseconds. */
const COUNT_MS = 5000;
const TOPIC = 'capture';

export interface CaptureFrom {
  /** Reads the row of this key anew, from the page as it is now. */
  current(key: string): SecretRow | undefined;
  buttonOf(key: string): OnPageButton | undefined;
  /** Told when a value was taken. */
  onHeld(): void;
}

/** Captures the value in the row of this key. */
export type Capture = (key: string, whenHeld?: 'ask' | 'replace') => Promise<void>;

export function captureSecretValue(
  session: PortalSession,
  { current, buttonOf, onHeld }: CaptureFrom,
): Capture {
  const { signal, notices } = session;
  let counted: { key: string; stop: () => void } | undefined;

  /** The value is read at the press, not kept from when the button was drawn, and not kept for the question either. */
  const capture: Capture = async (key, whenHeld = 'ask') => {
    const row = await readTwice(session, () => current(key), isSameRow);
    if (signal.aborted) return;
    if (!row) return tell(key, words.portalTexts.pageUnreadable);
    if (row.value.kind === 'ambiguous') return tell(key, words.portalTexts.rowUnreadable);
    if (row.value.kind === 'masked')
      return tell(key, words.refusal({ kind: 'notASecretValue', fault: 'masked' }));
    const { secretValue } = row.value;
    const expiresOn = certainDay(row.expires);
    const answer = await session.ask('captureSecretValue', {
      ...readAppFacts(session),
      ...(row.secretId ? { secretId: row.secretId } : {}),
      ...(row.description ? { description: row.description } : {}),
      ...(expiresOn ? { expiresOn } : {}),
      secretValue,
      whenHeld,
    });
    if (signal.aborted) return;
    switch (answer?.kind) {
      case 'held':
        notices.clear();
        onHeld();
        if (answer.what === 'secretValue') count(key, answer.vendorName, answer.deadline);
        return;
      case 'askReplace':
        return ask(
          key,
          words.askReplace(answer.vendorName, answer.held, {
            hint: hintOf(secretValue),
            description: row.description,
          }),
        );
      case 'refused':
        return tell(key, words.refusal(answer.reason));
      case undefined:
        return tell(
          key,
          words.portalTexts.notUnderstood,
          copyDetails(session.page.window, 'captureSecretValue'),
        );
      default:
        answer satisfies never;
    }
  };

  const anchorOf = (key: string) => () => current(key)?.container ?? buttonOf(key)?.host;

  function tell(key: string, text: string, actions: readonly NoticeAction[] = []): void {
    notices.show(TOPIC, { role: 'alert', text, actions }, anchorOf(key));
  }

  function ask(key: string, text: string): void {
    const actions = [
      {
        label: words.portalTexts.replace,
        key: 'replace',
        onPress: () => {
          notices.hide(TOPIC);
          void capture(key, 'replace');
        },
      },
      { label: words.portalTexts.keepHeld, key: 'keep-held', onPress: () => notices.hide(TOPIC) },
    ];
    notices.show(TOPIC, { role: 'alert', text, actions }, anchorOf(key));
  }

  /** Counts the time left beside the button: spoken once, then quietly, and spoken again when it is over. */
  function count(key: string, vendorName: string, deadline: Instant): void {
    counted?.stop();
    if (counted && counted.key !== key) buttonOf(counted.key)?.setStatus('');
    const { window } = session.page;
    const leftMs = () => deadline - Date.now();
    let timer = 0;
    const next = () => {
      timer = window.setTimeout(tick, Math.max(250, Math.min(COUNT_MS, leftMs())));
    };
    const tick = () => {
      if (leftMs() <= 0) return buttonOf(key)?.setStatus(words.portalTexts.secretValueGone);
      buttonOf(key)?.setStatus(words.secretValueHeld(vendorName, leftMs()), 'quietly');
      next();
    };
    counted = { key, stop: () => window.clearTimeout(timer) };
    buttonOf(key)?.setStatus(words.secretValueHeld(vendorName, leftMs()));
    next();
  }

  signal.addEventListener('abort', () => counted?.stop());
  return capture;
}

const isSameRow = (a: SecretRow, b: SecretRow) =>
  a.value.kind === b.value.kind &&
  a.secretId === b.secretId &&
  a.description === b.description &&
  (a.value.kind !== 'readable' ||
    (b.value.kind === 'readable' && a.value.secretValue === b.value.secretValue));
