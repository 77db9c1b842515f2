/** *Ask Microsoft*: on request, and again by alarm while a new secret may not have reached Microsoft's servers yet. */
import browser from 'webextension-polyfill';
import { ASK_AGAIN_AFTER_MS, nextTry } from '../handoff/ask-again';
import { readSession } from '../handoff/memory';
import type { Handoff } from '../handoff/model';
import type { Handlers } from '../messages/door';
import { askMicrosoft, dropOriginRule } from './ask-microsoft';
import { cancellable, neverAborted } from './cancelling';
import { maySendSecret } from './data-consent';
import { amend } from './fill-handlers';
import { readSettings } from './settings';
import { currentHandoff } from './subject';

const ALARM = 'ask-microsoft';

export const microsoftHandlers: Pick<Handlers, 'askMicrosoft'> = {
  askMicrosoft: () =>
    cancellable('askMicrosoft', async (signal) => {
      if (!(await maySendSecret())) return { kind: 'notAllowed' };
      const handoff = currentHandoff(await readSession());
      if (handoff) await ask(handoff, 0, signal);
      return { kind: 'done' };
    }),
};

async function ask(handoff: Handoff, tries: number, signal: AbortSignal): Promise<void> {
  const { clientId, cloudId, secret } = handoff;
  const directory = handoff.tenantId ?? handoff.directoryDomain;
  if (!secret || directory === undefined) return;
  // Looked at for every try: a policy may have come since the first.
  if (!(await readSettings()).askMicrosoft) return;
  const credentials = { cloudId, directory, clientId, secretValue: secret.secretValue };
  const answer = await askMicrosoft(credentials, signal);
  const at = Date.now();
  const late = at >= secret.capturedAt + ASK_AGAIN_AFTER_MS[1];
  const next = await amend(clientId, (found) => ({
    ...found,
    microsoft: { answer, at, capturedAt: secret.capturedAt, tries: late ? ASK_AGAIN_AFTER_MS.length : tries },
  }));
  const when = next && nextTry(next);
  if (when !== undefined) browser.alarms.create(ALARM, { when: Math.max(when, at + 1_000) });
}

/** Registers its listener synchronously. A rule that a stopped background left behind is removed. */
export function watchMicrosoft(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void tryAgain();
  });
  void dropOriginRule().catch(() => undefined);
}

async function tryAgain(): Promise<void> {
  if (!(await maySendSecret())) return;
  const { handoffs } = await readSession();
  for (const handoff of handoffs) {
    if (nextTry(handoff) !== undefined) await ask(handoff, (handoff.microsoft?.tries ?? 0) + 1, neverAborted);
  }
}
